// The functions of acs.h and csta.h that put numbers into words. The texts of failures are their names in the
// headers.
#include "simulator/tsapi_standin/c_enum.hpp"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <algorithm>
#include <cstddef>

namespace {

struct ReturnCode {
    RetCode_t code;
    const char* name;
    const char* meaning;
};

constexpr ReturnCode kReturnCodes[] = {
    {ACSPOSITIVE_ACK, "ACSPOSITIVE_ACK", "The request was accepted."},
    {ACSERR_APIVERDENIED, "ACSERR_APIVERDENIED", "The library has none of the API versions asked for."},
    {ACSERR_BADPARAMETER, "ACSERR_BADPARAMETER", "A parameter is not valid."},
    {ACSERR_DUPSTREAM, "ACSERR_DUPSTREAM", "There is a stream to that server already."},
    {ACSERR_NODRIVER, "ACSERR_NODRIVER", "The library is not set up: tslibrc is missing or names no server."},
    {ACSERR_NOSERVER, "ACSERR_NOSERVER", "No server of tslibrc answers and offers that TLink."},
    {ACSERR_NORESOURCE, "ACSERR_NORESOURCE",
     "A stream cannot be made: out of handles, threads or descriptors."},
    {ACSERR_UBUFSMALL, "ACSERR_UBUFSMALL", "The next event does not fit the buffer; it stays queued."},
    {ACSERR_NOMESSAGE, "ACSERR_NOMESSAGE", "No event is queued."},
    {ACSERR_UNKNOWN, "ACSERR_UNKNOWN", "The server's answer was not understood."},
    {ACSERR_BADHDL, "ACSERR_BADHDL", "The stream handle is not open."},
    {ACSERR_STREAM_FAILED, "ACSERR_STREAM_FAILED", "The connection to the server is lost; abort the stream."},
    {ACSERR_NOBUFFERS, "ACSERR_NOBUFFERS", "No memory or no room for the message; nothing was sent."},
    {ACSERR_QUEUE_FULL, "ACSERR_QUEUE_FULL", "The send queue is full; nothing was sent."},
    {ACSERR_SSL_INIT_FAILED, "ACSERR_SSL_INIT_FAILED", "TLS cannot be used; choose a TLink of type CSTA."},
    {ACSERR_SSL_CONNECT_FAILED, "ACSERR_SSL_CONNECT_FAILED", "The TLS connection failed."},
    {ACSERR_SSL_FQDN_MISMATCH, "ACSERR_SSL_FQDN_MISMATCH", "The server's certificate has another name."},
};

struct FailureName {
    long code;
    const char* name;
};

// The numbers and names of the enumerations, read from their headers at build time.
constexpr FailureName kAcsFailures[] = {
#include "acs_failure_names.inc"
};
constexpr FailureName kCstaFailures[] = {
#include "csta_failure_names.inc"
};

/// The row of that code; null when there is none.
template <class Row, std::size_t Size>
const Row* find(const Row (&table)[Size], long code) {
    const auto* found =
        std::find_if(table, table + Size, [code](const Row& row) { return row.code == code; });
    return found == table + Size ? nullptr : found;
}

}  // namespace

extern "C" {

const char* acsReturnCodeString(RetCode_t returnCode) {
    const auto* row = find(kReturnCodes, returnCode);
    if (row != nullptr) return row->name;
    return returnCode > 0 ? "invoke ID" : "unknown return code";
}

const char* acsReturnCodeVerboseString(RetCode_t returnCode) {
    const auto* row = find(kReturnCodes, returnCode);
    if (row != nullptr) return row->meaning;
    return returnCode > 0 ? "The request was accepted; this is its invoke ID."
                          : "This return code is not known.";
}

const char* acsErrorString(ACSUniversalFailure_t error) {
    const auto* row = find(kAcsFailures, ctiengine::tsapi_standin::number_in(error));
    return row == nullptr ? "unknown ACS failure" : row->name;
}

const char* cstaErrorString(CSTAUniversalFailure_t error) {
    const auto* row = find(kCstaFailures, ctiengine::tsapi_standin::number_in(error));
    return row == nullptr ? "unknown CSTA failure" : row->name;
}

}  // extern "C"

#include "tsapi-worker/tsapi/return_codes.hpp"

#include <algorithm>
#include <array>

namespace ctiengine::tsapi {
namespace {

using csta::UniversalFailure;

struct ReturnCode {
    RetCode_t code;
    std::string_view name;
    std::string_view meaning;
    UniversalFailure failure;
};

constexpr std::array kReturnCodes{
    ReturnCode{
        ACSERR_APIVERDENIED, "ACSERR_APIVERDENIED",
        "the library does not speak API version TS2; install a newer TSAPI client",
        UniversalFailure::GenericUnspecified},
    ReturnCode{
        ACSERR_BADPARAMETER, "ACSERR_BADPARAMETER", "the library refuses an argument",
        UniversalFailure::ValueOutOfRange},
    ReturnCode{
        ACSERR_DUPSTREAM, "ACSERR_DUPSTREAM", "this process has a stream to that TLink already",
        UniversalFailure::GenericUnspecified},
    ReturnCode{
        ACSERR_NODRIVER, "ACSERR_NODRIVER",
        "the library found no transport; check the installation of the TSAPI client",
        UniversalFailure::GenericUnspecified},
    ReturnCode{
        ACSERR_NOSERVER, "ACSERR_NOSERVER",
        "no server offers this TLink; check its spelling, tslibrc, the network and that the TSAPI service "
        "of the AE Services server runs",
        UniversalFailure::ResourceOutOfService},
    ReturnCode{
        ACSERR_NORESOURCE, "ACSERR_NORESOURCE", "the library has no room for another stream",
        UniversalFailure::GenericUnspecified},
    ReturnCode{
        ACSERR_UBUFSMALL, "ACSERR_UBUFSMALL", "the next event does not fit the buffer",
        UniversalFailure::GenericUnspecified},
    ReturnCode{
        ACSERR_NOMESSAGE, "ACSERR_NOMESSAGE", "no event is waiting", UniversalFailure::GenericUnspecified},
    ReturnCode{
        ACSERR_UNKNOWN, "ACSERR_UNKNOWN", "the stream broke for a reason the library does not tell",
        UniversalFailure::ResourceOutOfService},
    ReturnCode{
        ACSERR_BADHDL, "ACSERR_BADHDL", "the stream is closed", UniversalFailure::ResourceOutOfService},
    ReturnCode{
        ACSERR_STREAM_FAILED, "ACSERR_STREAM_FAILED",
        "the connection to the AE Services server broke; check network and server",
        UniversalFailure::ResourceOutOfService},
    ReturnCode{
        ACSERR_NOBUFFERS, "ACSERR_NOBUFFERS", "no buffer to send from; nothing was sent, try again later",
        UniversalFailure::OutstandingRequestLimitExceeded},
    ReturnCode{
        ACSERR_QUEUE_FULL, "ACSERR_QUEUE_FULL", "the send queue is full; nothing was sent, try again later",
        UniversalFailure::OutstandingRequestLimitExceeded},
    ReturnCode{
        ACSERR_SSL_INIT_FAILED, "ACSERR_SSL_INIT_FAILED",
        "the library cannot use OpenSSL; check the installation of the TSAPI client",
        UniversalFailure::GenericUnspecified},
    ReturnCode{
        ACSERR_SSL_CONNECT_FAILED, "ACSERR_SSL_CONNECT_FAILED",
        "no TLS connection; check the certificate authority file of the TSAPI client",
        UniversalFailure::GenericUnspecified},
    ReturnCode{
        ACSERR_SSL_FQDN_MISMATCH, "ACSERR_SSL_FQDN_MISMATCH",
        "the server's certificate is for another host name; correct tslibrc or the certificate",
        UniversalFailure::GenericUnspecified},
};

const ReturnCode* find(RetCode_t code) {
    auto row = std::find_if(kReturnCodes.begin(), kReturnCodes.end(), [code](const ReturnCode& candidate) {
        return candidate.code == code;
    });
    return row == kReturnCodes.end() ? nullptr : &*row;
}

}  // namespace

std::string return_code_text(std::string_view function, RetCode_t code) {
    const ReturnCode* row = find(code);
    std::string text(function);
    text += ": ";
    if (!row) return text + "return code " + std::to_string(code) + ", unknown to the worker";
    text += row->name;
    return text + " (" + std::to_string(code) + "): " + std::string(row->meaning);
}

csta::Failure failure_from_return_code(std::string_view function, RetCode_t code) {
    const ReturnCode* row = find(code);
    return {row ? row->failure : UniversalFailure::GenericUnspecified, return_code_text(function, code)};
}

}  // namespace ctiengine::tsapi

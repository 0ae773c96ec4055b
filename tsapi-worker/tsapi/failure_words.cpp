#include "tsapi-worker/tsapi/failure_words.hpp"

#include <array>

namespace ctiengine::tsapi {
namespace {

struct Words {
    long number;
    const char* name;
    const char* meaning;
};

// clang-format off
constexpr std::array kReturnCodes{
    Words{ACSPOSITIVE_ACK, "ACSPOSITIVE_ACK", "accepted"},
    Words{ACSERR_APIVERDENIED, "ACSERR_APIVERDENIED", "the library does not know this version of the API; install a newer TSAPI client"},
    Words{ACSERR_BADPARAMETER, "ACSERR_BADPARAMETER", "the library does not accept a parameter"},
    Words{ACSERR_DUPSTREAM, "ACSERR_DUPSTREAM", "a stream to this server is open already"},
    Words{ACSERR_NODRIVER, "ACSERR_NODRIVER", "the library found no way to the network; is there a tslibrc that names an AE server?"},
    Words{ACSERR_NOSERVER, "ACSERR_NOSERVER", "no AE server offers this TLink; compare TSAPIPRIMARYLINK and TSAPISECONDARYLINK with the TLinks of AE Services, and check tslibrc and TCP port 450"},
    Words{ACSERR_NORESOURCE, "ACSERR_NORESOURCE", "the library cannot allocate a stream"},
    Words{ACSERR_UBUFSMALL, "ACSERR_UBUFSMALL", "the next event does not fit any buffer"},
    Words{ACSERR_NOMESSAGE, "ACSERR_NOMESSAGE", "no event is queued"},
    Words{ACSERR_UNKNOWN, "ACSERR_UNKNOWN", "the stream is broken, the library does not say why"},
    Words{ACSERR_BADHDL, "ACSERR_BADHDL", "the stream is closed"},
    Words{ACSERR_STREAM_FAILED, "ACSERR_STREAM_FAILED", "the network connection to the AE server failed"},
    Words{ACSERR_NOBUFFERS, "ACSERR_NOBUFFERS", "the library has no buffer for the request; nothing was sent"},
    Words{ACSERR_QUEUE_FULL, "ACSERR_QUEUE_FULL", "the send queue is full, the AE server is slow; nothing was sent"},
    Words{ACSERR_SSL_INIT_FAILED, "ACSERR_SSL_INIT_FAILED", "the library cannot use TLS; take a TLink of type CSTA or install the client's TLS files"},
    Words{ACSERR_SSL_CONNECT_FAILED, "ACSERR_SSL_CONNECT_FAILED", "TLS with the AE server failed; is its certificate signed by a CA that the TSAPI client trusts?"},
    Words{ACSERR_SSL_FQDN_MISMATCH, "ACSERR_SSL_FQDN_MISMATCH", "the certificate of the AE server names another host; correct tslibrc or the certificate"},
};

constexpr std::array kAdvice{
    Words{TSERVER_STREAM_FAILED, "", "the connection to the AE server broke or its heartbeat stayed away"},
    Words{TSERVER_BAD_SERVERID, "", "compare the TLink setting with the TLinks of AE Services"},
    Words{TSERVER_BAD_PASSWORD_OR_LOGIN, "", "check TSAPIUSERNAME and TSAPIPASSWORD against the CT user of AE Services"},
    Words{TSERVER_NO_USER_RECORD, "", "make TSAPIUSERNAME a CT user in AE Services"},
    Words{TSERVER_INSUFFICIENT_PERMISSION, "", "give the CT user the permission in the security database"},
    Words{TSERVER_USER_LICENSES_EXCEEDED, "", "AE Services has no TSAPI licence left"},
    Words{TSERVER_OAM_DROP_CONNECTION, "", "an administrator of AE Services dropped the connection"},
    Words{TSERVER_ACCOUNT_DISABLED, "", "enable the account of TSAPIUSERNAME"},
    Words{TSERVER_ACCT_LOCKED_OUT, "", "unlock the account of TSAPIUSERNAME"},
    Words{TSERVER_PASSWORD_EXPIRED, "", "give TSAPIUSERNAME a new password and put it into TSAPIPASSWORD"},
    Words{DRIVER_LINK_UNAVAILABLE, "", "AE Services has no link to the switch; look at its switch connection"},
};
// clang-format on

/// Numbers from first to last are about what the CT user may do.
struct Range {
    int first;
    int last;
};
constexpr std::array kPermissions{Range{25, 36}, Range{44, 44}, Range{49, 65}, Range{111, 118}};

CSTAUniversalFailure_t csta_value(std::int32_t failure) {
    for (const auto& range : kPermissions) {
        if (failure >= range.first && failure <= range.last) return PRIVILEGE_VIOLATION_ON_SPECIFIED_DEVICE;
    }
    if (failure == TSERVER_USER_LICENSES_EXCEEDED) return GENERIC_SYSTEM_RESOURCE_AVAILABILITY;
    if (failure == DRIVER_LINK_UNAVAILABLE) return RESOURCE_OUT_OF_SERVICE;
    return GENERIC_UNSPECIFIED;
}

}  // namespace

std::string return_code_words(RetCode_t code) {
    for (const auto& row : kReturnCodes) {
        if (row.number == code)
            return std::string(row.name) + " (" + std::to_string(code) + "): " + row.meaning;
    }
    return "return code " + std::to_string(code) + " of the TSAPI library, which its documents do not name";
}

std::string acs_failure_words(const TsapiFunctions& library, std::int32_t failure) {
    const auto* name = library.acsErrorString
                           ? library.acsErrorString(static_cast<ACSUniversalFailure_t>(failure))
                           : nullptr;
    auto words = std::string(name ? name : "ACS failure") + " (" + std::to_string(failure) + ")";
    for (const auto& row : kAdvice) {
        if (row.number == failure) return words + ": " + row.meaning;
    }
    return words;
}

csta::Failure failure_from_acs(const TsapiFunctions& library, std::int32_t failure) {
    return {
        static_cast<csta::UniversalFailure>(csta_value(failure)),
        "AE Services refused the request: " + acs_failure_words(library, failure)};
}

}  // namespace ctiengine::tsapi

// The functions of attpriv.h for any message: versions, encode by number, decode.
#include "simulator/tsapi_standin/attpriv/encode.hpp"
#include "simulator/tsapi_standin/version_list.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using namespace ctiengine::tsapi_standin;
namespace wire = ctiengine::wire;

namespace {

/// The layouts that our headers have.
constexpr std::string_view kKnownPrivateVersions = "2-9";

bool is_avaya(const char (&vendor)[PRIVATE_VENDOR_SIZE]) {
    const std::string_view name(vendor, strnlen(vendor, sizeof vendor));
    return name == ECS_VENDOR_STRING || name == ATT_VENDOR_STRING;
}

RetCode_t decode(const ATTPrivateData_t& private_data, ATTEvent_t& event) {
    if (private_data.length == 0 || private_data.length > sizeof private_data.data)
        return ACSERR_BADPARAMETER;
    if (!is_avaya(private_data.vendor)) return ACSERR_BADPARAMETER;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(private_data.data);
    switch (wire::decode_att(std::span(bytes, private_data.length), event)) {
        case wire::DecodeStatus::Ok: return ACSPOSITIVE_ACK;
        case wire::DecodeStatus::TooSmall: return ACSERR_UBUFSMALL;
        case wire::DecodeStatus::Malformed: break;
    }
    return ACSERR_UNKNOWN;
}

}  // namespace

extern "C" {

// Returns the length of the text written; 0 when we have none of the versions, ACSERR_BADPARAMETER for a list
// that cannot be read. The text fits wherever the requested list fits with "ECS#" before it, which 20 bytes
// are.
RetCode_t attMakeVersionString(char* requestedVersion, char* supportedVersion) {
    if (any_null(requestedVersion, supportedVersion)) return ACSERR_BADPARAMETER;
    return guarded([&]() -> RetCode_t {
        const auto requested = VersionList::parse(requestedVersion);
        if (!requested) return ACSERR_BADPARAMETER;
        const auto common = requested->common_with(*VersionList::parse(kKnownPrivateVersions));
        if (common.empty()) return 0;
        const auto text = std::string(ECS_VENDOR_STRING) + '#' + common.text();
        std::copy_n(text.c_str(), text.size() + 1, supportedVersion);
        return static_cast<RetCode_t>(text.size());
    });
}

RetCode_t encodePrivate(int pdunum, void* pdu, ATTPrivateData_t* priv) {
    if (pdu == nullptr || pdunum < 0 || pdunum > 0xffff) return ACSERR_BADPARAMETER;
    return guarded([&] {
        return put_private_data(priv, wire::encode_att(static_cast<std::uint16_t>(pdunum), pdu));
    });
}

RetCode_t attPrivateData(ATTPrivateData_t* privateData, ATTEvent_t* eventBuffer) {
    if (any_null(privateData) || any_null(eventBuffer)) return ACSERR_BADPARAMETER;
    return guarded([&] { return decode(*privateData, *eventBuffer); });
}

}  // extern "C"

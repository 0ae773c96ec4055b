#include "tsapi-worker/tsapi/att_answer_reader.hpp"

#include "tsapi-worker/tsapi/att_parts_reader.hpp"
#include "tsapi-worker/tsapi/utf16_text.hpp"

namespace ctiengine::tsapi {
namespace {

template <class Conf>
csta::Response name_answer(const Conf& from) {
    auto name = text_of(from.name);
    if constexpr (requires { from.uname; }) {
        const std::span<const short> units(from.uname.value);
        const auto unicode =
            utf8_from_utf16(units.first(std::min<std::size_t>(from.uname.count, units.size())));
        if (!unicode.empty()) name = unicode;
    }
    return csta::DeviceNameAnswer{number_of(from.deviceType), text_of(from.device), std::move(name)};
}

csta::Response time_answer(const ATTQueryTodConfEvent_t& from) {
    return csta::TimeOfDayAnswer{from.year, from.month, from.day, from.hour, from.minute, from.second};
}

template <class Conf>
csta::Response transfer_answer(const Conf& from) {
    csta::MergedCall merged;
    merged.call = typed(from.transferredCall);
    if constexpr (requires { from.ucid; }) merged.ucid = ucid_of(from.ucid);
    return merged;
}

AgentLoginPiece agents_of(const ATTQueryAgentLoginResp_t& from) {
    AgentLoginPiece piece;
    piece.cross_ref = static_cast<std::int32_t>(from.privEventCrossRefID);
    const auto count = std::min<std::size_t>(from.list.count, std::size(from.list.device));
    for (std::size_t i = 0; i < count; ++i) piece.extensions.push_back(text_of(from.list.device[i]));
    return piece;
}

template <class Conf>
csta::DeviceInfoAnswer device_info_of(const Conf& from) {
    csta::DeviceInfoAnswer info;
    info.extension_class = enum_of<csta::ExtensionClass>(from.extensionClass);
    if constexpr (requires { from.associatedClass; }) {
        info.associated_class = enum_of<csta::ExtensionClass>(from.associatedClass);
        info.associated_device = text_of(from.associatedDevice);
    }
    return info;
}

template <class Conf>
PrivateCaps caps_of(const Conf& from) {
    PrivateCaps caps;
    caps.switch_version = text_of(from.switchVersion);
#define CTIENGINE_CAP(name)                                 \
    if constexpr (requires { from.name; }) {                \
        if (from.name != 0) caps.services.push_back(#name); \
    }
    CTIENGINE_CAP(sendDTMFTone)
    CTIENGINE_CAP(enteredDigitsEvent)
    CTIENGINE_CAP(queryDeviceName)
    CTIENGINE_CAP(queryAgentMeas)
    CTIENGINE_CAP(querySplitSkillMeas)
    CTIENGINE_CAP(queryTrunkGroupMeas)
    CTIENGINE_CAP(queryVdnMeas)
    CTIENGINE_CAP(singleStepConference)
    CTIENGINE_CAP(selectiveListeningHold)
    CTIENGINE_CAP(selectiveListeningRetrieve)
    CTIENGINE_CAP(setBillingRate)
    CTIENGINE_CAP(queryUCID)
    CTIENGINE_CAP(chargeAdviceEvent)
    CTIENGINE_CAP(singleStepTransfer)
    CTIENGINE_CAP(monitorCallsViaDevice)
#undef CTIENGINE_CAP
    if constexpr (requires { from.softwareVersion; }) caps.software_version = text_of(from.softwareVersion);
    return caps;
}

}  // namespace

// Longer than usual: one line for each message of each version.
void read_answer(const ATTEvent_t& event, PrivateContent& to) {
    const auto& u = event.u;
    switch (event.eventType) {
        case ATT_QUERY_UCID_CONF: to.answer = csta::UcidAnswer{ucid_of(u.queryUCID.ucid)}; return;
        case ATT_QUERY_DEVICE_NAME_CONF: to.answer = name_answer(u.queryDeviceName); return;
        case ATTV6_QUERY_DEVICE_NAME_CONF: to.answer = name_answer(u.v6queryDeviceName); return;
        case ATTV4_QUERY_DEVICE_NAME_CONF: to.answer = name_answer(u.v4queryDeviceName); return;
        case ATT_QUERY_STATION_STATUS_CONF:
            to.answer = csta::StationStatusAnswer{u.queryStationStatus.stationStatus != 0};
            return;
        case ATT_QUERY_ACD_SPLIT_CONF: {
            const auto& split = u.queryAcdSplit;
            to.answer = csta::AcdSplitAnswer{split.availableAgents, split.callsInQueue, split.agentsLoggedIn};
            return;
        }
        case ATT_QUERY_TOD_CONF: to.answer = time_answer(u.queryTod); return;
        case ATT_QUERY_AGENT_LOGIN_CONF:
            to.promised_agents = static_cast<std::int32_t>(u.queryAgentLogin.privEventCrossRefID);
            return;
        case ATT_QUERY_AGENT_LOGIN_RESP: to.agents = agents_of(u.queryAgentLoginResp); return;
        case ATT_SINGLE_STEP_CONFERENCE_CALL_CONF: {
            const auto& merged = u.ssconference;
            to.answer = csta::MergedCall{typed(merged.newCall), typed(merged.connList), ucid_of(merged.ucid)};
            return;
        }
        case ATT_SINGLE_STEP_TRANSFER_CALL_CONF: to.answer = transfer_answer(u.ssTransferCallConf); return;
        case ATTV8_SINGLE_STEP_TRANSFER_CALL_CONF:
            to.answer = transfer_answer(u.v8ssTransferCallConf);
            return;
        case ATT_SENDDTMF_TONE_CONF:
        case ATT_SELECTIVE_LISTENING_HOLD_CONF:
        case ATT_SELECTIVE_LISTENING_RETRIEVE_CONF: to.answer = csta::Done(); return;
        case ATT_QUERY_MWI_CONF: to.message_applications = u.queryMwi.applicationType; return;
        case ATT_QUERY_DEVICE_INFO_CONF: to.device_info = device_info_of(u.queryDeviceInfo); return;
        case ATTV4_QUERY_DEVICE_INFO_CONF: to.device_info = device_info_of(u.v4queryDeviceInfo); return;
        case ATT_GETAPI_CAPS_CONF: to.caps = caps_of(u.getAPICaps); return;
        case ATTV6_GETAPI_CAPS_CONF: to.caps = caps_of(u.v6getAPICaps); return;
        case ATTV4_GETAPI_CAPS_CONF: to.caps = caps_of(u.v4getAPICaps); return;
        default: return;
    }
}

}  // namespace ctiengine::tsapi

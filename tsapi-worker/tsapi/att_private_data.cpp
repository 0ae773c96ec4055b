// One overload reads all versions of a message: an older layout only lacks fields or has smaller ones.
#include "tsapi-worker/tsapi/att_private_data.hpp"

#include "tsapi-worker/tsapi/abi_conversions.hpp"
#include "tsapi-worker/tsapi/c_enum.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace ctiengine::tsapi {
namespace {

template <class UserInfo>
std::optional<csta::UserData> user_data_of(const UserInfo& info) {
    if (number_of(info.type) == UUI_NONE || info.data.length == 0) return std::nullopt;
    auto length = std::min<std::size_t>(info.data.length, sizeof(info.data.value));
    return csta::UserData{
        enum_of<csta::UserDataProtocol>(info.type),
        std::string(reinterpret_cast<const char*>(info.data.value), length)};
}

std::optional<csta::EnteredCode> entered_code_of(const ATTUserEnteredCode_t& code) {
    if (number_of(code.type) == UE_NONE || code.data[0] == 0) return std::nullopt;
    return csta::EnteredCode{
        number_of(code.type), number_of(code.indicator), text_of(code.data), text_of(code.collectVDN)};
}

csta::Ucid ucid_of(const ATTUCID_t& ucid) {
    auto text = text_of(ucid);
    return text == ATT_NULL_UCID ? csta::Ucid() : text;
}

std::optional<csta::PartyDevice> device_of(const ExtendedDeviceID_t& device) {
    if (device.deviceID[0] == 0) return std::nullopt;
    return typed(device);
}

template <class From>
std::string trunk_group_of(const From& from) {
    if constexpr (requires { from.trunkGroup; }) {
        return text_of(from.trunkGroup);
    } else {
        return text_of(from.trunk);
    }
}

template <class Info>
std::optional<csta::OriginalCallInfo> original_call_of(const Info& from) {
    if (number_of(from.reason) == OR_NONE) return std::nullopt;
    csta::OriginalCallInfo info;
    info.reason = enum_of<csta::OriginalCallReason>(from.reason);
    info.calling = typed(from.callingDevice);
    info.called = typed(from.calledDevice);
    info.trunk_group = trunk_group_of(from);
    info.trunk_member = text_of(from.trunkMember);
    info.user_data = user_data_of(from.userInfo);
    if constexpr (requires { from.ucid; }) info.ucid = ucid_of(from.ucid);
    info.entered_code = entered_code_of(from.userEnteredCode);
    return info;
}

template <class Event>
void read_distribution(const Event& from, csta::CallPrivateData& call) {
    if constexpr (requires { from.distributingDevice; }) {
        call.distributing_device = device_of(from.distributingDevice);
    }
    if constexpr (requires { from.distributingVDN; }) call.distributing_vdn = device_of(from.distributingVDN);
    if constexpr (requires { from.ucid; }) call.ucid = ucid_of(from.ucid);
}

/// DELIVERED and ESTABLISHED.
template <class Event>
void read_offered(const Event& from, PrivateContent& to) {
    auto& call = to.call;
    call.trunk_group = trunk_group_of(from);
    call.trunk_member = text_of(from.trunkMember);
    call.split = text_of(from.split);
    call.user_data = user_data_of(from.userInfo);
    call.entered_code = entered_code_of(from.userEnteredCode);
    call.original_call = original_call_of(from.originalCallInfo);
    call.reason = number_of(from.reason);
    read_distribution(from, call);
}

/// The merged call may have several trunks; a call event tells of one, so the first is taken.
void read_trunks(const ATTTrunkList_t& list, csta::CallPrivateData& call) {
    const auto count = std::min<std::size_t>(list.count, std::size(list.trunks));
    for (std::size_t i = 0; i < count && call.trunk_group.empty(); ++i) {
        call.trunk_group = text_of(list.trunks[i].trunkGroup);
        call.trunk_member = text_of(list.trunks[i].trunkMember);
    }
}

/// TRANSFERRED and CONFERENCED.
template <class Event>
void read_merged(const Event& from, PrivateContent& to) {
    if constexpr (requires { from.trunkList; }) read_trunks(from.trunkList, to.call);
    to.call.original_call = original_call_of(from.originalCallInfo);
    read_distribution(from, to.call);
}

template <class Event>
void read_user_data(const Event& from, PrivateContent& to) {
    to.call.user_data = user_data_of(from.userInfo);
}

template <class Message>
void read_ucid(const Message& from, PrivateContent& to) {
    to.call.ucid = ucid_of(from.ucid);
}

template <class Event>
void read_network(const Event& from, PrivateContent& to) {
    to.progress_location = number_of(from.progressLocation);
    to.progress_description = number_of(from.progressDescription);
    if constexpr (requires { from.trunkGroup; }) {
        to.call.trunk_group = text_of(from.trunkGroup);
        to.call.trunk_member = text_of(from.trunkMember);
    }
}

template <class Message>
void read_agent(const Message& from, PrivateContent& to) {
    csta::AgentStateAnswer answer;
    answer.work_mode = enum_of<csta::WorkMode>(from.workMode);
    answer.talk_state = enum_of<csta::TalkState>(from.talkState);
    if constexpr (requires { from.reasonCode; })
        answer.reason_code = static_cast<std::int32_t>(from.reasonCode);
    if constexpr (requires { from.pendingWorkMode; }) {
        answer.pending_work_mode = enum_of<csta::WorkMode>(from.pendingWorkMode);
        answer.pending_reason_code = static_cast<std::int32_t>(from.pendingReasonCode);
    }
    to.agent = answer;
}

// Longer than usual: one line for each message of each version.
void read(const ATTEvent_t& event, PrivateContent& to) {
    const auto& u = event.u;
    switch (event.eventType) {
        case ATT_DELIVERED: return read_offered(u.deliveredEvent, to);
        case ATTV6_DELIVERED: return read_offered(u.v6deliveredEvent, to);
        case ATTV5_DELIVERED: return read_offered(u.v5deliveredEvent, to);
        case ATTV4_DELIVERED: return read_offered(u.v4deliveredEvent, to);
        case ATTV3_DELIVERED: return read_offered(u.v3deliveredEvent, to);
        case ATT_ESTABLISHED: return read_offered(u.establishedEvent, to);
        case ATTV6_ESTABLISHED: return read_offered(u.v6establishedEvent, to);
        case ATTV5_ESTABLISHED: return read_offered(u.v5establishedEvent, to);
        case ATTV4_ESTABLISHED: return read_offered(u.v4establishedEvent, to);
        case ATTV3_ESTABLISHED: return read_offered(u.v3establishedEvent, to);
        case ATT_TRANSFERRED: return read_merged(u.transferredEvent, to);
        case ATTV6_TRANSFERRED: return read_merged(u.v6transferredEvent, to);
        case ATTV5_TRANSFERRED: return read_merged(u.v5transferredEvent, to);
        case ATTV4_TRANSFERRED: return read_merged(u.v4transferredEvent, to);
        case ATTV3_TRANSFERRED: return read_merged(u.v3transferredEvent, to);
        case ATT_CONFERENCED: return read_merged(u.conferencedEvent, to);
        case ATTV6_CONFERENCED: return read_merged(u.v6conferencedEvent, to);
        case ATTV5_CONFERENCED: return read_merged(u.v5conferencedEvent, to);
        case ATTV4_CONFERENCED: return read_merged(u.v4conferencedEvent, to);
        case ATTV3_CONFERENCED: return read_merged(u.v3conferencedEvent, to);
        case ATT_ORIGINATED: return read_user_data(u.originatedEvent, to);
        case ATTV8_ORIGINATED: return read_user_data(u.v8originatedEvent, to);
        case ATTV5_ORIGINATED: return read_user_data(u.v5originatedEvent, to);
        case ATT_CONNECTION_CLEARED: return read_user_data(u.connectionClearedEvent, to);
        case ATTV6_CONNECTION_CLEARED: return read_user_data(u.v6connectionClearedEvent, to);
        case ATTV5_CONNECTION_CLEARED: return read_user_data(u.v5connectionClearedEvent, to);
        case ATT_SERVICE_INITIATED: return read_ucid(u.serviceInitiated, to);
        case ATTV8_SERVICE_INITIATED: return read_ucid(u.v8serviceInitiated, to);
        case ATT_MAKE_CALL_CONF: return read_ucid(u.makeCall, to);
        case ATT_CONSULTATION_CALL_CONF: return read_ucid(u.consultationCall, to);
        case ATT_TRANSFER_CALL_CONF: return read_ucid(u.transferCall, to);
        case ATT_CONFERENCE_CALL_CONF: return read_ucid(u.conferenceCall, to);
        case ATT_QUERY_UCID_CONF: return read_ucid(u.queryUCID, to);
        case ATT_NETWORK_REACHED: return read_network(u.networkReachedEvent, to);
        case ATTV6_NETWORK_REACHED: return read_network(u.v6networkReachedEvent, to);
        case ATTV4_NETWORK_REACHED: return read_network(u.v4networkReachedEvent, to);
        case ATT_FAILED: to.calling = device_of(u.failedEvent.callingDevice); return;
        case ATT_CALL_CLEARED: to.call.reason = number_of(u.callClearedEvent.reason); return;
        case ATT_SET_AGENT_STATE_CONF: to.agent_pending = u.setAgentState.isPending != 0; return;
        case ATT_QUERY_AGENT_STATE_CONF: return read_agent(u.queryAgentState, to);
        case ATTV5_QUERY_AGENT_STATE_CONF: return read_agent(u.v5queryAgentState, to);
        case ATTV4_QUERY_AGENT_STATE_CONF: return read_agent(u.v4queryAgentState, to);
        case ATT_LOGGED_ON:
            to.logged_on_work_mode = enum_of<csta::WorkMode>(u.loggedOnEvent.workMode);
            return;
        case ATT_LOGGED_OFF:
            to.logged_off_reason = static_cast<std::int32_t>(u.loggedOffEvent.reasonCode);
            return;
        default: return;
    }
}

}  // namespace

PrivateContent decode_private_data(const TsapiFunctions& library, ATTPrivateData_t& data) {
    PrivateContent content;
    if (data.length == 0) return content;
    ATTEvent_t event{};
    if (library.attPrivateData(&data, &event) == ACSPOSITIVE_ACK) read(event, content);
    return content;
}

int negotiated_version(const ATTPrivateData_t& data) {
    if (data.length < 2 || data.data[0] != PRIVATE_DATA_ENCODING) return 0;
    int version = 0;
    const char* first = data.data + 1;
    const char* last = data.data + std::min<std::size_t>(data.length, sizeof(data.data));
    auto [end, failed] = std::from_chars(first, last, version);
    return failed == std::errc() ? version : 0;
}

}  // namespace ctiengine::tsapi

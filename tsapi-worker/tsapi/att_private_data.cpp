// One overload reads all versions of a message: an older layout only lacks fields or has smaller ones.
#include "tsapi-worker/tsapi/att_private_data.hpp"

#include "tsapi-worker/tsapi/att_answer_reader.hpp"
#include "tsapi-worker/tsapi/att_parts_reader.hpp"

#include <charconv>
#include <iterator>

namespace ctiengine::tsapi {
namespace {

template <class Event>
void read_distribution(const Event& from, csta::CallPrivateData& call) {
    if constexpr (requires { from.distributingDevice; }) {
        call.distributing_device = device_of(from.distributingDevice);
    }
    if constexpr (requires { from.distributingVDN; }) call.distributing_vdn = device_of(from.distributingVDN);
    if constexpr (requires { from.ucid; }) call.ucid = ucid_of(from.ucid);
    if constexpr (requires { from.deviceHistory; }) call.device_history = typed(from.deviceHistory);
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
    call.lookahead = lookahead_of(from.lookaheadInfo);
    call.reason = number_of(from.reason);
    read_distribution(from, call);
}

/// The trunks of a merged call; the first that is named also stands where other events have theirs.
void read_trunks(const ATTTrunkList_t& list, csta::CallPrivateData& call) {
    const auto count = std::min<std::size_t>(list.count, std::size(list.trunks));
    for (std::size_t i = 0; i < count; ++i) {
        const auto& trunk = list.trunks[i];
        call.trunks.push_back({typed(trunk.connection), text_of(trunk.trunkGroup), text_of(trunk.trunkMember)}
        );
        if (!call.trunk_group.empty()) continue;
        call.trunk_group = call.trunks.back().trunk_group;
        call.trunk_member = call.trunks.back().trunk_member;
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
void read_history(const Event& from, PrivateContent& to) {
    to.call.device_history = typed(from.deviceHistory);
}

/// ORIGINATED and CONNECTION_CLEARED.
template <class Event>
void read_user_data(const Event& from, PrivateContent& to) {
    to.call.user_data = user_data_of(from.userInfo);
    if constexpr (requires { from.logicalAgent; }) to.call.logical_agent = text_of(from.logicalAgent);
    if constexpr (requires { from.deviceHistory; }) read_history(from, to);
}

template <class Event>
void read_route_request(const Event& from, PrivateContent& to) {
    auto& call = to.call;
    call.trunk_group = trunk_group_of(from);
    if constexpr (requires { from.trunkMember; }) call.trunk_member = text_of(from.trunkMember);
    call.user_data = user_data_of(from.userInfo);
    call.entered_code = entered_code_of(from.userEnteredCode);
    call.lookahead = lookahead_of(from.lookaheadInfo);
    read_distribution(from, call);
}

void read_entered_digits(const ATTEnteredDigitsEvent_t& from, PrivateContent& to) {
    csta::CallEvent event;
    event.body = csta::EnteredDigits{typed(from.connection), text_of(from.digits)};
    event.local = typed(from.localConnectionInfo);
    event.cause = typed(from.cause);
    to.entered_digits = std::move(event);
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
    if constexpr (requires { from.deviceHistory; }) read_history(from, to);
}

void read_failed(const ATTFailedEvent_t& from, PrivateContent& to) {
    to.calling = device_of(from.callingDevice);
    read_history(from, to);
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
void read_event(const ATTEvent_t& event, PrivateContent& to) {
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
        case ATT_MAKE_PREDICTIVE_CALL_CONF: return read_ucid(u.makePredictiveCall, to);
        case ATT_CONSULTATION_CALL_CONF: return read_ucid(u.consultationCall, to);
        case ATT_TRANSFER_CALL_CONF: return read_ucid(u.transferCall, to);
        case ATT_CONFERENCE_CALL_CONF: return read_ucid(u.conferenceCall, to);
        case ATT_NETWORK_REACHED: return read_network(u.networkReachedEvent, to);
        case ATTV6_NETWORK_REACHED: return read_network(u.v6networkReachedEvent, to);
        case ATTV4_NETWORK_REACHED: return read_network(u.v4networkReachedEvent, to);
        case ATT_FAILED: return read_failed(u.failedEvent, to);
        case ATTV7_FAILED: return read_history(u.v7failedEvent, to);
        case ATT_QUEUED: return read_history(u.queuedEvent, to);
        case ATT_DIVERTED: return read_history(u.divertedEvent, to);
        case ATT_SNAPSHOT_CALL_CONF: return read_history(u.snapshotCallConf, to);
        case ATT_ROUTE_REQUEST: return read_route_request(u.routeRequest, to);
        case ATTV6_ROUTE_REQUEST: return read_route_request(u.v6routeRequest, to);
        case ATTV5_ROUTE_REQUEST: return read_route_request(u.v5routeRequest, to);
        case ATTV4_ROUTE_REQUEST: return read_route_request(u.v4routeRequest, to);
        case ATT_ROUTE_USED: to.dest_route = text_of(u.routeUsed.destRoute); return;
        case ATT_ENTERED_DIGITS: return read_entered_digits(u.enteredDigitsEvent, to);
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
        default: read_answer(event, to);
    }
}

}  // namespace

PrivateContent decode_private_data(const TsapiFunctions& library, ATTPrivateData_t& data) {
    PrivateContent content;
    if (data.length == 0) return content;
    ATTEvent_t event{};
    if (library.attPrivateData(&data, &event) == ACSPOSITIVE_ACK) read_event(event, content);
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

// One function per event; each fills the newest layout or an older one by the same lines, because the older
// ones only lack fields. Longer than usual: it is a table.
#include "simulator/switch/tsapi/private_events.hpp"

#include "simulator/switch/tsapi/conversions.hpp"
#include "simulator/switch/tsapi/history_list.hpp"
#include "simulator/switch/tsapi/private_data.hpp"

namespace ctiengine::simulator {
namespace {

/// The parts that DELIVERED, ESTABLISHED and the original call info share in all versions.
template <class Part>
void put_call_parts(
    Part& part,
    const std::optional<UserData>& user_data,
    const std::string& ucid,
    const std::optional<EnteredCode>& entered
) {
    part.lookaheadInfo.type = LAI_NO_INTERFLOW;
    part.userEnteredCode.type = UE_NONE;
    if (entered) {
        part.userEnteredCode.type = entered->type;
        part.userEnteredCode.indicator = entered->indicator;
        put_text(part.userEnteredCode.data, entered->digits);
        put_text(part.userEnteredCode.collectVDN, entered->collect_vdn);
    }
    put_user_data(part.userInfo, user_data);
    if constexpr (requires { part.ucid; }) put_text(part.ucid, ucid);
}

template <class Part>
void put_line(Part& part, const TrunkLine& line) {
    if constexpr (requires { part.trunkGroup; }) {
        put_text(part.trunkGroup, number_text(line.group));
    } else {
        put_text(part.trunk, number_text(line.group));
    }
    put_text(part.trunkMember, number_text(line.member));
}

template <class Info>
void put_original(Info& info, const std::optional<OriginalCall>& original, HistoryList& history) {
    info = {};
    put_call_parts(
        info, original ? original->user_data : std::nullopt, original ? original->ucid : std::string(),
        original ? original->entered : std::nullopt
    );
    info.reason = OR_NONE;
    info.callingDevice = to_abi(NamedDevice{});
    info.calledDevice = to_abi(NamedDevice{});
    if constexpr (requires { info.deviceHistory; }) history.put(info.deviceHistory);
    if (!original) return;
    info.reason = original->reason;
    info.callingDevice = to_abi(original->calling);
    info.calledDevice = to_abi(original->called);
    put_line(info, original->line);
}

template <class Att>
void put_two_ended(wire::Frame& frame, std::uint16_t number, const CallPrivate& data) {
    HistoryList history(data.history);
    HistoryList none({});
    Att att{};
    put_call_parts(att, data.user_data, data.ucid, data.entered);
    put_line(att, data.line);
    put_original(att.originalCallInfo, data.original, none);
    att.reason = data.reason;
    put_text(att.split, data.split);
    if constexpr (requires { att.distributingDevice; })
        att.distributingDevice = to_abi(data.distributing_device);
    if constexpr (requires { att.deliveredType; }) att.deliveredType = data.delivered_type;
    if constexpr (requires { att.distributingVDN; }) att.distributingVDN = to_abi(data.distributing_vdn);
    if constexpr (requires { att.deviceHistory; }) history.put(att.deviceHistory);
    put_private(frame, number, att);
}

template <class Att>
void put_merged(wire::Frame& frame, std::uint16_t number, const CallEvent& event) {
    HistoryList history(event.data.history);
    HistoryList none({});
    Att att{};
    put_original(att.originalCallInfo, event.data.original, none);
    if constexpr (requires { att.distributingDevice; })
        att.distributingDevice = to_abi(event.data.distributing_device);
    if constexpr (requires { att.ucid; }) put_text(att.ucid, event.data.ucid);
    if constexpr (requires { att.distributingVDN; })
        att.distributingVDN = to_abi(event.data.distributing_vdn);
    if constexpr (requires { att.deviceHistory; }) history.put(att.deviceHistory);
    if constexpr (requires { att.trunkList; }) {
        for (const auto& party : event.parties) {
            if (party.line.group == 0 || att.trunkList.count == MAX_TRUNKS) continue;
            auto& trunk = att.trunkList.trunks[att.trunkList.count++];
            trunk.connection = to_abi(party.party);
            put_text(trunk.trunkGroup, number_text(party.line.group));
            put_text(trunk.trunkMember, number_text(party.line.member));
        }
    }
    put_private(frame, number, att);
}

template <class Att>
void put_originated(wire::Frame& frame, std::uint16_t number, const CallPrivate& data) {
    Att att{};
    put_text(att.logicalAgent, data.logical_agent);
    put_user_data(att.userInfo, data.user_data);
    if constexpr (requires { att.consultMode; }) att.consultMode = data.consult_mode;
    put_private(frame, number, att);
}

template <class Att>
void put_cleared(wire::Frame& frame, std::uint16_t number, const CallPrivate& data) {
    HistoryList history(data.history);
    Att att{};
    put_user_data(att.userInfo, data.user_data);
    if constexpr (requires { att.deviceHistory; }) history.put(att.deviceHistory);
    put_private(frame, number, att);
}

template <class Att>
void put_service_initiated(wire::Frame& frame, std::uint16_t number, const CallPrivate& data) {
    Att att{};
    put_text(att.ucid, data.ucid);
    if constexpr (requires { att.consultMode; }) att.consultMode = data.consult_mode;
    put_private(frame, number, att);
}

template <class Att>
void put_network_reached(wire::Frame& frame, std::uint16_t number, const CallPrivate& data) {
    HistoryList history(data.history);
    Att att{};
    att.progressLocation = PL_NONE;
    att.progressDescription = PD_NONE;
    if constexpr (requires { att.trunkMember; }) put_line(att, data.line);
    if constexpr (requires { att.deviceHistory; }) history.put(att.deviceHistory);
    put_private(frame, number, att);
}

template <class Att>
void put_failed(wire::Frame& frame, std::uint16_t number, const CallPrivate& data) {
    HistoryList history(data.history);
    Att att{};
    history.put(att.deviceHistory);
    if constexpr (requires { att.callingDevice; }) att.callingDevice = to_abi(data.calling);
    put_private(frame, number, att);
}

void put_diverted(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version < 7) return;
    HistoryList history(data.history);
    ATTDivertedEvent_t att{};
    history.put(att.deviceHistory);
    put_private(frame, ATT_DIVERTED, att);
}

void put_queued(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version < 7) return;
    HistoryList history(data.history);
    ATTQueuedEvent_t att{};
    history.put(att.deviceHistory);
    put_private(frame, ATT_QUEUED, att);
}

void put_call_cleared(wire::Frame& frame, const CallPrivate& data) {
    ATTCallClearedEvent_t att{};
    att.reason = data.reason;
    put_private(frame, ATT_CALL_CLEARED, att);
}

template <class Att>
void put_route_request(wire::Frame& frame, std::uint16_t number, const CallPrivate& data) {
    HistoryList history(data.history);
    Att att{};
    put_call_parts(att, data.user_data, data.ucid, data.entered);
    if constexpr (requires { att.trunkGroup; }) {
        put_text(att.trunkGroup, number_text(data.line.group));
    } else {
        put_text(att.trunk, number_text(data.line.group));
    }
    if constexpr (requires { att.trunkMember; }) put_text(att.trunkMember, number_text(data.line.member));
    if constexpr (requires { att.deviceHistory; }) history.put(att.deviceHistory);
    put_private(frame, number, att);
}

void put_held(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version < 9) return;
    ATTHeldEvent_t att{};
    att.consultMode = data.consult_mode;
    put_private(frame, ATT_HELD, att);
}

void delivered(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version >= 7) return put_two_ended<ATTDeliveredEvent_t>(frame, ATT_DELIVERED, data);
    if (version == 6) return put_two_ended<ATTV6DeliveredEvent_t>(frame, ATTV6_DELIVERED, data);
    if (version == 5) return put_two_ended<ATTV5DeliveredEvent_t>(frame, ATTV5_DELIVERED, data);
    if (version == 4) return put_two_ended<ATTV4DeliveredEvent_t>(frame, ATTV4_DELIVERED, data);
    put_two_ended<ATTV3DeliveredEvent_t>(frame, ATTV3_DELIVERED, data);
}

void established(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version >= 7) return put_two_ended<ATTEstablishedEvent_t>(frame, ATT_ESTABLISHED, data);
    if (version == 6) return put_two_ended<ATTV6EstablishedEvent_t>(frame, ATTV6_ESTABLISHED, data);
    if (version == 5) return put_two_ended<ATTV5EstablishedEvent_t>(frame, ATTV5_ESTABLISHED, data);
    if (version == 4) return put_two_ended<ATTV4EstablishedEvent_t>(frame, ATTV4_ESTABLISHED, data);
    put_two_ended<ATTV3EstablishedEvent_t>(frame, ATTV3_ESTABLISHED, data);
}

void transferred(wire::Frame& frame, const CallEvent& event, int version) {
    if (version >= 7) return put_merged<ATTTransferredEvent_t>(frame, ATT_TRANSFERRED, event);
    if (version == 6) return put_merged<ATTV6TransferredEvent_t>(frame, ATTV6_TRANSFERRED, event);
    if (version == 5) return put_merged<ATTV5TransferredEvent_t>(frame, ATTV5_TRANSFERRED, event);
    if (version == 4) return put_merged<ATTV4TransferredEvent_t>(frame, ATTV4_TRANSFERRED, event);
    put_merged<ATTV3TransferredEvent_t>(frame, ATTV3_TRANSFERRED, event);
}

void conferenced(wire::Frame& frame, const CallEvent& event, int version) {
    if (version >= 7) return put_merged<ATTConferencedEvent_t>(frame, ATT_CONFERENCED, event);
    if (version == 6) return put_merged<ATTV6ConferencedEvent_t>(frame, ATTV6_CONFERENCED, event);
    if (version == 5) return put_merged<ATTV5ConferencedEvent_t>(frame, ATTV5_CONFERENCED, event);
    if (version == 4) return put_merged<ATTV4ConferencedEvent_t>(frame, ATTV4_CONFERENCED, event);
    put_merged<ATTV3ConferencedEvent_t>(frame, ATTV3_CONFERENCED, event);
}

void originated(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version >= 9) return put_originated<ATTOriginatedEvent_t>(frame, ATT_ORIGINATED, data);
    if (version >= 6) return put_originated<ATTV8OriginatedEvent_t>(frame, ATTV8_ORIGINATED, data);
    put_originated<ATTV5OriginatedEvent_t>(frame, ATTV5_ORIGINATED, data);
}

void cleared(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version >= 7) return put_cleared<ATTConnectionClearedEvent_t>(frame, ATT_CONNECTION_CLEARED, data);
    if (version == 6)
        return put_cleared<ATTV6ConnectionClearedEvent_t>(frame, ATTV6_CONNECTION_CLEARED, data);
    put_cleared<ATTV5ConnectionClearedEvent_t>(frame, ATTV5_CONNECTION_CLEARED, data);
}

void service_initiated(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version >= 9) {
        put_service_initiated<ATTServiceInitiatedEvent_t>(frame, ATT_SERVICE_INITIATED, data);
    } else if (version >= 5) {
        put_service_initiated<ATTV8ServiceInitiatedEvent_t>(frame, ATTV8_SERVICE_INITIATED, data);
    }
}

void network_reached(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version >= 7) return put_network_reached<ATTNetworkReachedEvent_t>(frame, ATT_NETWORK_REACHED, data);
    if (version >= 5)
        return put_network_reached<ATTV6NetworkReachedEvent_t>(frame, ATTV6_NETWORK_REACHED, data);
    put_network_reached<ATTV4NetworkReachedEvent_t>(frame, ATTV4_NETWORK_REACHED, data);
}

void failed(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version >= 8) return put_failed<ATTFailedEvent_t>(frame, ATT_FAILED, data);
    if (version == 7) put_failed<ATTV7FailedEvent_t>(frame, ATTV7_FAILED, data);
}

}  // namespace

void add_private_data(wire::Frame& frame, const CallEvent& event, int version) {
    if (version == 0) return;
    switch (event.type) {
        case CSTA_SERVICE_INITIATED: return service_initiated(frame, event.data, version);
        case CSTA_ORIGINATED: return originated(frame, event.data, version);
        case CSTA_DELIVERED: return delivered(frame, event.data, version);
        case CSTA_ESTABLISHED: return established(frame, event.data, version);
        case CSTA_HELD: return put_held(frame, event.data, version);
        case CSTA_TRANSFERRED: return transferred(frame, event, version);
        case CSTA_CONFERENCED: return conferenced(frame, event, version);
        case CSTA_CONNECTION_CLEARED: return cleared(frame, event.data, version);
        case CSTA_DIVERTED: return put_diverted(frame, event.data, version);
        case CSTA_QUEUED: return put_queued(frame, event.data, version);
        case CSTA_CALL_CLEARED: return put_call_cleared(frame, event.data);
        case CSTA_FAILED: return failed(frame, event.data, version);
        case CSTA_NETWORK_REACHED: return network_reached(frame, event.data, version);
        default: return;
    }
}

void add_entered_digits(wire::Frame& frame, const CallEvent& event, LocalConnectionState_t local) {
    ATTEnteredDigitsEvent_t att{};
    att.connection = to_abi(event.connection);
    put_text(att.digits, event.digits);
    att.localConnectionInfo = local;
    att.cause = event.cause;
    put_private(frame, ATT_ENTERED_DIGITS, att);
}

void add_route_request(wire::Frame& frame, const CallPrivate& data, int version) {
    if (version >= 7) return put_route_request<ATTRouteRequestEvent_t>(frame, ATT_ROUTE_REQUEST, data);
    if (version == 6) return put_route_request<ATTV6RouteRequestEvent_t>(frame, ATTV6_ROUTE_REQUEST, data);
    if (version == 5) return put_route_request<ATTV5RouteRequestEvent_t>(frame, ATTV5_ROUTE_REQUEST, data);
    if (version > 0) put_route_request<ATTV4RouteRequestEvent_t>(frame, ATTV4_ROUTE_REQUEST, data);
}

void add_private_data(wire::Frame& frame, const AgentEvent& event, int version) {
    if (version == 0) return;
    if (event.type == CSTA_LOGGED_ON) {
        ATTLoggedOnEvent_t att{};
        att.workMode = event.work_mode;
        put_private(frame, ATT_LOGGED_ON, att);
    } else if (event.type == CSTA_LOGGED_OFF && version >= 5) {
        ATTLoggedOffEvent_t att{};
        att.reasonCode = event.reason_code;
        put_private(frame, ATT_LOGGED_OFF, att);
    }
}

}  // namespace ctiengine::simulator

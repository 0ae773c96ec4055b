#include "simulator/switch/tsapi/event_frames.hpp"

#include "simulator/switch/tsapi/conversions.hpp"
#include "simulator/switch/tsapi/private_events.hpp"

#include <map>
#include <vector>

namespace ctiengine::simulator {
namespace {

using MaybeFrame = std::optional<wire::Frame>;

template <class Event>
MaybeFrame finish(Event& abi, const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    abi.localConnectionInfo = local;
    abi.cause = event.cause;
    return wire::make_frame(CSTAUNSOLICITED, static_cast<std::uint16_t>(event.type), reference, abi);
}

MaybeFrame service_initiated(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTAServiceInitiatedEvent_t abi{};
    abi.initiatedConnection = to_abi(event.connection);
    return finish(abi, event, local, reference);
}

MaybeFrame originated(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTAOriginatedEvent_t abi{};
    abi.originatedConnection = to_abi(event.connection);
    abi.callingDevice = to_abi(event.calling);
    abi.calledDevice = to_abi(event.called);
    return finish(abi, event, local, reference);
}

MaybeFrame delivered(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTADeliveredEvent_t abi{};
    abi.connection = to_abi(event.connection);
    abi.alertingDevice = to_abi(event.subject);
    abi.callingDevice = to_abi(event.calling);
    abi.calledDevice = to_abi(event.called);
    abi.lastRedirectionDevice = to_abi(event.last_redirection);
    return finish(abi, event, local, reference);
}

MaybeFrame established(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTAEstablishedEvent_t abi{};
    abi.establishedConnection = to_abi(event.connection);
    abi.answeringDevice = to_abi(event.subject);
    abi.callingDevice = to_abi(event.calling);
    abi.calledDevice = to_abi(event.called);
    abi.lastRedirectionDevice = to_abi(event.last_redirection);
    return finish(abi, event, local, reference);
}

MaybeFrame held(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTAHeldEvent_t abi{};
    abi.heldConnection = to_abi(event.connection);
    abi.holdingDevice = to_abi(event.subject);
    return finish(abi, event, local, reference);
}

MaybeFrame retrieved(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTARetrievedEvent_t abi{};
    abi.retrievedConnection = to_abi(event.connection);
    abi.retrievingDevice = to_abi(event.subject);
    return finish(abi, event, local, reference);
}

MaybeFrame failed(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTAFailedEvent_t abi{};
    abi.failedConnection = to_abi(event.connection);
    abi.failingDevice = to_abi(event.subject);
    abi.calledDevice = to_abi(event.called);
    return finish(abi, event, local, reference);
}

MaybeFrame network_reached(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTANetworkReachedEvent_t abi{};
    abi.connection = to_abi(event.connection);
    abi.trunkUsed = to_abi(event.subject);
    abi.calledDevice = to_abi(event.called);
    return finish(abi, event, local, reference);
}

MaybeFrame connection_cleared(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTAConnectionClearedEvent_t abi{};
    abi.droppedConnection = to_abi(event.connection);
    abi.releasingDevice = to_abi(event.subject);
    return finish(abi, event, local, reference);
}

MaybeFrame call_cleared(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTACallClearedEvent_t abi{};
    abi.clearedCall = to_abi(event.connection);
    return finish(abi, event, local, reference);
}

MaybeFrame diverted(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTADivertedEvent_t abi{};
    abi.connection = to_abi(event.connection);
    abi.divertingDevice = to_abi(event.subject);
    abi.newDestination = to_abi(event.called);
    return finish(abi, event, local, reference);
}

std::vector<Connection_t> listed(const CallEvent& event) {
    std::vector<Connection_t> list;
    for (const auto& party : event.parties) list.push_back({to_abi(party.party), to_abi(party.device)});
    return list;
}

MaybeFrame transferred(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    auto list = listed(event);
    CSTATransferredEvent_t abi{};
    abi.primaryOldCall = to_abi(event.connection);
    abi.secondaryOldCall = to_abi(event.secondary);
    abi.transferringDevice = to_abi(event.subject);
    abi.transferredDevice = to_abi(event.added);
    abi.transferredConnections = {static_cast<unsigned>(list.size()), list.data()};
    return finish(abi, event, local, reference);
}

MaybeFrame conferenced(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    auto list = listed(event);
    CSTAConferencedEvent_t abi{};
    abi.primaryOldCall = to_abi(event.connection);
    abi.secondaryOldCall = to_abi(event.secondary);
    abi.confController = to_abi(event.subject);
    abi.addedParty = to_abi(event.added);
    abi.conferenceConnections = {static_cast<unsigned>(list.size()), list.data()};
    return finish(abi, event, local, reference);
}

MaybeFrame queued(const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference) {
    CSTAQueuedEvent_t abi{};
    abi.queuedConnection = to_abi(event.connection);
    abi.queue = to_abi(event.subject);
    abi.callingDevice = to_abi(event.calling);
    abi.calledDevice = to_abi(event.called);
    abi.lastRedirectionDevice = to_abi(event.last_redirection);
    abi.numberQueued = static_cast<short>(event.number_queued);
    return finish(abi, event, local, reference);
}

/// Its content is private data only.
MaybeFrame private_status(std::uint32_t reference) {
    return wire::make_frame(CSTAUNSOLICITED, CSTA_PRIVATE_STATUS, reference, CSTAPrivateStatusEvent_t{});
}

MaybeFrame without_private_data(
    const CallEvent& event, LocalConnectionState_t local, std::uint32_t reference
) {
    switch (event.type) {
        case CSTA_SERVICE_INITIATED: return service_initiated(event, local, reference);
        case CSTA_ORIGINATED: return originated(event, local, reference);
        case CSTA_DELIVERED: return delivered(event, local, reference);
        case CSTA_ESTABLISHED: return established(event, local, reference);
        case CSTA_HELD: return held(event, local, reference);
        case CSTA_RETRIEVED: return retrieved(event, local, reference);
        case CSTA_TRANSFERRED: return transferred(event, local, reference);
        case CSTA_CONFERENCED: return conferenced(event, local, reference);
        case CSTA_FAILED: return failed(event, local, reference);
        case CSTA_NETWORK_REACHED: return network_reached(event, local, reference);
        case CSTA_CONNECTION_CLEARED: return connection_cleared(event, local, reference);
        case CSTA_DIVERTED: return diverted(event, local, reference);
        case CSTA_QUEUED: return queued(event, local, reference);
        case CSTA_CALL_CLEARED: return call_cleared(event, local, reference);
        case CSTA_PRIVATE_STATUS: return private_status(reference);
        default: return std::nullopt;
    }
}

NamedDevice station(const std::string& extension) {
    return {extension, DEVICE_IDENTIFIER, ID_PROVIDED};
}

template <class Event>
MaybeFrame agent_event(const AgentEvent& event, std::uint32_t reference) {
    Event abi{};
    abi.agentDevice = to_abi(station(event.extension));
    put_text(abi.agentID, event.agent_id);
    if constexpr (requires { abi.agentGroup; }) put_text(abi.agentGroup, event.skill);
    return wire::make_frame(CSTAUNSOLICITED, static_cast<std::uint16_t>(event.type), reference, abi);
}

MaybeFrame without_private_data(const AgentEvent& event, std::uint32_t reference) {
    switch (event.type) {
        case CSTA_LOGGED_ON: return agent_event<CSTALoggedOnEvent_t>(event, reference);
        case CSTA_LOGGED_OFF: return agent_event<CSTALoggedOffEvent_t>(event, reference);
        case CSTA_NOT_READY: return agent_event<CSTANotReadyEvent_t>(event, reference);
        case CSTA_READY: return agent_event<CSTAReadyEvent_t>(event, reference);
        case CSTA_WORK_NOT_READY: return agent_event<CSTAWorkNotReadyEvent_t>(event, reference);
        case CSTA_WORK_READY: return agent_event<CSTAWorkReadyEvent_t>(event, reference);
        default: return std::nullopt;
    }
}

template <class Event>
MaybeFrame device_frame(const DeviceEvent& event, std::uint32_t reference, const Event& abi) {
    return wire::make_frame(CSTAUNSOLICITED, static_cast<std::uint16_t>(event.type), reference, abi);
}

template <class Event>
MaybeFrame service_event(const DeviceEvent& event, std::uint32_t reference) {
    Event abi{};
    put_text(abi.device, event.device);
    abi.cause = event.cause;
    return device_frame(event, reference, abi);
}

MaybeFrame forwarding(const DeviceEvent& event, std::uint32_t reference) {
    CSTAForwardingEvent_t abi{};
    abi.device = to_abi(station(event.device));
    abi.forwardingInformation.forwardingType = event.forwarding;
    abi.forwardingInformation.forwardingOn = event.on ? 1 : 0;
    put_text(abi.forwardingInformation.forwardDN, event.destination);
    return device_frame(event, reference, abi);
}

MaybeFrame do_not_disturb(const DeviceEvent& event, std::uint32_t reference) {
    CSTADoNotDisturbEvent_t abi{};
    abi.device = to_abi(station(event.device));
    abi.doNotDisturbOn = event.on ? 1 : 0;
    return device_frame(event, reference, abi);
}

MaybeFrame message_waiting(const DeviceEvent& event, std::uint32_t reference) {
    CSTAMessageWaitingEvent_t abi{};
    abi.deviceForMessage = to_abi(station(event.device));
    abi.invokingDevice = to_abi(NamedDevice{});
    abi.messageWaitingOn = event.on ? 1 : 0;
    return device_frame(event, reference, abi);
}

}  // namespace

std::optional<wire::Frame> event_frame(const DeviceEvent& event, std::uint32_t cross_reference) {
    switch (event.type) {
        case CSTA_FORWARDING: return forwarding(event, cross_reference);
        case CSTA_DO_NOT_DISTURB: return do_not_disturb(event, cross_reference);
        case CSTA_MESSAGE_WAITING: return message_waiting(event, cross_reference);
        case CSTA_BACK_IN_SERVICE: return service_event<CSTABackInServiceEvent_t>(event, cross_reference);
        case CSTA_OUT_OF_SERVICE: return service_event<CSTAOutOfServiceEvent_t>(event, cross_reference);
        default: return std::nullopt;
    }
}

std::optional<wire::Frame> event_frame(
    const CallEvent& event, LocalConnectionState_t local, std::uint32_t cross_reference, int version
) {
    auto frame = without_private_data(event, local, cross_reference);
    if (!frame) return frame;
    if (event.type == CSTA_PRIVATE_STATUS) {
        if (version == 0) return std::nullopt;
        add_entered_digits(*frame, event, local);
    } else {
        add_private_data(*frame, event, version);
    }
    return frame;
}

std::optional<wire::Frame> event_frame(const AgentEvent& event, std::uint32_t cross_reference, int version) {
    auto frame = without_private_data(event, cross_reference);
    if (frame) add_private_data(*frame, event, version);
    return frame;
}

bool passes(const CSTAMonitorFilter_t& filter, int event_type) {
    static const std::map<int, int> kCallBits{
        {CSTA_CALL_CLEARED, CF_CALL_CLEARED},
        {CSTA_CONFERENCED, CF_CONFERENCED},
        {CSTA_CONNECTION_CLEARED, CF_CONNECTION_CLEARED},
        {CSTA_DELIVERED, CF_DELIVERED},
        {CSTA_DIVERTED, CF_DIVERTED},
        {CSTA_ESTABLISHED, CF_ESTABLISHED},
        {CSTA_FAILED, CF_FAILED},
        {CSTA_HELD, CF_HELD},
        {CSTA_NETWORK_REACHED, CF_NETWORK_REACHED},
        {CSTA_ORIGINATED, CF_ORIGINATED},
        {CSTA_QUEUED, CF_QUEUED},
        {CSTA_RETRIEVED, CF_RETRIEVED},
        {CSTA_SERVICE_INITIATED, CF_SERVICE_INITIATED},
        {CSTA_TRANSFERRED, CF_TRANSFERRED}};
    static const std::map<int, int> kAgentBits{
        {CSTA_LOGGED_ON, AF_LOGGED_ON},           {CSTA_LOGGED_OFF, AF_LOGGED_OFF},
        {CSTA_NOT_READY, AF_NOT_READY},           {CSTA_READY, AF_READY},
        {CSTA_WORK_NOT_READY, AF_WORK_NOT_READY}, {CSTA_WORK_READY, AF_WORK_READY}};
    if (const auto call = kCallBits.find(event_type); call != kCallBits.end()) {
        return (filter.call & call->second) == 0;
    }
    static const std::map<int, int> kFeatureBits{
        {CSTA_DO_NOT_DISTURB, FF_DO_NOT_DISTURB},
        {CSTA_FORWARDING, FF_FORWARDING},
        {CSTA_MESSAGE_WAITING, FF_MESSAGE_WAITING}};
    if (const auto feature = kFeatureBits.find(event_type); feature != kFeatureBits.end()) {
        return (filter.feature & feature->second) == 0;
    }
    if (event_type == CSTA_BACK_IN_SERVICE) return (filter.maintenance & MF_BACK_IN_SERVICE) == 0;
    if (event_type == CSTA_OUT_OF_SERVICE) return (filter.maintenance & MF_OUT_OF_SERVICE) == 0;
    if (event_type == CSTA_PRIVATE_STATUS) return (filter.privateFilter & ATT_ENTERED_DIGITS_FILTER) == 0;
    const auto agent = kAgentBits.find(event_type);
    return agent == kAgentBits.end() || (filter.agent & agent->second) == 0;
}

}  // namespace ctiengine::simulator

// System status, capabilities and lists: what the AES answers by itself (tsapi: 3, 9).
#include "simulator/switch/tsapi/request.hpp"

namespace ctiengine::simulator {
namespace {

bool wants_link_status(const wire::OwnedPdu& att) {
    const auto* given = att.as<ATTSysStat_t>();
    return given != nullptr && given->linkStatusReq != 0;
}

template <class Caps>
void put_private_caps(wire::Frame& frame, std::uint16_t number, const std::string& version) {
    Caps att{};
    put_text(att.switchVersion, version);
    att.queryDeviceName = 1;
    if constexpr (requires { att.singleStepConference; }) att.singleStepConference = 1;
    att.sendDTMFTone = 1;
    att.enteredDigitsEvent = 1;
    if constexpr (requires { att.selectiveListeningHold; }) {
        att.selectiveListeningHold = 1;
        att.selectiveListeningRetrieve = 1;
    }
    if constexpr (requires { att.singleStepTransfer; }) att.singleStepTransfer = 1;
    if constexpr (requires { att.queryUCID; }) att.queryUCID = 1;
    if constexpr (requires { att.devicehistoryCount; }) {
        att.devicehistoryCount = 1;
        put_text(att.adminSoftwareVersion, version);
        put_text(att.softwareVersion, version);
        put_text(att.offerType, "simulator");
        put_text(att.serverType, "simulator");
    }
    put_private(frame, number, att);
}

void put_events(CSTAGetAPICapsConfEvent_t& caps, const Profile& profile) {
    const short features = profile.feature_events ? 1 : 0;
    caps.doNotDisturbEvent = features;
    caps.forwardingEvent = features;
    caps.messageWaitingEvent = features;
    const short maintenance = profile.maintenance_events ? 1 : 0;
    caps.backInServiceEvent = maintenance;
    caps.outOfServiceEvent = maintenance;
    caps.eventReport = 1;
    caps.callClearedEvent = 1;
    caps.queuedEvent = 1;
    caps.privateEvent = 1;
    caps.routeRequestEvent = 1;
    caps.routeUsedEvent = 1;
    caps.routeEndEvent = 1;
    caps.conferencedEvent = 1;
    caps.connectionClearedEvent = 1;
    caps.deliveredEvent = 1;
    caps.divertedEvent = 1;
    caps.establishedEvent = 1;
    caps.failedEvent = 1;
    caps.heldEvent = 1;
    caps.networkReachedEvent = 1;
    caps.originatedEvent = 1;
    caps.retrievedEvent = 1;
    caps.serviceInitiatedEvent = 1;
    caps.transferredEvent = 1;
    caps.monitorEnded = 1;
    caps.privateStatusEvent = 1;
    caps.sysStatEvent = 1;
    caps.loggedOnEvent = 1;
    caps.loggedOffEvent = 1;
    const short agents = profile.agents.mode_events ? 1 : 0;
    caps.notReadyEvent = agents;
    caps.readyEvent = agents;
    caps.workNotReadyEvent = agents;
}

void put_services(CSTAGetAPICapsConfEvent_t& caps) {
    caps.alternateCall = 1;
    caps.answerCall = 1;
    caps.clearCall = 1;
    caps.clearConnection = 1;
    caps.conferenceCall = 1;
    caps.consultationCall = 1;
    caps.deflectCall = 1;
    caps.holdCall = 1;
    caps.makeCall = 1;
    caps.makePredictiveCall = 1;
    caps.pickupCall = 1;
    caps.queryMwi = 1;
    caps.queryDnd = 1;
    caps.queryFwd = 1;
    caps.queryLastNumber = 1;
    caps.setMwi = 1;
    caps.setDnd = 1;
    caps.setFwd = 1;
    caps.queryAgentState = 1;
    caps.queryDeviceInfo = 1;
    caps.reconnectCall = 1;
    caps.retrieveCall = 1;
    caps.setAgentState = 1;
    caps.transferCall = 1;
    caps.monitorDevice = 1;
    caps.monitorCallsViaDevice = 1;
    caps.routeSelect = 1;
    caps.monitorCall = 1;
    caps.changeMonitorFilter = 1;
    caps.monitorStop = 1;
    caps.snapshotDeviceReq = 1;
    caps.snapshotCallReq = 1;
    caps.escapeService = 1;
    caps.sysStatReq = 1;
    caps.sysStatStart = 1;
    caps.sysStatStop = 1;
    caps.changeSysStatFilter = 1;
}

}  // namespace

Reply request_system_status(Request& request) {
    CSTASysStatReqConfEvent_t abi{};
    abi.systemStatus = request.at.link.status();
    auto frame = confirmation(CSTA_SYS_STAT_REQ_CONF, abi);
    request.at.link.put_link_status(frame, request.version());
    return frame;
}

Reply start_system_status(Request& request) {
    const auto filter = request.as<CSTASysStatStart_t>().statusFilter;
    request.at.link.subscribe(request.stream, filter, wants_link_status(request.att));
    CSTASysStatStartConfEvent_t abi{};
    abi.statusFilter = filter;
    return confirmation(CSTA_SYS_STAT_START_CONF, abi);
}

Reply change_system_status_filter(Request& request) {
    if (!request.at.link.is_subscribed(request.stream)) {
        return request.refuse(Denial::UnknownMonitor, "system status was not started on this stream");
    }
    const auto filter = request.as<CSTAChangeSysStatFilter_t>().statusFilter;
    request.at.link.subscribe(request.stream, filter, wants_link_status(request.att));
    CSTAChangeSysStatFilterConfEvent_t abi{};
    abi.statusFilterSelected = filter;
    abi.statusFilterActive = filter;
    return confirmation(CSTA_CHANGE_SYS_STAT_FILTER_CONF, abi);
}

Reply stop_system_status(Request& request) {
    request.at.link.unsubscribe(request.stream);
    return confirmation(CSTA_SYS_STAT_STOP_CONF, CSTASysStatStopConfEvent_t{});
}

Reply get_api_caps(Request& request) {
    const auto& plan = request.at.telephone_switch.plan();
    CSTAGetAPICapsConfEvent_t abi{};
    put_services(abi);
    put_events(abi, plan.profile);
    auto frame = confirmation(CSTA_GETAPI_CAPS_CONF, abi);
    if (request.version() >= 7) {
        put_private_caps<ATTGetAPICapsConfEvent_t>(frame, ATT_GETAPI_CAPS_CONF, plan.name);
    } else if (request.version() >= 5) {
        put_private_caps<ATTV6GetAPICapsConfEvent_t>(frame, ATTV6_GETAPI_CAPS_CONF, plan.name);
    } else if (request.version() == 4) {
        put_private_caps<ATTV4GetAPICapsConfEvent_t>(frame, ATTV4_GETAPI_CAPS_CONF, plan.name);
    }
    return frame;
}

Reply get_device_list(Request& request) {
    const auto& asked = request.as<CSTAGetDeviceList_t>();
    const auto& stations = request.at.telephone_switch.core().directory.stations();
    const auto first = asked.index < 0 ? std::size_t{0} : static_cast<std::size_t>(asked.index);
    CSTAGetDeviceListConfEvent_t abi{};
    abi.driverSdbLevel = NO_SDB_CHECKING;
    abi.level = asked.level;
    abi.index = -1;
    std::size_t place = 0;
    for (const auto& [extension, station] : stations) {
        if (place++ < first) continue;
        if (abi.devList.count == CSTA_MAX_GET_DEVICE) {
            abi.index = static_cast<long>(first + CSTA_MAX_GET_DEVICE);
            break;
        }
        put_text(abi.devList.device[abi.devList.count++], extension);
    }
    return confirmation(CSTA_GET_DEVICE_LIST_CONF, abi);
}

Reply query_call_monitor(Request&) {
    return confirmation(CSTA_QUERY_CALL_MONITOR_CONF, CSTAQueryCallMonitorConfEvent_t{});
}

}  // namespace ctiengine::simulator

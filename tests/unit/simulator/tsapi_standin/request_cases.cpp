// A table, hence its length: one row per function of csta.h.
#include "tests/unit/simulator/tsapi_standin/request_cases.hpp"

#include <string>

namespace ctiengine::tsapi_standin::test {
namespace {

bool same(const ConnectionID_t& left, const ConnectionID_t& right) {
    return left.callID == right.callID && std::string(left.deviceID) == right.deviceID;
}
bool is(const char* text, std::string_view wanted) {
    return text == wanted;
}

/// A request about one connection.
template <class Pdu>
RequestCase one_connection(
    const char* name,
    int type,
    RetCode_t (*function)(ACSHandle_t, InvokeID_t, ConnectionID_t*, PrivateData_t*),
    ConnectionID_t Pdu::*field
) {
    return {
        name, type,
        [function](auto handle, auto& with) { return function(handle, kInvokeId, &with.first, with.priv()); },
        [field](const auto& pdu) { return same(pdu.template as<Pdu>()->*field, Arguments().first); }};
}

/// A request about two connections.
template <class Pdu>
RequestCase two_connections(
    const char* name,
    int type,
    RetCode_t (*function)(ACSHandle_t, InvokeID_t, ConnectionID_t*, ConnectionID_t*, PrivateData_t*),
    ConnectionID_t Pdu::*first,
    ConnectionID_t Pdu::*second
) {
    return {
        name, type,
        [function](auto handle, auto& with) {
            return function(handle, kInvokeId, &with.first, &with.second, with.priv());
        },
        [first, second](const auto& pdu) {
            const auto* sent = pdu.template as<Pdu>();
            return same(sent->*first, Arguments().first) && same(sent->*second, Arguments().second);
        }};
}

/// A request about a connection and a device.
template <class Pdu>
RequestCase connection_and_device(
    const char* name,
    int type,
    RetCode_t (*function)(ACSHandle_t, InvokeID_t, ConnectionID_t*, DeviceID_t*, PrivateData_t*),
    ConnectionID_t Pdu::*connection,
    DeviceID_t Pdu::*device
) {
    return {
        name, type,
        [function](auto handle, auto& with) {
            return function(handle, kInvokeId, &with.first, &with.device, with.priv());
        },
        [connection, device](const auto& pdu) {
            const auto* sent = pdu.template as<Pdu>();
            return same(sent->*connection, Arguments().first) && is(sent->*device, "3003");
        }};
}

/// A request about one device.
template <class Pdu>
RequestCase one_device(
    const char* name,
    int type,
    RetCode_t (*function)(ACSHandle_t, InvokeID_t, DeviceID_t*, PrivateData_t*),
    DeviceID_t Pdu::*field
) {
    return {
        name, type,
        [function](auto handle, auto& with) {
            return function(handle, kInvokeId, &with.device, with.priv());
        },
        [field](const auto& pdu) { return is(pdu.template as<Pdu>()->*field, "3003"); }};
}

/// A request without content of its own.
template <class Pdu>
RequestCase nothing(
    const char* name, int type, RetCode_t (*function)(ACSHandle_t, InvokeID_t, PrivateData_t*)
) {
    return {
        name, type, [function](auto handle, auto& with) { return function(handle, kInvokeId, with.priv()); },
        [](const auto& pdu) { return pdu.template as<Pdu>() != nullptr; }};
}

std::vector<RequestCase> call_control() {
    return {
        two_connections(
            "cstaAlternateCall", CSTA_ALTERNATE_CALL, cstaAlternateCall, &CSTAAlternateCall_t::activeCall,
            &CSTAAlternateCall_t::otherCall
        ),
        one_connection("cstaAnswerCall", CSTA_ANSWER_CALL, cstaAnswerCall, &CSTAAnswerCall_t::alertingCall),
        {"cstaCallCompletion", CSTA_CALL_COMPLETION,
         [](auto handle, auto& with) {
             return cstaCallCompletion(handle, kInvokeId, FT_INTRUDE, &with.first, with.priv());
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTACallCompletion_t>();
             return sent->feature == FT_INTRUDE && same(sent->call, Arguments().first);
         }},
        one_connection("cstaClearCall", CSTA_CLEAR_CALL, cstaClearCall, &CSTAClearCall_t::call),
        one_connection(
            "cstaClearConnection", CSTA_CLEAR_CONNECTION, cstaClearConnection, &CSTAClearConnection_t::call
        ),
        two_connections(
            "cstaConferenceCall", CSTA_CONFERENCE_CALL, cstaConferenceCall, &CSTAConferenceCall_t::heldCall,
            &CSTAConferenceCall_t::activeCall
        ),
        connection_and_device(
            "cstaConsultationCall", CSTA_CONSULTATION_CALL, cstaConsultationCall,
            &CSTAConsultationCall_t::activeCall, &CSTAConsultationCall_t::calledDevice
        ),
        connection_and_device(
            "cstaDeflectCall", CSTA_DEFLECT_CALL, cstaDeflectCall, &CSTADeflectCall_t::deflectCall,
            &CSTADeflectCall_t::calledDevice
        ),
        connection_and_device(
            "cstaGroupPickupCall", CSTA_GROUP_PICKUP_CALL, cstaGroupPickupCall,
            &CSTAGroupPickupCall_t::deflectCall, &CSTAGroupPickupCall_t::pickupDevice
        ),
        {"cstaHoldCall", CSTA_HOLD_CALL,
         [](auto handle, auto& with) {
             return cstaHoldCall(handle, kInvokeId, &with.first, TRUE, with.priv());
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTAHoldCall_t>();
             return same(sent->activeCall, Arguments().first) && sent->reservation == 1;
         }},
        {"cstaMakeCall", CSTA_MAKE_CALL,
         [](auto handle, auto& with) {
             return cstaMakeCall(handle, kInvokeId, &with.device, &with.other, with.priv());
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTAMakeCall_t>();
             return is(sent->callingDevice, "3003") && is(sent->calledDevice, "3004");
         }},
        {"cstaMakePredictiveCall", CSTA_MAKE_PREDICTIVE_CALL,
         [](auto handle, auto& with) {
             return cstaMakePredictiveCall(
                 handle, kInvokeId, &with.device, &with.other, AS_CALL_ESTABLISHED, with.priv()
             );
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTAMakePredictiveCall_t>();
             return is(sent->callingDevice, "3003") && is(sent->calledDevice, "3004") &&
                    sent->allocationState == AS_CALL_ESTABLISHED;
         }},
        connection_and_device(
            "cstaPickupCall", CSTA_PICKUP_CALL, cstaPickupCall, &CSTAPickupCall_t::deflectCall,
            &CSTAPickupCall_t::calledDevice
        ),
        two_connections(
            "cstaReconnectCall", CSTA_RECONNECT_CALL, cstaReconnectCall, &CSTAReconnectCall_t::activeCall,
            &CSTAReconnectCall_t::heldCall
        ),
        one_connection(
            "cstaRetrieveCall", CSTA_RETRIEVE_CALL, cstaRetrieveCall, &CSTARetrieveCall_t::heldCall
        ),
        two_connections(
            "cstaTransferCall", CSTA_TRANSFER_CALL, cstaTransferCall, &CSTATransferCall_t::heldCall,
            &CSTATransferCall_t::activeCall
        ),
    };
}

std::vector<RequestCase> device_features() {
    return {
        {"cstaSetMsgWaitingInd", CSTA_SET_MWI,
         [](auto handle, auto& with) {
             return cstaSetMsgWaitingInd(handle, kInvokeId, &with.device, TRUE, with.priv());
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTASetMwi_t>();
             return is(sent->device, "3003") && sent->messages == 1;
         }},
        {"cstaSetDoNotDisturb", CSTA_SET_DND,
         [](auto handle, auto& with) {
             return cstaSetDoNotDisturb(handle, kInvokeId, &with.device, TRUE, with.priv());
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTASetDnd_t>();
             return is(sent->device, "3003") && sent->doNotDisturb == 1;
         }},
        {"cstaSetForwarding", CSTA_SET_FWD,
         [](auto handle, auto& with) {
             return cstaSetForwarding(
                 handle, kInvokeId, &with.device, FWD_BUSY, TRUE, &with.other, with.priv()
             );
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTASetFwd_t>();
             return is(sent->device, "3003") && sent->forward.forwardingType == FWD_BUSY &&
                    sent->forward.forwardingOn == 1 && is(sent->forward.forwardDN, "3004");
         }},
        {"cstaSetForwarding_off", CSTA_SET_FWD,
         [](auto handle, auto& with) {
             return cstaSetForwarding(handle, kInvokeId, &with.device, FWD_BUSY, FALSE, nullptr, with.priv());
         },
         [](const auto& pdu) { return pdu.template as<CSTASetFwd_t>()->forward.forwardingOn == 0; }},
        {"cstaSetAgentState", CSTA_SET_AGENT_STATE,
         [](auto handle, auto& with) {
             return cstaSetAgentState(
                 handle, kInvokeId, &with.device, AM_LOG_IN, &with.agent, &with.group, &with.password,
                 with.priv()
             );
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTASetAgentState_t>();
             return is(sent->device, "3003") && sent->agentMode == AM_LOG_IN && is(sent->agentID, "7001") &&
                    is(sent->agentGroup, "501") && is(sent->agentPassword, "secret");
         }},
        {"cstaSetAgentState_bare", CSTA_SET_AGENT_STATE,
         [](auto handle, auto& with) {
             return cstaSetAgentState(
                 handle, kInvokeId, &with.device, AM_READY, nullptr, nullptr, nullptr, with.priv()
             );
         },
         [](const auto& pdu) { return is(pdu.template as<CSTASetAgentState_t>()->agentID, ""); }},
        one_device("cstaQueryMsgWaitingInd", CSTA_QUERY_MWI, cstaQueryMsgWaitingInd, &CSTAQueryMwi_t::device),
        one_device("cstaQueryDoNotDisturb", CSTA_QUERY_DND, cstaQueryDoNotDisturb, &CSTAQueryDnd_t::device),
        one_device("cstaQueryForwarding", CSTA_QUERY_FWD, cstaQueryForwarding, &CSTAQueryFwd_t::device),
        one_device(
            "cstaQueryAgentState", CSTA_QUERY_AGENT_STATE, cstaQueryAgentState, &CSTAQueryAgentState_t::device
        ),
        one_device(
            "cstaQueryLastNumber", CSTA_QUERY_LAST_NUMBER, cstaQueryLastNumber, &CSTAQueryLastNumber_t::device
        ),
        one_device(
            "cstaQueryDeviceInfo", CSTA_QUERY_DEVICE_INFO, cstaQueryDeviceInfo, &CSTAQueryDeviceInfo_t::device
        ),
    };
}

/// A request for a monitor of a device.
template <class Pdu>
RequestCase device_monitor(
    const char* name,
    int type,
    RetCode_t (*function)(ACSHandle_t, InvokeID_t, DeviceID_t*, CSTAMonitorFilter_t*, PrivateData_t*)
) {
    return {
        name, type,
        [function](auto handle, auto& with) {
            return function(handle, kInvokeId, &with.device, &with.filter, with.priv());
        },
        [](const auto& pdu) {
            const auto* sent = pdu.template as<Pdu>();
            return is(sent->deviceID, "3003") && sent->monitorFilter.call == CF_HELD &&
                   sent->monitorFilter.agent == AF_READY;
        }};
}

std::vector<RequestCase> monitoring() {
    return {
        device_monitor<CSTAMonitorDevice_t>("cstaMonitorDevice", CSTA_MONITOR_DEVICE, cstaMonitorDevice),
        device_monitor<CSTAMonitorCallsViaDevice_t>(
            "cstaMonitorCallsViaDevice", CSTA_MONITOR_CALLS_VIA_DEVICE, cstaMonitorCallsViaDevice
        ),
        {"cstaMonitorCall", CSTA_MONITOR_CALL,
         [](auto handle, auto& with) {
             return cstaMonitorCall(handle, kInvokeId, &with.first, &with.filter, with.priv());
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTAMonitorCall_t>();
             return same(sent->call, Arguments().first) && sent->monitorFilter.call == CF_HELD;
         }},
        {"cstaChangeMonitorFilter", CSTA_CHANGE_MONITOR_FILTER,
         [](auto handle, auto& with) {
             return cstaChangeMonitorFilter(handle, kInvokeId, 17, &with.filter, with.priv());
         },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTAChangeMonitorFilter_t>();
             return sent->monitorCrossRefID == 17 && sent->monitorFilter.call == CF_HELD;
         }},
        {"cstaMonitorStop", CSTA_MONITOR_STOP,
         [](auto handle, auto& with) { return cstaMonitorStop(handle, kInvokeId, 17, with.priv()); },
         [](const auto& pdu) { return pdu.template as<CSTAMonitorStop_t>()->monitorCrossRefID == 17; }},
        one_connection(
            "cstaSnapshotCallReq", CSTA_SNAPSHOT_CALL, cstaSnapshotCallReq,
            &CSTASnapshotCall_t::snapshotObject
        ),
        one_device(
            "cstaSnapshotDeviceReq", CSTA_SNAPSHOT_DEVICE, cstaSnapshotDeviceReq,
            &CSTASnapshotDevice_t::snapshotObject
        ),
    };
}

bool is_route(const wire::OwnedPdu& pdu) {
    const auto* sent = pdu.as<CSTARouteSelectRequest_t>();
    return sent->routeRegisterReqID == 8 && sent->routingCrossRefID == 9 && is(sent->routeSelected, "3003") &&
           sent->remainRetry == -1 && sent->setupInformation.length == 3 &&
           sent->setupInformation.value[2] == '3' && sent->routeUsedReq == 1;
}

bool is_route_end(const wire::OwnedPdu& pdu) {
    const auto* sent = pdu.as<CSTARouteEndRequest_t>();
    return sent->routeRegisterReqID == 8 && sent->routingCrossRefID == 9 && sent->errorValue == RESOURCE_BUSY;
}

std::vector<RequestCase> routing() {
    return {
        one_device(
            "cstaRouteRegisterReq", CSTA_ROUTE_REGISTER_REQ, cstaRouteRegisterReq,
            &CSTARouteRegisterReq_t::routingDevice
        ),
        {"cstaRouteRegisterCancel", CSTA_ROUTE_REGISTER_CANCEL,
         [](auto handle, auto& with) { return cstaRouteRegisterCancel(handle, kInvokeId, 8, with.priv()); },
         [](const auto& pdu) {
             return pdu.template as<CSTARouteRegisterCancel_t>()->routeRegisterReqID == 8;
         }},
        {"cstaRouteSelect", CSTA_ROUTE_SELECT_REQUEST,
         [](auto handle, auto& with) {
             return cstaRouteSelect(handle, 8, 9, &with.device, -1, &with.set_up, TRUE, with.priv());
         },
         is_route, CSTAREQUEST, 0},
        {"cstaRouteSelectInv", CSTA_ROUTE_SELECT_INV_REQUEST,
         [](auto handle, auto& with) {
             return cstaRouteSelectInv(
                 handle, kInvokeId, 8, 9, &with.device, -1, &with.set_up, TRUE, with.priv()
             );
         },
         is_route},
        {"cstaRouteEnd", CSTA_ROUTE_END_REQUEST,
         [](auto handle, auto& with) { return cstaRouteEnd(handle, 8, 9, RESOURCE_BUSY, with.priv()); },
         is_route_end, CSTAREQUEST, 0},
        {"cstaRouteEndInv", CSTA_ROUTE_END_INV_REQUEST,
         [](auto handle, auto& with) {
             return cstaRouteEndInv(handle, kInvokeId, 8, 9, RESOURCE_BUSY, with.priv());
         },
         is_route_end},
    };
}

std::vector<RequestCase> system_services() {
    return {
        nothing<CSTAEscapeSvc_t>("cstaEscapeService", CSTA_ESCAPE_SVC, cstaEscapeService),
        {"cstaEscapeServiceConf", CSTA_ESCAPE_SVC_REQ_CONF,
         [](auto handle, auto& with) {
             return cstaEscapeServiceConf(handle, kInvokeId, RESOURCE_BUSY, with.priv());
         },
         [](const auto& pdu) {
             return pdu.template as<CSTAEscapeSvcReqConf_t>()->errorValue == RESOURCE_BUSY;
         },
         CSTACONFIRMATION},
        {"cstaSendPrivateEvent", CSTA_SEND_PRIVATE,
         [](auto handle, auto& with) { return cstaSendPrivateEvent(handle, with.priv()); },
         [](const auto& pdu) { return pdu.template as<CSTASendPrivateEvent_t>() != nullptr; }, CSTAREQUEST,
         0},
        nothing<CSTAReqSysStat_t>("cstaSysStatReq", CSTA_REQ_SYS_STAT, cstaSysStatReq),
        {"cstaSysStatStart", CSTA_SYS_STAT_START,
         [](auto handle, auto& with) { return cstaSysStatStart(handle, kInvokeId, SF_NORMAL, with.priv()); },
         [](const auto& pdu) { return pdu.template as<CSTASysStatStart_t>()->statusFilter == SF_NORMAL; }},
        nothing<CSTASysStatStop_t>("cstaSysStatStop", CSTA_SYS_STAT_STOP, cstaSysStatStop),
        {"cstaChangeSysStatFilter", CSTA_CHANGE_SYS_STAT_FILTER,
         [](auto handle, auto& with) {
             return cstaChangeSysStatFilter(handle, kInvokeId, SF_NORMAL, with.priv());
         },
         [](const auto& pdu) {
             return pdu.template as<CSTAChangeSysStatFilter_t>()->statusFilter == SF_NORMAL;
         }},
        {"cstaSysStatReqConf", CSTA_REQ_SYS_STAT_CONF,
         [](auto handle, auto& with) {
             return cstaSysStatReqConf(handle, kInvokeId, SS_DISABLED, with.priv());
         },
         [](const auto& pdu) { return pdu.template as<CSTAReqSysStatConf_t>()->systemStatus == SS_DISABLED; },
         CSTACONFIRMATION},
        {"cstaSysStatEvent", CSTA_SYS_STAT_EVENT_SEND,
         [](auto handle, auto& with) { return cstaSysStatEvent(handle, SS_DISABLED, with.priv()); },
         [](const auto& pdu) {
             return pdu.template as<CSTASysStatEventSend_t>()->systemStatus == SS_DISABLED;
         },
         CSTAREQUEST, 0},
        {"cstaGetAPICaps", CSTA_GETAPI_CAPS,
         [](auto handle, auto&) { return cstaGetAPICaps(handle, kInvokeId); },
         [](const auto& pdu) { return pdu.template as<CSTAGetAPICaps_t>() != nullptr; }, CSTAREQUEST,
         kInvokeId, false},
        {"cstaGetDeviceList", CSTA_GET_DEVICE_LIST,
         [](auto handle, auto&) { return cstaGetDeviceList(handle, kInvokeId, 20, CSTA_CALL_CONTROL); },
         [](const auto& pdu) {
             const auto* sent = pdu.template as<CSTAGetDeviceList_t>();
             return sent->index == 20 && sent->level == CSTA_CALL_CONTROL;
         },
         CSTAREQUEST, kInvokeId, false},
        {"cstaQueryCallMonitor", CSTA_QUERY_CALL_MONITOR,
         [](auto handle, auto&) { return cstaQueryCallMonitor(handle, kInvokeId); },
         [](const auto& pdu) { return pdu.template as<CSTAQueryCallMonitor_t>() != nullptr; }, CSTAREQUEST,
         kInvokeId, false},
    };
}

}  // namespace

std::vector<RequestCase> all_requests() {
    std::vector<RequestCase> all;
    for (auto part : {call_control(), device_features(), monitoring(), routing(), system_services()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace ctiengine::tsapi_standin::test

// Functions of libcsta.so that note how they were called; a table.
#include "tests/unit/tsapi-worker/tsapi/fake_notes.hpp"

namespace ctiengine::tsapi::test {
namespace {

/// Shapes that most functions of the API have.
#define ONE_CONNECTION(name)                                                                        \
    functions.name = [](ACSHandle_t, InvokeID_t, ConnectionID_t* connection, PrivateData_t* data) { \
        return csta(#name, data, shown(connection));                                                \
    }
#define TWO_CONNECTIONS(name)                                                                   \
    functions.name = [](ACSHandle_t, InvokeID_t, ConnectionID_t* first, ConnectionID_t* second, \
                        PrivateData_t* data) { return csta(#name, data, shown(first), shown(second)); }
#define ONE_DEVICE(name)                                                                    \
    functions.name = [](ACSHandle_t, InvokeID_t, DeviceID_t* device, PrivateData_t* data) { \
        return csta(#name, data, shown(device));                                            \
    }
#define CONNECTION_AND_DEVICE(name)                                                    \
    functions.name = [](ACSHandle_t, InvokeID_t, ConnectionID_t* call, DeviceID_t* to, \
                        PrivateData_t* data) { return csta(#name, data, shown(call), shown(to)); }
#define SWITCHED_FEATURE(name)                                                                          \
    functions.name = [](ACSHandle_t, InvokeID_t, DeviceID_t* device, Boolean on, PrivateData_t* data) { \
        return csta(#name, data, shown(device), yes_or_no(on, "on", "off"));                            \
    }
#define MONITOR(name, Object)                                                                 \
    functions.name = [](ACSHandle_t, InvokeID_t, Object* object, CSTAMonitorFilter_t* filter, \
                        PrivateData_t* data) {                                                \
        bool all = filter->call == 0 && filter->feature == 0 && filter->agent == 0 &&         \
                   filter->maintenance == 0 && filter->privateFilter == 0;                    \
        return csta(#name, data, shown(object), all ? "all" : "filtered");                    \
    }

void set_call_control(TsapiFunctions& functions) {
    ONE_CONNECTION(cstaAnswerCall);
    ONE_CONNECTION(cstaClearCall);
    ONE_CONNECTION(cstaClearConnection);
    ONE_CONNECTION(cstaRetrieveCall);
    TWO_CONNECTIONS(cstaAlternateCall);
    TWO_CONNECTIONS(cstaReconnectCall);
    TWO_CONNECTIONS(cstaTransferCall);
    TWO_CONNECTIONS(cstaConferenceCall);
    CONNECTION_AND_DEVICE(cstaConsultationCall);
    CONNECTION_AND_DEVICE(cstaDeflectCall);
    CONNECTION_AND_DEVICE(cstaPickupCall);
    functions.cstaHoldCall = [](ACSHandle_t, InvokeID_t, ConnectionID_t* call, Boolean, PrivateData_t* data) {
        return csta("cstaHoldCall", data, shown(call));
    };
    functions.cstaMakeCall = [](ACSHandle_t, InvokeID_t, DeviceID_t* from, DeviceID_t* to, PrivateData_t* data
                             ) { return csta("cstaMakeCall", data, shown(from), shown(to)); };
    functions.cstaMakePredictiveCall = [](ACSHandle_t, InvokeID_t, DeviceID_t* from, DeviceID_t* to,
                                          AllocationState_t allocation, PrivateData_t* data) {
        return csta("cstaMakePredictiveCall", data, shown(from), shown(to), shown(allocation));
    };
}

void set_features(TsapiFunctions& functions) {
    SWITCHED_FEATURE(cstaSetDoNotDisturb);
    SWITCHED_FEATURE(cstaSetMsgWaitingInd);
    functions.cstaSetForwarding = [](ACSHandle_t, InvokeID_t, DeviceID_t* device, ForwardingType_t type,
                                     Boolean on, DeviceID_t* to, PrivateData_t* data) {
        return csta(
            "cstaSetForwarding", data, shown(device), shown(type), yes_or_no(on, "on", "off"), shown(to)
        );
    };
    functions.cstaSetAgentState = [](ACSHandle_t, InvokeID_t, DeviceID_t* device, AgentMode_t mode,
                                     AgentID_t* agent, AgentGroup_t* group, AgentPassword_t* password,
                                     PrivateData_t* data) {
        return csta("cstaSetAgentState", data, shown(device), shown(mode), *agent, *group, *password);
    };
}

void set_queries(TsapiFunctions& functions) {
    ONE_CONNECTION(cstaSnapshotCallReq);
    ONE_DEVICE(cstaSnapshotDeviceReq);
    ONE_DEVICE(cstaQueryAgentState);
    ONE_DEVICE(cstaQueryForwarding);
    ONE_DEVICE(cstaQueryDoNotDisturb);
    ONE_DEVICE(cstaQueryMsgWaitingInd);
    ONE_DEVICE(cstaQueryLastNumber);
    ONE_DEVICE(cstaQueryDeviceInfo);
    functions.cstaSysStatReq = [](ACSHandle_t, InvokeID_t, PrivateData_t* data) {
        return csta("cstaSysStatReq", data);
    };
    functions.cstaSysStatStart = [](ACSHandle_t, InvokeID_t, SystemStatusFilter_t filter, PrivateData_t* data
                                 ) { return csta("cstaSysStatStart", data, shown(filter)); };
    functions.cstaEscapeService = [](ACSHandle_t, InvokeID_t, PrivateData_t* data) {
        return csta("cstaEscapeService", data);
    };
    functions.cstaGetAPICaps = [](ACSHandle_t, InvokeID_t) { return csta("cstaGetAPICaps", nullptr); };
    functions.cstaGetDeviceList = [](ACSHandle_t, InvokeID_t, long index, CSTALevel_t level) {
        return csta("cstaGetDeviceList", nullptr, shown(index), shown(level));
    };
}

void set_monitors(TsapiFunctions& functions) {
    MONITOR(cstaMonitorDevice, DeviceID_t);
    MONITOR(cstaMonitorCallsViaDevice, DeviceID_t);
    MONITOR(cstaMonitorCall, ConnectionID_t);
    functions.cstaMonitorStop = [](ACSHandle_t, InvokeID_t, CSTAMonitorCrossRefID_t id, PrivateData_t* data) {
        return csta("cstaMonitorStop", data, shown(id));
    };
}

void set_routing(TsapiFunctions& functions) {
    ONE_DEVICE(cstaRouteRegisterReq);
    functions.cstaRouteRegisterCancel = [](ACSHandle_t, InvokeID_t, RouteRegisterReqID_t id,
                                           PrivateData_t* data) {
        return csta("cstaRouteRegisterCancel", data, shown(id));
    };
    functions.cstaRouteSelectInv = [](ACSHandle_t, InvokeID_t, RouteRegisterReqID_t id,
                                      RoutingCrossRefID_t dialogue, DeviceID_t* to, RetryValue_t retries,
                                      SetUpValues_t* setup, Boolean used_wanted, PrivateData_t* data) {
        return csta(
            "cstaRouteSelectInv", data, shown(id), shown(dialogue), shown(to), shown(retries),
            setup && setup->length == 0 ? "no-setup" : "setup", yes_or_no(used_wanted, "tell", "quiet")
        );
    };
    functions.cstaRouteEndInv = [](ACSHandle_t, InvokeID_t, RouteRegisterReqID_t id,
                                   RoutingCrossRefID_t dialogue, CSTAUniversalFailure_t error,
                                   PrivateData_t* data) {
        return csta("cstaRouteEndInv", data, shown(id), shown(dialogue), shown(error));
    };
}

}  // namespace

void set_csta_functions(TsapiFunctions& functions) {
    set_call_control(functions);
    set_features(functions);
    set_queries(functions);
    set_monitors(functions);
    set_routing(functions);
}

}  // namespace ctiengine::tsapi::test

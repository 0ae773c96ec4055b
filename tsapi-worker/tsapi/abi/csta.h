/*
 * csta.h: computer-supported telecommunications applications: the requests.
 *
 * Every request returns at once; its confirmation (or CSTA_UNIVERSAL_FAILURE_CONF) carries the invoke ID.
 * privateData may be NULL.
 */
#pragma once

#include "csta_event.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Static text for logs, never NULL. */
const char* cstaErrorString(CSTAUniversalFailure_t error);

/* Call control. */
RetCode_t cstaAlternateCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* activeCall,
    ConnectionID_t* otherCall,
    PrivateData_t* privateData
);
RetCode_t cstaAnswerCall(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* alertingCall, PrivateData_t* privateData
);
RetCode_t cstaCallCompletion(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    Feature_t feature,
    ConnectionID_t* call,
    PrivateData_t* privateData
);
RetCode_t cstaClearCall(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* call, PrivateData_t* privateData
);
RetCode_t cstaClearConnection(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* call, PrivateData_t* privateData
);
RetCode_t cstaConferenceCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* heldCall,
    ConnectionID_t* activeCall,
    PrivateData_t* privateData
);
RetCode_t cstaConsultationCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* activeCall,
    DeviceID_t* calledDevice,
    PrivateData_t* privateData
);
RetCode_t cstaDeflectCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* deflectCall,
    DeviceID_t* calledDevice,
    PrivateData_t* privateData
);
RetCode_t cstaGroupPickupCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* deflectCall,
    DeviceID_t* pickupDevice,
    PrivateData_t* privateData
);
RetCode_t cstaHoldCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* activeCall,
    Boolean reservation,
    PrivateData_t* privateData
);
RetCode_t cstaMakeCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* callingDevice,
    DeviceID_t* calledDevice,
    PrivateData_t* privateData
);
RetCode_t cstaMakePredictiveCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* callingDevice,
    DeviceID_t* calledDevice,
    AllocationState_t allocationState,
    PrivateData_t* privateData
);
RetCode_t cstaPickupCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* deflectCall,
    DeviceID_t* calledDevice,
    PrivateData_t* privateData
);
RetCode_t cstaReconnectCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* activeCall,
    ConnectionID_t* heldCall,
    PrivateData_t* privateData
);
RetCode_t cstaRetrieveCall(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* heldCall, PrivateData_t* privateData
);
RetCode_t cstaTransferCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* heldCall,
    ConnectionID_t* activeCall,
    PrivateData_t* privateData
);

/* Features and agents. */
RetCode_t cstaSetMsgWaitingInd(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* device,
    Boolean messages,
    PrivateData_t* privateData
);
RetCode_t cstaSetDoNotDisturb(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* device,
    Boolean doNotDisturb,
    PrivateData_t* privateData
);
RetCode_t cstaSetForwarding(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* device,
    ForwardingType_t forwardingType,
    Boolean forwardingOn,
    DeviceID_t* forwardingDestination,
    PrivateData_t* privateData
);
RetCode_t cstaSetAgentState(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* device,
    AgentMode_t agentMode,
    AgentID_t* agentID,
    AgentGroup_t* agentGroup,
    AgentPassword_t* agentPassword,
    PrivateData_t* privateData
);
RetCode_t cstaQueryMsgWaitingInd(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
);
RetCode_t cstaQueryDoNotDisturb(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
);
RetCode_t cstaQueryForwarding(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
);
RetCode_t cstaQueryAgentState(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
);
RetCode_t cstaQueryLastNumber(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
);
RetCode_t cstaQueryDeviceInfo(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
);

/* Monitors; the confirmation carries the cross reference. */
RetCode_t cstaMonitorDevice(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* deviceID,
    CSTAMonitorFilter_t* monitorFilter,
    PrivateData_t* privateData
);
RetCode_t cstaMonitorCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* call,
    CSTAMonitorFilter_t* monitorFilter,
    PrivateData_t* privateData
);
RetCode_t cstaMonitorCallsViaDevice(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* deviceID,
    CSTAMonitorFilter_t* monitorFilter,
    PrivateData_t* privateData
);
RetCode_t cstaChangeMonitorFilter(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    CSTAMonitorCrossRefID_t monitorCrossRefID,
    CSTAMonitorFilter_t* filterlist,
    PrivateData_t* privateData
);
RetCode_t cstaMonitorStop(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    CSTAMonitorCrossRefID_t monitorCrossRefID,
    PrivateData_t* privateData
);

/* Snapshots. */
RetCode_t cstaSnapshotCallReq(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* snapshotObj, PrivateData_t* privateData
);
RetCode_t cstaSnapshotDeviceReq(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* snapshotObj, PrivateData_t* privateData
);

/* Routing. */
RetCode_t cstaRouteRegisterReq(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* routingDevice, PrivateData_t* privateData
);
RetCode_t cstaRouteRegisterCancel(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    RouteRegisterReqID_t routeRegisterReqID,
    PrivateData_t* privateData
);
RetCode_t cstaRouteSelect(
    ACSHandle_t acsHandle,
    RouteRegisterReqID_t routeRegisterReqID,
    RoutingCrossRefID_t routingCrossRefID,
    DeviceID_t* routeSelected,
    RetryValue_t remainRetry,
    SetUpValues_t* setupInformation,
    Boolean routeUsedReq,
    PrivateData_t* privateData
);
RetCode_t cstaRouteEnd(
    ACSHandle_t acsHandle,
    RouteRegisterReqID_t routeRegisterReqID,
    RoutingCrossRefID_t routingCrossRefID,
    CSTAUniversalFailure_t errorValue,
    PrivateData_t* privateData
);
RetCode_t cstaRouteSelectInv(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    RouteRegisterReqID_t routeRegisterReqID,
    RoutingCrossRefID_t routingCrossRefID,
    DeviceID_t* routeSelected,
    RetryValue_t remainRetry,
    SetUpValues_t* setupInformation,
    Boolean routeUsedReq,
    PrivateData_t* privateData
);
RetCode_t cstaRouteEndInv(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    RouteRegisterReqID_t routeRegisterReqID,
    RoutingCrossRefID_t routingCrossRefID,
    CSTAUniversalFailure_t errorValue,
    PrivateData_t* privateData
);

/* Private services. */
RetCode_t cstaEscapeService(ACSHandle_t acsHandle, InvokeID_t invokeID, PrivateData_t* privateData);
RetCode_t cstaEscapeServiceConf(
    ACSHandle_t acsHandle, InvokeID_t invokeID, CSTAUniversalFailure_t error, PrivateData_t* privateData
);
RetCode_t cstaSendPrivateEvent(ACSHandle_t acsHandle, PrivateData_t* privateData);

/* System status. */
RetCode_t cstaSysStatReq(ACSHandle_t acsHandle, InvokeID_t invokeID, PrivateData_t* privateData);
RetCode_t cstaSysStatStart(
    ACSHandle_t acsHandle, InvokeID_t invokeID, SystemStatusFilter_t statusFilter, PrivateData_t* privateData
);
RetCode_t cstaSysStatStop(ACSHandle_t acsHandle, InvokeID_t invokeID, PrivateData_t* privateData);
RetCode_t cstaChangeSysStatFilter(
    ACSHandle_t acsHandle, InvokeID_t invokeID, SystemStatusFilter_t statusFilter, PrivateData_t* privateData
);
RetCode_t cstaSysStatReqConf(
    ACSHandle_t acsHandle, InvokeID_t invokeID, SystemStatus_t systemStatus, PrivateData_t* privateData
);
RetCode_t cstaSysStatEvent(ACSHandle_t acsHandle, SystemStatus_t systemStatus, PrivateData_t* privateData);

/* Capabilities and permissions: no private data parameter. */
RetCode_t cstaGetAPICaps(ACSHandle_t acsHandle, InvokeID_t invokeID);
RetCode_t cstaGetDeviceList(ACSHandle_t acsHandle, InvokeID_t invokeID, long index, CSTALevel_t level);
RetCode_t cstaQueryCallMonitor(ACSHandle_t acsHandle, InvokeID_t invokeID);

#ifdef __cplusplus
}
#endif

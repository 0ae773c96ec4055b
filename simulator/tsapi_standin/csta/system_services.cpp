// The functions of csta.h for private services, system status, capabilities and permissions.
#include "simulator/tsapi_standin/csta/send_request.hpp"

using namespace ctiengine::tsapi_standin;

extern "C" {

RetCode_t cstaEscapeService(ACSHandle_t acsHandle, InvokeID_t invokeID, PrivateData_t* privateData) {
    const CSTAEscapeSvc_t pdu{};
    return send_request(acsHandle, invokeID, CSTA_ESCAPE_SVC, pdu, privateData);
}

RetCode_t cstaEscapeServiceConf(
    ACSHandle_t acsHandle, InvokeID_t invokeID, CSTAUniversalFailure_t error, PrivateData_t* privateData
) {
    const CSTAEscapeSvcReqConf_t pdu{error};
    return send_unconfirmed(
        acsHandle, CSTACONFIRMATION, invokeID, CSTA_ESCAPE_SVC_REQ_CONF, pdu, privateData
    );
}

RetCode_t cstaSendPrivateEvent(ACSHandle_t acsHandle, PrivateData_t* privateData) {
    const CSTASendPrivateEvent_t pdu{};
    return send_unconfirmed(acsHandle, CSTAREQUEST, 0, CSTA_SEND_PRIVATE, pdu, privateData);
}

RetCode_t cstaSysStatReq(ACSHandle_t acsHandle, InvokeID_t invokeID, PrivateData_t* privateData) {
    const CSTAReqSysStat_t pdu{};
    return send_request(acsHandle, invokeID, CSTA_REQ_SYS_STAT, pdu, privateData);
}

RetCode_t cstaSysStatStart(
    ACSHandle_t acsHandle, InvokeID_t invokeID, SystemStatusFilter_t statusFilter, PrivateData_t* privateData
) {
    const CSTASysStatStart_t pdu{statusFilter};
    return send_request(acsHandle, invokeID, CSTA_SYS_STAT_START, pdu, privateData);
}

RetCode_t cstaSysStatStop(ACSHandle_t acsHandle, InvokeID_t invokeID, PrivateData_t* privateData) {
    const CSTASysStatStop_t pdu{};
    return send_request(acsHandle, invokeID, CSTA_SYS_STAT_STOP, pdu, privateData);
}

RetCode_t cstaChangeSysStatFilter(
    ACSHandle_t acsHandle, InvokeID_t invokeID, SystemStatusFilter_t statusFilter, PrivateData_t* privateData
) {
    const CSTAChangeSysStatFilter_t pdu{statusFilter};
    return send_request(acsHandle, invokeID, CSTA_CHANGE_SYS_STAT_FILTER, pdu, privateData);
}

RetCode_t cstaSysStatReqConf(
    ACSHandle_t acsHandle, InvokeID_t invokeID, SystemStatus_t systemStatus, PrivateData_t* privateData
) {
    const CSTAReqSysStatConf_t pdu{systemStatus};
    return send_unconfirmed(acsHandle, CSTACONFIRMATION, invokeID, CSTA_REQ_SYS_STAT_CONF, pdu, privateData);
}

RetCode_t cstaSysStatEvent(ACSHandle_t acsHandle, SystemStatus_t systemStatus, PrivateData_t* privateData) {
    const CSTASysStatEventSend_t pdu{systemStatus};
    return send_unconfirmed(acsHandle, CSTAREQUEST, 0, CSTA_SYS_STAT_EVENT_SEND, pdu, privateData);
}

RetCode_t cstaGetAPICaps(ACSHandle_t acsHandle, InvokeID_t invokeID) {
    const CSTAGetAPICaps_t pdu{};
    return send_request(acsHandle, invokeID, CSTA_GETAPI_CAPS, pdu, nullptr);
}

RetCode_t cstaGetDeviceList(ACSHandle_t acsHandle, InvokeID_t invokeID, long index, CSTALevel_t level) {
    CSTAGetDeviceList_t pdu{};
    pdu.index = index;
    pdu.level = level;
    return send_request(acsHandle, invokeID, CSTA_GET_DEVICE_LIST, pdu, nullptr);
}

RetCode_t cstaQueryCallMonitor(ACSHandle_t acsHandle, InvokeID_t invokeID) {
    const CSTAQueryCallMonitor_t pdu{};
    return send_request(acsHandle, invokeID, CSTA_QUERY_CALL_MONITOR, pdu, nullptr);
}

}  // extern "C"

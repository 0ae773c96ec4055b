// The monitor and snapshot functions of csta.h.
#include "simulator/tsapi_standin/csta/send_request.hpp"

using namespace ctiengine::tsapi_standin;

namespace {

/// Sends a request for a monitor of a device.
template <class Pdu>
RetCode_t send_device_monitor(
    ACSHandle_t handle,
    InvokeID_t invoke_id,
    EventType_t type,
    const DeviceID_t* device,
    const CSTAMonitorFilter_t* filter,
    const PrivateData_t* private_data
) {
    if (any_null(device) || any_null(filter)) return ACSERR_BADPARAMETER;
    Pdu pdu{};
    copy_text(pdu.deviceID, device);
    pdu.monitorFilter = *filter;
    return send_request(handle, invoke_id, type, pdu, private_data);
}

}  // namespace

extern "C" {

RetCode_t cstaMonitorDevice(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* deviceID,
    CSTAMonitorFilter_t* monitorFilter,
    PrivateData_t* privateData
) {
    return send_device_monitor<CSTAMonitorDevice_t>(
        acsHandle, invokeID, CSTA_MONITOR_DEVICE, deviceID, monitorFilter, privateData
    );
}

RetCode_t cstaMonitorCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* call,
    CSTAMonitorFilter_t* monitorFilter,
    PrivateData_t* privateData
) {
    if (any_null(call) || any_null(monitorFilter)) return ACSERR_BADPARAMETER;
    const CSTAMonitorCall_t pdu{*call, *monitorFilter};
    return send_request(acsHandle, invokeID, CSTA_MONITOR_CALL, pdu, privateData);
}

RetCode_t cstaMonitorCallsViaDevice(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* deviceID,
    CSTAMonitorFilter_t* monitorFilter,
    PrivateData_t* privateData
) {
    return send_device_monitor<CSTAMonitorCallsViaDevice_t>(
        acsHandle, invokeID, CSTA_MONITOR_CALLS_VIA_DEVICE, deviceID, monitorFilter, privateData
    );
}

RetCode_t cstaChangeMonitorFilter(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    CSTAMonitorCrossRefID_t monitorCrossRefID,
    CSTAMonitorFilter_t* filterlist,
    PrivateData_t* privateData
) {
    if (any_null(filterlist)) return ACSERR_BADPARAMETER;
    const CSTAChangeMonitorFilter_t pdu{monitorCrossRefID, *filterlist};
    return send_request(acsHandle, invokeID, CSTA_CHANGE_MONITOR_FILTER, pdu, privateData);
}

RetCode_t cstaMonitorStop(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    CSTAMonitorCrossRefID_t monitorCrossRefID,
    PrivateData_t* privateData
) {
    const CSTAMonitorStop_t pdu{monitorCrossRefID};
    return send_request(acsHandle, invokeID, CSTA_MONITOR_STOP, pdu, privateData);
}

RetCode_t cstaSnapshotCallReq(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* snapshotObj, PrivateData_t* privateData
) {
    if (any_null(snapshotObj)) return ACSERR_BADPARAMETER;
    const CSTASnapshotCall_t pdu{*snapshotObj};
    return send_request(acsHandle, invokeID, CSTA_SNAPSHOT_CALL, pdu, privateData);
}

RetCode_t cstaSnapshotDeviceReq(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* snapshotObj, PrivateData_t* privateData
) {
    if (any_null(snapshotObj)) return ACSERR_BADPARAMETER;
    CSTASnapshotDevice_t pdu{};
    copy_text(pdu.snapshotObject, snapshotObj);
    return send_request(acsHandle, invokeID, CSTA_SNAPSHOT_DEVICE, pdu, privateData);
}

}  // extern "C"

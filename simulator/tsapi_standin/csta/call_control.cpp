// The call control functions of csta.h.
#include "simulator/tsapi_standin/csta/send_request.hpp"

using namespace ctiengine::tsapi_standin;

namespace {

/// Sends a request whose struct is one connection.
template <class Pdu>
RetCode_t send_for_connection(
    ACSHandle_t handle,
    InvokeID_t invoke_id,
    EventType_t type,
    ConnectionID_t Pdu::*field,
    const ConnectionID_t* connection,
    const PrivateData_t* private_data
) {
    if (any_null(connection)) return ACSERR_BADPARAMETER;
    Pdu pdu{};
    pdu.*field = *connection;
    return send_request(handle, invoke_id, type, pdu, private_data);
}

/// Sends a request whose struct is two connections.
template <class Pdu>
RetCode_t send_for_connections(
    ACSHandle_t handle,
    InvokeID_t invoke_id,
    EventType_t type,
    const ConnectionID_t* first,
    const ConnectionID_t* second,
    const PrivateData_t* private_data
) {
    if (any_null(first, second)) return ACSERR_BADPARAMETER;
    const Pdu pdu{*first, *second};
    return send_request(handle, invoke_id, type, pdu, private_data);
}

/// Sends a request whose struct is a connection and a device.
template <class Pdu>
RetCode_t send_for_target(
    ACSHandle_t handle,
    InvokeID_t invoke_id,
    EventType_t type,
    const ConnectionID_t* connection,
    DeviceID_t Pdu::*field,
    const DeviceID_t* device,
    const PrivateData_t* private_data
) {
    if (any_null(connection, device)) return ACSERR_BADPARAMETER;
    Pdu pdu{*connection, {}};
    copy_text(pdu.*field, device);
    return send_request(handle, invoke_id, type, pdu, private_data);
}

}  // namespace

extern "C" {

RetCode_t cstaAlternateCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* activeCall,
    ConnectionID_t* otherCall,
    PrivateData_t* privateData
) {
    return send_for_connections<CSTAAlternateCall_t>(
        acsHandle, invokeID, CSTA_ALTERNATE_CALL, activeCall, otherCall, privateData
    );
}

RetCode_t cstaAnswerCall(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* alertingCall, PrivateData_t* privateData
) {
    return send_for_connection(
        acsHandle, invokeID, CSTA_ANSWER_CALL, &CSTAAnswerCall_t::alertingCall, alertingCall, privateData
    );
}

RetCode_t cstaCallCompletion(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    Feature_t feature,
    ConnectionID_t* call,
    PrivateData_t* privateData
) {
    if (any_null(call)) return ACSERR_BADPARAMETER;
    const CSTACallCompletion_t pdu{feature, *call};
    return send_request(acsHandle, invokeID, CSTA_CALL_COMPLETION, pdu, privateData);
}

RetCode_t cstaClearCall(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* call, PrivateData_t* privateData
) {
    return send_for_connection(
        acsHandle, invokeID, CSTA_CLEAR_CALL, &CSTAClearCall_t::call, call, privateData
    );
}

RetCode_t cstaClearConnection(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* call, PrivateData_t* privateData
) {
    return send_for_connection(
        acsHandle, invokeID, CSTA_CLEAR_CONNECTION, &CSTAClearConnection_t::call, call, privateData
    );
}

RetCode_t cstaConferenceCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* heldCall,
    ConnectionID_t* activeCall,
    PrivateData_t* privateData
) {
    return send_for_connections<CSTAConferenceCall_t>(
        acsHandle, invokeID, CSTA_CONFERENCE_CALL, heldCall, activeCall, privateData
    );
}

RetCode_t cstaConsultationCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* activeCall,
    DeviceID_t* calledDevice,
    PrivateData_t* privateData
) {
    return send_for_target(
        acsHandle, invokeID, CSTA_CONSULTATION_CALL, activeCall, &CSTAConsultationCall_t::calledDevice,
        calledDevice, privateData
    );
}

RetCode_t cstaDeflectCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* deflectCall,
    DeviceID_t* calledDevice,
    PrivateData_t* privateData
) {
    return send_for_target(
        acsHandle, invokeID, CSTA_DEFLECT_CALL, deflectCall, &CSTADeflectCall_t::calledDevice, calledDevice,
        privateData
    );
}

RetCode_t cstaGroupPickupCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* deflectCall,
    DeviceID_t* pickupDevice,
    PrivateData_t* privateData
) {
    return send_for_target(
        acsHandle, invokeID, CSTA_GROUP_PICKUP_CALL, deflectCall, &CSTAGroupPickupCall_t::pickupDevice,
        pickupDevice, privateData
    );
}

RetCode_t cstaHoldCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* activeCall,
    Boolean reservation,
    PrivateData_t* privateData
) {
    if (any_null(activeCall)) return ACSERR_BADPARAMETER;
    const CSTAHoldCall_t pdu{*activeCall, static_cast<unsigned char>(reservation)};
    return send_request(acsHandle, invokeID, CSTA_HOLD_CALL, pdu, privateData);
}

RetCode_t cstaMakeCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* callingDevice,
    DeviceID_t* calledDevice,
    PrivateData_t* privateData
) {
    if (any_null(callingDevice, calledDevice)) return ACSERR_BADPARAMETER;
    CSTAMakeCall_t pdu{};
    copy_text(pdu.callingDevice, callingDevice);
    copy_text(pdu.calledDevice, calledDevice);
    return send_request(acsHandle, invokeID, CSTA_MAKE_CALL, pdu, privateData);
}

RetCode_t cstaMakePredictiveCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* callingDevice,
    DeviceID_t* calledDevice,
    AllocationState_t allocationState,
    PrivateData_t* privateData
) {
    if (any_null(callingDevice, calledDevice)) return ACSERR_BADPARAMETER;
    CSTAMakePredictiveCall_t pdu{};
    copy_text(pdu.callingDevice, callingDevice);
    copy_text(pdu.calledDevice, calledDevice);
    pdu.allocationState = allocationState;
    return send_request(acsHandle, invokeID, CSTA_MAKE_PREDICTIVE_CALL, pdu, privateData);
}

RetCode_t cstaPickupCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* deflectCall,
    DeviceID_t* calledDevice,
    PrivateData_t* privateData
) {
    return send_for_target(
        acsHandle, invokeID, CSTA_PICKUP_CALL, deflectCall, &CSTAPickupCall_t::calledDevice, calledDevice,
        privateData
    );
}

RetCode_t cstaReconnectCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* activeCall,
    ConnectionID_t* heldCall,
    PrivateData_t* privateData
) {
    return send_for_connections<CSTAReconnectCall_t>(
        acsHandle, invokeID, CSTA_RECONNECT_CALL, activeCall, heldCall, privateData
    );
}

RetCode_t cstaRetrieveCall(
    ACSHandle_t acsHandle, InvokeID_t invokeID, ConnectionID_t* heldCall, PrivateData_t* privateData
) {
    return send_for_connection(
        acsHandle, invokeID, CSTA_RETRIEVE_CALL, &CSTARetrieveCall_t::heldCall, heldCall, privateData
    );
}

RetCode_t cstaTransferCall(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    ConnectionID_t* heldCall,
    ConnectionID_t* activeCall,
    PrivateData_t* privateData
) {
    return send_for_connections<CSTATransferCall_t>(
        acsHandle, invokeID, CSTA_TRANSFER_CALL, heldCall, activeCall, privateData
    );
}

}  // extern "C"

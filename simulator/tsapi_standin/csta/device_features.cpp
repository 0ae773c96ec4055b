// The functions of csta.h that set and query features of a device and the state of an agent.
#include "simulator/tsapi_standin/csta/send_request.hpp"

using namespace ctiengine::tsapi_standin;

namespace {

/// Sends a query whose struct is one device.
template <class Pdu>
RetCode_t send_query(
    ACSHandle_t handle,
    InvokeID_t invoke_id,
    EventType_t type,
    const DeviceID_t* device,
    const PrivateData_t* private_data
) {
    if (any_null(device)) return ACSERR_BADPARAMETER;
    Pdu pdu{};
    copy_text(pdu.device, device);
    return send_request(handle, invoke_id, type, pdu, private_data);
}

}  // namespace

extern "C" {

RetCode_t cstaSetMsgWaitingInd(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* device,
    Boolean messages,
    PrivateData_t* privateData
) {
    if (any_null(device)) return ACSERR_BADPARAMETER;
    CSTASetMwi_t pdu{};
    copy_text(pdu.device, device);
    pdu.messages = static_cast<unsigned char>(messages);
    return send_request(acsHandle, invokeID, CSTA_SET_MWI, pdu, privateData);
}

RetCode_t cstaSetDoNotDisturb(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* device,
    Boolean doNotDisturb,
    PrivateData_t* privateData
) {
    if (any_null(device)) return ACSERR_BADPARAMETER;
    CSTASetDnd_t pdu{};
    copy_text(pdu.device, device);
    pdu.doNotDisturb = static_cast<unsigned char>(doNotDisturb);
    return send_request(acsHandle, invokeID, CSTA_SET_DND, pdu, privateData);
}

// forwardingDestination may be null, as it is of no use when forwarding goes off.
RetCode_t cstaSetForwarding(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* device,
    ForwardingType_t forwardingType,
    Boolean forwardingOn,
    DeviceID_t* forwardingDestination,
    PrivateData_t* privateData
) {
    if (any_null(device) || (forwardingOn != FALSE && any_null(forwardingDestination)))
        return ACSERR_BADPARAMETER;
    CSTASetFwd_t pdu{};
    copy_text(pdu.device, device);
    pdu.forward.forwardingType = forwardingType;
    pdu.forward.forwardingOn = static_cast<unsigned char>(forwardingOn);
    copy_text(pdu.forward.forwardDN, forwardingDestination);
    return send_request(acsHandle, invokeID, CSTA_SET_FWD, pdu, privateData);
}

// agentID, agentGroup and agentPassword may be null: not every mode and switch needs them.
RetCode_t cstaSetAgentState(
    ACSHandle_t acsHandle,
    InvokeID_t invokeID,
    DeviceID_t* device,
    AgentMode_t agentMode,
    AgentID_t* agentID,
    AgentGroup_t* agentGroup,
    AgentPassword_t* agentPassword,
    PrivateData_t* privateData
) {
    if (any_null(device)) return ACSERR_BADPARAMETER;
    CSTASetAgentState_t pdu{};
    copy_text(pdu.device, device);
    pdu.agentMode = agentMode;
    copy_text(pdu.agentID, agentID);
    copy_text(pdu.agentGroup, agentGroup);
    copy_text(pdu.agentPassword, agentPassword);
    return send_request(acsHandle, invokeID, CSTA_SET_AGENT_STATE, pdu, privateData);
}

RetCode_t cstaQueryMsgWaitingInd(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
) {
    return send_query<CSTAQueryMwi_t>(acsHandle, invokeID, CSTA_QUERY_MWI, device, privateData);
}

RetCode_t cstaQueryDoNotDisturb(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
) {
    return send_query<CSTAQueryDnd_t>(acsHandle, invokeID, CSTA_QUERY_DND, device, privateData);
}

RetCode_t cstaQueryForwarding(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
) {
    return send_query<CSTAQueryFwd_t>(acsHandle, invokeID, CSTA_QUERY_FWD, device, privateData);
}

RetCode_t cstaQueryAgentState(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
) {
    return send_query<CSTAQueryAgentState_t>(
        acsHandle, invokeID, CSTA_QUERY_AGENT_STATE, device, privateData
    );
}

RetCode_t cstaQueryLastNumber(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
) {
    return send_query<CSTAQueryLastNumber_t>(
        acsHandle, invokeID, CSTA_QUERY_LAST_NUMBER, device, privateData
    );
}

RetCode_t cstaQueryDeviceInfo(
    ACSHandle_t acsHandle, InvokeID_t invokeID, DeviceID_t* device, PrivateData_t* privateData
) {
    return send_query<CSTAQueryDeviceInfo_t>(
        acsHandle, invokeID, CSTA_QUERY_DEVICE_INFO, device, privateData
    );
}

}  // extern "C"

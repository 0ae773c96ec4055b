// The functions of attpriv.h whose private data goes with a call control request. The plain name writes the
// layout of private data version 5 (32 bytes of user information), attV6... that of version 6 and later.
#include "simulator/tsapi_standin/attpriv/encode.hpp"

using namespace ctiengine::tsapi_standin;

namespace {

/// A call with a trunk or route to take; no route is an empty one.
template <class Pdu, class UserInfo>
RetCode_t put_routed_call(
    ATTPrivateData_t* to,
    std::uint16_t number,
    const DeviceID_t* route,
    Boolean priority,
    const UserInfo* user_info
) {
    Pdu pdu{};
    copy_text(pdu.destRoute, route);
    pdu.priorityCalling = static_cast<unsigned char>(priority);
    pdu.userInfo = user_info_from(user_info);
    return put_att(to, number, pdu);
}

template <class Pdu, class UserInfo>
RetCode_t put_direct_agent_call(
    ATTPrivateData_t* to,
    std::uint16_t number,
    const DeviceID_t* split,
    Boolean priority,
    const UserInfo* user_info
) {
    if (any_null(split)) return ACSERR_BADPARAMETER;
    Pdu pdu{};
    copy_text(pdu.split, split);
    pdu.priorityCalling = static_cast<unsigned char>(priority);
    pdu.userInfo = user_info_from(user_info);
    return put_att(to, number, pdu);
}

template <class Pdu, class UserInfo>
RetCode_t put_supervisor_call(
    ATTPrivateData_t* to, std::uint16_t number, const DeviceID_t* split, const UserInfo* user_info
) {
    if (any_null(split)) return ACSERR_BADPARAMETER;
    Pdu pdu{};
    copy_text(pdu.split, split);
    pdu.userInfo = user_info_from(user_info);
    return put_att(to, number, pdu);
}

/// How a predictive call treats the answer.
struct Prediction {
    Boolean priority;
    short max_rings;
    ATTAnswerTreat_t treatment;
};

template <class Pdu, class UserInfo>
RetCode_t put_predictive_call(
    ATTPrivateData_t* to,
    std::uint16_t number,
    const Prediction& prediction,
    const DeviceID_t* route,
    const UserInfo* user_info
) {
    Pdu pdu{};
    pdu.priorityCalling = static_cast<unsigned char>(prediction.priority);
    pdu.maxRings = prediction.max_rings;
    pdu.answerTreat = prediction.treatment;
    copy_text(pdu.destRoute, route);
    pdu.userInfo = user_info_from(user_info);
    return put_att(to, number, pdu);
}

/// Clearing a connection, also as part of a reconnect.
template <class Pdu, class UserInfo>
RetCode_t put_clearing(
    ATTPrivateData_t* to, std::uint16_t number, ATTDropResource_t resource, const UserInfo* user_info
) {
    Pdu pdu{};
    pdu.dropResource = resource;
    pdu.userInfo = user_info_from(user_info);
    return put_att(to, number, pdu);
}

}  // namespace

extern "C" {

RetCode_t attClearConnection(
    ATTPrivateData_t* privateData, ATTDropResource_t dropResource, ATTV5UserToUserInfo_t* userInfo
) {
    return put_clearing<ATTV5ClearConnection_t>(privateData, ATTV5_CLEAR_CONNECTION, dropResource, userInfo);
}

RetCode_t attV6ClearConnection(
    ATTPrivateData_t* privateData, ATTDropResource_t dropResource, ATTUserToUserInfo_t* userInfo
) {
    return put_clearing<ATTClearConnection_t>(privateData, ATT_CLEAR_CONNECTION, dropResource, userInfo);
}

RetCode_t attReconnectCall(
    ATTPrivateData_t* privateData, ATTDropResource_t dropResource, ATTV5UserToUserInfo_t* userInfo
) {
    return put_clearing<ATTV5ReconnectCall_t>(privateData, ATTV5_RECONNECT_CALL, dropResource, userInfo);
}

RetCode_t attV6ReconnectCall(
    ATTPrivateData_t* privateData, ATTDropResource_t dropResource, ATTUserToUserInfo_t* userInfo
) {
    return put_clearing<ATTReconnectCall_t>(privateData, ATT_RECONNECT_CALL, dropResource, userInfo);
}

RetCode_t attConsultationCall(
    ATTPrivateData_t* privateData,
    DeviceID_t* destRoute,
    Boolean priorityCalling,
    ATTV5UserToUserInfo_t* userInfo
) {
    return put_routed_call<ATTV5ConsultationCall_t>(
        privateData, ATTV5_CONSULTATION_CALL, destRoute, priorityCalling, userInfo
    );
}

RetCode_t attV6ConsultationCall(
    ATTPrivateData_t* privateData,
    DeviceID_t* destRoute,
    Boolean priorityCalling,
    ATTUserToUserInfo_t* userInfo
) {
    return put_routed_call<ATTConsultationCall_t>(
        privateData, ATT_CONSULTATION_CALL, destRoute, priorityCalling, userInfo
    );
}

RetCode_t attMakeCall(
    ATTPrivateData_t* privateData,
    DeviceID_t* destRoute,
    Boolean priorityCalling,
    ATTV5UserToUserInfo_t* userInfo
) {
    return put_routed_call<ATTV5MakeCall_t>(
        privateData, ATTV5_MAKE_CALL, destRoute, priorityCalling, userInfo
    );
}

RetCode_t attV6MakeCall(
    ATTPrivateData_t* privateData,
    DeviceID_t* destRoute,
    Boolean priorityCalling,
    ATTUserToUserInfo_t* userInfo
) {
    return put_routed_call<ATTMakeCall_t>(privateData, ATT_MAKE_CALL, destRoute, priorityCalling, userInfo);
}

RetCode_t attDirectAgentCall(
    ATTPrivateData_t* privateData, DeviceID_t* split, Boolean priorityCalling, ATTV5UserToUserInfo_t* userInfo
) {
    return put_direct_agent_call<ATTV5DirectAgentCall_t>(
        privateData, ATTV5_DIRECT_AGENT_CALL, split, priorityCalling, userInfo
    );
}

RetCode_t attV6DirectAgentCall(
    ATTPrivateData_t* privateData, DeviceID_t* split, Boolean priorityCalling, ATTUserToUserInfo_t* userInfo
) {
    return put_direct_agent_call<ATTDirectAgentCall_t>(
        privateData, ATT_DIRECT_AGENT_CALL, split, priorityCalling, userInfo
    );
}

RetCode_t attSupervisorAssistCall(
    ATTPrivateData_t* privateData, DeviceID_t* split, ATTV5UserToUserInfo_t* userInfo
) {
    return put_supervisor_call<ATTV5SupervisorAssistCall_t>(
        privateData, ATTV5_SUPERVISOR_ASSIST_CALL, split, userInfo
    );
}

RetCode_t attV6SupervisorAssistCall(
    ATTPrivateData_t* privateData, DeviceID_t* split, ATTUserToUserInfo_t* userInfo
) {
    return put_supervisor_call<ATTSupervisorAssistCall_t>(
        privateData, ATT_SUPERVISOR_ASSIST_CALL, split, userInfo
    );
}

RetCode_t attMakePredictiveCall(
    ATTPrivateData_t* privateData,
    Boolean priorityCalling,
    short maxRings,
    ATTAnswerTreat_t answerTreat,
    DeviceID_t* destRoute,
    ATTV5UserToUserInfo_t* userInfo
) {
    const Prediction prediction{priorityCalling, maxRings, answerTreat};
    return put_predictive_call<ATTV5MakePredictiveCall_t>(
        privateData, ATTV5_MAKE_PREDICTIVE_CALL, prediction, destRoute, userInfo
    );
}

RetCode_t attV6MakePredictiveCall(
    ATTPrivateData_t* privateData,
    Boolean priorityCalling,
    short maxRings,
    ATTAnswerTreat_t answerTreat,
    DeviceID_t* destRoute,
    ATTUserToUserInfo_t* userInfo
) {
    const Prediction prediction{priorityCalling, maxRings, answerTreat};
    return put_predictive_call<ATTMakePredictiveCall_t>(
        privateData, ATT_MAKE_PREDICTIVE_CALL, prediction, destRoute, userInfo
    );
}

}  // extern "C"

/*
 * att_requests.h: Avaya private data sent with requests: newest layouts.
 */
#pragma once

#include "att_parts.h"

/* ATT_QUERY_ACD_SPLIT */
typedef struct ATTQueryAcdSplit_t {
    DeviceID_t device;
} ATTQueryAcdSplit_t;

/* ATT_QUERY_AGENT_LOGIN */
typedef struct ATTQueryAgentLogin_t {
    DeviceID_t device;
} ATTQueryAgentLogin_t;

/* ATT_QUERY_AGENT_STATE */
typedef struct ATTQueryAgentState_t {
    DeviceID_t split;
} ATTQueryAgentState_t;

/* ATT_QUERY_CALL_CLASSIFIER */
typedef struct ATTQueryCallClassifier_t {
    Nulltype null;
} ATTQueryCallClassifier_t;

/* ATT_QUERY_STATION_STATUS */
typedef struct ATTQueryStationStatus_t {
    DeviceID_t device;
} ATTQueryStationStatus_t;

/* ATT_QUERY_TOD */
typedef struct ATTQueryTod_t {
    Nulltype null;
} ATTQueryTod_t;

/* ATT_QUERY_TG */
typedef struct ATTQueryTg_t {
    DeviceID_t device;
} ATTQueryTg_t;

/* ATT_MONITOR_STOP_ON_CALL */
typedef struct ATTMonitorStopOnCall_t {
    CSTAMonitorCrossRefID_t monitorCrossRefID;
    ConnectionID_t call;
} ATTMonitorStopOnCall_t;

/* ATT_SYS_STAT */
typedef struct ATTSysStat_t {
    unsigned char linkStatusReq;
} ATTSysStat_t;

/* ATT_QUERY_DEVICE_NAME */
typedef struct ATTQueryDeviceName_t {
    DeviceID_t device;
} ATTQueryDeviceName_t;

/* ATT_SINGLE_STEP_CONFERENCE_CALL */
typedef struct ATTSingleStepConferenceCall_t {
    ConnectionID_t activeCall;
    DeviceID_t deviceToBeJoin;
    ATTParticipationType_t participationType;
    unsigned char alertDestination;
} ATTSingleStepConferenceCall_t;

/* ATT_SELECTIVE_LISTENING_HOLD */
typedef struct ATTSelectiveListeningHold_t {
    ConnectionID_t subjectConnection;
    unsigned char allParties;
    ConnectionID_t selectedParty;
} ATTSelectiveListeningHold_t;

/* ATT_SELECTIVE_LISTENING_RETRIEVE */
typedef struct ATTSelectiveListeningRetrieve_t {
    ConnectionID_t subjectConnection;
    unsigned char allParties;
    ConnectionID_t selectedParty;
} ATTSelectiveListeningRetrieve_t;

/* ATT_SENDDTMF_TONE */
typedef struct ATTSendDTMFTone_t {
    ConnectionID_t sender;
    ATTConnIDList_t receivers;
    char tones[33];
    short toneDuration;
    short pauseDuration;
} ATTSendDTMFTone_t;

/* ATT_SET_BILL_RATE */
typedef struct ATTSetBillRate_t {
    ConnectionID_t call;
    ATTBillType_t billType;
    float billRate;
} ATTSetBillRate_t;

/* ATT_QUERY_UCID */
typedef struct ATTQueryUcid_t {
    ConnectionID_t call;
} ATTQueryUcid_t;

/* ATT_MONITOR_FILTER */
typedef struct ATTMonitorFilter_t {
    ATTPrivateFilter_t privateFilter;
} ATTMonitorFilter_t;

/* ATT_SET_ADVICE_OF_CHARGE */
typedef struct ATTSetAdviceOfCharge_t {
    unsigned char featureFlag;
} ATTSetAdviceOfCharge_t;

/* ATT_SET_AGENT_STATE */
typedef struct ATTSetAgentState_t {
    ATTWorkMode_t workMode;
    long reasonCode;
    unsigned char enablePending;
} ATTSetAgentState_t;

/* ATT_CLEAR_CONNECTION */
typedef struct ATTClearConnection_t {
    ATTDropResource_t dropResource;
    ATTUserToUserInfo_t userInfo;
} ATTClearConnection_t;

/* ATT_CONSULTATION_CALL */
typedef struct ATTConsultationCall_t {
    DeviceID_t destRoute;
    unsigned char priorityCalling;
    ATTUserToUserInfo_t userInfo;
} ATTConsultationCall_t;

/* ATT_MAKE_CALL */
typedef struct ATTMakeCall_t {
    DeviceID_t destRoute;
    unsigned char priorityCalling;
    ATTUserToUserInfo_t userInfo;
} ATTMakeCall_t;

/* ATT_DIRECT_AGENT_CALL */
typedef struct ATTDirectAgentCall_t {
    DeviceID_t split;
    unsigned char priorityCalling;
    ATTUserToUserInfo_t userInfo;
} ATTDirectAgentCall_t;

/* ATT_MAKE_PREDICTIVE_CALL */
typedef struct ATTMakePredictiveCall_t {
    unsigned char priorityCalling;
    short maxRings;
    ATTAnswerTreat_t answerTreat;
    DeviceID_t destRoute;
    ATTUserToUserInfo_t userInfo;
} ATTMakePredictiveCall_t;

/* ATT_SUPERVISOR_ASSIST_CALL */
typedef struct ATTSupervisorAssistCall_t {
    DeviceID_t split;
    ATTUserToUserInfo_t userInfo;
} ATTSupervisorAssistCall_t;

/* ATT_RECONNECT_CALL */
typedef struct ATTReconnectCall_t {
    ATTDropResource_t dropResource;
    ATTUserToUserInfo_t userInfo;
} ATTReconnectCall_t;

/* ATT_ROUTE_SELECT */
typedef struct ATTRouteSelect_t {
    DeviceID_t callingDevice;
    DeviceID_t directAgentCallSplit;
    unsigned char priorityCalling;
    DeviceID_t destRoute;
    ATTUserCollectCode_t collectCode;
    ATTUserProvidedCode_t userProvidedCode;
    ATTUserToUserInfo_t userInfo;
    ATTRedirectType_t redirectType;
} ATTRouteSelect_t;

/* ATT_SINGLE_STEP_TRANSFER_CALL */
typedef struct ATTSingleStepTransferCall_t {
    ConnectionID_t activeCall;
    DeviceID_t transferredTo;
} ATTSingleStepTransferCall_t;

/* ATT_MONITOR_CALLS_VIA_DEVICE */
typedef struct ATTMonitorCallsViaDevice_t {
    ATTPrivateFilter_t privateFilter;
    unsigned char flowPredictiveCallEvents;
} ATTMonitorCallsViaDevice_t;

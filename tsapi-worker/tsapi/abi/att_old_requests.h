/*
 * att_old_requests.h: Avaya private data sent with requests: layouts of older versions.
 *
 * ATTVn was last used by private data version n.
 */
#pragma once

#include "att_parts.h"

/* ATTV5_CLEAR_CONNECTION */
typedef struct ATTV5ClearConnection_t {
    ATTDropResource_t dropResource;
    ATTV5UserToUserInfo_t userInfo;
} ATTV5ClearConnection_t;

/* ATTV5_CONSULTATION_CALL */
typedef struct ATTV5ConsultationCall_t {
    DeviceID_t destRoute;
    unsigned char priorityCalling;
    ATTV5UserToUserInfo_t userInfo;
} ATTV5ConsultationCall_t;

/* ATTV5_MAKE_CALL */
typedef struct ATTV5MakeCall_t {
    DeviceID_t destRoute;
    unsigned char priorityCalling;
    ATTV5UserToUserInfo_t userInfo;
} ATTV5MakeCall_t;

/* ATTV5_DIRECT_AGENT_CALL */
typedef struct ATTV5DirectAgentCall_t {
    DeviceID_t split;
    unsigned char priorityCalling;
    ATTV5UserToUserInfo_t userInfo;
} ATTV5DirectAgentCall_t;

/* ATTV5_MAKE_PREDICTIVE_CALL */
typedef struct ATTV5MakePredictiveCall_t {
    unsigned char priorityCalling;
    short maxRings;
    ATTAnswerTreat_t answerTreat;
    DeviceID_t destRoute;
    ATTV5UserToUserInfo_t userInfo;
} ATTV5MakePredictiveCall_t;

/* ATTV5_SUPERVISOR_ASSIST_CALL */
typedef struct ATTV5SupervisorAssistCall_t {
    DeviceID_t split;
    ATTV5UserToUserInfo_t userInfo;
} ATTV5SupervisorAssistCall_t;

/* ATTV5_RECONNECT_CALL */
typedef struct ATTV5ReconnectCall_t {
    ATTDropResource_t dropResource;
    ATTV5UserToUserInfo_t userInfo;
} ATTV5ReconnectCall_t;

/* ATTV4_SENDDTMF_TONE */
typedef struct ATTV4SendDTMFTone_t {
    ConnectionID_t sender;
    ATTV4ConnIDList_t receivers;
    char tones[33];
    short toneDuration;
    short pauseDuration;
} ATTV4SendDTMFTone_t;

/* ATTV4_SET_AGENT_STATE */
typedef struct ATTV4SetAgentState_t {
    ATTWorkMode_t workMode;
} ATTV4SetAgentState_t;

/* ATTV4_MONITOR_FILTER */
typedef struct ATTV4MonitorFilter_t {
    ATTV4PrivateFilter_t privateFilter;
} ATTV4MonitorFilter_t;

/* ATTV5_ROUTE_SELECT */
typedef struct ATTV5RouteSelect_t {
    DeviceID_t callingDevice;
    DeviceID_t directAgentCallSplit;
    unsigned char priorityCalling;
    DeviceID_t destRoute;
    ATTUserCollectCode_t collectCode;
    ATTUserProvidedCode_t userProvidedCode;
    ATTV5UserToUserInfo_t userInfo;
} ATTV5RouteSelect_t;

/* ATTV5_SET_AGENT_STATE */
typedef struct ATTV5SetAgentState_t {
    ATTWorkMode_t workMode;
    long reasonCode;
} ATTV5SetAgentState_t;

/* ATTV6_ROUTE_SELECT */
typedef struct ATTV6RouteSelect_t {
    DeviceID_t callingDevice;
    DeviceID_t directAgentCallSplit;
    unsigned char priorityCalling;
    DeviceID_t destRoute;
    ATTUserCollectCode_t collectCode;
    ATTUserProvidedCode_t userProvidedCode;
    ATTUserToUserInfo_t userInfo;
} ATTV6RouteSelect_t;

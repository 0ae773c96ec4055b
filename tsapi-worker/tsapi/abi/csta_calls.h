/*
 * csta_calls.h: call control: requests and confirmations.
 *
 * A program gives the request's fields as function parameters; the structs travel between library and server.
 */
#pragma once

#include "csta_types.h"

/* clang-format off */
typedef enum Feature_t {
    FT_CAMP_ON = 0,   ftCampOn = FT_CAMP_ON,
    FT_CALL_BACK = 1, ftCallBack = FT_CALL_BACK,
    FT_INTRUDE = 2,   ftIntrude = FT_INTRUDE
} Feature_t;

/* When a predictive call goes to its agent */
typedef enum AllocationState_t {
    AS_CALL_DELIVERED = 0,   asCallDelivered = AS_CALL_DELIVERED,
    AS_CALL_ESTABLISHED = 1, asCallEstablished = AS_CALL_ESTABLISHED
} AllocationState_t;
/* clang-format on */

/* CSTA_ALTERNATE_CALL */
typedef struct CSTAAlternateCall_t {
    ConnectionID_t activeCall;
    ConnectionID_t otherCall;
} CSTAAlternateCall_t;

/* CSTA_ALTERNATE_CALL_CONF */
typedef struct CSTAAlternateCallConfEvent_t {
    Nulltype null;
} CSTAAlternateCallConfEvent_t;

/* CSTA_ANSWER_CALL */
typedef struct CSTAAnswerCall_t {
    ConnectionID_t alertingCall;
} CSTAAnswerCall_t;

/* CSTA_ANSWER_CALL_CONF */
typedef struct CSTAAnswerCallConfEvent_t {
    Nulltype null;
} CSTAAnswerCallConfEvent_t;

/* CSTA_CALL_COMPLETION */
typedef struct CSTACallCompletion_t {
    Feature_t feature;
    ConnectionID_t call;
} CSTACallCompletion_t;

/* CSTA_CALL_COMPLETION_CONF */
typedef struct CSTACallCompletionConfEvent_t {
    Nulltype null;
} CSTACallCompletionConfEvent_t;

/* CSTA_CLEAR_CALL: drops every party */
typedef struct CSTAClearCall_t {
    ConnectionID_t call;
} CSTAClearCall_t;

/* CSTA_CLEAR_CALL_CONF */
typedef struct CSTAClearCallConfEvent_t {
    Nulltype null;
} CSTAClearCallConfEvent_t;

/* CSTA_CLEAR_CONNECTION: drops one party */
typedef struct CSTAClearConnection_t {
    ConnectionID_t call;
} CSTAClearConnection_t;

/* CSTA_CLEAR_CONNECTION_CONF */
typedef struct CSTAClearConnectionConfEvent_t {
    Nulltype null;
} CSTAClearConnectionConfEvent_t;

/* CSTA_CONFERENCE_CALL */
typedef struct CSTAConferenceCall_t {
    ConnectionID_t heldCall;
    ConnectionID_t activeCall;
} CSTAConferenceCall_t;

/* CSTA_CONFERENCE_CALL_CONF: connList: the parties of the conference */
typedef struct CSTAConferenceCallConfEvent_t {
    ConnectionID_t newCall;
    ConnectionList_t connList;
} CSTAConferenceCallConfEvent_t;

/* CSTA_CONSULTATION_CALL: holds activeCall, then calls */
typedef struct CSTAConsultationCall_t {
    ConnectionID_t activeCall;
    DeviceID_t calledDevice;
} CSTAConsultationCall_t;

/* CSTA_CONSULTATION_CALL_CONF */
typedef struct CSTAConsultationCallConfEvent_t {
    ConnectionID_t newCall;
} CSTAConsultationCallConfEvent_t;

/* CSTA_DEFLECT_CALL */
typedef struct CSTADeflectCall_t {
    ConnectionID_t deflectCall;
    DeviceID_t calledDevice;
} CSTADeflectCall_t;

/* CSTA_DEFLECT_CALL_CONF */
typedef struct CSTADeflectCallConfEvent_t {
    Nulltype null;
} CSTADeflectCallConfEvent_t;

/* CSTA_PICKUP_CALL */
typedef struct CSTAPickupCall_t {
    ConnectionID_t deflectCall;
    DeviceID_t calledDevice;
} CSTAPickupCall_t;

/* CSTA_PICKUP_CALL_CONF */
typedef struct CSTAPickupCallConfEvent_t {
    Nulltype null;
} CSTAPickupCallConfEvent_t;

/* CSTA_GROUP_PICKUP_CALL */
typedef struct CSTAGroupPickupCall_t {
    ConnectionID_t deflectCall;
    DeviceID_t pickupDevice;
} CSTAGroupPickupCall_t;

/* CSTA_GROUP_PICKUP_CALL_CONF */
typedef struct CSTAGroupPickupCallConfEvent_t {
    Nulltype null;
} CSTAGroupPickupCallConfEvent_t;

/* CSTA_HOLD_CALL: reservation is without effect on this switch */
typedef struct CSTAHoldCall_t {
    ConnectionID_t activeCall;
    unsigned char reservation;
} CSTAHoldCall_t;

/* CSTA_HOLD_CALL_CONF */
typedef struct CSTAHoldCallConfEvent_t {
    Nulltype null;
} CSTAHoldCallConfEvent_t;

/* CSTA_MAKE_CALL: calledDevice may hold dialling digits of any kind */
typedef struct CSTAMakeCall_t {
    DeviceID_t callingDevice;
    DeviceID_t calledDevice;
} CSTAMakeCall_t;

/* CSTA_MAKE_CALL_CONF: newCall: the caller's connection */
typedef struct CSTAMakeCallConfEvent_t {
    ConnectionID_t newCall;
} CSTAMakeCallConfEvent_t;

/* CSTA_MAKE_PREDICTIVE_CALL */
typedef struct CSTAMakePredictiveCall_t {
    DeviceID_t callingDevice;
    DeviceID_t calledDevice;
    AllocationState_t allocationState;
} CSTAMakePredictiveCall_t;

/* CSTA_MAKE_PREDICTIVE_CALL_CONF */
typedef struct CSTAMakePredictiveCallConfEvent_t {
    ConnectionID_t newCall;
} CSTAMakePredictiveCallConfEvent_t;

/* CSTA_RECONNECT_CALL */
typedef struct CSTAReconnectCall_t {
    ConnectionID_t activeCall;
    ConnectionID_t heldCall;
} CSTAReconnectCall_t;

/* CSTA_RECONNECT_CALL_CONF */
typedef struct CSTAReconnectCallConfEvent_t {
    Nulltype null;
} CSTAReconnectCallConfEvent_t;

/* CSTA_RETRIEVE_CALL */
typedef struct CSTARetrieveCall_t {
    ConnectionID_t heldCall;
} CSTARetrieveCall_t;

/* CSTA_RETRIEVE_CALL_CONF */
typedef struct CSTARetrieveCallConfEvent_t {
    Nulltype null;
} CSTARetrieveCallConfEvent_t;

/* CSTA_TRANSFER_CALL */
typedef struct CSTATransferCall_t {
    ConnectionID_t heldCall;
    ConnectionID_t activeCall;
} CSTATransferCall_t;

/* CSTA_TRANSFER_CALL_CONF: connList: the parties of the new call */
typedef struct CSTATransferCallConfEvent_t {
    ConnectionID_t newCall;
    ConnectionList_t connList;
} CSTATransferCallConfEvent_t;

/* CSTA_UNIVERSAL_FAILURE_CONF: the answer to a refused request of any kind */
typedef struct CSTAUniversalFailureConfEvent_t {
    CSTAUniversalFailure_t error;
} CSTAUniversalFailureConfEvent_t;

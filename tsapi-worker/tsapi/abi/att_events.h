/*
 * att_events.h: Avaya private data of events: newest layouts.
 */
#pragma once

#include "att_parts.h"

/* ATT_CALL_CLEARED */
typedef struct ATTCallClearedEvent_t {
    ATTReasonCode_t reason;
} ATTCallClearedEvent_t;

/* ATT_ENTERED_DIGITS */
typedef struct ATTEnteredDigitsEvent_t {
    ConnectionID_t connection;
    char digits[25];
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} ATTEnteredDigitsEvent_t;

/* ATT_ROUTE_USED */
typedef struct ATTRouteUsedEvent_t {
    DeviceID_t destRoute;
} ATTRouteUsedEvent_t;

/* ATT_LOGGED_ON */
typedef struct ATTLoggedOnEvent_t {
    ATTWorkMode_t workMode;
} ATTLoggedOnEvent_t;

/* ATT_LINK_STATUS */
typedef struct ATTLinkStatusEvent_t {
    unsigned int count;
    ATTLinkStatus_t* pLinkStatus;
} ATTLinkStatusEvent_t;

/* ATT_LOGGED_OFF */
typedef struct ATTLoggedOffEvent_t {
    long reasonCode;
} ATTLoggedOffEvent_t;

/* ATT_CHARGE_ADVICE */
typedef struct ATTChargeAdviceEvent_t {
    ConnectionID_t connection;
    DeviceID_t calledDevice;
    DeviceID_t chargingDevice;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    ATTChargeType_t chargeType;
    long charge;
    ATTChargeError_t error;
} ATTChargeAdviceEvent_t;

/* ATT_DELIVERED */
typedef struct ATTDeliveredEvent_t {
    ATTDeliveredType_t deliveredType;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTUserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTOriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
    DeviceHistory_t deviceHistory;
    CalledDeviceID_t distributingVDN;
} ATTDeliveredEvent_t;

/* ATT_ESTABLISHED */
typedef struct ATTEstablishedEvent_t {
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTUserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTOriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
    DeviceHistory_t deviceHistory;
    CalledDeviceID_t distributingVDN;
} ATTEstablishedEvent_t;

/* ATT_QUEUED */
typedef struct ATTQueuedEvent_t {
    DeviceHistory_t deviceHistory;
} ATTQueuedEvent_t;

/* ATT_ROUTE_REQUEST */
typedef struct ATTRouteRequestEvent_t {
    DeviceID_t trunkGroup;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTUserToUserInfo_t userInfo;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
    DeviceID_t trunkMember;
    DeviceHistory_t deviceHistory;
} ATTRouteRequestEvent_t;

/* ATT_TRANSFERRED */
typedef struct ATTTransferredEvent_t {
    ATTOriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTTrunkList_t trunkList;
    DeviceHistory_t deviceHistory;
    CalledDeviceID_t distributingVDN;
} ATTTransferredEvent_t;

/* ATT_CONFERENCED */
typedef struct ATTConferencedEvent_t {
    ATTOriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTTrunkList_t trunkList;
    DeviceHistory_t deviceHistory;
    CalledDeviceID_t distributingVDN;
} ATTConferencedEvent_t;

/* ATT_CONNECTION_CLEARED */
typedef struct ATTConnectionClearedEvent_t {
    ATTUserToUserInfo_t userInfo;
    DeviceHistory_t deviceHistory;
} ATTConnectionClearedEvent_t;

/* ATT_DIVERTED */
typedef struct ATTDivertedEvent_t {
    DeviceHistory_t deviceHistory;
} ATTDivertedEvent_t;

/* ATT_NETWORK_REACHED */
typedef struct ATTNetworkReachedEvent_t {
    ATTProgressLocation_t progressLocation;
    ATTProgressDescription_t progressDescription;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    DeviceHistory_t deviceHistory;
} ATTNetworkReachedEvent_t;

/* ATT_FAILED */
typedef struct ATTFailedEvent_t {
    DeviceHistory_t deviceHistory;
    CallingDeviceID_t callingDevice;
} ATTFailedEvent_t;

/* ATT_ORIGINATED */
typedef struct ATTOriginatedEvent_t {
    DeviceID_t logicalAgent;
    ATTUserToUserInfo_t userInfo;
    ATTConsultMode_t consultMode;
} ATTOriginatedEvent_t;

/* ATT_HELD */
typedef struct ATTHeldEvent_t {
    ATTConsultMode_t consultMode;
} ATTHeldEvent_t;

/* ATT_SERVICE_INITIATED */
typedef struct ATTServiceInitiatedEvent_t {
    ATTUCID_t ucid;
    ATTConsultMode_t consultMode;
} ATTServiceInitiatedEvent_t;

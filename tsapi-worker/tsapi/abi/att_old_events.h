/*
 * att_old_events.h: Avaya private data of confirmations and events: layouts of older versions.
 *
 * ATTVn was last used by private data version n.
 */
#pragma once

#include "att_parts.h"

/* ATTV4_QUERY_AGENT_STATE_CONF */
typedef struct ATTV4QueryAgentStateConfEvent_t {
    ATTWorkMode_t workMode;
    ATTTalkState_t talkState;
} ATTV4QueryAgentStateConfEvent_t;

/* ATTV4_QUERY_DEVICE_INFO_CONF */
typedef struct ATTV4QueryDeviceInfoConfEvent_t {
    ATTExtensionClass_t extensionClass;
} ATTV4QueryDeviceInfoConfEvent_t;

/* ATTV4_SNAPSHOT_DEVICE_CONF */
typedef struct ATTV4SnapshotDeviceConfEvent_t {
    unsigned short count;
    ATTSnapshotDevice_t snapshotDevice[6];
} ATTV4SnapshotDeviceConfEvent_t;

/* ATTV4_MONITOR_CONF */
typedef struct ATTV4MonitorConfEvent_t {
    ATTV4PrivateFilter_t usedFilter;
} ATTV4MonitorConfEvent_t;

/* ATTV4_MONITOR_CALL_CONF */
typedef struct ATTV4MonitorCallConfEvent_t {
    ATTV4PrivateFilter_t usedFilter;
    ATTV4SnapshotCall_t snapshotCall;
} ATTV4MonitorCallConfEvent_t;

/* ATTV3_CONFERENCED */
typedef struct ATTV3ConferencedEvent_t {
    ATTV4OriginalCallInfo_t originalCallInfo;
} ATTV3ConferencedEvent_t;

/* ATTV5_CONNECTION_CLEARED */
typedef struct ATTV5ConnectionClearedEvent_t {
    ATTV5UserToUserInfo_t userInfo;
} ATTV5ConnectionClearedEvent_t;

/* ATTV3_DELIVERED */
typedef struct ATTV3DeliveredEvent_t {
    ATTDeliveredType_t deliveredType;
    DeviceID_t trunk;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTV4LookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTV4OriginalCallInfo_t originalCallInfo;
} ATTV3DeliveredEvent_t;

/* ATTV3_ESTABLISHED */
typedef struct ATTV3EstablishedEvent_t {
    DeviceID_t trunk;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTV4LookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTV4OriginalCallInfo_t originalCallInfo;
} ATTV3EstablishedEvent_t;

/* ATTV4_NETWORK_REACHED */
typedef struct ATTV4NetworkReachedEvent_t {
    ATTProgressLocation_t progressLocation;
    ATTProgressDescription_t progressDescription;
} ATTV4NetworkReachedEvent_t;

/* ATTV3_TRANSFERRED */
typedef struct ATTV3TransferredEvent_t {
    ATTV4OriginalCallInfo_t originalCallInfo;
} ATTV3TransferredEvent_t;

/* ATTV4_ROUTE_REQUEST */
typedef struct ATTV4RouteRequestEvent_t {
    DeviceID_t trunk;
    ATTV4LookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
} ATTV4RouteRequestEvent_t;

/* ATTV3_LINK_STATUS */
typedef struct ATTV3LinkStatusEvent_t {
    unsigned short count;
    ATTLinkStatus_t linkStatus[4];
} ATTV3LinkStatusEvent_t;

/* ATTV5_ORIGINATED */
typedef struct ATTV5OriginatedEvent_t {
    DeviceID_t logicalAgent;
    ATTV5UserToUserInfo_t userInfo;
} ATTV5OriginatedEvent_t;

/* ATTV4_QUERY_DEVICE_NAME_CONF */
typedef struct ATTV4QueryDeviceNameConfEvent_t {
    ATTDeviceType_t deviceType;
    DeviceID_t device;
    char name[16];
} ATTV4QueryDeviceNameConfEvent_t;

/* ATTV4_CONFERENCED */
typedef struct ATTV4ConferencedEvent_t {
    ATTV4OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
} ATTV4ConferencedEvent_t;

/* ATTV4_DELIVERED */
typedef struct ATTV4DeliveredEvent_t {
    ATTDeliveredType_t deliveredType;
    DeviceID_t trunk;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTV4LookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTV4OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
} ATTV4DeliveredEvent_t;

/* ATTV4_ESTABLISHED */
typedef struct ATTV4EstablishedEvent_t {
    DeviceID_t trunk;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTV4LookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTV4OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
} ATTV4EstablishedEvent_t;

/* ATTV4_TRANSFERRED */
typedef struct ATTV4TransferredEvent_t {
    ATTV4OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
} ATTV4TransferredEvent_t;

/* ATTV4_LINK_STATUS */
typedef struct ATTV4LinkStatusEvent_t {
    unsigned short count;
    ATTLinkStatus_t linkStatus[8];
} ATTV4LinkStatusEvent_t;

/* ATTV4_GETAPI_CAPS_CONF */
typedef struct ATTV4GetAPICapsConfEvent_t {
    char switchVersion[16];
    unsigned char sendDTMFTone;
    unsigned char enteredDigitsEvent;
    unsigned char queryDeviceName;
    unsigned char queryAgentMeas;
    unsigned char querySplitSkillMeas;
    unsigned char queryTrunkGroupMeas;
    unsigned char queryVdnMeas;
    unsigned char reserved1;
    unsigned char reserved2;
} ATTV4GetAPICapsConfEvent_t;

/* ATTV5_CONFERENCED */
typedef struct ATTV5ConferencedEvent_t {
    ATTV5OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
} ATTV5ConferencedEvent_t;

/* ATTV5_DELIVERED */
typedef struct ATTV5DeliveredEvent_t {
    ATTDeliveredType_t deliveredType;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTV5OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
} ATTV5DeliveredEvent_t;

/* ATTV5_ESTABLISHED */
typedef struct ATTV5EstablishedEvent_t {
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTV5OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
} ATTV5EstablishedEvent_t;

/* ATTV5_TRANSFERRED */
typedef struct ATTV5TransferredEvent_t {
    ATTV5OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
} ATTV5TransferredEvent_t;

/* ATTV5_ROUTE_REQUEST */
typedef struct ATTV5RouteRequestEvent_t {
    DeviceID_t trunkGroup;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
} ATTV5RouteRequestEvent_t;

/* ATTV5_QUERY_AGENT_STATE_CONF */
typedef struct ATTV5QueryAgentStateConfEvent_t {
    ATTWorkMode_t workMode;
    ATTTalkState_t talkState;
    long reasonCode;
} ATTV5QueryAgentStateConfEvent_t;

/* ATTV6_QUERY_DEVICE_NAME_CONF */
typedef struct ATTV6QueryDeviceNameConfEvent_t {
    ATTDeviceType_t deviceType;
    DeviceID_t device;
    DeviceID_t name;
    ATTUnicodeDeviceID uname;
} ATTV6QueryDeviceNameConfEvent_t;

/* ATTV8_SERVICE_INITIATED */
typedef struct ATTV8ServiceInitiatedEvent_t {
    ATTUCID_t ucid;
} ATTV8ServiceInitiatedEvent_t;

/* ATTV6_GETAPI_CAPS_CONF */
typedef struct ATTV6GetAPICapsConfEvent_t {
    char switchVersion[16];
    unsigned char sendDTMFTone;
    unsigned char enteredDigitsEvent;
    unsigned char queryDeviceName;
    unsigned char queryAgentMeas;
    unsigned char querySplitSkillMeas;
    unsigned char queryTrunkGroupMeas;
    unsigned char queryVdnMeas;
    unsigned char singleStepConference;
    unsigned char selectiveListeningHold;
    unsigned char selectiveListeningRetrieve;
    unsigned char setBillingRate;
    unsigned char queryUCID;
    unsigned char chargeAdviceEvent;
    unsigned char reserved1;
    unsigned char reserved2;
} ATTV6GetAPICapsConfEvent_t;

/* ATTV6_NETWORK_REACHED */
typedef struct ATTV6NetworkReachedEvent_t {
    ATTProgressLocation_t progressLocation;
    ATTProgressDescription_t progressDescription;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
} ATTV6NetworkReachedEvent_t;

/* ATTV6_ROUTE_REQUEST */
typedef struct ATTV6RouteRequestEvent_t {
    DeviceID_t trunkGroup;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTUserToUserInfo_t userInfo;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
    DeviceID_t trunkMember;
} ATTV6RouteRequestEvent_t;

/* ATTV6_TRANSFERRED */
typedef struct ATTV6TransferredEvent_t {
    ATTV6OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTTrunkList_t trunkList;
} ATTV6TransferredEvent_t;

/* ATTV6_CONFERENCED */
typedef struct ATTV6ConferencedEvent_t {
    ATTV6OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTTrunkList_t trunkList;
} ATTV6ConferencedEvent_t;

/* ATTV6_CONNECTION_CLEARED */
typedef struct ATTV6ConnectionClearedEvent_t {
    ATTUserToUserInfo_t userInfo;
} ATTV6ConnectionClearedEvent_t;

/* ATTV6_DELIVERED */
typedef struct ATTV6DeliveredEvent_t {
    ATTDeliveredType_t deliveredType;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTUserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTV6OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
} ATTV6DeliveredEvent_t;

/* ATTV6_ESTABLISHED */
typedef struct ATTV6EstablishedEvent_t {
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    DeviceID_t split;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTUserToUserInfo_t userInfo;
    ATTReasonCode_t reason;
    ATTV6OriginalCallInfo_t originalCallInfo;
    CalledDeviceID_t distributingDevice;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
} ATTV6EstablishedEvent_t;

/* ATTV8_ORIGINATED */
typedef struct ATTV8OriginatedEvent_t {
    DeviceID_t logicalAgent;
    ATTUserToUserInfo_t userInfo;
} ATTV8OriginatedEvent_t;

/* ATTV7_FAILED */
typedef struct ATTV7FailedEvent_t {
    DeviceHistory_t deviceHistory;
} ATTV7FailedEvent_t;

/* ATTV8_SINGLE_STEP_TRANSFER_CALL_CONF */
typedef struct ATTV8SingleStepTransferCallConfEvent_t {
    ConnectionID_t transferredCall;
} ATTV8SingleStepTransferCallConfEvent_t;

/*
 * att_parts.h: Avaya private data: structs that messages are made of.
 */
#pragma once

#include "att_types.h"

/* User-to-user information up to version 5 */
typedef struct ATTV5UserToUserInfo_t {
    ATTUUIProtocolType_t type;
    struct {
        unsigned short length;
        unsigned char value[ATTV5_MAX_UUI_SIZE + 1];
    } data;
} ATTV5UserToUserInfo_t;

/* User-to-user information; length counts bytes of value */
typedef struct ATTUserToUserInfo_t {
    ATTUUIProtocolType_t type;
    struct {
        unsigned short length;
        unsigned char value[ATT_MAX_USER_INFO];
    } data;
} ATTUserToUserInfo_t;

/* Count UTF-16 units */
typedef struct ATTUnicodeDeviceID {
    unsigned short count;
    short value[64];
} ATTUnicodeDeviceID;

typedef struct ATTV4LookaheadInfo_t {
    ATTInterflow_t type;
    ATTPriority_t priority;
    short hours;
    short minutes;
    short seconds;
    DeviceID_t sourceVDN;
} ATTV4LookaheadInfo_t;

/* Look-ahead interflow from another switch */
typedef struct ATTLookaheadInfo_t {
    ATTInterflow_t type;
    ATTPriority_t priority;
    short hours;
    short minutes;
    short seconds;
    DeviceID_t sourceVDN;
    ATTUnicodeDeviceID uSourceVDN;
} ATTLookaheadInfo_t;

/* Digits collected by a vector or by a login */
typedef struct ATTUserEnteredCode_t {
    ATTUserEnteredCodeType_t type;
    ATTUserEnteredCodeIndicator_t indicator;
    char data[25];
    DeviceID_t collectVDN;
} ATTUserEnteredCode_t;

typedef struct ATTUserProvidedCode_t {
    ATTProvidedCodeType_t type;
    char data[25];
} ATTUserProvidedCode_t;

typedef struct ATTUserCollectCode_t {
    ATTCollectCodeType_t type;
    short digitsToBeCollected;
    short timeout;
    ConnectionID_t collectParty;
    ATTSpecificEvent_t specificEvent;
} ATTUserCollectCode_t;

typedef struct ATTCallOriginatorInfo_t {
    unsigned char hasInfo;
    short callOriginatorType;
} ATTCallOriginatorInfo_t;

typedef struct ATTV4ConnIDList_t {
    unsigned short count;
    ConnectionID_t party[ATT_MAX_RECEIVERS];
} ATTV4ConnIDList_t;

typedef struct ATTConnIDList_t {
    unsigned int count;
    ConnectionID_t* pParty;
} ATTConnIDList_t;

typedef struct ATTV4SnapshotCall_t {
    unsigned short count;
    CSTASnapshotCallResponseInfo_t info[ATT_MAX_PARTIES_ON_CALL];
} ATTV4SnapshotCall_t;

typedef struct ATTSnapshotCall_t {
    unsigned int count;
    CSTASnapshotCallResponseInfo_t* pInfo;
} ATTSnapshotCall_t;

typedef struct ATTSnapshotDevice_t {
    ConnectionID_t call;
    ATTLocalCallState_t state;
} ATTSnapshotDevice_t;

typedef struct ATTLinkStatus_t {
    short linkID;
    ATTLinkState_t linkState;
} ATTLinkStatus_t;

typedef struct ATTTrunkInfo_t {
    ConnectionID_t connection;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
} ATTTrunkInfo_t;

typedef struct ATTTrunkList_t {
    unsigned short count;
    ATTTrunkInfo_t trunks[MAX_TRUNKS];
} ATTTrunkList_t;

typedef struct DeviceHistoryEntry_t {
    DeviceID_t olddeviceID;
    CSTAEventCause_t cause;
    ConnectionID_t oldconnectionID;
} DeviceHistoryEntry_t;

/* Where the call was before; deviceHistoryList points into the event's heap */
typedef struct DeviceHistory_t {
    unsigned int count;
    DeviceHistoryEntry_t* deviceHistoryList;
} DeviceHistory_t;

typedef struct ATTV4OriginalCallInfo_t {
    ATTReasonForCallInfo_t reason;
    CallingDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    DeviceID_t trunk;
    DeviceID_t trunkMember;
    ATTV4LookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
} ATTV4OriginalCallInfo_t;

typedef struct ATTV5OriginalCallInfo_t {
    ATTReasonForCallInfo_t reason;
    CallingDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTV5UserToUserInfo_t userInfo;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
} ATTV5OriginalCallInfo_t;

typedef struct ATTV6OriginalCallInfo_t {
    ATTReasonForCallInfo_t reason;
    CallingDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTUserToUserInfo_t userInfo;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
} ATTV6OriginalCallInfo_t;

/* What was known of the call before it was transferred or conferenced */
typedef struct ATTOriginalCallInfo_t {
    ATTReasonForCallInfo_t reason;
    CallingDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    DeviceID_t trunkGroup;
    DeviceID_t trunkMember;
    ATTLookaheadInfo_t lookaheadInfo;
    ATTUserEnteredCode_t userEnteredCode;
    ATTUserToUserInfo_t userInfo;
    ATTUCID_t ucid;
    ATTCallOriginatorInfo_t callOriginatorInfo;
    unsigned char flexibleBilling;
    DeviceHistory_t deviceHistory;
} ATTOriginalCallInfo_t;

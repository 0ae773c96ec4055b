/*
 * csta_types.h: devices, connections, states and filters.
 */
#pragma once

#include "acs_types.h"
#include "csta_causes.h"
#include "csta_failures.h"

/* Room for list data in CSTAEvent_t, in bytes. */
#define CSTA_MAX_HEAP 1024

typedef char DeviceID_t[64];          /* zero-terminated; a first byte of zero means: not given */
typedef long CSTAMonitorCrossRefID_t; /* a monitor */
typedef char AccountInfo_t[32];
typedef char AuthCode_t[32];
typedef char AgentID_t[32];
typedef char AgentPassword_t[32];
typedef DeviceID_t AgentGroup_t; /* an ACD split or skill */

/* clang-format off */
typedef enum DeviceIDType_t {
    DEVICE_IDENTIFIER = 0,                        deviceIdentifier = DEVICE_IDENTIFIER,
    IMPLICIT_PUBLIC = 20,                         implicitPublic = IMPLICIT_PUBLIC,
    EXPLICIT_PUBLIC_UNKNOWN = 30,                 explicitPublicUnknown = EXPLICIT_PUBLIC_UNKNOWN,
    EXPLICIT_PUBLIC_INTERNATIONAL = 31,           explicitPublicInternational = EXPLICIT_PUBLIC_INTERNATIONAL,
    EXPLICIT_PUBLIC_NATIONAL = 32,                explicitPublicNational = EXPLICIT_PUBLIC_NATIONAL,
    EXPLICIT_PUBLIC_NETWORK_SPECIFIC = 33,        explicitPublicNetworkSpecific = EXPLICIT_PUBLIC_NETWORK_SPECIFIC,
    EXPLICIT_PUBLIC_SUBSCRIBER = 34,              explicitPublicSubscriber = EXPLICIT_PUBLIC_SUBSCRIBER,
    EXPLICIT_PUBLIC_ABBREVIATED = 35,             explicitPublicAbbreviated = EXPLICIT_PUBLIC_ABBREVIATED,
    IMPLICIT_PRIVATE = 40,                        implicitPrivate = IMPLICIT_PRIVATE,
    EXPLICIT_PRIVATE_UNKNOWN = 50,                explicitPrivateUnknown = EXPLICIT_PRIVATE_UNKNOWN,
    EXPLICIT_PRIVATE_LEVEL3_REGIONAL_NUMBER = 51, explicitPrivateLevel3RegionalNumber = EXPLICIT_PRIVATE_LEVEL3_REGIONAL_NUMBER,
    EXPLICIT_PRIVATE_LEVEL2_REGIONAL_NUMBER = 52, explicitPrivateLevel2RegionalNumber = EXPLICIT_PRIVATE_LEVEL2_REGIONAL_NUMBER,
    EXPLICIT_PRIVATE_LEVEL1_REGIONAL_NUMBER = 53, explicitPrivateLevel1RegionalNumber = EXPLICIT_PRIVATE_LEVEL1_REGIONAL_NUMBER,
    EXPLICIT_PRIVATE_PTN_SPECIFIC_NUMBER = 54,    explicitPrivatePtnSpecificNumber = EXPLICIT_PRIVATE_PTN_SPECIFIC_NUMBER,
    EXPLICIT_PRIVATE_LOCAL_NUMBER = 55,           explicitPrivateLocalNumber = EXPLICIT_PRIVATE_LOCAL_NUMBER,
    EXPLICIT_PRIVATE_ABBREVIATED = 56,            explicitPrivateAbbreviated = EXPLICIT_PRIVATE_ABBREVIATED,
    OTHER_PLAN = 60,                              otherPlan = OTHER_PLAN,
    TRUNK_IDENTIFIER = 70,                        trunkIdentifier = TRUNK_IDENTIFIER,
    TRUNK_GROUP_IDENTIFIER = 71,                  trunkGroupIdentifier = TRUNK_GROUP_IDENTIFIER
} DeviceIDType_t;

typedef enum DeviceIDStatus_t {
    ID_PROVIDED = 0,     idProvided = ID_PROVIDED,
    ID_NOT_KNOWN = 1,    idNotKnown = ID_NOT_KNOWN,
    ID_NOT_REQUIRED = 2, idNotRequired = ID_NOT_REQUIRED
} DeviceIDStatus_t;
/* clang-format on */

/* A device with what is known about it */
typedef struct ExtendedDeviceID_t {
    DeviceID_t deviceID;
    DeviceIDType_t deviceIDType;
    DeviceIDStatus_t deviceIDStatus;
} ExtendedDeviceID_t;

typedef ExtendedDeviceID_t CallingDeviceID_t;
typedef ExtendedDeviceID_t CalledDeviceID_t;
typedef ExtendedDeviceID_t SubjectDeviceID_t;
typedef ExtendedDeviceID_t RedirectionDeviceID_t;

/* clang-format off */
/* Static: an extension; dynamic: a made-up name of a trunk or far party */
typedef enum ConnectionID_Device_t {
    STATIC_ID = 0,  staticId = STATIC_ID,
    DYNAMIC_ID = 1, dynamicId = DYNAMIC_ID
} ConnectionID_Device_t;
/* clang-format on */

/* A device on a call */
typedef struct ConnectionID_t {
    long callID;
    DeviceID_t deviceID;
    ConnectionID_Device_t devIDType;
} ConnectionID_t;

/* A party of a transferred or conferenced call */
typedef struct Connection_t {
    ConnectionID_t party;
    SubjectDeviceID_t staticDevice;
} Connection_t;

/* Connection points behind the used part of the event buffer */
typedef struct ConnectionList_t {
    unsigned int count;
    Connection_t* connection;
} ConnectionList_t;

/* clang-format off */
typedef enum LocalConnectionState_t {
    CS_NONE = -1,    csNone = CS_NONE,
    CS_NULL = 0,     csNull = CS_NULL,
    CS_INITIATE = 1, csInitiate = CS_INITIATE,
    CS_ALERTING = 2, csAlerting = CS_ALERTING,
    CS_CONNECT = 3,  csConnect = CS_CONNECT,
    CS_HOLD = 4,     csHold = CS_HOLD,
    CS_QUEUED = 5,   csQueued = CS_QUEUED,
    CS_FAIL = 6,     csFail = CS_FAIL
} LocalConnectionState_t;
/* clang-format on */

/* One state per party */
typedef struct CSTACallState_t {
    unsigned int count;
    LocalConnectionState_t* state;
} CSTACallState_t;

/* clang-format off */
typedef enum ForwardingType_t {
    FWD_IMMEDIATE = 0,  fwdImmediate = FWD_IMMEDIATE,
    FWD_BUSY = 1,       fwdBusy = FWD_BUSY,
    FWD_NO_ANS = 2,     fwdNoAns = FWD_NO_ANS,
    FWD_BUSY_INT = 3,   fwdBusyInt = FWD_BUSY_INT,
    FWD_BUSY_EXT = 4,   fwdBusyExt = FWD_BUSY_EXT,
    FWD_NO_ANS_INT = 5, fwdNoAnsInt = FWD_NO_ANS_INT,
    FWD_NO_ANS_EXT = 6, fwdNoAnsExt = FWD_NO_ANS_EXT
} ForwardingType_t;
/* clang-format on */

typedef struct ForwardingInfo_t {
    ForwardingType_t forwardingType;
    unsigned char forwardingOn;
    DeviceID_t forwardDN;
} ForwardingInfo_t;

typedef struct ListForwardParameters_t {
    unsigned short count;
    ForwardingInfo_t param[7];
} ListForwardParameters_t;

/* Filters: a set bit suppresses the event. */
typedef unsigned short CSTACallFilter_t;
typedef unsigned char CSTAFeatureFilter_t;
typedef unsigned char CSTAAgentFilter_t;
typedef unsigned char CSTAMaintenanceFilter_t;

/* CSTACallFilter_t */
/* clang-format off */
#define CF_CALL_CLEARED       0x8000
#define cfCallCleared         0x8000
#define CF_CONFERENCED        0x4000
#define cfConferenced         0x4000
#define CF_CONNECTION_CLEARED 0x2000
#define cfConnectionCleared   0x2000
#define CF_DELIVERED          0x1000
#define cfDelivered           0x1000
#define CF_DIVERTED           0x0800
#define cfDiverted            0x0800
#define CF_ESTABLISHED        0x0400
#define cfEstablished         0x0400
#define CF_FAILED             0x0200
#define cfFailed              0x0200
#define CF_HELD               0x0100
#define cfHeld                0x0100
#define CF_NETWORK_REACHED    0x0080
#define cfNetworkReached      0x0080
#define CF_ORIGINATED         0x0040
#define cfOriginated          0x0040
#define CF_QUEUED             0x0020
#define cfQueued              0x0020
#define CF_RETRIEVED          0x0010
#define cfRetrieved           0x0010
#define CF_SERVICE_INITIATED  0x0008
#define cfServiceInitiated    0x0008
#define CF_TRANSFERRED        0x0004
#define cfTransferred         0x0004
/* clang-format on */

/* CSTAFeatureFilter_t */
#define FF_CALL_INFORMATION 0x80
#define ffCallInformation 0x80
#define FF_DO_NOT_DISTURB 0x40
#define ffDoNotDisturb 0x40
#define FF_FORWARDING 0x20
#define ffForwarding 0x20
#define FF_MESSAGE_WAITING 0x10
#define ffMessageWaiting 0x10

/* CSTAAgentFilter_t */
/* clang-format off */
#define AF_LOGGED_ON      0x80
#define afLoggedOn        0x80
#define AF_LOGGED_OFF     0x40
#define afLoggedOff       0x40
#define AF_NOT_READY      0x20
#define afNotReady        0x20
#define AF_READY          0x10
#define afReady           0x10
#define AF_WORK_NOT_READY 0x08
#define afWorkNotReady    0x08
#define AF_WORK_READY     0x04
#define afWorkReady       0x04
/* clang-format on */

/* CSTAMaintenanceFilter_t */
#define MF_BACK_IN_SERVICE 0x80
#define mfBackInService 0x80
#define MF_OUT_OF_SERVICE 0x40
#define mfOutOfService 0x40

typedef struct CSTAMonitorFilter_t {
    CSTACallFilter_t call;
    CSTAFeatureFilter_t feature;
    CSTAAgentFilter_t agent;
    CSTAMaintenanceFilter_t maintenance;
    long privateFilter;
} CSTAMonitorFilter_t;

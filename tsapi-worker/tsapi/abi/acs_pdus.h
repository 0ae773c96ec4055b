/*
 * acs_pdus.h: ACS messages: their numbers and contents.
 *
 * Requests are filled by the library; a program only ever sees the confirmations and
 * ACSUniversalFailureEvent_t.
 */
#pragma once

#include "acs_failures.h"
#include "acs_types.h"

/* clang-format off */
#define ACS_OPEN_STREAM                 1
#define ACS_OPEN_STREAM_CONF            2
#define ACS_CLOSE_STREAM                3
#define ACS_CLOSE_STREAM_CONF           4
#define ACS_ABORT_STREAM                5
#define ACS_UNIVERSAL_FAILURE_CONF      6
#define ACS_UNIVERSAL_FAILURE           7
#define ACS_KEY_REQUEST                 8
#define ACS_KEY_REPLY                   9
#define ACS_NAME_SRV_REQUEST            10
#define ACS_NAME_SRV_REPLY              11
#define ACS_AUTH_REPLY                  12
#define ACS_AUTH_REPLY_TWO              13
#define ACS_SET_HEARTBEAT_INTERVAL      14
#define ACS_SET_HEARTBEAT_INTERVAL_CONF 15
#define ACS_CLIENT_HEARTBEAT            16
/* clang-format on */

/* Counted bytes. */
typedef struct CryptPasswd_t {
    unsigned short length;
    unsigned char value[47];
} CryptPasswd_t;

typedef struct ChallengeKey_t {
    unsigned short length;
    unsigned char value[8];
} ChallengeKey_t;

/* ACS_OPEN_STREAM */
typedef struct ACSOpenStream_t {
    StreamType_t streamType;
    ServerID_t serverID;
    LoginID_t loginID;
    CryptPasswd_t cryptPass;
    AppName_t applicationName;
    Level_t level;
    Version_t apiVer;
    Version_t libVer;
    Version_t tsrvVer;
} ACSOpenStream_t;

/* ACS_OPEN_STREAM_CONF */
typedef struct ACSOpenStreamConfEvent_t {
    Version_t apiVer;
    Version_t libVer;
    Version_t tsrvVer;
    Version_t drvrVer;
} ACSOpenStreamConfEvent_t;

/* ACS_CLOSE_STREAM */
typedef struct ACSCloseStream_t {
    Nulltype null;
} ACSCloseStream_t;

/* ACS_CLOSE_STREAM_CONF */
typedef struct ACSCloseStreamConfEvent_t {
    Nulltype null;
} ACSCloseStreamConfEvent_t;

/* ACS_ABORT_STREAM */
typedef struct ACSAbortStream_t {
    Nulltype null;
} ACSAbortStream_t;

/* ACS_UNIVERSAL_FAILURE_CONF */
typedef struct ACSUniversalFailureConfEvent_t {
    ACSUniversalFailure_t error;
} ACSUniversalFailureConfEvent_t;

/* ACS_UNIVERSAL_FAILURE */
typedef struct ACSUniversalFailureEvent_t {
    ACSUniversalFailure_t error;
} ACSUniversalFailureEvent_t;

/* ACS_KEY_REQUEST */
typedef struct ACSKeyRequest_t {
    LoginID_t loginID;
} ACSKeyRequest_t;

/* ACS_KEY_REPLY */
typedef struct ACSKeyReply_t {
    long objectID;
    ChallengeKey_t key;
} ACSKeyReply_t;

/* ACS_NAME_SRV_REQUEST */
typedef struct ACSNameSrvRequest_t {
    StreamType_t streamType;
} ACSNameSrvRequest_t;

typedef struct ACSNameAddr_t {
    char* serverName;
    struct {
        unsigned short length;
        unsigned char* value;
    } serverAddr;
} ACSNameAddr_t;

/* ACS_NAME_SRV_REPLY */
typedef struct ACSNameSrvReply_t {
    unsigned char more;
    struct {
        unsigned short count;
        ACSNameAddr_t* nameAddr;
    } list;
} ACSNameSrvReply_t;

/* ACS_AUTH_REPLY */
typedef struct ACSAuthReply_t {
    long objectID;
    ChallengeKey_t key;
    ACSAuthInfo_t authInfo;
} ACSAuthReply_t;

/* ACS_AUTH_REPLY_TWO */
typedef struct ACSAuthReplyTwo_t {
    long objectID;
    ChallengeKey_t key;
    ACSAuthInfo_t authInfo;
    ACSEncodeType_t encodeType;
    WinNTPipe_t pipe;
} ACSAuthReplyTwo_t;

/* ACS_SET_HEARTBEAT_INTERVAL */
typedef struct ACSSetHeartbeatInterval_t {
    short heartbeatInterval;
} ACSSetHeartbeatInterval_t;

/* ACS_SET_HEARTBEAT_INTERVAL_CONF */
typedef struct ACSSetHeartbeatIntervalConfEvent_t {
    short heartbeatInterval;
} ACSSetHeartbeatIntervalConfEvent_t;

/* ACS_CLIENT_HEARTBEAT */
typedef struct ACSClientHeartbeatEvent_t {
    Nulltype null;
} ACSClientHeartbeatEvent_t;

typedef struct ACSReservedPDU17_t {
    Nulltype null;
} ACSReservedPDU17_t;

typedef struct ACSReservedPDU18_t {
    char reservestring[33];
} ACSReservedPDU18_t;

typedef struct ACSReservedPDU19_t {
    char reservestring[20481];
} ACSReservedPDU19_t;

typedef struct ACSReservedPDU20_t {
    Nulltype null;
} ACSReservedPDU20_t;

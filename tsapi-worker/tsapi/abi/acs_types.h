/*
 * acs_types.h: streams, logins, event classes and return codes.
 */
#pragma once

#include "tsapi_platform.h"

/* Sizes of texts, in characters without the final zero. */
#define ACS_MAX_APPNAME 20
#define ACS_MAX_LOGINID 48
#define ACS_MAX_PASSWORD 48
#define ACS_MAX_SERVICEID 48
#define MAX_VERSION_LEN 20
#define MAX_SDB_DEVICE 15

/* Room for list data in ACSEvent_t, in bytes. */
#define ACS_MAX_HEAP 1024

/* The version of this API, to be given to acsOpenStream; a list such as "TS1-2" is allowed there. */
#define CSTA_API_VERSION "TS2"

/* Immediate results of a function call. */
/* clang-format off */
#define ACSPOSITIVE_ACK           0
#define ACSERR_APIVERDENIED       (-1)
#define ACSERR_BADPARAMETER       (-2)
#define ACSERR_DUPSTREAM          (-3)
#define ACSERR_NODRIVER           (-4)
#define ACSERR_NOSERVER           (-5)
#define ACSERR_NORESOURCE         (-6)
#define ACSERR_UBUFSMALL          (-7)
#define ACSERR_NOMESSAGE          (-8)
#define ACSERR_UNKNOWN            (-9)
#define ACSERR_BADHDL             (-10)
#define ACSERR_STREAM_FAILED      (-11)
#define ACSERR_NOBUFFERS          (-12)
#define ACSERR_QUEUE_FULL         (-13)
#define ACSERR_SSL_INIT_FAILED    (-14)
#define ACSERR_SSL_CONNECT_FAILED (-15)
#define ACSERR_SSL_FQDN_MISMATCH  (-16)
/* clang-format on */

/* EventClass_t: which union member of an event is filled. */
#define ACSREQUEST 0
#define ACSUNSOLICITED 1
#define ACSCONFIRMATION 2
#define CSTAREQUEST 3
#define CSTAUNSOLICITED 4
#define CSTACONFIRMATION 5
#define CSTAEVENTREPORT 6

/* Service access points of the name service and of a stream in the days of IPX; kept for completeness. */
#define TSERV_SAP_CSTA 1369
#define CLIENT_SAP_CSTA 22789
#define TSERV_SAP_NMSRV 1371
#define CLIENT_SAP_NMSRV 23301

typedef unsigned long ACSHandle_t;   /* a stream; valid from acsOpenStream to its close or abort */
typedef unsigned long InvokeID_t;    /* ties a confirmation to its request */
typedef unsigned short EventClass_t; /* see ACSREQUEST and following */
typedef unsigned short EventType_t;  /* an ACS_ or CSTA_ message number */

/* Who makes invoke IDs: the program, or the library (1..32767, wrapping, never 0). */
typedef enum InvokeIDType_t { APP_GEN_ID = 0, LIB_GEN_ID = 1 } InvokeIDType_t;

/* clang-format off */
typedef enum StreamType_t {
    ST_CSTA = 1,      stCsta = ST_CSTA,
    ST_OAM = 2,       stOam = ST_OAM,
    ST_DIRECTORY = 3, stDirectory = ST_DIRECTORY,
    ST_NMSRV = 4,     stNmsrv = ST_NMSRV,
    stReserved5 = 5
} StreamType_t;

/* Ignored by servers of today; programs send ACS_LEVEL1 */
typedef enum Level_t {
    ACS_LEVEL1 = 1, acsLevel1 = ACS_LEVEL1,
    ACS_LEVEL2 = 2, acsLevel2 = ACS_LEVEL2,
    ACS_LEVEL3 = 3, acsLevel3 = ACS_LEVEL3,
    ACS_LEVEL4 = 4, acsLevel4 = ACS_LEVEL4
} Level_t;

/* What a server wants to see at acsOpenStream */
typedef enum ACSAuthType_t {
    REQUIRES_EXTERNAL_AUTH = -1,  requiresExternalAuth = REQUIRES_EXTERNAL_AUTH,
    AUTH_LOGIN_ID_ONLY = 0,       authLoginIdOnly = AUTH_LOGIN_ID_ONLY,
    AUTH_LOGIN_ID_IS_DEFAULT = 1, authLoginIdIsDefault = AUTH_LOGIN_ID_IS_DEFAULT,
    NEED_LOGIN_ID_AND_PASSWD = 2, needLoginIdAndPasswd = NEED_LOGIN_ID_AND_PASSWD,
    ANY_LOGIN_ID = 3,             anyLoginId = ANY_LOGIN_ID
} ACSAuthType_t;

typedef enum ACSEncodeType_t {
    CAN_USE_BINDERY_ENCRYPTION = 1, canUseBinderyEncryption = CAN_USE_BINDERY_ENCRYPTION,
    NDS_AUTH_CONNID = 2,            ndsAuthConnid = NDS_AUTH_CONNID,
    WIN_NT_LOCAL = 3,               winNtLocal = WIN_NT_LOCAL,
    WIN_NT_NAMED_PIPE = 4,          winNtNamedPipe = WIN_NT_NAMED_PIPE,
    WIN_NT_WRITE_DATA = 5,          winNtWriteData = WIN_NT_WRITE_DATA
} ACSEncodeType_t;
/* clang-format on */

typedef char ServerID_t[ACS_MAX_SERVICEID + 1]; /* a TLink name: vendor#switch#service#server */
typedef char LoginID_t[ACS_MAX_LOGINID + 1];
typedef char Passwd_t[ACS_MAX_PASSWORD + 1];
typedef char AppName_t[ACS_MAX_APPNAME + 1];
typedef char Version_t[MAX_VERSION_LEN + 1];
typedef char WinNTPipe_t[101];

/* Private data: opaque for the API; data continues beyond the struct, length tells how far (in: capacity,
 * out: used). */
#define PRIVATE_VENDOR_SIZE 32
#define PRIVATE_DATA_ENCODING 0

typedef struct PrivateData_t {
    char vendor[PRIVATE_VENDOR_SIZE];
    unsigned short length;
    char data[1];
} PrivateData_t;

/* Answer of acsQueryAuthInfo */
typedef struct ACSAuthInfo_t {
    ACSAuthType_t authType;
    LoginID_t authLoginID;
} ACSAuthInfo_t;

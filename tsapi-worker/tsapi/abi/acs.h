/*
 * acs.h: application control services: streams, events, servers.
 *
 * Include order of a program: acs.h, csta.h, attpriv.h.
 */
#pragma once

#include "acs_pdus.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The header of every event. */
typedef struct ACSEventHeader_t {
    ACSHandle_t acsHandle;
    EventClass_t eventClass;
    EventType_t eventType;
} ACSEventHeader_t;

/* Class ACSUNSOLICITED */
typedef struct ACSUnsolicitedEvent {
    union {
        ACSUniversalFailureEvent_t failureEvent;
    } u;
} ACSUnsolicitedEvent;

/* Class ACSCONFIRMATION */
typedef struct ACSConfirmationEvent {
    InvokeID_t invokeID;
    union {
        ACSOpenStreamConfEvent_t acsopen;
        ACSCloseStreamConfEvent_t acsclose;
        ACSSetHeartbeatIntervalConfEvent_t acssetheartbeatinterval;
        ACSReservedPDU18_t acsReservedPDU18;
        ACSReservedPDU20_t acsReservedPDU20;
        ACSUniversalFailureConfEvent_t failureEvent;
    } u;
} ACSConfirmationEvent;

/* An event of the first two classes; CSTAEvent_t begins alike */
typedef struct ACSEvent_t {
    ACSEventHeader_t eventHeader;
    union {
        ACSUnsolicitedEvent acsUnsolicited;
        ACSConfirmationEvent acsConfirmation;
    } event;
    char heap[ACS_MAX_HEAP];
} ACSEvent_t;

/* Called with each TLink name; the text lives only during the call. Return 0 to stop. */
typedef Boolean (*EnumServerNamesCB)(char* serverName, unsigned long lParam);

/* Asks for a stream; the handle is valid at once, the stream when ACS_OPEN_STREAM_CONF has come.
   apiVer: CSTA_API_VERSION or a list. Queue sizes: messages, 0 = the library's choice. priv: version
   negotiation or NULL. */
RetCode_t acsOpenStream(
    ACSHandle_t* acsHandle,
    InvokeIDType_t invokeIDType,
    InvokeID_t invokeID,
    StreamType_t streamType,
    ServerID_t* serverID,
    LoginID_t* loginID,
    Passwd_t* passwd,
    AppName_t* applicationName,
    Level_t acsLevelReq,
    Version_t* apiVer,
    unsigned short sendQSize,
    unsigned short sendExtraBufs,
    unsigned short recvQSize,
    unsigned short recvExtraBufs,
    PrivateData_t* priv
);

/* Polite end: keep reading until ACS_CLOSE_STREAM_CONF. */
RetCode_t acsCloseStream(ACSHandle_t acsHandle, InvokeID_t invokeID, PrivateData_t* priv);

/* Immediate end: queued events are lost, no confirmation follows; legal on a failed stream. */
RetCode_t acsAbortStream(ACSHandle_t acsHandle, PrivateData_t* priv);
RetCode_t acsFlushEventQueue(ACSHandle_t acsHandle);

/* Next event, without and with waiting. eventBufSize in: bytes at eventBuf; out: bytes of the event (needed
   bytes with ACSERR_UBUFSMALL). privData->length in: capacity of data; out: used. acsHandle 0: any stream.
   numEvents: still queued. */
RetCode_t acsGetEventPoll(
    ACSHandle_t acsHandle,
    void* eventBuf,
    unsigned short* eventBufSize,
    PrivateData_t* privData,
    unsigned short* numEvents
);
RetCode_t acsGetEventBlock(
    ACSHandle_t acsHandle,
    void* eventBuf,
    unsigned short* eventBufSize,
    PrivateData_t* privData,
    unsigned short* numEvents
);

/* Descriptor that is readable while events are queued (Linux only). */
RetCode_t acsGetFile(ACSHandle_t acsHandle);

/* Calls userCB for each TLink of every server in tslibrc until it returns 0; waits for the network. */
RetCode_t acsEnumServerNames(StreamType_t streamType, EnumServerNamesCB userCB, unsigned long lParam);

/* Asks a server which kind of login it wants; waits for the network. */
RetCode_t acsQueryAuthInfo(ServerID_t* serverID, ACSAuthInfo_t* authInfo);

/* The TLink that was really opened (an alternate may have been taken). */
RetCode_t acsGetServerID(ACSHandle_t acsHandle, ServerID_t* serverID);

/* heartbeatInterval: seconds, 5 to 60. */
RetCode_t acsSetHeartbeatInterval(
    ACSHandle_t acsHandle, InvokeID_t invokeID, unsigned short heartbeatInterval, PrivateData_t* privData
);

/* Static texts for logs, never NULL. */
const char* acsReturnCodeString(RetCode_t returnCode);
const char* acsReturnCodeVerboseString(RetCode_t returnCode);
const char* acsErrorString(ACSUniversalFailure_t error);

#ifdef __cplusplus
}
#endif

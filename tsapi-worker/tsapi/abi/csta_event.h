/*
 * csta_event.h: CSTAEvent_t: what acsGetEventPoll and acsGetEventBlock deliver.
 *
 * Only the used part of the union is written; list data follows directly behind it. Do not copy an event to
 * another address without mending its list pointers.
 */
#pragma once

#include "acs.h"
#include "csta_call_events.h"
#include "csta_calls.h"
#include "csta_devices.h"
#include "csta_monitoring.h"
#include "csta_pdus.h"
#include "csta_routing.h"
#include "csta_system.h"

/* Class CSTAREQUEST: requests of the switch */
typedef struct CSTARequestEvent {
    InvokeID_t invokeID;
    union {
        CSTARouteRequestEvent_t routeRequest;
        CSTARouteRequestExtEvent_t routeRequestExt;
        CSTAReRouteRequest_t reRouteRequest;
        CSTAEscapeSvcReqEvent_t escapeSvcReqeust;
        CSTASysStatReqEvent_t sysStatRequest;
    } u;
} CSTARequestEvent;

/* Class CSTAEVENTREPORT */
typedef struct CSTAEventReport {
    union {
        CSTARouteRegisterAbortEvent_t registerAbort;
        CSTARouteUsedEvent_t routeUsed;
        CSTARouteUsedExtEvent_t routeUsedExt;
        CSTARouteEndEvent_t routeEnd;
        CSTAPrivateEvent_t privateEvent;
        CSTASysStatEvent_t sysStat;
        CSTASysStatEndedEvent_t sysStatEnded;
    } u;
} CSTAEventReport;

/* Class CSTAUNSOLICITED */
typedef struct CSTAUnsolicitedEvent {
    CSTAMonitorCrossRefID_t monitorCrossRefId;
    union {
        CSTACallClearedEvent_t callCleared;
        CSTAConferencedEvent_t conferenced;
        CSTAConnectionClearedEvent_t connectionCleared;
        CSTADeliveredEvent_t delivered;
        CSTADivertedEvent_t diverted;
        CSTAEstablishedEvent_t established;
        CSTAFailedEvent_t failed;
        CSTAHeldEvent_t held;
        CSTANetworkReachedEvent_t networkReached;
        CSTAOriginatedEvent_t originated;
        CSTAQueuedEvent_t queued;
        CSTARetrievedEvent_t retrieved;
        CSTAServiceInitiatedEvent_t serviceInitiated;
        CSTATransferredEvent_t transferred;
        CSTACallInformationEvent_t callInformation;
        CSTADoNotDisturbEvent_t doNotDisturb;
        CSTAForwardingEvent_t forwarding;
        CSTAMessageWaitingEvent_t messageWaiting;
        CSTALoggedOnEvent_t loggedOn;
        CSTALoggedOffEvent_t loggedOff;
        CSTANotReadyEvent_t notReady;
        CSTAReadyEvent_t ready;
        CSTAWorkNotReadyEvent_t workNotReady;
        CSTAWorkReadyEvent_t workReady;
        CSTABackInServiceEvent_t backInService;
        CSTAOutOfServiceEvent_t outOfService;
        CSTAPrivateStatusEvent_t privateStatus;
        CSTAMonitorEndedEvent_t monitorEnded;
    } u;
} CSTAUnsolicitedEvent;

/* Class CSTACONFIRMATION */
typedef struct CSTAConfirmationEvent {
    InvokeID_t invokeID;
    union {
        CSTAAlternateCallConfEvent_t alternateCall;
        CSTAAnswerCallConfEvent_t answerCall;
        CSTACallCompletionConfEvent_t callCompletion;
        CSTAClearCallConfEvent_t clearCall;
        CSTAClearConnectionConfEvent_t clearConnection;
        CSTAConferenceCallConfEvent_t conferenceCall;
        CSTAConsultationCallConfEvent_t consultationCall;
        CSTADeflectCallConfEvent_t deflectCall;
        CSTAPickupCallConfEvent_t pickupCall;
        CSTAGroupPickupCallConfEvent_t groupPickupCall;
        CSTAHoldCallConfEvent_t holdCall;
        CSTAMakeCallConfEvent_t makeCall;
        CSTAMakePredictiveCallConfEvent_t makePredictiveCall;
        CSTAQueryMwiConfEvent_t queryMwi;
        CSTAQueryDndConfEvent_t queryDnd;
        CSTAQueryFwdConfEvent_t queryFwd;
        CSTAQueryAgentStateConfEvent_t queryAgentState;
        CSTAQueryLastNumberConfEvent_t queryLastNumber;
        CSTAQueryDeviceInfoConfEvent_t queryDeviceInfo;
        CSTAReconnectCallConfEvent_t reconnectCall;
        CSTARetrieveCallConfEvent_t retrieveCall;
        CSTASetMwiConfEvent_t setMwi;
        CSTASetDndConfEvent_t setDnd;
        CSTASetFwdConfEvent_t setFwd;
        CSTASetAgentStateConfEvent_t setAgentState;
        CSTATransferCallConfEvent_t transferCall;
        CSTAUniversalFailureConfEvent_t universalFailure;
        CSTAMonitorConfEvent_t monitorStart;
        CSTAChangeMonitorFilterConfEvent_t changeMonitorFilter;
        CSTAMonitorStopConfEvent_t monitorStop;
        CSTASnapshotDeviceConfEvent_t snapshotDevice;
        CSTASnapshotCallConfEvent_t snapshotCall;
        CSTARouteRegisterReqConfEvent_t routeRegister;
        CSTARouteRegisterCancelConfEvent_t routeCancel;
        CSTAEscapeSvcConfEvent_t escapeService;
        CSTASysStatReqConfEvent_t sysStatReq;
        CSTASysStatStartConfEvent_t sysStatStart;
        CSTASysStatStopConfEvent_t sysStatStop;
        CSTAChangeSysStatFilterConfEvent_t changeSysStatFilter;
        CSTAGetAPICapsConfEvent_t getAPICaps;
        CSTAGetDeviceListConfEvent_t getDeviceList;
        CSTAQueryCallMonitorConfEvent_t queryCallMonitor;
    } u;
} CSTAConfirmationEvent;

typedef struct CSTAEvent_t {
    ACSEventHeader_t eventHeader;
    union {
        ACSUnsolicitedEvent acsUnsolicited;
        ACSConfirmationEvent acsConfirmation;
        CSTARequestEvent cstaRequest;
        CSTAUnsolicitedEvent cstaUnsolicited;
        CSTAConfirmationEvent cstaConfirmation;
        CSTAEventReport cstaEventReport;
    } event;
    char heap[CSTA_MAX_HEAP];
} CSTAEvent_t;

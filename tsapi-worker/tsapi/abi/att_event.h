/*
 * att_event.h: ATTPrivateData_t and ATTEvent_t: private data as it travels and as it is read.
 */
#pragma once

#include "att_confirmations.h"
#include "att_events.h"
#include "att_measurements.h"
#include "att_old_events.h"
#include "att_old_requests.h"
#include "att_pdus.h"
#include "att_requests.h"

/* Reserved numbers of the message set. */
/* ATT_RESERVED_PDU_139 */
typedef struct ATTReservedPDU139_t {
    char placeholder;
} ATTReservedPDU139_t;

/* ATT_RESERVED_PDU_140 */
typedef struct ATTReservedPDU140_t {
    char placeholder;
} ATTReservedPDU140_t;

typedef struct Reserved_t {
    struct {
        unsigned short length;
        unsigned char value[32];
    } data;
} Reserved_t;

typedef struct Reserved2_t {
    struct {
        unsigned short length;
        unsigned char value[32];
    } data;
} Reserved2_t;

typedef struct Reserved3_t {
    struct {
        unsigned short length;
        unsigned char value[32];
    } data;
} Reserved3_t;

typedef struct Reserved4_t {
    Nulltype null;
} Reserved4_t;

typedef struct Reserved5_t {
    long data;
} Reserved5_t;

/* PrivateData_t with the room that Avaya private data needs */
typedef struct ATTPrivateData_t {
    char vendor[PRIVATE_VENDOR_SIZE];
    unsigned short length;
    char data[ATT_MAX_PRIVATE_DATA];
} ATTPrivateData_t;

/* A decoded private message; eventType is its ATT_ number, lists lie in heap */
typedef struct ATTEvent_t {
    ATTEventType_t eventType;
    union {
        ATTHeldEvent_t heldEvent;
        ATTSingleStepConferenceCallConfEvent_t ssconference;
        ATTSelectiveListeningHoldConfEvent_t slhold;
        ATTSelectiveListeningRetrieveConfEvent_t slretrieve;
        ATTSendDTMFToneConfEvent_t sendDTMFTone;
        ATTQueryAcdSplitConfEvent_t queryAcdSplit;
        ATTQueryAgentLoginConfEvent_t queryAgentLogin;
        ATTQueryAgentLoginResp_t queryAgentLoginResp;
        ATTQueryAgentStateConfEvent_t queryAgentState;
        ATTQueryCallClassifierConfEvent_t queryCallClassifier;
        ATTQueryDeviceInfoConfEvent_t queryDeviceInfo;
        ATTQueryDeviceNameConfEvent_t queryDeviceName;
        ATTQueryMwiConfEvent_t queryMwi;
        ATTQueryStationStatusConfEvent_t queryStationStatus;
        ATTQueryTodConfEvent_t queryTod;
        ATTQueryTgConfEvent_t queryTg;
        ATTQueryAgentMeasurementsConfEvent_t queryAgentMeas;
        ATTQuerySplitSkillMeasurementsConfEvent_t querySplitSkillMeas;
        ATTQueryTrunkGroupMeasurementsConfEvent_t queryTrunkGroupMeas;
        ATTQueryVdnMeasurementsConfEvent_t queryVdnMeas;
        ATTSnapshotDeviceConfEvent_t snapshotDevice;
        ATTMonitorConfEvent_t monitorStart;
        ATTMonitorCallConfEvent_t monitorCallStart;
        ATTMonitorStopOnCallConfEvent_t monitorStopOnCall;
        ATTCallClearedEvent_t callClearedEvent;
        ATTConferencedEvent_t conferencedEvent;
        ATTConnectionClearedEvent_t connectionClearedEvent;
        ATTDeliveredEvent_t deliveredEvent;
        ATTEnteredDigitsEvent_t enteredDigitsEvent;
        ATTEstablishedEvent_t establishedEvent;
        ATTLoggedOnEvent_t loggedOnEvent;
        ATTNetworkReachedEvent_t networkReachedEvent;
        ATTOriginatedEvent_t originatedEvent;
        ATTTransferredEvent_t transferredEvent;
        ATTRouteRequestEvent_t routeRequest;
        ATTRouteUsedEvent_t routeUsed;
        ATTLinkStatusEvent_t linkStatus;
        ATTGetAPICapsConfEvent_t getAPICaps;
        ATTServiceInitiatedEvent_t serviceInitiated;
        ATTChargeAdviceEvent_t chargeAdviceEvent;
        ATTSetBillRateConfEvent_t setBillRate;
        ATTQueryUcidConfEvent_t queryUCID;
        ATTLoggedOffEvent_t loggedOffEvent;
        ATTConsultationCallConfEvent_t consultationCall;
        ATTConferenceCallConfEvent_t conferenceCall;
        ATTMakeCallConfEvent_t makeCall;
        ATTMakePredictiveCallConfEvent_t makePredictiveCall;
        ATTTransferCallConfEvent_t transferCall;
        ATTSetAdviceOfChargeConfEvent_t setAdviceOfCharge;
        ATTSetAgentStateConfEvent_t setAgentState;
        ATTQueuedEvent_t queuedEvent;
        ATTDivertedEvent_t divertedEvent;
        ATTFailedEvent_t failedEvent;
        ATTSnapshotCallConfEvent_t snapshotCallConf;
        ATTSingleStepTransferCallConfEvent_t ssTransferCallConf;
        ATTV3ConferencedEvent_t v3conferencedEvent;
        ATTV3DeliveredEvent_t v3deliveredEvent;
        ATTV3EstablishedEvent_t v3establishedEvent;
        ATTV3TransferredEvent_t v3transferredEvent;
        ATTV3LinkStatusEvent_t v3linkStatus;
        ATTV4QueryDeviceInfoConfEvent_t v4queryDeviceInfo;
        ATTV4GetAPICapsConfEvent_t v4getAPICaps;
        ATTV4SnapshotDeviceConfEvent_t v4snapshotDevice;
        ATTV4ConferencedEvent_t v4conferencedEvent;
        ATTV4DeliveredEvent_t v4deliveredEvent;
        ATTV4EstablishedEvent_t v4establishedEvent;
        ATTV4TransferredEvent_t v4transferredEvent;
        ATTV4LinkStatusEvent_t v4linkStatus;
        ATTV4RouteRequestEvent_t v4routeRequest;
        ATTV4QueryAgentStateConfEvent_t v4queryAgentState;
        ATTV4QueryDeviceNameConfEvent_t v4queryDeviceName;
        ATTV4MonitorConfEvent_t v4monitorStart;
        ATTV4MonitorCallConfEvent_t v4monitorCallStart;
        ATTV4NetworkReachedEvent_t v4networkReachedEvent;
        ATTV5QueryAgentStateConfEvent_t v5queryAgentState;
        ATTV5RouteRequestEvent_t v5routeRequest;
        ATTV5TransferredEvent_t v5transferredEvent;
        ATTV5ConferencedEvent_t v5conferencedEvent;
        ATTV5ConnectionClearedEvent_t v5connectionClearedEvent;
        ATTV5OriginatedEvent_t v5originatedEvent;
        ATTV5EstablishedEvent_t v5establishedEvent;
        ATTV5DeliveredEvent_t v5deliveredEvent;
        ATTV6NetworkReachedEvent_t v6networkReachedEvent;
        ATTV6ConferencedEvent_t v6conferencedEvent;
        ATTV6DeliveredEvent_t v6deliveredEvent;
        ATTV6EstablishedEvent_t v6establishedEvent;
        ATTV6TransferredEvent_t v6transferredEvent;
        ATTV6QueryDeviceNameConfEvent_t v6queryDeviceName;
        ATTV6GetAPICapsConfEvent_t v6getAPICaps;
        ATTV6ConnectionClearedEvent_t v6connectionClearedEvent;
        ATTV6RouteRequestEvent_t v6routeRequest;
        ATTV7FailedEvent_t v7failedEvent;
        ATTV8OriginatedEvent_t v8originatedEvent;
        ATTV8ServiceInitiatedEvent_t v8serviceInitiated;
        ATTV8SingleStepTransferCallConfEvent_t v8ssTransferCallConf;
        ATTClearConnection_t clearConnectionReq;
        ATTConsultationCall_t consultationCallReq;
        ATTMakeCall_t makeCallReq;
        ATTDirectAgentCall_t directAgentCallReq;
        ATTMakePredictiveCall_t makePredictiveCallReq;
        ATTSupervisorAssistCall_t supervisorAssistCallReq;
        ATTReconnectCall_t reconnectCallReq;
        ATTSendDTMFTone_t sendDTMFToneReq;
        ATTSingleStepConferenceCall_t ssconferenceReq;
        ATTSelectiveListeningHold_t slholdReq;
        ATTSelectiveListeningRetrieve_t slretrieveReq;
        ATTSetAgentState_t setAgentStateReq;
        ATTQueryAgentState_t queryAgentStateReq;
        ATTQueryAcdSplit_t queryAcdSplitReq;
        ATTQueryAgentLogin_t queryAgentLoginReq;
        ATTQueryCallClassifier_t queryCallClassifierReq;
        ATTQueryDeviceName_t queryDeviceNameReq;
        ATTQueryStationStatus_t queryStationStatusReq;
        ATTQueryTod_t queryTodReq;
        ATTQueryTg_t queryTgReq;
        ATTQueryAgentMeasurements_t queryAgentMeasReq;
        ATTQuerySplitSkillMeasurements_t querySplitSkillMeasReq;
        ATTQueryTrunkGroupMeasurements_t queryTrunkGroupMeasReq;
        ATTQueryVdnMeasurements_t queryVdnMeasReq;
        ATTMonitorFilter_t monitorFilterReq;
        ATTMonitorStopOnCall_t monitorStopOnCallReq;
        ATTRouteSelect_t routeSelectReq;
        ATTSysStat_t sysStatReq;
        ATTSetBillRate_t setBillRateReq;
        ATTQueryUcid_t queryUCIDReq;
        ATTSetAdviceOfCharge_t adviceOfChargeReq;
        ATTSingleStepTransferCall_t ssTransferCallReq;
        ATTMonitorCallsViaDevice_t monitorCallsViaDeviceReq;
        ATTV4SendDTMFTone_t v4sendDTMFToneReq;
        ATTV4SetAgentState_t v4setAgentStateReq;
        ATTV4MonitorFilter_t v4monitorFilterReq;
        ATTV5SetAgentState_t v5setAgentStateReq;
        ATTV5ClearConnection_t v5clearConnectionReq;
        ATTV5ConsultationCall_t v5consultationCallReq;
        ATTV5MakeCall_t v5makeCallReq;
        ATTV5DirectAgentCall_t v5directAgentCallReq;
        ATTV5MakePredictiveCall_t v5makePredictiveCallReq;
        ATTV5SupervisorAssistCall_t v5supervisorAssistCallReq;
        ATTV5ReconnectCall_t v5reconnectCallReq;
        ATTV5RouteSelect_t v5routeSelectReq;
        ATTV6RouteSelect_t v6routeSelectReq;
    } u;
    char heap[ATTPRIV_MAX_HEAP];
} ATTEvent_t;

/*
 * att_confirmations.h: Avaya private data of confirmations: newest layouts.
 */
#pragma once

#include "att_parts.h"

/* ATT_SENDDTMF_TONE_CONF */
typedef struct ATTSendDTMFToneConfEvent_t {
    Nulltype null;
} ATTSendDTMFToneConfEvent_t;

/* ATT_QUERY_ACD_SPLIT_CONF */
typedef struct ATTQueryAcdSplitConfEvent_t {
    short availableAgents;
    short callsInQueue;
    short agentsLoggedIn;
} ATTQueryAcdSplitConfEvent_t;

/* ATT_QUERY_AGENT_LOGIN_CONF */
typedef struct ATTQueryAgentLoginConfEvent_t {
    ATTPrivEventCrossRefID_t privEventCrossRefID;
} ATTQueryAgentLoginConfEvent_t;

/* ATT_QUERY_AGENT_LOGIN_RESP */
typedef struct ATTQueryAgentLoginResp_t {
    ATTPrivEventCrossRefID_t privEventCrossRefID;
    struct {
        unsigned short count;
        DeviceID_t device[ATT_MAX_AGENT_EXT];
    } list;
} ATTQueryAgentLoginResp_t;

/* ATT_QUERY_CALL_CLASSIFIER_CONF */
typedef struct ATTQueryCallClassifierConfEvent_t {
    short numAvailPorts;
    short numInUsePorts;
} ATTQueryCallClassifierConfEvent_t;

/* ATT_QUERY_MWI_CONF */
typedef struct ATTQueryMwiConfEvent_t {
    ATTMwiApplication_t applicationType;
} ATTQueryMwiConfEvent_t;

/* ATT_QUERY_STATION_STATUS_CONF */
typedef struct ATTQueryStationStatusConfEvent_t {
    unsigned char stationStatus;
} ATTQueryStationStatusConfEvent_t;

/* ATT_QUERY_TOD_CONF */
typedef struct ATTQueryTodConfEvent_t {
    short year;
    short month;
    short day;
    short hour;
    short minute;
    short second;
} ATTQueryTodConfEvent_t;

/* ATT_QUERY_TG_CONF */
typedef struct ATTQueryTgConfEvent_t {
    short idleTrunks;
    short usedTrunks;
} ATTQueryTgConfEvent_t;

/* ATT_MONITOR_STOP_ON_CALL_CONF */
typedef struct ATTMonitorStopOnCallConfEvent_t {
    Nulltype null;
} ATTMonitorStopOnCallConfEvent_t;

/* ATT_SINGLE_STEP_CONFERENCE_CALL_CONF */
typedef struct ATTSingleStepConferenceCallConfEvent_t {
    ConnectionID_t newCall;
    ConnectionList_t connList;
    ATTUCID_t ucid;
} ATTSingleStepConferenceCallConfEvent_t;

/* ATT_SELECTIVE_LISTENING_HOLD_CONF */
typedef struct ATTSelectiveListeningHoldConfEvent_t {
    Nulltype null;
} ATTSelectiveListeningHoldConfEvent_t;

/* ATT_SELECTIVE_LISTENING_RETRIEVE_CONF */
typedef struct ATTSelectiveListeningRetrieveConfEvent_t {
    Nulltype null;
} ATTSelectiveListeningRetrieveConfEvent_t;

/* ATT_SNAPSHOT_DEVICE_CONF */
typedef struct ATTSnapshotDeviceConfEvent_t {
    unsigned int count;
    ATTSnapshotDevice_t* pSnapshotDevice;
} ATTSnapshotDeviceConfEvent_t;

/* ATT_SET_BILL_RATE_CONF */
typedef struct ATTSetBillRateConfEvent_t {
    Nulltype null;
} ATTSetBillRateConfEvent_t;

/* ATT_QUERY_UCID_CONF */
typedef struct ATTQueryUcidConfEvent_t {
    ATTUCID_t ucid;
} ATTQueryUcidConfEvent_t;

/* ATT_CONSULTATION_CALL_CONF */
typedef struct ATTConsultationCallConfEvent_t {
    ATTUCID_t ucid;
} ATTConsultationCallConfEvent_t;

/* ATT_MAKE_CALL_CONF */
typedef struct ATTMakeCallConfEvent_t {
    ATTUCID_t ucid;
} ATTMakeCallConfEvent_t;

/* ATT_MAKE_PREDICTIVE_CALL_CONF */
typedef struct ATTMakePredictiveCallConfEvent_t {
    ATTUCID_t ucid;
} ATTMakePredictiveCallConfEvent_t;

/* ATT_CONFERENCE_CALL_CONF */
typedef struct ATTConferenceCallConfEvent_t {
    ATTUCID_t ucid;
} ATTConferenceCallConfEvent_t;

/* ATT_TRANSFER_CALL_CONF */
typedef struct ATTTransferCallConfEvent_t {
    ATTUCID_t ucid;
} ATTTransferCallConfEvent_t;

/* ATT_MONITOR_CONF */
typedef struct ATTMonitorConfEvent_t {
    ATTPrivateFilter_t usedFilter;
} ATTMonitorConfEvent_t;

/* ATT_MONITOR_CALL_CONF */
typedef struct ATTMonitorCallConfEvent_t {
    ATTPrivateFilter_t usedFilter;
    ATTSnapshotCall_t snapshotCall;
} ATTMonitorCallConfEvent_t;

/* ATT_QUERY_DEVICE_INFO_CONF */
typedef struct ATTQueryDeviceInfoConfEvent_t {
    ATTExtensionClass_t extensionClass;
    ATTExtensionClass_t associatedClass;
    DeviceID_t associatedDevice;
} ATTQueryDeviceInfoConfEvent_t;

/* ATT_SET_ADVICE_OF_CHARGE_CONF */
typedef struct ATTSetAdviceOfChargeConfEvent_t {
    Nulltype null;
} ATTSetAdviceOfChargeConfEvent_t;

/* ATT_SET_AGENT_STATE_CONF */
typedef struct ATTSetAgentStateConfEvent_t {
    unsigned char isPending;
} ATTSetAgentStateConfEvent_t;

/* ATT_QUERY_AGENT_STATE_CONF */
typedef struct ATTQueryAgentStateConfEvent_t {
    ATTWorkMode_t workMode;
    ATTTalkState_t talkState;
    long reasonCode;
    ATTWorkMode_t pendingWorkMode;
    long pendingReasonCode;
} ATTQueryAgentStateConfEvent_t;

/* ATT_QUERY_DEVICE_NAME_CONF */
typedef struct ATTQueryDeviceNameConfEvent_t {
    ATTDeviceType_t deviceType;
    DeviceID_t device;
    DeviceID_t name;
    ATTUnicodeDeviceID uname;
} ATTQueryDeviceNameConfEvent_t;

/* ATT_GETAPI_CAPS_CONF */
typedef struct ATTGetAPICapsConfEvent_t {
    char switchVersion[65];
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
    unsigned char singleStepTransfer;
    unsigned char monitorCallsViaDevice;
    unsigned char devicehistoryCount;
    char adminSoftwareVersion[256];
    char softwareVersion[256];
    char offerType[256];
    char serverType[256];
} ATTGetAPICapsConfEvent_t;

/* ATT_SNAPSHOT_CALL_CONF */
typedef struct ATTSnapshotCallConfEvent_t {
    DeviceHistory_t deviceHistory;
} ATTSnapshotCallConfEvent_t;

/* ATT_SINGLE_STEP_TRANSFER_CALL_CONF */
typedef struct ATTSingleStepTransferCallConfEvent_t {
    ConnectionID_t transferredCall;
    ATTUCID_t ucid;
} ATTSingleStepTransferCallConfEvent_t;

/*
 * csta_system.h: escape services, system status, capabilities, device lists.
 */
#pragma once

#include "csta_types.h"

/* clang-format off */
typedef enum SystemStatus_t {
    SS_INITIALIZING = 0,      ssInitializing = SS_INITIALIZING,
    SS_ENABLED = 1,           ssEnabled = SS_ENABLED,
    SS_NORMAL = 2,            ssNormal = SS_NORMAL,
    SS_MESSAGES_LOST = 3,     ssMessagesLost = SS_MESSAGES_LOST,
    SS_DISABLED = 4,          ssDisabled = SS_DISABLED,
    SS_OVERLOAD_IMMINENT = 5, ssOverloadImminent = SS_OVERLOAD_IMMINENT,
    SS_OVERLOAD_REACHED = 6,  ssOverloadReached = SS_OVERLOAD_REACHED,
    SS_OVERLOAD_RELIEVED = 7, ssOverloadRelieved = SS_OVERLOAD_RELIEVED
} SystemStatus_t;

/* Which list of the security database a device list is about */
typedef enum CSTALevel_t {
    CSTA_HOME_WORK_TOP = 1,         cstaHomeWorkTop = CSTA_HOME_WORK_TOP,
    CSTA_AWAY_WORK_TOP = 2,         cstaAwayWorkTop = CSTA_AWAY_WORK_TOP,
    CSTA_DEVICE_DEVICE_MONITOR = 3, cstaDeviceDeviceMonitor = CSTA_DEVICE_DEVICE_MONITOR,
    CSTA_CALL_DEVICE_MONITOR = 4,   cstaCallDeviceMonitor = CSTA_CALL_DEVICE_MONITOR,
    CSTA_CALL_CONTROL = 5,          cstaCallControl = CSTA_CALL_CONTROL,
    CSTA_ROUTING = 6,               cstaRouting = CSTA_ROUTING,
    CSTA_CALL_CALL_MONITOR = 7,     cstaCallCallMonitor = CSTA_CALL_CALL_MONITOR
} CSTALevel_t;

typedef enum SDBLevel_t {
    NO_SDB_CHECKING = -1,      noSdbChecking = NO_SDB_CHECKING,
    ACS_ONLY = 1,              acsOnly = ACS_ONLY,
    ACS_AND_CSTA_CHECKING = 0, acsAndCstaChecking = ACS_AND_CSTA_CHECKING
} SDBLevel_t;
/* clang-format on */

/* A set bit suppresses the status. */
typedef unsigned char SystemStatusFilter_t;

/* clang-format off */
#define SF_INITIALIZING      0x80
#define sfInitializing       0x80
#define SF_ENABLED           0x40
#define sfEnabled            0x40
#define SF_NORMAL            0x20
#define sfNormal             0x20
#define SF_MESSAGES_LOST     0x10
#define sfMessagesLost       0x10
#define SF_DISABLED          0x08
#define sfDisabled           0x08
#define SF_OVERLOAD_IMMINENT 0x04
#define sfOverloadImminent   0x04
#define SF_OVERLOAD_REACHED  0x02
#define sfOverloadReached    0x02
#define SF_OVERLOAD_RELIEVED 0x01
#define sfOverloadRelieved   0x01
/* clang-format on */

/* Devices in one answer to cstaGetDeviceList. */
#define CSTA_MAX_GET_DEVICE 20

typedef struct DeviceList_t {
    unsigned short count;
    DeviceID_t device[CSTA_MAX_GET_DEVICE];
} DeviceList_t;

/* CSTA_ESCAPE_SVC: a request that is described by its private data only */
typedef struct CSTAEscapeSvc_t {
    Nulltype null;
} CSTAEscapeSvc_t;

/* CSTA_ESCAPE_SVC_CONF: its answer, likewise */
typedef struct CSTAEscapeSvcConfEvent_t {
    Nulltype null;
} CSTAEscapeSvcConfEvent_t;

/* CSTA_ESCAPE_SVC_REQ */
typedef struct CSTAEscapeSvcReqEvent_t {
    Nulltype null;
} CSTAEscapeSvcReqEvent_t;

/* CSTA_ESCAPE_SVC_REQ_CONF */
typedef struct CSTAEscapeSvcReqConf_t {
    CSTAUniversalFailure_t errorValue;
} CSTAEscapeSvcReqConf_t;

/* CSTA_PRIVATE: an event described by its private data only */
typedef struct CSTAPrivateEvent_t {
    Nulltype null;
} CSTAPrivateEvent_t;

/* CSTA_PRIVATE_STATUS: the same for one monitor */
typedef struct CSTAPrivateStatusEvent_t {
    Nulltype null;
} CSTAPrivateStatusEvent_t;

/* CSTA_SEND_PRIVATE */
typedef struct CSTASendPrivateEvent_t {
    Nulltype null;
} CSTASendPrivateEvent_t;

/* CSTA_REQ_SYS_STAT */
typedef struct CSTAReqSysStat_t {
    Nulltype null;
} CSTAReqSysStat_t;

/* CSTA_SYS_STAT_REQ_CONF */
typedef struct CSTASysStatReqConfEvent_t {
    SystemStatus_t systemStatus;
} CSTASysStatReqConfEvent_t;

/* CSTA_SYS_STAT_START */
typedef struct CSTASysStatStart_t {
    SystemStatusFilter_t statusFilter;
} CSTASysStatStart_t;

/* CSTA_SYS_STAT_START_CONF */
typedef struct CSTASysStatStartConfEvent_t {
    SystemStatusFilter_t statusFilter;
} CSTASysStatStartConfEvent_t;

/* CSTA_SYS_STAT_STOP */
typedef struct CSTASysStatStop_t {
    Nulltype null;
} CSTASysStatStop_t;

/* CSTA_SYS_STAT_STOP_CONF */
typedef struct CSTASysStatStopConfEvent_t {
    Nulltype null;
} CSTASysStatStopConfEvent_t;

/* CSTA_CHANGE_SYS_STAT_FILTER */
typedef struct CSTAChangeSysStatFilter_t {
    SystemStatusFilter_t statusFilter;
} CSTAChangeSysStatFilter_t;

/* CSTA_CHANGE_SYS_STAT_FILTER_CONF */
typedef struct CSTAChangeSysStatFilterConfEvent_t {
    SystemStatusFilter_t statusFilterSelected;
    SystemStatusFilter_t statusFilterActive;
} CSTAChangeSysStatFilterConfEvent_t;

/* CSTA_SYS_STAT: the link to the switch changed; sent after CSTA_SYS_STAT_START only */
typedef struct CSTASysStatEvent_t {
    SystemStatus_t systemStatus;
} CSTASysStatEvent_t;

/* CSTA_SYS_STAT_ENDED: no more status will come */
typedef struct CSTASysStatEndedEvent_t {
    Nulltype null;
} CSTASysStatEndedEvent_t;

/* CSTA_SYS_STAT_REQ */
typedef struct CSTASysStatReqEvent_t {
    Nulltype null;
} CSTASysStatReqEvent_t;

/* CSTA_REQ_SYS_STAT_CONF */
typedef struct CSTAReqSysStatConf_t {
    SystemStatus_t systemStatus;
} CSTAReqSysStatConf_t;

/* CSTA_SYS_STAT_EVENT_SEND */
typedef struct CSTASysStatEventSend_t {
    SystemStatus_t systemStatus;
} CSTASysStatEventSend_t;

/* CSTA_GET_DEVICE_LIST: one page; index: that of the last answer */
typedef struct CSTAGetDeviceList_t {
    long index;
    CSTALevel_t level;
} CSTAGetDeviceList_t;

/* CSTA_GET_DEVICE_LIST_CONF: index: -1 when this was the last page */
typedef struct CSTAGetDeviceListConfEvent_t {
    SDBLevel_t driverSdbLevel;
    CSTALevel_t level;
    long index;
    DeviceList_t devList;
} CSTAGetDeviceListConfEvent_t;

/* CSTA_QUERY_CALL_MONITOR */
typedef struct CSTAQueryCallMonitor_t {
    Nulltype null;
} CSTAQueryCallMonitor_t;

/* CSTA_QUERY_CALL_MONITOR_CONF */
typedef struct CSTAQueryCallMonitorConfEvent_t {
    unsigned char callMonitor;
} CSTAQueryCallMonitorConfEvent_t;

/* CSTA_GETAPI_CAPS */
typedef struct CSTAGetAPICaps_t {
    Nulltype null;
} CSTAGetAPICaps_t;

/* CSTA_GETAPI_CAPS_CONF: 0 = the service or event is not supported */
typedef struct CSTAGetAPICapsConfEvent_t {
    short alternateCall;
    short answerCall;
    short callCompletion;
    short clearCall;
    short clearConnection;
    short conferenceCall;
    short consultationCall;
    short deflectCall;
    short pickupCall;
    short groupPickupCall;
    short holdCall;
    short makeCall;
    short makePredictiveCall;
    short queryMwi;
    short queryDnd;
    short queryFwd;
    short queryAgentState;
    short queryLastNumber;
    short queryDeviceInfo;
    short reconnectCall;
    short retrieveCall;
    short setMwi;
    short setDnd;
    short setFwd;
    short setAgentState;
    short transferCall;
    short eventReport;
    short callClearedEvent;
    short conferencedEvent;
    short connectionClearedEvent;
    short deliveredEvent;
    short divertedEvent;
    short establishedEvent;
    short failedEvent;
    short heldEvent;
    short networkReachedEvent;
    short originatedEvent;
    short queuedEvent;
    short retrievedEvent;
    short serviceInitiatedEvent;
    short transferredEvent;
    short callInformationEvent;
    short doNotDisturbEvent;
    short forwardingEvent;
    short messageWaitingEvent;
    short loggedOnEvent;
    short loggedOffEvent;
    short notReadyEvent;
    short readyEvent;
    short workNotReadyEvent;
    short workReadyEvent;
    short backInServiceEvent;
    short outOfServiceEvent;
    short privateEvent;
    short routeRequestEvent;
    short reRoute;
    short routeSelect;
    short routeUsedEvent;
    short routeEndEvent;
    short monitorDevice;
    short monitorCall;
    short monitorCallsViaDevice;
    short changeMonitorFilter;
    short monitorStop;
    short monitorEnded;
    short snapshotDeviceReq;
    short snapshotCallReq;
    short escapeService;
    short privateStatusEvent;
    short escapeServiceEvent;
    short escapeServiceConf;
    short sendPrivateEvent;
    short sysStatReq;
    short sysStatStart;
    short sysStatStop;
    short changeSysStatFilter;
    short sysStatReqEvent;
    short sysStatReqConf;
    short sysStatEvent;
} CSTAGetAPICapsConfEvent_t;

/*
 * csta_monitoring.h: monitors and snapshots.
 */
#pragma once

#include "csta_types.h"

/* CSTA_MONITOR_DEVICE */
typedef struct CSTAMonitorDevice_t {
    DeviceID_t deviceID;
    CSTAMonitorFilter_t monitorFilter;
} CSTAMonitorDevice_t;

/* CSTA_MONITOR_CALL */
typedef struct CSTAMonitorCall_t {
    ConnectionID_t call;
    CSTAMonitorFilter_t monitorFilter;
} CSTAMonitorCall_t;

/* CSTA_MONITOR_CALLS_VIA_DEVICE */
typedef struct CSTAMonitorCallsViaDevice_t {
    DeviceID_t deviceID;
    CSTAMonitorFilter_t monitorFilter;
} CSTAMonitorCallsViaDevice_t;

/* CSTA_MONITOR_CONF: the cross reference that events will carry, and the filter in force */
typedef struct CSTAMonitorConfEvent_t {
    CSTAMonitorCrossRefID_t monitorCrossRefID;
    CSTAMonitorFilter_t monitorFilter;
} CSTAMonitorConfEvent_t;

/* CSTA_CHANGE_MONITOR_FILTER */
typedef struct CSTAChangeMonitorFilter_t {
    CSTAMonitorCrossRefID_t monitorCrossRefID;
    CSTAMonitorFilter_t monitorFilter;
} CSTAChangeMonitorFilter_t;

/* CSTA_CHANGE_MONITOR_FILTER_CONF */
typedef struct CSTAChangeMonitorFilterConfEvent_t {
    CSTAMonitorFilter_t monitorFilter;
} CSTAChangeMonitorFilterConfEvent_t;

/* CSTA_MONITOR_STOP */
typedef struct CSTAMonitorStop_t {
    CSTAMonitorCrossRefID_t monitorCrossRefID;
} CSTAMonitorStop_t;

/* CSTA_MONITOR_STOP_CONF */
typedef struct CSTAMonitorStopConfEvent_t {
    Nulltype null;
} CSTAMonitorStopConfEvent_t;

/* CSTA_MONITOR_ENDED: the monitor is gone without having been stopped */
typedef struct CSTAMonitorEndedEvent_t {
    CSTAEventCause_t cause;
} CSTAMonitorEndedEvent_t;

typedef struct CSTASnapshotDeviceResponseInfo_t {
    ConnectionID_t callIdentifier;
    CSTACallState_t localCallState;
} CSTASnapshotDeviceResponseInfo_t;

typedef struct CSTASnapshotDeviceData_t {
    unsigned int count;
    CSTASnapshotDeviceResponseInfo_t* info;
} CSTASnapshotDeviceData_t;

typedef struct CSTASnapshotCallResponseInfo_t {
    SubjectDeviceID_t deviceOnCall;
    ConnectionID_t callIdentifier;
    LocalConnectionState_t localConnectionState;
} CSTASnapshotCallResponseInfo_t;

typedef struct CSTASnapshotCallData_t {
    unsigned int count;
    CSTASnapshotCallResponseInfo_t* info;
} CSTASnapshotCallData_t;

/* CSTA_SNAPSHOT_CALL */
typedef struct CSTASnapshotCall_t {
    ConnectionID_t snapshotObject;
} CSTASnapshotCall_t;

/* CSTA_SNAPSHOT_CALL_CONF: every device on the call */
typedef struct CSTASnapshotCallConfEvent_t {
    CSTASnapshotCallData_t snapshotData;
} CSTASnapshotCallConfEvent_t;

/* CSTA_SNAPSHOT_DEVICE */
typedef struct CSTASnapshotDevice_t {
    DeviceID_t snapshotObject;
} CSTASnapshotDevice_t;

/* CSTA_SNAPSHOT_DEVICE_CONF: every call at the device */
typedef struct CSTASnapshotDeviceConfEvent_t {
    CSTASnapshotDeviceData_t snapshotData;
} CSTASnapshotDeviceConfEvent_t;

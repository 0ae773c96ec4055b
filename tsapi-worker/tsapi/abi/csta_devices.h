/*
 * csta_devices.h: features and agent states of devices: requests and confirmations.
 */
#pragma once

#include "csta_types.h"

/* clang-format off */
typedef enum AgentMode_t {
    AM_LOG_IN = 0,         amLogIn = AM_LOG_IN,
    AM_LOG_OUT = 1,        amLogOut = AM_LOG_OUT,
    AM_NOT_READY = 2,      amNotReady = AM_NOT_READY,
    AM_READY = 3,          amReady = AM_READY,
    AM_WORK_NOT_READY = 4, amWorkNotReady = AM_WORK_NOT_READY,
    AM_WORK_READY = 5,     amWorkReady = AM_WORK_READY
} AgentMode_t;

typedef enum AgentState_t {
    AG_NOT_READY = 0,      agNotReady = AG_NOT_READY,
    AG_NULL = 1,           agNull = AG_NULL,
    AG_READY = 2,          agReady = AG_READY,
    AG_WORK_NOT_READY = 3, agWorkNotReady = AG_WORK_NOT_READY,
    AG_WORK_READY = 4,     agWorkReady = AG_WORK_READY
} AgentState_t;

typedef enum DeviceType_t {
    DT_STATION = 0,         dtStation = DT_STATION,
    DT_LINE = 1,            dtLine = DT_LINE,
    DT_BUTTON = 2,          dtButton = DT_BUTTON,
    DT_ACD = 3,             dtAcd = DT_ACD,
    DT_TRUNK = 4,           dtTrunk = DT_TRUNK,
    DT_OPERATOR = 5,        dtOperator = DT_OPERATOR,
    DT_STATION_GROUP = 16,  dtStationGroup = DT_STATION_GROUP,
    DT_LINE_GROUP = 17,     dtLineGroup = DT_LINE_GROUP,
    DT_BUTTON_GROUP = 18,   dtButtonGroup = DT_BUTTON_GROUP,
    DT_ACD_GROUP = 19,      dtAcdGroup = DT_ACD_GROUP,
    DT_TRUNK_GROUP = 20,    dtTrunkGroup = DT_TRUNK_GROUP,
    DT_OPERATOR_GROUP = 21, dtOperatorGroup = DT_OPERATOR_GROUP,
    DT_OTHER = 255,         dtOther = DT_OTHER
} DeviceType_t;
/* clang-format on */

/* A set of DC_ bits. */
typedef unsigned char DeviceClass_t;

#define DC_VOICE 0x80
#define dcVoice 0x80
#define DC_DATA 0x40
#define dcData 0x40
#define DC_IMAGE 0x20
#define dcImage 0x20
#define DC_OTHER 0x10
#define dcOther 0x10

/* CSTA_SET_MWI */
typedef struct CSTASetMwi_t {
    DeviceID_t device;
    unsigned char messages;
} CSTASetMwi_t;

/* CSTA_SET_MWI_CONF */
typedef struct CSTASetMwiConfEvent_t {
    Nulltype null;
} CSTASetMwiConfEvent_t;

/* CSTA_SET_DND */
typedef struct CSTASetDnd_t {
    DeviceID_t device;
    unsigned char doNotDisturb;
} CSTASetDnd_t;

/* CSTA_SET_DND_CONF */
typedef struct CSTASetDndConfEvent_t {
    Nulltype null;
} CSTASetDndConfEvent_t;

/* CSTA_SET_FWD: forward to forwardDN; one type per request */
typedef struct CSTASetFwd_t {
    DeviceID_t device;
    ForwardingInfo_t forward;
} CSTASetFwd_t;

/* CSTA_SET_FWD_CONF */
typedef struct CSTASetFwdConfEvent_t {
    Nulltype null;
} CSTASetFwdConfEvent_t;

/* CSTA_SET_AGENT_STATE: log in and out and the states between; work modes and reasons come as private data */
typedef struct CSTASetAgentState_t {
    DeviceID_t device;
    AgentMode_t agentMode;
    AgentID_t agentID;
    AgentGroup_t agentGroup;
    AgentPassword_t agentPassword;
} CSTASetAgentState_t;

/* CSTA_SET_AGENT_STATE_CONF */
typedef struct CSTASetAgentStateConfEvent_t {
    Nulltype null;
} CSTASetAgentStateConfEvent_t;

/* CSTA_QUERY_MWI */
typedef struct CSTAQueryMwi_t {
    DeviceID_t device;
} CSTAQueryMwi_t;

/* CSTA_QUERY_MWI_CONF */
typedef struct CSTAQueryMwiConfEvent_t {
    unsigned char messages;
} CSTAQueryMwiConfEvent_t;

/* CSTA_QUERY_DND */
typedef struct CSTAQueryDnd_t {
    DeviceID_t device;
} CSTAQueryDnd_t;

/* CSTA_QUERY_DND_CONF */
typedef struct CSTAQueryDndConfEvent_t {
    unsigned char doNotDisturb;
} CSTAQueryDndConfEvent_t;

/* CSTA_QUERY_FWD */
typedef struct CSTAQueryFwd_t {
    DeviceID_t device;
} CSTAQueryFwd_t;

/* CSTA_QUERY_FWD_CONF */
typedef struct CSTAQueryFwdConfEvent_t {
    ListForwardParameters_t forward;
} CSTAQueryFwdConfEvent_t;

/* CSTA_QUERY_AGENT_STATE */
typedef struct CSTAQueryAgentState_t {
    DeviceID_t device;
} CSTAQueryAgentState_t;

/* CSTA_QUERY_AGENT_STATE_CONF */
typedef struct CSTAQueryAgentStateConfEvent_t {
    AgentState_t agentState;
} CSTAQueryAgentStateConfEvent_t;

/* CSTA_QUERY_LAST_NUMBER */
typedef struct CSTAQueryLastNumber_t {
    DeviceID_t device;
} CSTAQueryLastNumber_t;

/* CSTA_QUERY_LAST_NUMBER_CONF */
typedef struct CSTAQueryLastNumberConfEvent_t {
    DeviceID_t lastNumber;
} CSTAQueryLastNumberConfEvent_t;

/* CSTA_QUERY_DEVICE_INFO */
typedef struct CSTAQueryDeviceInfo_t {
    DeviceID_t device;
} CSTAQueryDeviceInfo_t;

/* CSTA_QUERY_DEVICE_INFO_CONF: deviceClass is a set of DC_ bits */
typedef struct CSTAQueryDeviceInfoConfEvent_t {
    DeviceID_t device;
    DeviceType_t deviceType;
    DeviceClass_t deviceClass;
} CSTAQueryDeviceInfoConfEvent_t;

/*
 * att_measurements.h: Avaya private data: measurements of agents, splits, trunk groups and VDNs.
 */
#pragma once

#include "att_parts.h"

/* clang-format off */
typedef enum ATTAgentTypeID_t {
    EXTENSION_ID = 0, extensionId = EXTENSION_ID,
    LOGICAL_ID = 1,   logicalId = LOGICAL_ID
} ATTAgentTypeID_t;

typedef enum ATTSplitSkill_t {
    SPLIT_SKILL_NONE = -1, splitSkillNone = SPLIT_SKILL_NONE,
    SPLIT_SKILL_ALL = 0,   splitSkillAll = SPLIT_SKILL_ALL,
    SPLIT_SKILL1 = 1,      splitSkill1 = SPLIT_SKILL1,
    SPLIT_SKILL2 = 2,      splitSkill2 = SPLIT_SKILL2,
    SPLIT_SKILL3 = 3,      splitSkill3 = SPLIT_SKILL3,
    SPLIT_SKILL4 = 4,      splitSkill4 = SPLIT_SKILL4
} ATTSplitSkill_t;
/* clang-format on */

/* A half hour of the day, or one of the three constants. */
typedef short ATTInterval_t;

#define intvCurrent (-1)
#define intvDay (-2)
#define intvLast (-3)

typedef struct ATTAgentMeasurements_t {
    long acdCalls;
    char extension[6];
    char name[16];
    unsigned char state;
    long avgACDTalkTime;
    long avgExtensionTime;
    long callRate;
    short elapsedTime;
    long extensionCalls;
    long extensionIncomingCalls;
    long extensionOutgoingCalls;
    long shiftACDCalls;
    long shiftAvgACDTalkTime;
    short splitAcceptableSvcLevel;
    long splitACDCalls;
    long splitAfterCallSessions;
    short splitAgentsAvailable;
    short splitAgentsInAfterCall;
    short splitAgentsInAux;
    short splitAgentsInOther;
    short splitAgentsOnACDCalls;
    short splitAgentsOnExtCalls;
    short splitAgentsStaffed;
    long splitAvgACDTalkTime;
    long splitAvgAfterCallTime;
    short splitAvgSpeedOfAnswer;
    short splitAvgTimeToAbandon;
    long splitCallRate;
    long splitCallsAbandoned;
    long splitCallsFlowedIn;
    long splitCallsFlowedOut;
    short splitCallsWaiting;
    char splitName[16];
    short splitNumber;
    char splitExtension[6];
    char splitObjective[6];
    short splitOldestCallWaiting;
    unsigned char splitPercentInSvcLevel;
    long splitTotalACDTalkTime;
    long splitTotalAfterCallTime;
    long splitTotalAuxTime;
    long timeAgentEnteredState;
    long totalACDTalkTime;
    long totalAfterCallTime;
    long totalAuxTime;
    long totalAvailableTime;
    long totalHoldTime;
    long totalStaffedTime;
    long totalACDCallTime;
    long avgACDCallTime;
} ATTAgentMeasurements_t;

typedef struct ATTSplitSkillMeasurements_t {
    short acceptableSvcLevel;
    long acdCalls;
    long afterCallSessions;
    short agentsAvailable;
    short agentsInAfterCall;
    short agentsInAux;
    short agentsInOther;
    short onACDCalls;
    short agentsOnExtensionCalls;
    short agentsStaffed;
    long avgACDTalkTime;
    long afterCallTime;
    short avgSpeedOfAnswer;
    short avgTimeToAbandon;
    long callRate;
    long callsAbandoned;
    long callsFlowedIn;
    long callsFlowedOut;
    short callsWaiting;
    short oldestCallWaiting;
    unsigned char percentInSvcLevel;
    char name[16];
    char extension[6];
    short number;
    char objective[6];
    long totalAfterCallTime;
    long totalAuxTime;
    long totalACDTalkTime;
} ATTSplitSkillMeasurements_t;

typedef struct ATTTrunkGroupMeasurements_t {
    long avgIncomingCallTime;
    long avgOutgoingCallTime;
    long incomingAbandonedCalls;
    long incomingCalls;
    long incomingUsage;
    short numberOfTrunks;
    long outgoingCalls;
    long outgoingCompletedCalls;
    long outgoingUsage;
    unsigned char percentAllTrunksBusy;
    unsigned char percentTrunksMaintBusy;
    char trunkGroupName[16];
    short trunkGroupNumber;
    short trunksInUse;
    short trunksMaintBusy;
} ATTTrunkGroupMeasurements_t;

typedef struct ATTVdnMeasurements_t {
    short acceptableSvcLevel;
    long acdCalls;
    long avgACDTalkTime;
    short avgSpeedOfAnswer;
    short avgTimeToAbandon;
    long callsAbandoned;
    long callsFlowedOut;
    long callsForcedBusyDisc;
    long callsOffered;
    short callsWaiting;
    long callsNonACD;
    short oldestCallWaiting;
    unsigned char percentInSvcLevel;
    long totalACDTalkTime;
    char extension[6];
    char name[16];
} ATTVdnMeasurements_t;

typedef struct ATTAgentMeasurementsPresent_t {
    unsigned char allMeasurements;
    unsigned char acdCalls;
    unsigned char extension;
    unsigned char name;
    unsigned char state;
    unsigned char avgACDTalkTime;
    unsigned char avgExtensionTime;
    unsigned char callRate;
    unsigned char elapsedTime;
    unsigned char extensionCalls;
    unsigned char extensionIncomingCalls;
    unsigned char extensionOutgoingCalls;
    unsigned char shiftACDCalls;
    unsigned char shiftAvgACDTalkTime;
    unsigned char splitAcceptableSvcLevel;
    unsigned char splitACDCalls;
    unsigned char splitAfterCallSessions;
    unsigned char splitAgentsAvailable;
    unsigned char splitAgentsInAfterCall;
    unsigned char splitAgentsInAux;
    unsigned char splitAgentsInOther;
    unsigned char splitAgentsOnACDCalls;
    unsigned char splitAgentsOnExtCalls;
    unsigned char splitAgentsStaffed;
    unsigned char splitAvgACDTalkTime;
    unsigned char splitAvgAfterCallTime;
    unsigned char splitAvgSpeedOfAnswer;
    unsigned char splitAvgTimeToAbandon;
    unsigned char splitCallRate;
    unsigned char splitCallsAbandoned;
    unsigned char splitCallsFlowedIn;
    unsigned char splitCallsFlowedOut;
    unsigned char splitCallsWaiting;
    unsigned char splitName;
    unsigned char splitNumber;
    unsigned char splitExtension;
    unsigned char splitObjective;
    unsigned char splitOldestCallWaiting;
    unsigned char splitPercentInSvcLevel;
    unsigned char splitTotalACDTalkTime;
    unsigned char splitTotalAfterCallTime;
    unsigned char splitTotalAuxTime;
    unsigned char timeAgentEnteredState;
    unsigned char totalACDTalkTime;
    unsigned char totalAfterCallTime;
    unsigned char totalAuxTime;
    unsigned char totalAvailableTime;
    unsigned char totalHoldTime;
    unsigned char totalStaffedTime;
    unsigned char totalACDCallTime;
    unsigned char avgACDCallTime;
} ATTAgentMeasurementsPresent_t;

typedef struct ATTSplitSkillMeasurementsPresent_t {
    unsigned char allMeasurements;
    unsigned char acceptableSvcLevel;
    unsigned char acdCalls;
    unsigned char afterCallSessions;
    unsigned char agentsAvailable;
    unsigned char agentsInAfterCall;
    unsigned char agentsInAux;
    unsigned char agentsInOther;
    unsigned char onACDCalls;
    unsigned char agentsOnExtensionCalls;
    unsigned char agentsStaffed;
    unsigned char avgACDTalkTime;
    unsigned char afterCallTime;
    unsigned char avgSpeedOfAnswer;
    unsigned char avgTimeToAbandon;
    unsigned char callRate;
    unsigned char callsAbandoned;
    unsigned char callsFlowedIn;
    unsigned char callsFlowedOut;
    unsigned char callsWaiting;
    unsigned char oldestCallWaiting;
    unsigned char percentInSvcLevel;
    unsigned char name;
    unsigned char extension;
    unsigned char number;
    unsigned char objective;
    unsigned char totalAfterCallTime;
    unsigned char totalAuxTime;
    unsigned char totalACDTalkTime;
} ATTSplitSkillMeasurementsPresent_t;

typedef struct ATTTrunkGroupMeasurementsPresent_t {
    unsigned char allMeasurements;
    unsigned char avgIncomingCallTime;
    unsigned char avgOutgoingCallTime;
    unsigned char incomingAbandonedCalls;
    unsigned char incomingCalls;
    unsigned char incomingUsage;
    unsigned char numberOfTrunks;
    unsigned char outgoingCalls;
    unsigned char outgoingCompletedCalls;
    unsigned char outgoingUsage;
    unsigned char percentAllTrunksBusy;
    unsigned char percentTrunksMaintBusy;
    unsigned char trunkGroupName;
    unsigned char trunkGroupNumber;
    unsigned char trunksInUse;
    unsigned char trunksMaintBusy;
} ATTTrunkGroupMeasurementsPresent_t;

typedef struct ATTVdnMeasurementsPresent_t {
    unsigned char allMeasurements;
    unsigned char acceptableSvcLevel;
    unsigned char acdCalls;
    unsigned char avgACDTalkTime;
    unsigned char avgSpeedOfAnswer;
    unsigned char avgTimeToAbandon;
    unsigned char callsAbandoned;
    unsigned char callsFlowedOut;
    unsigned char callsForcedBusyDisc;
    unsigned char callsOffered;
    unsigned char callsWaiting;
    unsigned char callsNonACD;
    unsigned char oldestCallWaiting;
    unsigned char percentInSvcLevel;
    unsigned char totalACDTalkTime;
    unsigned char extension;
    unsigned char name;
} ATTVdnMeasurementsPresent_t;

/* ATT_QUERY_AGENT_MEASUREMENTS */
typedef struct ATTQueryAgentMeasurements_t {
    DeviceID_t agentID;
    ATTAgentTypeID_t typeID;
    ATTSplitSkill_t splitSkill;
    ATTAgentMeasurementsPresent_t requestItems;
    ATTInterval_t interval;
} ATTQueryAgentMeasurements_t;

/* ATT_QUERY_AGENT_MEASUREMENTS_CONF */
typedef struct ATTQueryAgentMeasurementsConfEvent_t {
    ATTAgentMeasurementsPresent_t returnedItems;
    ATTAgentMeasurements_t values;
} ATTQueryAgentMeasurementsConfEvent_t;

/* ATT_QUERY_SPLIT_SKILL_MEASUREMENTS */
typedef struct ATTQuerySplitSkillMeasurements_t {
    DeviceID_t device;
    ATTSplitSkillMeasurementsPresent_t requestItems;
    ATTInterval_t interval;
} ATTQuerySplitSkillMeasurements_t;

/* ATT_QUERY_SPLIT_SKILL_MEASUREMENTS_CONF */
typedef struct ATTQuerySplitSkillMeasurementsConfEvent_t {
    ATTSplitSkillMeasurementsPresent_t returnedItems;
    ATTSplitSkillMeasurements_t values;
} ATTQuerySplitSkillMeasurementsConfEvent_t;

/* ATT_QUERY_TRUNK_GROUP_MEASUREMENTS */
typedef struct ATTQueryTrunkGroupMeasurements_t {
    DeviceID_t device;
    ATTTrunkGroupMeasurementsPresent_t requestItems;
    ATTInterval_t interval;
} ATTQueryTrunkGroupMeasurements_t;

/* ATT_QUERY_TRUNK_GROUP_MEASUREMENTS_CONF */
typedef struct ATTQueryTrunkGroupMeasurementsConfEvent_t {
    ATTTrunkGroupMeasurementsPresent_t returnedItems;
    ATTTrunkGroupMeasurements_t values;
} ATTQueryTrunkGroupMeasurementsConfEvent_t;

/* ATT_QUERY_VDN_MEASUREMENTS */
typedef struct ATTQueryVdnMeasurements_t {
    DeviceID_t device;
    ATTVdnMeasurementsPresent_t requestItems;
    ATTInterval_t interval;
} ATTQueryVdnMeasurements_t;

/* ATT_QUERY_VDN_MEASUREMENTS_CONF */
typedef struct ATTQueryVdnMeasurementsConfEvent_t {
    ATTVdnMeasurementsPresent_t returnedItems;
    ATTVdnMeasurements_t values;
} ATTQueryVdnMeasurementsConfEvent_t;

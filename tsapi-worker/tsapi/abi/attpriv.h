/*
 * attpriv.h: Avaya private data services.
 */
#pragma once

#include "acs.h"
#include "att_event.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Obsolete items of version 1. */
#define ATT_PRIV_UEC 1
#define MAX_USER_CODE 24
#define MAX_VDN 9

/* tag ATT_PRIV_UEC */
typedef struct UserEnteredCode_t {
    UINT16 size;
    UINT8 type;
    UINT8 timeout;
    UINT8 indicator;
    char data[MAX_USER_CODE + 1];
    char collectVDN[MAX_VDN + 1];
} UserEnteredCode_t;

/* Writes the versions that the library has of those requested (such as "2-9"), in the form acsOpenStream
   wants; > 0 on success. */
RetCode_t attMakeVersionString(char* requestedVersion, char* supportedVersion);

/* Encodes any private message by its number. */
RetCode_t encodePrivate(int pdunum, void* pdu, ATTPrivateData_t* priv);

/* Decodes private data; lists of the result lie in eventBuffer->heap. */
RetCode_t attPrivateData(ATTPrivateData_t* privateData, ATTEvent_t* eventBuffer);

/* The functions below fill privateData; the CSTA request named by the service then carries it. 0 = done. */
RetCode_t attClearConnection(
    ATTPrivateData_t* privateData, ATTDropResource_t dropResource, ATTV5UserToUserInfo_t* userInfo
);
RetCode_t attConsultationCall(
    ATTPrivateData_t* privateData,
    DeviceID_t* destRoute,
    Boolean priorityCalling,
    ATTV5UserToUserInfo_t* userInfo
);
RetCode_t attMakeCall(
    ATTPrivateData_t* privateData,
    DeviceID_t* destRoute,
    Boolean priorityCalling,
    ATTV5UserToUserInfo_t* userInfo
);
RetCode_t attDirectAgentCall(
    ATTPrivateData_t* privateData, DeviceID_t* split, Boolean priorityCalling, ATTV5UserToUserInfo_t* userInfo
);
RetCode_t attMakePredictiveCall(
    ATTPrivateData_t* privateData,
    Boolean priorityCalling,
    short maxRings,
    ATTAnswerTreat_t answerTreat,
    DeviceID_t* destRoute,
    ATTV5UserToUserInfo_t* userInfo
);
RetCode_t attSupervisorAssistCall(
    ATTPrivateData_t* privateData, DeviceID_t* split, ATTV5UserToUserInfo_t* userInfo
);
RetCode_t attReconnectCall(
    ATTPrivateData_t* privateData, ATTDropResource_t dropResource, ATTV5UserToUserInfo_t* userInfo
);
RetCode_t attSendDTMFTone(
    ATTPrivateData_t* privateData,
    ConnectionID_t* sender,
    ATTV4ConnIDList_t* receivers,
    char* tones,
    short toneDuration,
    short pauseDuration
);
RetCode_t attSetAgentState(ATTPrivateData_t* privateData, ATTWorkMode_t workMode);
RetCode_t attQueryAcdSplit(ATTPrivateData_t* privateData, DeviceID_t* device);
RetCode_t attQueryAgentLogin(ATTPrivateData_t* privateData, DeviceID_t* device);
RetCode_t attQueryAgentState(ATTPrivateData_t* privateData, DeviceID_t* device);
RetCode_t attQueryCallClassifier(ATTPrivateData_t* privateData);
RetCode_t attQueryDeviceName(ATTPrivateData_t* privateData, DeviceID_t* device);
RetCode_t attQueryStationStatus(ATTPrivateData_t* privateData, DeviceID_t* device);
RetCode_t attQueryTimeOfDay(ATTPrivateData_t* privateData);
RetCode_t attQueryTrunkGroup(ATTPrivateData_t* privateData, DeviceID_t* device);
RetCode_t attMonitorFilter(ATTPrivateData_t* privateData, ATTV4PrivateFilter_t privateFilter);
RetCode_t attMonitorStopOnCall(
    ATTPrivateData_t* privateData, CSTAMonitorCrossRefID_t monitorCrossRefID, ConnectionID_t* call
);
RetCode_t attRouteSelect(
    ATTPrivateData_t* privateData,
    DeviceID_t* callingDevice,
    DeviceID_t* directAgentCallSplit,
    Boolean priorityCalling,
    DeviceID_t* destRoute,
    ATTUserCollectCode_t* collectCode,
    ATTUserProvidedCode_t* userProvidedCode,
    ATTV5UserToUserInfo_t* userInfo
);
RetCode_t attSysStat(ATTPrivateData_t* privateData, Boolean linkStatusReq);
RetCode_t attSingleStepConferenceCall(
    ATTPrivateData_t* privateData,
    ConnectionID_t* activeCall,
    DeviceID_t* deviceToBeJoin,
    ATTParticipationType_t participationType,
    Boolean alertDestination
);
RetCode_t attSelectiveListeningHold(
    ATTPrivateData_t* privateData,
    ConnectionID_t* subjectConnection,
    Boolean allParties,
    ConnectionID_t* selectedParty
);
RetCode_t attSelectiveListeningRetrieve(
    ATTPrivateData_t* privateData,
    ConnectionID_t* subjectConnection,
    Boolean allParties,
    ConnectionID_t* selectedParty
);
RetCode_t attSetAgentStateExt(ATTPrivateData_t* privateData, ATTWorkMode_t workMode, long reasonCode);
RetCode_t attSetBillRate(
    ATTPrivateData_t* privateData, ConnectionID_t* call, ATTBillType_t billType, float billRate
);
RetCode_t attQueryUCID(ATTPrivateData_t* privateData, ConnectionID_t* call);
RetCode_t attSetAdviceOfCharge(ATTPrivateData_t* privateData, Boolean flag);
RetCode_t attSendDTMFToneExt(
    ATTPrivateData_t* privateData,
    ConnectionID_t* sender,
    ATTConnIDList_t* receivers,
    char* tones,
    short toneDuration,
    short pauseDuration
);
RetCode_t attMonitorFilterExt(ATTPrivateData_t* privateData, ATTPrivateFilter_t privateFilter);
RetCode_t attV6SetAgentState(
    ATTPrivateData_t* privateData, ATTWorkMode_t workMode, long reasonCode, Boolean enablePending
);
RetCode_t attV6MakeCall(
    ATTPrivateData_t* privateData,
    DeviceID_t* destRoute,
    Boolean priorityCalling,
    ATTUserToUserInfo_t* userInfo
);
RetCode_t attV6ClearConnection(
    ATTPrivateData_t* privateData, ATTDropResource_t dropResource, ATTUserToUserInfo_t* userInfo
);
RetCode_t attV6ConsultationCall(
    ATTPrivateData_t* privateData,
    DeviceID_t* destRoute,
    Boolean priorityCalling,
    ATTUserToUserInfo_t* userInfo
);
RetCode_t attV6DirectAgentCall(
    ATTPrivateData_t* privateData, DeviceID_t* split, Boolean priorityCalling, ATTUserToUserInfo_t* userInfo
);
RetCode_t attV6MakePredictiveCall(
    ATTPrivateData_t* privateData,
    Boolean priorityCalling,
    short maxRings,
    ATTAnswerTreat_t answerTreat,
    DeviceID_t* destRoute,
    ATTUserToUserInfo_t* userInfo
);
RetCode_t attV6SupervisorAssistCall(
    ATTPrivateData_t* privateData, DeviceID_t* split, ATTUserToUserInfo_t* userInfo
);
RetCode_t attV6ReconnectCall(
    ATTPrivateData_t* privateData, ATTDropResource_t dropResource, ATTUserToUserInfo_t* userInfo
);
RetCode_t attV6RouteSelect(
    ATTPrivateData_t* privateData,
    DeviceID_t* callingDevice,
    DeviceID_t* directAgentCallSplit,
    Boolean priorityCalling,
    DeviceID_t* destRoute,
    ATTUserCollectCode_t* collectCode,
    ATTUserProvidedCode_t* userProvidedCode,
    ATTUserToUserInfo_t* userInfo
);
RetCode_t attV7RouteSelect(
    ATTPrivateData_t* privateData,
    DeviceID_t* callingDevice,
    DeviceID_t* directAgentCallSplit,
    Boolean priorityCalling,
    DeviceID_t* destRoute,
    ATTUserCollectCode_t* collectCode,
    ATTUserProvidedCode_t* userProvidedCode,
    ATTUserToUserInfo_t* userInfo,
    ATTRedirectType_t networkredirect
);
RetCode_t attSingleStepTransferCall(
    ATTPrivateData_t* privateData, ConnectionID_t* activeCall, DeviceID_t* transferredTo
);
RetCode_t attMonitorCallsViaDevice(
    ATTPrivateData_t* privateData, ATTPrivateFilter_t privateFilter, Boolean flowPredictiveCallEvents
);

/* Obsolete tagged form of version 1. */
void initATTPrivate(PrivateData_t* priv);
void addATTPrivate(UINT16 itemTag, void* itemPtr, PrivateData_t* priv);
void* getATTPrivate(UINT16 tag, PrivateData_t* priv, UINT16 occ);

#ifdef __cplusplus
}
#endif

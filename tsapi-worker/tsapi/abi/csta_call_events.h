/*
 * csta_call_events.h: what a monitor reports: calls, features, agents, maintenance.
 *
 * All are of class CSTAUNSOLICITED.
 */
#pragma once

#include "csta_types.h"

/* CSTA_CALL_CLEARED */
typedef struct CSTACallClearedEvent_t {
    ConnectionID_t clearedCall;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTACallClearedEvent_t;

/* CSTA_CONFERENCED */
typedef struct CSTAConferencedEvent_t {
    ConnectionID_t primaryOldCall;
    ConnectionID_t secondaryOldCall;
    SubjectDeviceID_t confController;
    SubjectDeviceID_t addedParty;
    ConnectionList_t conferenceConnections;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAConferencedEvent_t;

/* CSTA_CONNECTION_CLEARED */
typedef struct CSTAConnectionClearedEvent_t {
    ConnectionID_t droppedConnection;
    SubjectDeviceID_t releasingDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAConnectionClearedEvent_t;

/* CSTA_DELIVERED */
typedef struct CSTADeliveredEvent_t {
    ConnectionID_t connection;
    SubjectDeviceID_t alertingDevice;
    CallingDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    RedirectionDeviceID_t lastRedirectionDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTADeliveredEvent_t;

/* CSTA_DIVERTED */
typedef struct CSTADivertedEvent_t {
    ConnectionID_t connection;
    SubjectDeviceID_t divertingDevice;
    CalledDeviceID_t newDestination;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTADivertedEvent_t;

/* CSTA_ESTABLISHED */
typedef struct CSTAEstablishedEvent_t {
    ConnectionID_t establishedConnection;
    SubjectDeviceID_t answeringDevice;
    CallingDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    RedirectionDeviceID_t lastRedirectionDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAEstablishedEvent_t;

/* CSTA_FAILED */
typedef struct CSTAFailedEvent_t {
    ConnectionID_t failedConnection;
    SubjectDeviceID_t failingDevice;
    CalledDeviceID_t calledDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAFailedEvent_t;

/* CSTA_HELD */
typedef struct CSTAHeldEvent_t {
    ConnectionID_t heldConnection;
    SubjectDeviceID_t holdingDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAHeldEvent_t;

/* CSTA_NETWORK_REACHED */
typedef struct CSTANetworkReachedEvent_t {
    ConnectionID_t connection;
    SubjectDeviceID_t trunkUsed;
    CalledDeviceID_t calledDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTANetworkReachedEvent_t;

/* CSTA_ORIGINATED */
typedef struct CSTAOriginatedEvent_t {
    ConnectionID_t originatedConnection;
    SubjectDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAOriginatedEvent_t;

/* CSTA_QUEUED */
typedef struct CSTAQueuedEvent_t {
    ConnectionID_t queuedConnection;
    SubjectDeviceID_t queue;
    CallingDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    RedirectionDeviceID_t lastRedirectionDevice;
    short numberQueued;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAQueuedEvent_t;

/* CSTA_RETRIEVED */
typedef struct CSTARetrievedEvent_t {
    ConnectionID_t retrievedConnection;
    SubjectDeviceID_t retrievingDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTARetrievedEvent_t;

/* CSTA_SERVICE_INITIATED */
typedef struct CSTAServiceInitiatedEvent_t {
    ConnectionID_t initiatedConnection;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAServiceInitiatedEvent_t;

/* CSTA_TRANSFERRED */
typedef struct CSTATransferredEvent_t {
    ConnectionID_t primaryOldCall;
    ConnectionID_t secondaryOldCall;
    SubjectDeviceID_t transferringDevice;
    SubjectDeviceID_t transferredDevice;
    ConnectionList_t transferredConnections;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTATransferredEvent_t;

/* CSTA_CALL_INFORMATION */
typedef struct CSTACallInformationEvent_t {
    ConnectionID_t connection;
    SubjectDeviceID_t device;
    AccountInfo_t accountInfo;
    AuthCode_t authorisationCode;
} CSTACallInformationEvent_t;

/* CSTA_DO_NOT_DISTURB */
typedef struct CSTADoNotDisturbEvent_t {
    SubjectDeviceID_t device;
    unsigned char doNotDisturbOn;
} CSTADoNotDisturbEvent_t;

/* CSTA_FORWARDING */
typedef struct CSTAForwardingEvent_t {
    SubjectDeviceID_t device;
    ForwardingInfo_t forwardingInformation;
} CSTAForwardingEvent_t;

/* CSTA_MESSAGE_WAITING */
typedef struct CSTAMessageWaitingEvent_t {
    CalledDeviceID_t deviceForMessage;
    SubjectDeviceID_t invokingDevice;
    unsigned char messageWaitingOn;
} CSTAMessageWaitingEvent_t;

/* CSTA_LOGGED_ON */
typedef struct CSTALoggedOnEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
    AgentGroup_t agentGroup;
    AgentPassword_t password;
} CSTALoggedOnEvent_t;

/* CSTA_LOGGED_OFF */
typedef struct CSTALoggedOffEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
    AgentGroup_t agentGroup;
} CSTALoggedOffEvent_t;

/* CSTA_NOT_READY */
typedef struct CSTANotReadyEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
} CSTANotReadyEvent_t;

/* CSTA_READY */
typedef struct CSTAReadyEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
} CSTAReadyEvent_t;

/* CSTA_WORK_NOT_READY */
typedef struct CSTAWorkNotReadyEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
} CSTAWorkNotReadyEvent_t;

/* CSTA_WORK_READY */
typedef struct CSTAWorkReadyEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
} CSTAWorkReadyEvent_t;

/* CSTA_BACK_IN_SERVICE */
typedef struct CSTABackInServiceEvent_t {
    DeviceID_t device;
    CSTAEventCause_t cause;
} CSTABackInServiceEvent_t;

/* CSTA_OUT_OF_SERVICE */
typedef struct CSTAOutOfServiceEvent_t {
    DeviceID_t device;
    CSTAEventCause_t cause;
} CSTAOutOfServiceEvent_t;

/*
 * csta_call_events.h: what a monitor reports: calls, features, agents, maintenance.
 *
 * All are of class CSTAUNSOLICITED.
 */
#pragma once

#include "csta_types.h"

/* CSTA_CALL_CLEARED: the call is over; the last message of a call monitor */
typedef struct CSTACallClearedEvent_t {
    ConnectionID_t clearedCall;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTACallClearedEvent_t;

/* CSTA_CONFERENCED: two calls became one with all parties */
typedef struct CSTAConferencedEvent_t {
    ConnectionID_t primaryOldCall;
    ConnectionID_t secondaryOldCall;
    SubjectDeviceID_t confController;
    SubjectDeviceID_t addedParty;
    ConnectionList_t conferenceConnections;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAConferencedEvent_t;

/* CSTA_CONNECTION_CLEARED: a device left the call; releasingDevice hung up */
typedef struct CSTAConnectionClearedEvent_t {
    ConnectionID_t droppedConnection;
    SubjectDeviceID_t releasingDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAConnectionClearedEvent_t;

/* CSTA_DELIVERED: alertingDevice rings; calledDevice is what was dialled, lastRedirectionDevice who sent the
 * call on */
typedef struct CSTADeliveredEvent_t {
    ConnectionID_t connection;
    SubjectDeviceID_t alertingDevice;
    CallingDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    RedirectionDeviceID_t lastRedirectionDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTADeliveredEvent_t;

/* CSTA_DIVERTED: the call left divertingDevice for newDestination without being answered */
typedef struct CSTADivertedEvent_t {
    ConnectionID_t connection;
    SubjectDeviceID_t divertingDevice;
    CalledDeviceID_t newDestination;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTADivertedEvent_t;

/* CSTA_ESTABLISHED: answeringDevice is now talking on the call */
typedef struct CSTAEstablishedEvent_t {
    ConnectionID_t establishedConnection;
    SubjectDeviceID_t answeringDevice;
    CallingDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    RedirectionDeviceID_t lastRedirectionDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAEstablishedEvent_t;

/* CSTA_FAILED: the call cannot reach calledDevice: busy, reorder tone and the like, see cause */
typedef struct CSTAFailedEvent_t {
    ConnectionID_t failedConnection;
    SubjectDeviceID_t failingDevice;
    CalledDeviceID_t calledDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAFailedEvent_t;

/* CSTA_HELD: holdingDevice put the call on hold */
typedef struct CSTAHeldEvent_t {
    ConnectionID_t heldConnection;
    SubjectDeviceID_t holdingDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAHeldEvent_t;

/* CSTA_NETWORK_REACHED: the call left the switch on trunkUsed; little is known of it from here on */
typedef struct CSTANetworkReachedEvent_t {
    ConnectionID_t connection;
    SubjectDeviceID_t trunkUsed;
    CalledDeviceID_t calledDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTANetworkReachedEvent_t;

/* CSTA_ORIGINATED: callingDevice has dialled; calledDevice is the number dialled */
typedef struct CSTAOriginatedEvent_t {
    ConnectionID_t originatedConnection;
    SubjectDeviceID_t callingDevice;
    CalledDeviceID_t calledDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAOriginatedEvent_t;

/* CSTA_QUEUED: the call waits at queue with numberQueued calls, itself included */
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

/* CSTA_RETRIEVED: retrievingDevice took the call from hold */
typedef struct CSTARetrievedEvent_t {
    ConnectionID_t retrievedConnection;
    SubjectDeviceID_t retrievingDevice;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTARetrievedEvent_t;

/* CSTA_SERVICE_INITIATED: a device went off-hook or is prompted to */
typedef struct CSTAServiceInitiatedEvent_t {
    ConnectionID_t initiatedConnection;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTAServiceInitiatedEvent_t;

/* CSTA_TRANSFERRED: transferringDevice left; transferredConnections are the parties of the new call */
typedef struct CSTATransferredEvent_t {
    ConnectionID_t primaryOldCall;
    ConnectionID_t secondaryOldCall;
    SubjectDeviceID_t transferringDevice;
    SubjectDeviceID_t transferredDevice;
    ConnectionList_t transferredConnections;
    LocalConnectionState_t localConnectionInfo;
    CSTAEventCause_t cause;
} CSTATransferredEvent_t;

/* CSTA_CALL_INFORMATION: account or authorisation code of a call */
typedef struct CSTACallInformationEvent_t {
    ConnectionID_t connection;
    SubjectDeviceID_t device;
    AccountInfo_t accountInfo;
    AuthCode_t authorisationCode;
} CSTACallInformationEvent_t;

/* CSTA_DO_NOT_DISTURB: do-not-disturb was switched */
typedef struct CSTADoNotDisturbEvent_t {
    SubjectDeviceID_t device;
    unsigned char doNotDisturbOn;
} CSTADoNotDisturbEvent_t;

/* CSTA_FORWARDING: forwarding was switched */
typedef struct CSTAForwardingEvent_t {
    SubjectDeviceID_t device;
    ForwardingInfo_t forwardingInformation;
} CSTAForwardingEvent_t;

/* CSTA_MESSAGE_WAITING: the message lamp was switched */
typedef struct CSTAMessageWaitingEvent_t {
    CalledDeviceID_t deviceForMessage;
    SubjectDeviceID_t invokingDevice;
    unsigned char messageWaitingOn;
} CSTAMessageWaitingEvent_t;

/* CSTA_LOGGED_ON: an agent logged in at agentDevice */
typedef struct CSTALoggedOnEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
    AgentGroup_t agentGroup;
    AgentPassword_t password;
} CSTALoggedOnEvent_t;

/* CSTA_LOGGED_OFF: an agent logged out */
typedef struct CSTALoggedOffEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
    AgentGroup_t agentGroup;
} CSTALoggedOffEvent_t;

/* CSTA_NOT_READY: the agent takes no calls of the group */
typedef struct CSTANotReadyEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
} CSTANotReadyEvent_t;

/* CSTA_READY: the agent takes calls of the group */
typedef struct CSTAReadyEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
} CSTAReadyEvent_t;

/* CSTA_WORK_NOT_READY: work after a call, no next call yet */
typedef struct CSTAWorkNotReadyEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
} CSTAWorkNotReadyEvent_t;

/* CSTA_WORK_READY: work after a call, next call welcome */
typedef struct CSTAWorkReadyEvent_t {
    SubjectDeviceID_t agentDevice;
    AgentID_t agentID;
} CSTAWorkReadyEvent_t;

/* CSTA_BACK_IN_SERVICE: the device works again */
typedef struct CSTABackInServiceEvent_t {
    DeviceID_t device;
    CSTAEventCause_t cause;
} CSTABackInServiceEvent_t;

/* CSTA_OUT_OF_SERVICE: the device does not work */
typedef struct CSTAOutOfServiceEvent_t {
    DeviceID_t device;
    CSTAEventCause_t cause;
} CSTAOutOfServiceEvent_t;

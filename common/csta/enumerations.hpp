#pragma once
#include <cstdint>

/// Numbers of CSTA phase I (TSAPI). The values shared with the phase III ASN.1 are equal there, so one number
/// travels from the C library to the XML name table without a translation. Source: the vendor-API constants.
namespace ctiengine::csta {

/// State of one connection. -1 means "the switch did not say" (localConnectionInfo is then left out).
enum class ConnectionState : std::int32_t {
    None = -1,
    Null = 0,
    Initiated = 1,
    Alerting = 2,
    Connected = 3,
    Hold = 4,
    Queued = 5,
    Fail = 6,
};

/// Why an event happened. Only the values we compare with by name are listed; any other number of the switch
/// is carried through unchanged.
enum class EventCause : std::int32_t {
    None = -1,
    ActiveMonitor = 1,
    Busy = 3,
    CallCancelled = 5,
    DestNotObtainable = 13,
    NewCall = 22,
    NoAvailableAgents = 23,
    Redirected = 28,
    ResourcesNotAvailable = 30,
    Transfer = 32,
};

/// What SetAgentState asks for (AgentMode_t).
enum class AgentMode : std::int32_t {
    LogIn = 0,
    LogOut = 1,
    NotReady = 2,
    Ready = 3,
    WorkNotReady = 4,
    WorkReady = 5,
};

/// What GetAgentState answers (AgentState_t). Null = nobody is logged in at the device.
enum class AgentState : std::int32_t { NotReady = 0, Null = 1, Ready = 2, WorkNotReady = 3, WorkReady = 4 };

/// Avaya work mode (ATTWorkMode_t).
enum class WorkMode : std::int32_t { None = -1, AuxWork = 1, AfterCallWork = 2, AutoIn = 3, ManualIn = 4 };

/// Avaya talk state (ATTTalkState_t).
enum class TalkState : std::int32_t { OnCall = 0, Idle = 1 };

/// SystemStatus_t.
enum class SystemStatus : std::int32_t {
    Initializing = 0,
    Enabled = 1,
    Normal = 2,
    MessagesLost = 3,
    Disabled = 4,
    OverloadImminent = 5,
    OverloadReached = 6,
    OverloadRelieved = 7,
};

/// Kind of number (DeviceIDType_t); other values pass through.
enum class NumberType : std::int32_t {
    DeviceIdentifier = 0,
    ImplicitPublic = 20,
    ExplicitPublicUnknown = 30,
    ImplicitPrivate = 40,
    ExplicitPrivateLocalNumber = 55,
    OtherPlan = 60,
    TrunkIdentifier = 70,
    TrunkGroupIdentifier = 71,
};

/// A refusal by the switch (CSTAUniversalFailure_t). Zero is a real failure: never test it for truth. Only
/// the values we produce or compare ourselves are named; any other number passes through.
enum class UniversalFailure : std::int32_t {
    GenericUnspecified = 0,
    GenericOperation = 1,
    ValueOutOfRange = 3,
    ObjectNotKnown = 4,
    InvalidCallingDevice = 5,
    PrivilegeViolationOnSpecifiedDevice = 8,
    InvalidDeviceIdentifier = 12,
    InvalidConnectionIdentifier = 13,
    InvalidCrossRefId = 17,
    ResourceBusy = 33,
    ResourceOutOfService = 34,
    SubscribedResourceAvailability = 41,
    OutstandingRequestLimitExceeded = 44,
    RequestTimeoutRejection = 78,
};

/// Values of Avaya's originalCallInfo (ATTReasonForCallInfo_t).
enum class OriginalCallReason : std::int32_t {
    None = 0,
    Consultation = 1,
    Conferenced = 2,
    Transferred = 3,
    NewCall = 4
};

/// What a direct call of an agent desktop is to the switch (Avaya private data of make and consultation
/// call).
enum class TypeOfCall : std::int32_t { Normal, DirectAgent, SupervisorAssist };

/// How the device joins in a single-step conference (ATTParticipationType_t).
enum class ParticipationType : std::int32_t { Silent = 0, Active = 1 };

/// ForwardingType_t.
enum class ForwardingType : std::int32_t {
    Immediate = 0,
    Busy = 1,
    NoAnswer = 2,
    BusyInternal = 3,
    BusyExternal = 4,
    NoAnswerInternal = 5,
    NoAnswerExternal = 6,
};

/// When a predictive call is handed to its caller (AllocationState_t).
enum class AllocationState : std::int32_t { CallDelivered = 0, CallEstablished = 1 };

/// What to do when a machine answers a predictive call (ATTAnswerTreat_t).
enum class AnswerTreatment : std::int32_t { NoTreatment = 0, None = 1, Drop = 2, Connect = 3 };

/// A switch resource to drop instead of a party (ATTDropResource_t).
enum class DropResource : std::int32_t { None = -1, CallClassifier = 0, ToneGenerator = 1 };

/// DeviceType_t.
enum class DeviceType : std::int32_t {
    Station = 0,
    Line = 1,
    Button = 2,
    Acd = 3,
    Trunk = 4,
    Operator = 5,
    StationGroup = 16,
    LineGroup = 17,
    ButtonGroup = 18,
    AcdGroup = 19,
    TrunkGroup = 20,
    OperatorGroup = 21,
    Other = 255,
};

/// ATTExtensionClass_t.
enum class ExtensionClass : std::int32_t {
    Unknown = -1,
    Vdn = 0,
    AcdSplit = 1,
    Announcement = 2,
    Data = 4,
    Analog = 5,
    Proprietary = 6,
    Bri = 7,
    Cti = 8,
    LogicalAgent = 9,
    Other = 10,
};

/// How user-to-user information is coded (ATTUUIProtocolType_t).
enum class UserDataProtocol : std::int32_t { None = -1, UserSpecific = 0, Ia5Ascii = 4 };

}  // namespace ctiengine::csta

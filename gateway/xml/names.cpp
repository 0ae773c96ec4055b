// Long because it is tables: one row per number.
#include "gateway/xml/names.hpp"

#include "gateway/xml/system_names.hpp"

#include <span>

namespace ctiengine::gateway {
namespace {

struct Row {
    std::int32_t number;
    const char* word;
};

const char* look_up(std::span<const Row> table, std::int32_t number) {
    for (const auto& row : table) {
        if (row.number == number) return row.word;
    }
    return nullptr;
}

template <class Enum>
constexpr std::int32_t number_of(Enum value) {
    return static_cast<std::int32_t>(value);
}

constexpr Row kStates[] = {
    {0, "null"}, {1, "initiated"}, {2, "alerting"}, {3, "connected"}, {4, "hold"}, {5, "queued"}, {6, "fail"},
};

constexpr Row kNumberTypes[] = {
    {20, "implicitPublic"},
    {30, "explicitPublic:unknown"},
    {31, "explicitPublic:international"},
    {32, "explicitPublic:national"},
    {33, "explicitPublic:networkspecific"},
    {34, "explicitPublic:subscriber"},
    {35, "explicitPublic:abbreviated"},
    {40, "implicitPrivate"},
    {50, "explicitPrivate:unknown"},
    {51, "explicitPrivate:level3RegionalNumber"},
    {52, "explicitPrivate:level2RegionalNumber"},
    {53, "explicitPrivate:level1RegionalNumber"},
    {54, "explicitPrivate:pTNSpecificNumber"},
    {55, "explicitPrivate:localNumber"},
    {56, "explicitPrivate:abbreviated"},
    {60, "other"},
    {70, "other"},  // trunk and trunk group identifiers have no type in CSTA III
    {71, "other"},
};

constexpr Row kCauses[] = {
    {1, "activeParticipation"},
    {2, "alternate"},
    {3, "busy"},
    {4, "callBack"},
    {5, "callCancelled"},
    {6, "callForwardImmediate"},
    {7, "callForwardBusy"},
    {8, "callForwardNoAnswer"},
    {9, "callForward"},
    {10, "callNotAnswered"},
    {11, "callPickup"},
    {12, "campOn"},
    {13, "destNotObtainable"},
    {14, "doNotDisturb"},
    {15, "incompatibleDestination"},
    {16, "invalidAccountCode"},
    {17, "keyOperation"},
    {18, "lockout"},
    {19, "maintenance"},
    {20, "networkCongestion"},
    {21, "networkNotObtainable"},
    {22, "newCall"},
    {23, "noAvailableAgents"},
    {24, "override"},
    {25, "park"},
    {26, "overflow"},
    {27, "recall"},
    {28, "redirected"},
    {29, "reorderTone"},
    {30, "resourcesNotAvailable"},
    {31, "silentParticipation"},
    {32, "transfer"},
    {33, "trunksBusy"},
    {34, "normal"},  // voice unit initiator: withdrawn in CSTA III
    {37, "consultation"},
    {46, "networkSignal"},
    {52, "singleStepTransfer"},
    {60, "alertTimeExpired"},
    {63, "conference"},
    {65, "destOutOfOrder"},
    {80, "notSupportedBearerService"},
    {81, "numberUnallocated"},
    {87, "unauthorisedBearerService"},
};

constexpr Row kUsualCauses[] = {
    {number_of(EventKind::ServiceInitiated), "newCall"},
    {number_of(EventKind::Originated), "newCall"},
    {number_of(EventKind::Delivered), "newCall"},
    {number_of(EventKind::Established), "newCall"},
    {number_of(EventKind::Queued), "newCall"},
    {number_of(EventKind::Held), "normal"},
    {number_of(EventKind::Retrieved), "normal"},
    {number_of(EventKind::Diverted), "redirected"},
    {number_of(EventKind::Transferred), "transfer"},
    {number_of(EventKind::Conferenced), "conference"},
    {number_of(EventKind::ConnectionCleared), "normalClearing"},
    {number_of(EventKind::CallCleared), "normalClearing"},
    {number_of(EventKind::NetworkReached), "normal"},
    {number_of(EventKind::Failed), "destNotObtainable"},
};

constexpr Row kAgentStates[] = {
    {0, "agentNotReady"},         {1, "agentNull"}, {2, "agentReady"}, {3, "agentWorkingAfterCall"},
    {4, "agentWorkingAfterCall"},  // no own word for work-ready; the work mode tells them apart
};

constexpr Row kPendingByWorkMode[] = {
    {1, "agentNotReady"}, {2, "agentWorkingAfterCall"}, {3, "agentReady"}, {4, "agentReady"}};
constexpr Row kPendingByMode[] = {
    {1, "agentNull"},
    {2, "agentNotReady"},
    {3, "agentReady"},
    {4, "agentWorkingAfterCall"},
    {5, "agentWorkingAfterCall"},
};
constexpr Row kPendingAfterCall[] = {{1, "notReady"}, {3, "ready"}, {4, "ready"}};

constexpr Row kWorkModes[] = {{1, "auxWork"}, {2, "afterCallWork"}, {3, "autoIn"}, {4, "manualIn"}};
constexpr Row kTalkStates[] = {{0, "onCall"}, {1, "idle"}};
constexpr Row kAnswerReasons[] = {
    {0, "none"},
    {1, "answerNormal"},
    {2, "answerTimed"},
    {3, "answerVoiceEnergy"},
    {4, "answerMachineDetected"},
    {5, "reorder"},
    {6, "noCircuit"},
    {7, "intercept"},
    {8, "unassignedNumber"},
    {9, "invalidNumber"},
    {10, "unspecified"},
};
constexpr Row kEnteredCodeTypes[] = {
    {0, "any"}, {2, "loginDigits"}, {5, "callPrompter"}, {17, "databaseProvided"}, {32, "toneDetector"}};
constexpr Row kInterflows[] = {
    {-1, "noInterflow"}, {0, "allInterflow"}, {1, "thresholdInterflow"}, {2, "vectoringInterflow"}};
constexpr Row kInterflowPriorities[] = {
    {0, "notInQueue"}, {1, "low"}, {2, "medium"}, {3, "high"}, {4, "top"}};
constexpr Row kForwardingTypes[] = {
    {0, "forwardImmediate"}, {1, "forwardBusy"},     {2, "forwardNoAns"},    {3, "forwardBusyInt"},
    {4, "forwardBusyExt"},   {5, "forwardNoAnsInt"}, {6, "forwardNoAnsExt"},
};
constexpr Row kProgressLocations[] = {
    {0, "user"}, {1, "publicLocal"}, {4, "publicRemote"}, {5, "privateRemote"}};
constexpr Row kProgressDescriptions[] = {
    {1, "callOffISDN"}, {2, "destNotISDN"}, {3, "origNotISDN"}, {4, "callOnISDN"}, {8, "inband"}};

constexpr Row kSystemStatuses[] = {
    {0, "initializing"}, {1, "enabled"},          {2, "normal"},          {3, "messagesLost"},
    {4, "disabled"},     {5, "overloadImminent"}, {6, "overloadReached"}, {7, "overloadRelieved"},
};

}  // namespace

const char* state_name(csta::ConnectionState state) {
    return look_up(kStates, number_of(state));
}

const char* number_type_name(csta::NumberType type) {
    return look_up(kNumberTypes, number_of(type));
}

const char* cause_name(csta::EventCause cause) {
    return look_up(kCauses, number_of(cause));
}

const char* call_cause_name(csta::EventCause cause, EventKind kind) {
    if (const auto* word = cause_name(cause)) return word;
    const auto* usual = look_up(kUsualCauses, number_of(kind));
    return cause == csta::EventCause::None && usual != nullptr ? usual : "normal";
}

const char* agent_state_name(csta::AgentState state, csta::TalkState talk) {
    if (state == csta::AgentState::Ready && talk == csta::TalkState::OnCall) return "agentBusy";
    const auto* word = look_up(kAgentStates, number_of(state));
    return word != nullptr ? word : "agentNull";
}

const char* pending_state_name(csta::WorkMode pending) {
    return look_up(kPendingByWorkMode, number_of(pending));
}

const char* pending_state_name(csta::AgentMode asked) {
    return look_up(kPendingByMode, number_of(asked));
}

const char* pending_after_call_name(csta::WorkMode pending) {
    return look_up(kPendingAfterCall, number_of(pending));
}

const char* work_mode_name(csta::WorkMode mode) {
    return look_up(kWorkModes, number_of(mode));
}

const char* talk_state_name(csta::TalkState state) {
    return look_up(kTalkStates, number_of(state));
}

const char* answer_reason_name(std::int32_t reason) {
    return look_up(kAnswerReasons, reason);
}

const char* entered_code_type_name(std::int32_t type) {
    return look_up(kEnteredCodeTypes, type);
}

const char* interflow_name(std::int32_t type) {
    return look_up(kInterflows, type);
}

const char* interflow_priority_name(std::int32_t priority) {
    return look_up(kInterflowPriorities, priority);
}

const char* forwarding_type_name(csta::ForwardingType type) {
    return look_up(kForwardingTypes, number_of(type));
}

const char* progress_location_name(std::int32_t location) {
    return look_up(kProgressLocations, location);
}

const char* progress_description_name(std::int32_t number) {
    return look_up(kProgressDescriptions, number);
}

const char* status_name(csta::SystemStatus status) {
    const auto* word = look_up(kSystemStatuses, number_of(status));
    return word != nullptr ? word : "disabled";
}

}  // namespace ctiengine::gateway

#include "gateway/xml/names.hpp"

#include "gateway/xml/system_names.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

TEST(Names, StatesAreThoseOfTheStandard) {
    const char* const words[] = {"null", "initiated", "alerting", "connected", "hold", "queued", "fail"};
    for (int number = 0; number < 7; ++number) {
        EXPECT_STREQ(state_name(static_cast<csta::ConnectionState>(number)), words[number]);
    }
    EXPECT_EQ(state_name(csta::ConnectionState::None), nullptr);
    EXPECT_EQ(state_name(static_cast<csta::ConnectionState>(7)), nullptr);
}

TEST(Names, EveryTsapiCauseHasItsWord) {
    const std::pair<int, const char*> rows[] = {
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
        {34, "normal"},
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
    for (const auto& [number, word] : rows) {
        EXPECT_STREQ(cause_name(static_cast<csta::EventCause>(number)), word) << number;
    }
    EXPECT_EQ(cause_name(csta::EventCause::None), nullptr);
    EXPECT_EQ(cause_name(static_cast<csta::EventCause>(35)), nullptr);
}

TEST(Names, WithoutACauseEachCallEventHasItsUsualOne) {
    const std::pair<EventKind, const char*> rows[] = {
        {EventKind::ServiceInitiated, "newCall"},
        {EventKind::Originated, "newCall"},
        {EventKind::Delivered, "newCall"},
        {EventKind::Established, "newCall"},
        {EventKind::Held, "normal"},
        {EventKind::Retrieved, "normal"},
        {EventKind::Queued, "newCall"},
        {EventKind::Diverted, "redirected"},
        {EventKind::Transferred, "transfer"},
        {EventKind::Conferenced, "conference"},
        {EventKind::Failed, "destNotObtainable"},
        {EventKind::NetworkReached, "normal"},
        {EventKind::ConnectionCleared, "normalClearing"},
        {EventKind::CallCleared, "normalClearing"},
    };
    for (const auto& [kind, word] : rows) {
        EXPECT_STREQ(call_cause_name(csta::EventCause::None, kind), word) << static_cast<int>(kind);
        EXPECT_STREQ(call_cause_name(csta::EventCause::Busy, kind), "busy");
        EXPECT_STREQ(call_cause_name(static_cast<csta::EventCause>(999), kind), "normal");
    }
}

TEST(Names, AReadyAgentOnACallIsBusy) {
    using csta::AgentState;
    using csta::TalkState;
    EXPECT_STREQ(agent_state_name(AgentState::NotReady, TalkState::Idle), "agentNotReady");
    EXPECT_STREQ(agent_state_name(AgentState::NotReady, TalkState::OnCall), "agentNotReady");
    EXPECT_STREQ(agent_state_name(AgentState::Null, TalkState::Idle), "agentNull");
    EXPECT_STREQ(agent_state_name(AgentState::Ready, TalkState::Idle), "agentReady");
    EXPECT_STREQ(agent_state_name(AgentState::Ready, TalkState::OnCall), "agentBusy");
    EXPECT_STREQ(agent_state_name(AgentState::WorkNotReady, TalkState::Idle), "agentWorkingAfterCall");
    EXPECT_STREQ(agent_state_name(AgentState::WorkReady, TalkState::Idle), "agentWorkingAfterCall");
}

TEST(Names, PendingStatesComeFromWorkModeOrRequest) {
    using csta::AgentMode;
    using csta::WorkMode;
    EXPECT_STREQ(pending_state_name(WorkMode::AuxWork), "agentNotReady");
    EXPECT_STREQ(pending_state_name(WorkMode::AfterCallWork), "agentWorkingAfterCall");
    EXPECT_STREQ(pending_state_name(WorkMode::AutoIn), "agentReady");
    EXPECT_STREQ(pending_state_name(WorkMode::ManualIn), "agentReady");
    EXPECT_EQ(pending_state_name(WorkMode::None), nullptr);
    EXPECT_STREQ(pending_state_name(AgentMode::LogOut), "agentNull");
    EXPECT_STREQ(pending_state_name(AgentMode::NotReady), "agentNotReady");
    EXPECT_STREQ(pending_state_name(AgentMode::Ready), "agentReady");
    EXPECT_STREQ(pending_state_name(AgentMode::WorkNotReady), "agentWorkingAfterCall");
    EXPECT_EQ(pending_state_name(AgentMode::LogIn), nullptr);
    EXPECT_STREQ(pending_after_call_name(WorkMode::AuxWork), "notReady");
    EXPECT_STREQ(pending_after_call_name(WorkMode::ManualIn), "ready");
    EXPECT_EQ(pending_after_call_name(WorkMode::AfterCallWork), nullptr);
}

TEST(Names, SystemStatusWithoutAWordIsDisabled) {
    EXPECT_STREQ(status_name(csta::SystemStatus::MessagesLost), "messagesLost");
    EXPECT_STREQ(status_name(static_cast<csta::SystemStatus>(99)), "disabled");
}

TEST(Names, AvayasWordsForItsNumbers) {
    EXPECT_STREQ(work_mode_name(csta::WorkMode::AuxWork), "auxWork");
    EXPECT_STREQ(work_mode_name(csta::WorkMode::ManualIn), "manualIn");
    EXPECT_EQ(work_mode_name(csta::WorkMode::None), nullptr);
    EXPECT_STREQ(talk_state_name(csta::TalkState::OnCall), "onCall");
    EXPECT_STREQ(answer_reason_name(4), "answerMachineDetected");
    EXPECT_EQ(answer_reason_name(11), nullptr);
    EXPECT_STREQ(entered_code_type_name(17), "databaseProvided");
    EXPECT_EQ(entered_code_type_name(-1), nullptr);
    EXPECT_STREQ(progress_location_name(4), "publicRemote");
    EXPECT_STREQ(progress_description_name(8), "inband");
    EXPECT_EQ(progress_description_name(-1), nullptr);
}

}  // namespace
}  // namespace ctiengine::gateway

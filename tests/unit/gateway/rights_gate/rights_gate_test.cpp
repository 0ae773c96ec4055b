// What gets through to the switch, and what a user is told who asks for too much.
#include "gateway/rights_gate/rights_gate.hpp"

#include "tests/fakes/task_runner/task_runner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr auto kDenied = csta::UniversalFailure::PrivilegeViolationOnSpecifiedDevice;
constexpr std::uint32_t kCall = 7;

/// A switch that writes down what it is asked and under whose session.
class RecordingLink final : public TelephonyLink {
  public:
    std::vector<std::string> asked;
    std::vector<std::string> parties;              ///< of every call
    std::function<void()> when_watched = [] {};    ///< what happens while a monitor is started
    std::optional<csta::Failure> no_answer;        ///< to SnapshotCall
    std::function<void()> when_looked_at = [] {};  ///< what happens while a call is looked at
    std::optional<csta::Response> first_answer;    ///< to the command that is repeated

    Task<csta::Response> call(csta::Request request, CallContext context) override {
        if (context.repeat_only) co_return first_answer.value_or(csta::Failure{});
        const bool look = std::holds_alternative<csta::SnapshotCall>(request);
        note(look ? "look" : "request " + std::to_string(request.index()), context);
        if (!look) co_return csta::Done{};
        when_looked_at();
        if (no_answer) co_return *no_answer;
        co_return snapshot();
    }
    Task<csta::Response> watch(
        csta::MonitorObject object, std::shared_ptr<DeviceListener>, CallContext context
    ) override {
        note("watch " + to_string(object), context);
        when_watched();
        co_return csta::Done{};
    }
    Task<csta::Response> unwatch(
        csta::MonitorObject object, std::shared_ptr<DeviceListener>, CallContext context
    ) override {
        note("unwatch " + to_string(object), context);
        co_return csta::Done{};
    }
    void forget(std::shared_ptr<DeviceListener>) override { asked.push_back("forget"); }
    void open_session(std::string id, std::string, identity::Rights) override {
        asked.push_back("open " + id);
    }
    void close_session(std::string id) override { asked.push_back("close " + id); }
    void watch_system(std::shared_ptr<DeviceListener>) override { asked.push_back("watch system"); }

  private:
    void note(const std::string& what, const CallContext& context) {
        asked.push_back(
            what + (context.session_id.empty() ? " of the gateway" : "") +
            (context.command_id.empty() ? "" : ", command " + context.command_id)
        );
    }
    csta::CallSnapshot snapshot() const {
        csta::CallSnapshot call;
        for (const auto& device : parties) {
            csta::CallParty party;
            party.connection = {kCall, device};
            call.parties.push_back(party);
        }
        return call;
    }
};

class RightsGateTest : public ::testing::Test {
  protected:
    static csta::Connection leg(const std::string& device) { return {kCall, device}; }

    csta::Response ask(csta::Request request) {
        CallContext context{std::chrono::milliseconds(1000), "trace", "session", "ann", "once"};
        return runner_.run(gate_.call(std::move(request), std::move(context)));
    }
    csta::Response watch(csta::MonitorObject object) {
        CallContext context{std::chrono::milliseconds(1000), "trace", "session"};
        return runner_.run(gate_.watch(std::move(object), nullptr, std::move(context)));
    }
    static csta::UniversalFailure failure(const csta::Response& response) {
        const auto* failed = std::get_if<csta::Failure>(&response);
        return failed ? failed->value : csta::UniversalFailure{};
    }
    static bool done(const csta::Response& response) {
        return !std::holds_alternative<csta::Failure>(response);
    }

    testing::TaskRunner runner_;
    RecordingLink link_;
    identity::Rights rights_{identity::Role::Agent, {"4001"}, {"2001"}};
    std::vector<std::string> denials_;
    int agent_answers_ = 0;
    RightsGate gate_{
        link_, rights_, [this](const std::string& what) { denials_.push_back(what); },
        [this](const csta::Request&, const csta::Response&) { ++agent_answers_; }};
};

TEST_F(RightsGateTest, LetsAUserControlHisOwnTelephone) {
    EXPECT_TRUE(done(ask(csta::HoldCall{leg("4001")})));
    EXPECT_EQ(link_.asked.size(), 1U);
    EXPECT_THAT(link_.asked[0], HasSubstr(", command once"));
    EXPECT_THAT(denials_, IsEmpty());
}

TEST_F(RightsGateTest, KeepsTheRestFromTheSwitchAndTellsWhatItWas) {
    const auto response = ask(csta::HoldCall{leg("4002")});
    EXPECT_EQ(failure(response), kDenied);
    EXPECT_THAT(std::get<csta::Failure>(response).for_client, HasSubstr("may not control 4002"));
    EXPECT_THAT(link_.asked, IsEmpty());
    EXPECT_THAT(denials_, ElementsAre(HasSubstr("may not control 4002")));
}

TEST_F(RightsGateTest, AsksTheSwitchWhoIsInACallInItsOwnName) {
    link_.parties = {"4002", "4001"};
    EXPECT_TRUE(done(ask(csta::ClearCall{leg("4002")})));
    ASSERT_EQ(link_.asked.size(), 2U);
    EXPECT_EQ(link_.asked[0], "look of the gateway") << "a look is no command of the client";
    EXPECT_THAT(denials_, IsEmpty());
}

TEST_F(RightsGateTest, BelievesTheSwitchAndNotTheDeviceInTheRequest) {
    link_.parties = {"4002", "4003"};
    for (const auto& request :
         {csta::Request(csta::ClearCall{leg("4001")}), csta::Request(csta::SnapshotCall{leg("4001")}),
          csta::Request(csta::QueryUcid{leg("4001")}),
          csta::Request(csta::SingleStepConferenceCall{leg("4001"), "4001"})}) {
        link_.asked.clear();
        EXPECT_EQ(failure(ask(request)), kDenied);
        EXPECT_THAT(link_.asked, ElementsAre("look of the gateway"));
    }
    EXPECT_EQ(denials_.size(), 4U);
}

TEST_F(RightsGateTest, PassesOnWhyTheSwitchCouldNotBeAsked) {
    link_.no_answer = csta::Failure{csta::UniversalFailure::ResourceOutOfService, "no link"};
    EXPECT_EQ(failure(ask(csta::ClearCall{leg("4001")})), csta::UniversalFailure::ResourceOutOfService);
    EXPECT_THAT(link_.asked, ElementsAre("look of the gateway")) << "and nothing is done";
    EXPECT_THAT(denials_, IsEmpty()) << "nobody knows yet whether he may";
}

TEST_F(RightsGateTest, RepeatsTheFirstAnswerToACommandThatTookTheUserOutOfTheCall) {
    link_.parties = {"4002", "4003"};
    link_.first_answer = csta::Done{};
    EXPECT_TRUE(done(ask(csta::SingleStepTransferCall{leg("4001"), "4003"})));
    EXPECT_THAT(link_.asked, IsEmpty()) << "nothing is done again";
    EXPECT_THAT(denials_, IsEmpty());
    link_.first_answer = csta::Failure{csta::UniversalFailure::GenericOperation, "it failed"};
    EXPECT_EQ(failure(ask(csta::SingleStepTransferCall{leg("4001"), "4003"})), kDenied);
}

TEST_F(RightsGateTest, AsksForNoFirstAnswerOfWhatTheUserMayNotDo) {
    link_.first_answer = csta::Done{};
    EXPECT_EQ(failure(ask(csta::SingleStepTransferCall{leg("4002"), "4003"})), kDenied);
}

TEST_F(RightsGateTest, DeniesWhenTheSessionWentWhileTheSwitchWasAsked) {
    link_.parties = {"4001"};
    link_.when_looked_at = [this] { rights_ = {}; };
    EXPECT_EQ(failure(ask(csta::ClearCall{leg("4001")})), kDenied);
    EXPECT_THAT(link_.asked, ElementsAre("look of the gateway"));
}

TEST_F(RightsGateTest, LetsSupervisorsWatchWithoutAProofButNotEndCalls) {
    rights_.role = identity::Role::Supervisor;
    link_.parties = {"4002"};
    EXPECT_TRUE(done(watch(csta::at_device("4002"))));
    EXPECT_TRUE(done(watch(csta::of_call(leg("4002")))));
    EXPECT_THAT(link_.asked, ElementsAre("watch 4002", "watch call 7"));
    EXPECT_EQ(failure(ask(csta::ClearCall{leg("4002")})), kDenied);
}

TEST_F(RightsGateTest, DoesNotMonitorWhatTheUserMayNotWatch) {
    EXPECT_EQ(failure(watch(csta::at_device("4002"))), kDenied);
    EXPECT_EQ(failure(watch(csta::via_device("4001"))), kDenied) << "it follows calls that have left him";
    EXPECT_EQ(failure(watch(csta::routeing("4900"))), kDenied);
    EXPECT_EQ(failure(watch(csta::routeing(""))), kDenied);
    EXPECT_THAT(link_.asked, IsEmpty());
    link_.parties = {"4002"};
    EXPECT_EQ(failure(watch(csta::of_call(leg("4001")))), kDenied);
    EXPECT_THAT(link_.asked, ElementsAre("look of the gateway"));
}

TEST_F(RightsGateTest, LooksAgainWhenTheMonitorOfACallIsThere) {
    link_.parties = {"4001", "4002"};
    EXPECT_TRUE(done(watch(csta::of_call(leg("4001")))));
    EXPECT_THAT(link_.asked, ElementsAre("look of the gateway", "watch call 7", "look of the gateway"));
}

TEST_F(RightsGateTest, EndsTheMonitorOfACallThatTheUserLeftMeanwhile) {
    link_.parties = {"4001", "4002"};
    link_.when_watched = [this] { link_.parties = {"4002"}; };
    EXPECT_EQ(failure(watch(csta::of_call(leg("4001")))), kDenied);
    EXPECT_THAT(
        link_.asked,
        ElementsAre("look of the gateway", "watch call 7", "look of the gateway", "unwatch call 7")
    );
}

TEST_F(RightsGateTest, EndsAMonitorWhoseRightWentMeanwhile) {
    link_.when_watched = [this] { rights_.devices.clear(); };
    EXPECT_EQ(failure(watch(csta::at_device("4001"))), kDenied);
    EXPECT_THAT(link_.asked, ElementsAre("watch 4001", "unwatch 4001"));
}

TEST_F(RightsGateTest, TellsOfAnswersAboutAgentsThatTheSwitchGave) {
    csta::SetAgentState log_in;
    log_in.device = "4001";
    log_in.agent_id = "2001";
    EXPECT_TRUE(done(ask(log_in)));
    EXPECT_EQ(agent_answers_, 1);
    log_in.agent_id = "2002";
    EXPECT_EQ(failure(ask(log_in)), kDenied);
    EXPECT_EQ(agent_answers_, 1) << "a denial is no answer of the switch";
}

TEST_F(RightsGateTest, HandsOnWhatNeedsNoRight) {
    gate_.open_session("s", "ann", rights_);
    gate_.watch_system(nullptr);
    runner_.run(gate_.unwatch(csta::at_device("4002"), nullptr, CallContext{}));
    gate_.forget(nullptr);
    gate_.close_session("s");
    EXPECT_THAT(
        link_.asked, ElementsAre("open s", "watch system", "unwatch 4002 of the gateway", "forget", "close s")
    );
}

}  // namespace
}  // namespace ctiengine::gateway

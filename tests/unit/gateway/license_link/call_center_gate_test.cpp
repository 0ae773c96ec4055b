#include "gateway/license_link/call_center_gate.hpp"

#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/unit/gateway/session/fake_license_gate.hpp"
#include "tests/unit/gateway/session/fake_link.hpp"

#include <gmock/gmock.h>

namespace ctiengine::gateway {
namespace {

using ::testing::HasSubstr;

class CallCenterGateTest : public ::testing::Test {
  protected:
    csta::Response ask(csta::Request request) { return runner_.run(gate_.call(std::move(request), {})); }
    static csta::SetAgentState agent(csta::AgentMode mode) {
        csta::SetAgentState request;
        request.device = "4001";
        request.mode = mode;
        return request;
    }

    testing::TaskRunner runner_;
    FakeLink link_;
    FakeLicenseGate licenses_;
    CallCenterGate gate_{link_, licenses_};
};

TEST_F(CallCenterGateTest, WithTheFlagEverythingReachesTheSwitch) {
    EXPECT_TRUE(std::holds_alternative<csta::Done>(ask(agent(csta::AgentMode::LogIn))));
}

TEST_F(CallCenterGateTest, WithoutItAcdServicesAreRefusedInWords) {
    licenses_.has_call_center = false;
    for (const auto& request :
         {csta::Request(agent(csta::AgentMode::LogIn)), csta::Request(agent(csta::AgentMode::NotReady)),
          csta::Request(agent(csta::AgentMode::Ready)), csta::Request(agent(csta::AgentMode::WorkNotReady)),
          csta::Request(agent(csta::AgentMode::WorkReady)), csta::Request(csta::QueryAgentState{"4001", {}}),
          csta::Request(csta::QueryAgentLogin{}), csta::Request(csta::QueryAcdSplit{})}) {
        const auto response = ask(request);
        const auto* failure = std::get_if<csta::Failure>(&response);
        ASSERT_TRUE(failure) << request.index();
        EXPECT_EQ(failure->value, csta::UniversalFailure::SubscribedResourceAvailability);
        EXPECT_THAT(failure->for_client, HasSubstr("no call center"));
    }
}

TEST_F(CallCenterGateTest, WithoutItCallsGoOnAndAgentsMayLogOut) {
    licenses_.has_call_center = false;
    EXPECT_TRUE(std::holds_alternative<csta::Done>(ask(csta::MakeCall{"4001", "4002", {}, "", false})));
    EXPECT_TRUE(std::holds_alternative<csta::Done>(ask(agent(csta::AgentMode::LogOut))));
}

}  // namespace
}  // namespace ctiengine::gateway

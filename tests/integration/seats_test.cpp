// What users notice of the licence: the real gateway with a licence host in this process, so that the licence
// can change at once. The licence service itself is tested in license_test.
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/metrics_page.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using Names = std::set<std::string>;

/// The password, 1234, is written in hexadecimal.
std::string set_agent_state(const std::string& device, const std::string& state) {
    return csta(
        "SetAgentState", "<device>" + device + "</device><requestedAgentState>" + state +
                             "</requestedAgentState><agentID>2001</agentID><password>31323334</password>"
    );
}

/// Asks until the answer is of this kind: the gateway hears of a change of the licence a moment later.
bool answers(Softphone& phone, const std::string& request, const std::string& root) {
    const auto end = std::chrono::steady_clock::now() + 10s * patience();
    while (phone.request(request).root() != root) {
        if (std::chrono::steady_clock::now() > end) return false;
    }
    return true;
}

void expect_in_use(EngineUnderTest& engine, const Names& users) {
    const auto end = std::chrono::steady_clock::now() + 10s * patience();
    while (engine.licences().in_use() != users && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
    EXPECT_EQ(engine.licences().in_use(), users);
}

TEST(Seats, OneMoreUserThanLicensedIsToldSoUntilSomebodyLeaves) {
    EngineUnderTest engine("seats", {{"METRICSADDRESS", "127.0.0.1:0"}});
    engine.licences().set({2, true});
    engine.start_all();
    Softphone ann(engine.port());
    Softphone ben(engine.port());
    Softphone eve(engine.port());
    ann.log_in("4001");
    ben.log_in("4002");
    try {
        eve.log_in("4003");
        FAIL() << "a third of two users";
    } catch (const std::runtime_error& refused) {
        EXPECT_THAT(refused.what(), HasSubstr("maxNumberSessions"));
        EXPECT_THAT(
            refused.what(), HasSubstr("2 users are logged in and 2 are licensed; try again when somebody")
        );
    }
    EXPECT_EQ(rejected(engine.gateway(), "seat"), 1.0);
    Softphone second_page(engine.port());
    second_page.start_session("user4001");
    ann.stop_session();
    second_page.stop_session();
    expect_in_use(engine, {"user4002"});
    eve.log_in("4003");
    expect_in_use(engine, {"user4002", "user4003"});
    engine.stop_all();
}

TEST(Seats, WithoutTheCallCenterFlagOnlyTheAcdIsRefused) {
    EngineUnderTest engine("no-call-center", {}, "demo.json");
    engine.start_all();
    Softphone agent(engine.port());
    agent.log_in("4001");
    EXPECT_EQ(agent.request(set_agent_state("4001", "loggedOn")).root(), "SetAgentStateResponse");
    engine.licences().set({10, false});
    const auto not_ready = set_agent_state("4001", "notReady");
    ASSERT_TRUE(answers(agent, not_ready, "CSTAErrorCode"));
    const auto refused = agent.request(not_ready);
    EXPECT_THAT(refused.text, HasSubstr("subscribedResourceAvailability"));
    EXPECT_THAT(refused.text, HasSubstr("no call center"));
    const auto made = agent.make_call("4002");
    EXPECT_EQ(made.root(), "MakeCallResponse") << "calls go on";
    EXPECT_EQ(agent.clear_connection(made.at("callingDevice/callID")).root(), "ClearConnectionResponse");
    EXPECT_EQ(agent.request(set_agent_state("4001", "loggedOff")).root(), "SetAgentStateResponse")
        << "nobody is kept logged in";
    engine.licences().set({10, true});
    EXPECT_TRUE(answers(agent, set_agent_state("4001", "loggedOn"), "SetAgentStateResponse"));
    engine.stop_all();
}

TEST(Seats, AUserWhoseSocketBreaksFindsHisSeatAgain) {
    EngineUnderTest engine("linger", {{"SEATLINGER", "60"}});
    engine.licences().set({1, true});
    engine.start_all();
    {
        Softphone ann(engine.port());
        ann.log_in("4001");
        ann.socket().cut(true);
    }
    expect_in_use(engine, {"user4001"});
    Softphone eve(engine.port());
    EXPECT_THROW(eve.log_in("4002"), std::runtime_error) << "the seat is kept for its user";
    Softphone again(engine.port());
    again.log_in("4001");
    engine.stop_all();
    EXPECT_EQ(engine.licences().in_use(), Names{}) << "a gateway that stops gives everything back";
}

}  // namespace
}  // namespace ctiengine::tests

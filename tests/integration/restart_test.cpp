// Processes that start in the wrong order, die in mid-call and come back: nothing crashes, each says what it
// waits for, and all of it works again without a restart of the others.
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

std::string status_of(Softphone& phone) {
    return phone.request(csta("RequestSystemStatus")).at("systemStatus");
}

void wait_status(Softphone& phone, const std::string& status) {
    auto deadline = std::chrono::steady_clock::now() + 30s * patience();
    while (status_of(phone) != status) {
        if (std::chrono::steady_clock::now() > deadline)
            FAIL() << "the system status never became " << status;
    }
}

std::string monitor_error(Softphone& phone) {
    auto answer =
        phone.request(csta("MonitorStart", "<monitorObject><deviceObject>4001</deviceObject></monitorObject>")
        );
    return answer.at("systemResourceAvailibility");
}

/// A call between both, answered; returns its ID.
std::string connect(Softphone& caller, Softphone& callee) {
    auto call = caller.make_call(callee.extension()).at("callingDevice/callID");
    callee.event("DeliveredEvent", [&](const Received& event) {
        return event.at("connection/callID") == call;
    });
    EXPECT_EQ(callee.answer_call(call).root(), "AnswerCallResponse");
    caller.event("EstablishedEvent", [&](const Received& event) {
        return event.at("establishedConnection/callID") == call;
    });
    callee.pump_until([&] {
        return callee.calls() == std::map<std::string, std::string>{{call, "connected"}};
    });
    return call;
}

void expect_a_call_works(Softphone& caller, Softphone& callee) {
    auto call = connect(caller, callee);
    caller.clear_connection(call);
    caller.pump_until([&] { return caller.calls().empty(); });
    callee.pump_until([&] { return callee.calls().empty(); });
}

TEST(Restart, TheWorkerMayStartBeforeTheSwitch) {
    EngineUnderTest engine("worker-first");
    engine.start_worker();
    engine.start_gateway();
    Softphone phone(engine.port());
    phone.start_session("early");
    wait_status(phone, "disabled");
    EXPECT_EQ(monitor_error(phone), "resourceOutOfService");
    EXPECT_THAT(engine.worker().output(), HasSubstr("AVAYA#CM1#CSTA#AESSIM1"))
        << "it names what it waits for";
    engine.start_switch();
    engine.wait_link_up();
    wait_status(phone, "normal");
    EXPECT_EQ(monitor_error(phone), "");
    engine.stop_all();
}

TEST(Restart, TheGatewayMayStartBeforeTheWorker) {
    EngineUnderTest engine("gateway-first");
    engine.start_switch();
    engine.start_gateway();
    Softphone phone(engine.port());
    phone.start_session("early");
    EXPECT_EQ(status_of(phone), "disabled");
    EXPECT_EQ(monitor_error(phone), "resourceOutOfService");
    EXPECT_THAT(engine.gateway().output(), HasSubstr("waiting for the worker at unix:"));
    engine.start_worker();
    engine.wait_link_up();
    wait_status(phone, "normal");
    EXPECT_EQ(monitor_error(phone), "");
    engine.stop_all();
}

TEST(Restart, ASwitchThatDiesInMidCallEndsTheCallAndComesBack) {
    EngineUnderTest engine("switch-killed");
    engine.start_all();
    Softphone caller(engine.port());
    Softphone callee(engine.port());
    caller.log_in("4001");
    callee.log_in("4002");
    caller.request(csta("SystemRegister", "<requestTypes><systemStatus>true</systemStatus></requestTypes>"));
    connect(caller, callee);
    engine.worker().forget_output();
    engine.switch_sim().kill();
    EXPECT_EQ(caller.event("SystemStatus").at("systemStatus"), "disabled");
    auto refused = caller.make_call("4002");
    EXPECT_EQ(refused.at("systemResourceAvailibility"), "resourceOutOfService") << refused.text;
    engine.start_switch();
    engine.wait_link_up();
    caller.pump_until([&] { return caller.calls().empty(); }, 30s);
    callee.pump_until([&] { return callee.calls().empty(); }, 30s);
    wait_status(caller, "normal");
    expect_a_call_works(caller, callee);
    engine.stop_all();
}

TEST(Restart, ACallOutlivesTheWorker) {
    EngineUnderTest engine("worker-killed");
    engine.start_all();
    Softphone caller(engine.port());
    Softphone callee(engine.port());
    caller.log_in("4001");
    callee.log_in("4002");
    auto call = connect(caller, callee);
    engine.worker().kill();
    wait_status(caller, "disabled");
    engine.ctisim({"hold", "--device", "4002"});  // somebody at the telephone while nobody watches
    engine.start_worker();
    engine.wait_link_up();
    callee.pump_until(
        [&] {
            return callee.calls() == std::map<std::string, std::string>{{call, "hold"}};
        },
        30s
    );
    EXPECT_EQ(callee.retrieve(call).root(), "RetrieveCallResponse");
    caller.clear_connection(call);
    callee.pump_until([&] { return callee.calls().empty(); });
    expect_a_call_works(caller, callee);
    engine.stop_all();
}

TEST(Restart, ClientsFindTheirCallAgainAfterTheGateway) {
    EngineUnderTest engine("gateway-killed");
    engine.start_all();
    std::string call;
    {
        Softphone caller(engine.port());
        Softphone callee(engine.port());
        caller.log_in("4001");
        callee.log_in("4002");
        call = connect(caller, callee);
        engine.gateway().kill();
        EXPECT_EQ(caller.socket().wait_closed(), 1006);
    }
    engine.start_gateway();
    Softphone again(engine.port());
    again.log_in("4001");
    auto snapshot = again.request(csta("SnapshotDevice", "<snapshotObject>4001</snapshotObject>"));
    EXPECT_THAT(snapshot.text, HasSubstr("<callID>" + call + "</callID>"));
    EXPECT_EQ(again.clear_connection(call).root(), "ClearConnectionResponse");
    engine.stop_all();
}

TEST(Restart, AStopWithCallsAndSessionsIsClean) {
    EngineUnderTest engine("clean-stop");
    engine.start_all();
    Softphone caller(engine.port());
    Softphone callee(engine.port());
    caller.log_in("4001");
    callee.log_in("4002");
    connect(caller, callee);
    auto stopping = std::async(std::launch::async, [&] { engine.stop_all(); });
    EXPECT_EQ(caller.socket().wait_closed(), 1012);
    stopping.get();
}

}  // namespace
}  // namespace ctiengine::tests

#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using State = csta::ConnectionState;
using testing::ElementsAre;
using testing::IsEmpty;

/// Monitors of calls, and outages of the switch behind a stream that stays open.
class TelephonyObjectsTest : public TelephonyTest {
  protected:
    TelephonyObjectsTest() { begin(); }

    void watch(const csta::MonitorObject& object, std::int32_t cross_ref_id) {
        ask(csta::MonitorStart{object});
        port.input(MonitorConfirmed{port.take("monitor " + to_string(object)), cross_ref_id});
        EXPECT_EQ(answered(), Names{"done"});
    }
    void status(csta::SystemStatus status) { port.input(SystemStatusReported{status}); }

    csta::MonitorObject call_17 = csta::of_call(leg(17, "4001"));
    csta::MonitorObject vdn = csta::via_device("5001");
};

TEST_F(TelephonyObjectsTest, ADeviceAndTheCallsViaItHaveMonitorsOfTheirOwn) {
    watch(csta::at_device("5001"), 7);
    watch(vdn, 8);
    call_event(8, csta::ServiceInitiated{leg(1, "4001")}, State::None);
    EXPECT_THAT(news(), ElementsAre("calls via 5001 initiated 1"));
}

TEST_F(TelephonyObjectsTest, ACallMonitorEndsWithItsCall) {
    watch(call_17, 9);
    port.input(Monitored{9, csta::MonitorEnded{}});
    EXPECT_THAT(news(), ElementsAre("call 17 monitor ended"));
    EXPECT_THAT(telephony.monitors().entries(), IsEmpty());
}

TEST_F(TelephonyObjectsTest, CallsViaADeviceAreMonitoredAgainWithoutAComparison) {
    watch(vdn, 8);
    link_lost();
    pass(1min);
    link_up();
    port.input(MonitorConfirmed{port.take("monitor calls via 5001"), 1});
    EXPECT_THAT(port.waiting(), IsEmpty());
}

TEST_F(TelephonyObjectsTest, ACallThatIsStillThereIsMonitoredAgain) {
    watch(call_17, 9);
    link_lost();
    pass(1min);
    link_up();
    csta::CallSnapshot there;
    there.parties.emplace_back();
    confirm(port.take("snapshot call 17"), there);
    const auto asked = port.take("monitor call 17");
    news();
    port.input(MonitorConfirmed{asked, 10});
    call_event(10, csta::ServiceInitiated{leg(17, "4001")}, State::None);
    EXPECT_THAT(news(), ElementsAre("call 17 synthetic monitor resumed", "call 17 initiated 17"));
}

TEST_F(TelephonyObjectsTest, ACallMonitorThatOutlivesAnOutageIsToldAsResumed) {
    watch(call_17, 9);
    status(csta::SystemStatus::Disabled);
    news();
    status(csta::SystemStatus::Normal);
    EXPECT_THAT(news(), ElementsAre("system status 2", "call 17 synthetic monitor resumed"));
}

TEST_F(TelephonyObjectsTest, ACallThatIsGoneEndsItsMonitor) {
    watch(call_17, 9);
    link_lost();
    pass(1min);
    link_up();
    news();
    csta::Failure gone{csta::UniversalFailure::InvalidConnectionIdentifier, ""};
    confirm(port.take("snapshot call 17"), gone);
    EXPECT_THAT(news(), ElementsAre("call 17 synthetic monitor ended"));
}

TEST_F(TelephonyObjectsTest, AnOutageOfTheSwitchEndsNoMonitorForGood) {
    monitor("4001", 7);
    status(csta::SystemStatus::Disabled);
    port.input(Monitored{7, csta::MonitorEnded{csta::EventCause::ResourcesNotAvailable}});
    EXPECT_THAT(news(), ElementsAre("system status 4"));
    status(csta::SystemStatus::Normal);
    confirm_monitor("4001", 11);
    confirm(port.take("snapshot 4001"), snapshot_of("4001", {{66, State::Alerting}}));
    EXPECT_THAT(news(), ElementsAre("system status 2", "4001 synthetic delivered 66"));
}

TEST_F(TelephonyObjectsTest, AMonitorThatCannotComeBackIsToldToHaveEnded) {
    monitor("4001", 7);
    status(csta::SystemStatus::Disabled);
    port.input(Monitored{7, csta::MonitorEnded{}});
    status(csta::SystemStatus::Normal);
    news();
    csta::Failure unknown{csta::UniversalFailure::InvalidDeviceIdentifier, ""};
    confirm(port.take("monitor 4001"), unknown);
    EXPECT_THAT(news(), ElementsAre("4001 synthetic monitor ended"));
}

TEST_F(TelephonyObjectsTest, AMonitorThatOutlivesAnOutageIsCompared) {
    monitor("4001", 7);
    connect_call("4001", 7, 55);
    status(csta::SystemStatus::Disabled);
    status(csta::SystemStatus::Enabled);
    news();
    confirm(port.take("snapshot 4001"), csta::DeviceSnapshot{});
    EXPECT_THAT(news(), ElementsAre("4001 synthetic cleared 55"));
}

TEST_F(TelephonyObjectsTest, WhatAClientSawInItsSnapshotIsKnown) {
    monitor("4001", 7);
    ask(csta::SnapshotDevice{"4001"});
    confirm(port.take("snapshot 4001"), snapshot_of("4001", {{55, State::Connected}}));
    EXPECT_THAT(news(), IsEmpty());
    status(csta::SystemStatus::Disabled);
    status(csta::SystemStatus::Enabled);
    news();
    confirm(port.take("snapshot 4001"), csta::DeviceSnapshot{});
    EXPECT_THAT(news(), ElementsAre("4001 synthetic cleared 55"));
}

TEST_F(TelephonyObjectsTest, TheStatusIsAskedAgainWhenTheSwitchDoesNotTellIt) {
    link_lost();
    pass(1min);
    port.input(StreamOpened{"AES", "9"});
    csta::Failure busy{csta::UniversalFailure::GenericOperation, ""};
    confirm(port.take("system status"), busy);
    EXPECT_EQ(telephony.status().system_status, csta::SystemStatus::Disabled);
    pass(5s);
    confirm(port.take("system status"), csta::SystemStatusAnswer{csta::SystemStatus::Enabled});
    EXPECT_EQ(telephony.status().system_status, csta::SystemStatus::Enabled);
}

}  // namespace
}  // namespace ctiengine::telephony

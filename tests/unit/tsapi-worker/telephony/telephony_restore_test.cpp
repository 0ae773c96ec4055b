#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using State = csta::ConnectionState;
using testing::ElementsAre;
using testing::IsEmpty;

/// 4001 is monitored and the link comes back after a loss.
class TelephonyRestoreTest : public TelephonyTest {
  protected:
    TelephonyRestoreTest() {
        begin();
        monitor("4001", 7);
        news();
    }
    void lose_and_regain() {
        link_lost();
        pass(1min);
        port.sent.clear();
        link_up();
        EXPECT_THAT(news(), ElementsAre("system status 4", "system status 2"));
    }
    void restore(csta::Response snapshot) {
        confirm_monitor("4001", 1);
        confirm(port.take("snapshot 4001"), std::move(snapshot));
    }
};

TEST_F(TelephonyRestoreTest, MonitorsAgainAndTakesEventsUnderTheNewNumber) {
    lose_and_regain();
    restore(csta::DeviceSnapshot{});
    EXPECT_THAT(news(), IsEmpty()) << "nothing changed";
    call_event(7, csta::ServiceInitiated{leg(1, "4001")}, State::Initiated);
    EXPECT_THAT(news(), IsEmpty()) << "a number of the lost link";
    call_event(1, csta::ServiceInitiated{leg(1, "4001")}, State::Initiated);
    EXPECT_THAT(news(), ElementsAre("4001 initiated 1"));
}

TEST_F(TelephonyRestoreTest, ACallThatEndedMeanwhileIsTold) {
    connect_call("4001", 7, 55);
    lose_and_regain();
    restore(csta::DeviceSnapshot{});
    EXPECT_THAT(news(), ElementsAre("4001 synthetic cleared 55"));
}

TEST_F(TelephonyRestoreTest, AChangedStateIsTold) {
    connect_call("4001", 7, 55);
    lose_and_regain();
    restore(snapshot_of("4001", {{55, State::Hold}}));
    EXPECT_THAT(news(), ElementsAre("4001 synthetic held 55"));
}

TEST_F(TelephonyRestoreTest, ANewCallIsTold) {
    lose_and_regain();
    restore(snapshot_of("4001", {{66, State::Alerting}, {67, State::Connected}}));
    EXPECT_THAT(news(), ElementsAre("4001 synthetic delivered 66", "4001 synthetic established 67"));
}

TEST_F(TelephonyRestoreTest, ACallThatIsAsItWasMakesNoEvent) {
    connect_call("4001", 7, 55);
    lose_and_regain();
    restore(snapshot_of("4001", {{55, State::Connected}}));
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(TelephonyRestoreTest, AnEventBeforeTheSnapshotIsNotToldTwice) {
    lose_and_regain();
    confirm_monitor("4001", 1);
    csta::Delivered ringing;
    ringing.connection = leg(66, "4001");
    call_event(1, ringing, State::Alerting);
    confirm(port.take("snapshot 4001"), snapshot_of("4001", {{66, State::Alerting}}));
    EXPECT_THAT(news(), ElementsAre("4001 delivered 66"));
}

TEST_F(TelephonyRestoreTest, AMonitorThatIsRefusedNowIsToldAsEnded) {
    lose_and_regain();
    csta::Failure refused{csta::UniversalFailure::InvalidDeviceIdentifier, ""};
    confirm(port.take("monitor 4001"), refused);
    EXPECT_THAT(news(), ElementsAre("4001 synthetic monitor ended"));
    EXPECT_TRUE(telephony.monitors().entries().empty());
}

TEST_F(TelephonyRestoreTest, ALinkLostAgainInTheMiddleIsRestoredTheNextTime) {
    connect_call("4001", 7, 55);
    lose_and_regain();
    lose_and_regain();
    restore(csta::DeviceSnapshot{});
    EXPECT_THAT(news(), ElementsAre("4001 synthetic cleared 55"));
}

TEST_F(TelephonyRestoreTest, ASnapshotThatIsRefusedLeavesTheViewAsItWas) {
    connect_call("4001", 7, 55);
    lose_and_regain();
    restore(csta::Failure{csta::UniversalFailure::GenericOperation, ""});
    EXPECT_THAT(news(), IsEmpty());
    EXPECT_EQ(telephony.monitors().entries().at(csta::at_device("4001")).view.calls().size(), 1U);
}

TEST_F(TelephonyRestoreTest, AMonitorThatNobodyWatchesAnyMoreIsNotRestored) {
    ask(csta::MonitorStop{csta::at_device("4001")});
    lose_and_regain();
    EXPECT_THAT(port.waiting(), IsEmpty());
}

TEST_F(TelephonyRestoreTest, AMonitorThatWasStartingWhenTheLinkBrokeFails) {
    ask(csta::MonitorStart{csta::at_device("4002")});
    link_lost();
    EXPECT_THAT(answered(), ElementsAre("failure 34"));
    EXPECT_FALSE(telephony.monitors().entries().contains(csta::at_device("4002")));
}

TEST_F(TelephonyRestoreTest, AGatewayThatJoinsMeanwhileDoesNotHideTheComparison) {
    lose_and_regain();
    ask(csta::MonitorStart{csta::at_device("4001")}, 10s, "g2");
    restore(snapshot_of("4001", {{66, State::Alerting}}));
    EXPECT_THAT(answered(), ElementsAre("done"));
    EXPECT_THAT(news(), ElementsAre("4001 synthetic delivered 66"));
}

TEST_F(TelephonyRestoreTest, AGatewayThatJoinsMeanwhileDoesNotHideTheEnd) {
    lose_and_regain();
    ask(csta::MonitorStart{csta::at_device("4001")}, 10s, "g2");
    csta::Failure refused{csta::UniversalFailure::InvalidDeviceIdentifier, ""};
    confirm(port.take("monitor 4001"), refused);
    EXPECT_THAT(answered(), ElementsAre("failure 12"));
    EXPECT_THAT(news(), ElementsAre("4001 synthetic monitor ended"));
}

TEST_F(TelephonyRestoreTest, AGatewayThatJoinsBeforeAnotherLossFailsAndTheMonitorIsKept) {
    connect_call("4001", 7, 55);
    lose_and_regain();
    ask(csta::MonitorStart{csta::at_device("4001")}, 10s, "g2");
    lose_and_regain();
    EXPECT_THAT(answered(), ElementsAre("failure 34"));
    restore(csta::DeviceSnapshot{});
    EXPECT_THAT(news(), ElementsAre("4001 synthetic cleared 55"));
    EXPECT_EQ(
        telephony.monitors().entries().at(csta::at_device("4001")).watchers, std::set<std::string>{"g1"}
    );
}

}  // namespace
}  // namespace ctiengine::telephony

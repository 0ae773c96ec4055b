#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class TelephonyMonitorsTest : public TelephonyTest {
  protected:
    TelephonyMonitorsTest() { begin(); }
};

TEST_F(TelephonyMonitorsTest, ADeviceIsMonitoredOnceForAllGateways) {
    monitor("4001", 7, "g1");
    ask(csta::MonitorStart{csta::at_device("4001")}, 10s, "g2");
    EXPECT_THAT(answered(), ElementsAre("done"));
    EXPECT_THAT(port.waiting(), IsEmpty());
    EXPECT_EQ(telephony.monitors().entries().at(csta::at_device("4001")).watchers.size(), 2U);
}

TEST_F(TelephonyMonitorsTest, WhoAsksWhileItStartsGetsTheSameAnswer) {
    ask(csta::MonitorStart{csta::at_device("4001")}, 10s, "g1");
    ask(csta::MonitorStart{csta::at_device("4001")}, 10s, "g2");
    EXPECT_THAT(port.waiting(), ElementsAre("monitor 4001"));
    EXPECT_THAT(answered(), IsEmpty());
    confirm_monitor("4001", 7);
    EXPECT_THAT(answered(), ElementsAre("done", "done"));
}

TEST_F(TelephonyMonitorsTest, ARefusalReachesAllWhoAskedAndTheNextOneTriesAgain) {
    ask(csta::MonitorStart{csta::at_device("9999")}, 10s, "g1");
    ask(csta::MonitorStart{csta::at_device("9999")}, 10s, "g2");
    csta::Failure refused{csta::UniversalFailure::InvalidDeviceIdentifier, ""};
    confirm(port.take("monitor 9999"), refused);
    EXPECT_THAT(answered(), ElementsAre("failure 12", "failure 12"));
    EXPECT_TRUE(telephony.monitors().entries().empty());
    ask(csta::MonitorStart{csta::at_device("9999")});
    EXPECT_THAT(port.waiting(), ElementsAre("monitor 9999"));
}

TEST_F(TelephonyMonitorsTest, AStartThatIsNotAnsweredTimesOut) {
    ask(csta::MonitorStart{csta::at_device("4001")}, 1s);
    pass(1s);
    EXPECT_THAT(answered(), ElementsAre("failure 78"));
    EXPECT_TRUE(telephony.monitors().entries().empty());
}

TEST_F(TelephonyMonitorsTest, EndsAfterALingerWhenTheLastWatcherGoes) {
    monitor("4001", 7, "g1");
    ask(csta::MonitorStart{csta::at_device("4001")}, 10s, "g2");
    ask(csta::MonitorStop{csta::at_device("4001")}, 10s, "g1");
    EXPECT_THAT(answered(), ElementsAre("done", "done"));
    pass(1h);
    EXPECT_THAT(port.waiting(), IsEmpty()) << "g2 still watches";
    ask(csta::MonitorStop{csta::at_device("4001")}, 10s, "g2");
    pass(29999ms);
    EXPECT_THAT(port.waiting(), IsEmpty());
    pass(1ms);
    EXPECT_THAT(port.waiting(), ElementsAre("stop monitor 7"));
}

TEST_F(TelephonyMonitorsTest, LivesOnWhenSomebodyComesBackInTheLinger) {
    monitor("4001", 7);
    ask(csta::MonitorStop{csta::at_device("4001")});
    pass(29s);
    ask(csta::MonitorStart{csta::at_device("4001")});
    EXPECT_THAT(answered(), ElementsAre("done", "done"));
    pass(1h);
    EXPECT_THAT(port.waiting(), IsEmpty());
}

TEST_F(TelephonyMonitorsTest, StoppingWhatOneDoesNotWatchIsHarmless) {
    monitor("4001", 7, "g1");
    ask(csta::MonitorStop{csta::at_device("4001")}, 10s, "g2");
    ask(csta::MonitorStop{csta::at_device("4711")}, 10s, "g2");
    EXPECT_THAT(answered(), ElementsAre("done", "done"));
    pass(1h);
    EXPECT_THAT(port.waiting(), IsEmpty());
}

TEST_F(TelephonyMonitorsTest, AGatewayThatStaysAwayLosesItsWatches) {
    telephony.gateway_attached("g1");
    monitor("4001", 7, "g1");
    telephony.gateway_detached("g1");
    pass(29999ms);
    EXPECT_THAT(port.waiting(), IsEmpty());
    pass(1ms);
    EXPECT_THAT(port.waiting(), ElementsAre("stop monitor 7")) << "one linger, not two";
}

TEST_F(TelephonyMonitorsTest, AGatewayThatComesBackKeepsItsWatches) {
    telephony.gateway_attached("g1");
    monitor("4001", 7, "g1");
    telephony.gateway_detached("g1");
    pass(29s);
    telephony.gateway_attached("g1");
    pass(1h);
    EXPECT_THAT(port.waiting(), IsEmpty());
}

TEST_F(TelephonyMonitorsTest, AnEventAfterTheStopIsDropped) {
    monitor("4001", 7);
    ask(csta::MonitorStop{csta::at_device("4001")});
    pass(30s);
    call_event(7, csta::ServiceInitiated{leg(1, "4001")}, csta::ConnectionState::Initiated);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(TelephonyMonitorsTest, OneThatStartsAfterItsTimeOutIsStoppedAgain) {
    ask(csta::MonitorStart{csta::at_device("4001")}, 1s);
    auto invoke_id = port.take("monitor 4001");
    pass(1s);
    port.input(MonitorConfirmed{invoke_id, 7});
    EXPECT_THAT(port.waiting(), ElementsAre("stop monitor 7"));
    EXPECT_EQ(telephony.status().late_answers, 1U);
}

TEST_F(TelephonyMonitorsTest, WhoJoinsWithAShorterDeadlineTimesOutAlone) {
    ask(csta::MonitorStart{csta::at_device("4001")}, 10s, "g1");
    ask(csta::MonitorStart{csta::at_device("4001")}, 1s, "g2");
    pass(1s);
    EXPECT_THAT(answered(), ElementsAre("failure 78"));
    confirm_monitor("4001", 7);
    EXPECT_THAT(answered(), ElementsAre("done"));
    EXPECT_FALSE(telephony.monitors().entries().at(csta::at_device("4001")).watchers.contains("g2"));
}

TEST_F(TelephonyMonitorsTest, AGatewayLearnsWhetherItsWatchesWereKept) {
    EXPECT_FALSE(telephony.gateway_attached("g1")) << "new";
    telephony.gateway_detached("g1");
    pass(29s);
    EXPECT_TRUE(telephony.gateway_attached("g1"));
    telephony.gateway_detached("g1");
    pass(30s);
    EXPECT_FALSE(telephony.gateway_attached("g1")) << "away for too long";
}

}  // namespace
}  // namespace ctiengine::telephony

#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class TelephonyEventsTest : public TelephonyTest {
  protected:
    TelephonyEventsTest() {
        begin();
        monitor("4001", 7);
        monitor("4002", 8);
        news();
    }
};

TEST_F(TelephonyEventsTest, GoToTheJournalInOrderUnderTheirDevice) {
    call_event(7, csta::ServiceInitiated{leg(1, "4001")}, csta::ConnectionState::Initiated);
    csta::Delivered ringing;
    ringing.connection = leg(1, "4002");
    call_event(8, ringing, csta::ConnectionState::Alerting);
    EXPECT_THAT(news(), ElementsAre("4001 initiated 1", "4002 delivered 1"));
    auto kept = journal.after(journal.last_seq() - 2).value();
    EXPECT_EQ(kept[0]->object.device, "4001");
    EXPECT_EQ(kept[1]->seq, kept[0]->seq + 1);
    EXPECT_FALSE(kept[1]->synthetic);
}

TEST_F(TelephonyEventsTest, OfAnUnknownMonitorAreDropped) {
    call_event(99, csta::ServiceInitiated{leg(1, "4001")}, csta::ConnectionState::Initiated);
    EXPECT_THAT(news(), IsEmpty());
}

TEST_F(TelephonyEventsTest, AMonitorThatTheSwitchEndsIsToldAndCanBeStartedAnew) {
    port.input(Monitored{7, csta::MonitorEnded{csta::EventCause::None}});
    EXPECT_THAT(news(), ElementsAre("4001 monitor ended"));
    EXPECT_FALSE(telephony.monitors().entries().contains(csta::at_device("4001")));
    ask(csta::MonitorStart{csta::at_device("4001")});
    EXPECT_THAT(port.waiting(), ElementsAre("monitor 4001"));
}

TEST_F(TelephonyEventsTest, ARealAgentEventIsToldOnce) {
    csta::AgentEvent on;
    on.kind = csta::AgentEvent::Kind::LoggedOn;
    on.agent_id = "1001";
    port.input(Monitored{7, on});
    port.input(Monitored{7, on});
    EXPECT_THAT(news(), ElementsAre("4001 logged on 1001"));
}

}  // namespace
}  // namespace ctiengine::telephony

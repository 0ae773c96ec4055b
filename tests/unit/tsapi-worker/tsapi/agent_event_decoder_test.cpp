#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

namespace ctiengine::tsapi {
namespace {

using Kind = csta::AgentEvent::Kind;
using test::c_device;

TEST(AgentEventDecoder, ReadsALogInWithItsWorkModeAndWithoutItsPassword) {
    CSTAUnsolicitedEvent event{};
    event.u.loggedOn.agentDevice = c_device("4001");
    test::put(event.u.loggedOn.agentID, "2001");
    test::put(event.u.loggedOn.agentGroup, "500");
    PrivateContent content;
    content.logged_on_work_mode = csta::WorkMode::AuxWork;
    csta::AgentEvent expected;
    expected.kind = Kind::LoggedOn;
    expected.agent_device = test::party("4001");
    expected.agent_id = "2001";
    expected.group = "500";
    expected.work_mode = csta::WorkMode::AuxWork;
    EXPECT_EQ(decode_agent_event(CSTA_LOGGED_ON, event, content), expected);
}

TEST(AgentEventDecoder, ReadsALogOutWithItsReason) {
    CSTAUnsolicitedEvent event{};
    event.u.loggedOff.agentDevice = c_device("4001");
    test::put(event.u.loggedOff.agentID, "2001");
    PrivateContent content;
    content.logged_off_reason = 9;
    auto off = decode_agent_event(CSTA_LOGGED_OFF, event, content);
    ASSERT_TRUE(off);
    EXPECT_EQ(off->kind, Kind::LoggedOff);
    EXPECT_EQ(off->reason_code, 9);
}

TEST(AgentEventDecoder, ReadsTheWorkModeEventsOfLaterReleases) {
    struct Row {
        EventType_t type;
        Kind kind;
    };
    for (auto row :
         {Row{CSTA_NOT_READY, Kind::NotReady}, Row{CSTA_READY, Kind::Ready},
          Row{CSTA_WORK_NOT_READY, Kind::WorkingAfterCall}, Row{CSTA_WORK_READY, Kind::WorkingAfterCall}}) {
        CSTAUnsolicitedEvent event{};
        event.u.ready.agentDevice = c_device("4001");  // the four structs are alike
        test::put(event.u.ready.agentID, "2001");
        auto agent = decode_agent_event(row.type, event, {});
        ASSERT_TRUE(agent) << row.type;
        EXPECT_EQ(agent->kind, row.kind);
        EXPECT_EQ(agent->agent_id, "2001");
        EXPECT_EQ(agent->agent_device, test::party("4001"));
    }
}

TEST(AgentEventDecoder, LeavesCallEventsAlone) {
    EXPECT_FALSE(decode_agent_event(CSTA_HELD, {}, {}));
}

}  // namespace
}  // namespace ctiengine::tsapi

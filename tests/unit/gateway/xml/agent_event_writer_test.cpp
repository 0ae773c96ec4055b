#include "gateway/xml/event_writer.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/unit/gateway/xml/call_events_under_test.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using Kind = csta::AgentEvent::Kind;
constexpr Kind kKinds[] = {Kind::LoggedOn, Kind::LoggedOff, Kind::NotReady,
                           Kind::Ready,    Kind::Busy,      Kind::WorkingAfterCall};

csta::AgentEvent event_of(Kind kind) {
    csta::AgentEvent event;
    event.kind = kind;
    event.agent_device = test::provided("4001");
    event.agent_id = "2001";
    event.group = "600";
    return event;
}

TEST(AgentEventWriter, EveryCombinationHoldsAgainstTheSchema) {
    for (auto kind : kKinds) {
        for (int pending = -1; pending < 6; ++pending) {
            for (int reason : {0, 7}) {
                auto event = event_of(kind);
                event.pending_work_mode = static_cast<csta::WorkMode>(pending);
                event.reason_code = reason;
                event.pending_reason_code = reason;
                if (reason == 0) event.agent_id.clear();
                if (pending == 1) event.group.clear();
                if (pending == 2) event.agent_device = {};
                Dialect dialect;
                dialect.numbered_events = reason != 0;
                const auto text = write_agent_event(event, {"17", {}, {1, 2}, reason == 0}, dialect);
                EXPECT_EQ(ctiengine::test::validate(text), std::nullopt) << text;
            }
        }
    }
}

TEST(AgentEventWriter, RootsFollowTheKind) {
    const char* const roots[] = {"AgentLoggedOnEvent", "AgentLoggedOffEvent", "AgentNotReadyEvent",
                                 "AgentReadyEvent",    "AgentBusyEvent",      "AgentWorkingAfterCallEvent"};
    for (auto kind : kKinds) {
        const auto text = write_agent_event(event_of(kind), {"17"}, {});
        EXPECT_NE(text.find(std::string("<") + roots[static_cast<int>(kind)] + " "), std::string::npos)
            << text;
    }
}

TEST(AgentEventWriter, NotReadyCarriesItsReason) {
    auto event = event_of(Kind::NotReady);
    event.reason_code = 3;
    const auto text = write_agent_event(event, {"17"}, {});
    EXPECT_NE(
        text.find("<agentDevice><deviceIdentifier>4001</deviceIdentifier></agentDevice>"
                  "<agentID>2001</agentID><acdGroup>600</acdGroup><extensions>"),
        std::string::npos
    ) << text;
    EXPECT_NE(
        text.find("<AgentNotReadyEventPrivateData xmlns=\"http://www.avaya.com/csta\">"
                  "<reasonCode>3</reasonCode></AgentNotReadyEventPrivateData>"),
        std::string::npos
    ) << text;
}

TEST(AgentEventWriter, BusyAndAfterCallWorkTellWhatIsPending) {
    auto busy = event_of(Kind::Busy);
    busy.pending_work_mode = csta::WorkMode::AuxWork;
    EXPECT_NE(
        write_agent_event(busy, {"17"}, {}).find("<pendingAgentState>agentNotReady<"), std::string::npos
    );
    auto working = event_of(Kind::WorkingAfterCall);
    working.pending_work_mode = csta::WorkMode::AutoIn;
    EXPECT_NE(write_agent_event(working, {"17"}, {}).find("<pendingAgentState>ready<"), std::string::npos);
}

}  // namespace
}  // namespace ctiengine::gateway

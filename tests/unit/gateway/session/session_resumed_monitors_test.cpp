// Monitors of calls after an outage, and what a user may watch when his rights change.
#include "tests/unit/gateway/session/session_fixture.hpp"

#include <gmock/gmock.h>

namespace ctiengine::gateway {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const auto kCall = csta::of_call(csta::Connection{55, "4001"});

csta::CallSnapshot call_of(std::vector<std::string> devices) {
    csta::CallSnapshot call;
    for (auto& device : devices) {
        csta::CallParty party;
        party.connection = csta::Connection{55, std::move(device)};
        call.parties.push_back(std::move(party));
    }
    return call;
}

csta::CallEvent held_by(const std::string& device) {
    csta::Held held;
    held.held = csta::Connection{55, device};
    csta::CallEvent event;
    event.body = held;
    return event;
}

csta::CallEvent dropped(const std::string& device) {
    csta::ConnectionCleared cleared;
    cleared.dropped = csta::Connection{55, device};
    csta::CallEvent event;
    event.body = cleared;
    return event;
}

/// Agent 4001 watches a call he is in; the switch answers the gateway's questions when the test says so.
class ResumedMonitors : public SessionFixture {
  protected:
    void SetUp() override {
        answer = call_of({"4001", "4002"});
        open();
        log_in();
        const auto started =
            say(2,
                "<MonitorStart><monitorObject><callObject><callID>55</callID><deviceID>4001</deviceID>"
                "</callObject></monitorObject></MonitorStart>");
        ASSERT_THAT(started, HasSubstr("MonitorStartResponse"));
        link_.keeps_calls_waiting = true;
        connection_->heard.clear();
    }
    template <class What>
    void happens(What what) {
        auto numbered = std::make_shared<NumberedEvent>();
        numbered->event.object = kCall;
        numbered->event.what = std::move(what);
        session_->deliver(std::move(numbered));
        runner_.poll();
    }
    void switch_says(csta::Response response) {
        answer = std::move(response);
        link_.answer_next();
        runner_.poll();
    }
    const std::vector<std::string>& heard() const { return connection_->heard; }
};

TEST_F(ResumedMonitors, EventsWaitForTheProofAndComeInOrder) {
    happens(csta::MonitorResumed{});
    happens(held_by("4002"));
    happens(dropped("4002"));
    EXPECT_THAT(heard(), IsEmpty());
    switch_says(call_of({"4001"}));
    EXPECT_THAT(heard(), ElementsAre(HasSubstr("HeldEvent"), HasSubstr("ConnectionClearedEvent")));
    happens(held_by("4001"));
    EXPECT_THAT(heard().back(), HasSubstr("HeldEvent"));
    EXPECT_EQ(heard().size(), 3U);
}

TEST_F(ResumedMonitors, WhoeverLeftMeanwhileHearsOnlyOfTheEnd) {
    happens(csta::MonitorResumed{});
    happens(held_by("4002"));
    switch_says(call_of({"4002", "4003"}));
    EXPECT_THAT(heard(), ElementsAre(HasSubstr("MonitorStop")));
    happens(held_by("4002"));
    EXPECT_EQ(heard().size(), 1U) << "an event of others' call";
}

TEST_F(ResumedMonitors, WhoeverLeavesBeforeTheProofHearsUntilThen) {
    happens(csta::MonitorResumed{});
    happens(held_by("4002"));
    happens(dropped("4001"));
    happens(held_by("4003"));
    switch_says(call_of({"4002", "4003"}));
    EXPECT_THAT(
        heard(),
        ElementsAre(HasSubstr("HeldEvent"), HasSubstr("ConnectionClearedEvent"), HasSubstr("MonitorStop"))
    );
}

TEST_F(ResumedMonitors, ASwitchThatCannotTellEndsTheMonitor) {
    happens(csta::MonitorResumed{});
    happens(held_by("4001"));
    switch_says(csta::Failure{csta::UniversalFailure::RequestTimeoutRejection, "no answer"});
    EXPECT_THAT(heard(), ElementsAre(HasSubstr("MonitorStop")));
}

TEST_F(ResumedMonitors, OnlyTheNewestProofCounts) {
    happens(csta::MonitorResumed{});
    happens(csta::MonitorResumed{});
    happens(held_by("4001"));
    switch_says(call_of({"4001"}));
    EXPECT_THAT(heard(), IsEmpty());
    switch_says(call_of({"4001"}));
    EXPECT_THAT(heard(), ElementsAre(HasSubstr("HeldEvent")));
}

TEST_F(ResumedMonitors, TooManyEventsEndTheMonitor) {
    happens(csta::MonitorResumed{});
    for (std::size_t event = 0; event < HeldEvents::kMost; ++event) happens(held_by("4002"));
    EXPECT_THAT(heard(), IsEmpty());
    happens(held_by("4002"));
    EXPECT_THAT(heard(), ElementsAre(HasSubstr("MonitorStop")));
    switch_says(call_of({"4001"}));
    EXPECT_EQ(heard().size(), 1U);
}

TEST_F(SessionFixture, ASupervisorsMonitorRunsOnWithoutAProof) {
    authenticator_.answer =
        identity::Identity{"ann", {identity::Role::Supervisor, {"4009"}, {}}, {}, "users"};
    open();
    log_in();
    const auto started =
        say(2,
            "<MonitorStart><monitorObject><callObject><callID>55</callID><deviceID>4001</deviceID>"
            "</callObject></monitorObject></MonitorStart>");
    ASSERT_THAT(started, HasSubstr("MonitorStartResponse"));
    connection_->heard.clear();
    asked.clear();
    for (auto what :
         {decltype(csta::Event::what)(csta::MonitorResumed{}),
          decltype(csta::Event::what)(held_by("4002"))}) {
        auto numbered = std::make_shared<NumberedEvent>();
        numbered->event.object = kCall;
        numbered->event.what = std::move(what);
        session_->deliver(std::move(numbered));
        runner_.poll();
    }
    EXPECT_THAT(connection_->heard, ElementsAre(HasSubstr("HeldEvent")));
    EXPECT_THAT(asked, IsEmpty());
}

}  // namespace
}  // namespace ctiengine::gateway

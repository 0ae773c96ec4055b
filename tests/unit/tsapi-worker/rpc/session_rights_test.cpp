// The worker's own look at every request: what a gateway that makes mistakes, or is not ours, cannot do.
#include "tests/unit/common/rights/service_rows.hpp"
#include "tests/unit/tsapi-worker/rpc/rpc_fixture.hpp"

namespace ctiengine::rpc {
namespace {

using identity::Role;
using rights::kOther;
using rights::kOwn;
using rights::leg;

const std::string kDenied = " failure 8";
const std::string kAnn = "ann's session";

class SessionRightsTest : public RpcTest {
  protected:
    /// Attached, with a session of ann's rights.
    void SetUp() override {
        link_up();
        gateway_ = attach("g1");
        gateway_->next();
        gateway_->open_session(kAnn, ann());
        on_home([this] { port_.sent.clear(); });
    }
    static identity::Rights ann(Role role = Role::Agent) { return {role, {kOwn}, {"2001"}}; }

    /// What comes back when the answer needs no word of the switch.
    std::string ask(const csta::Request& request, const std::string& session = kAnn) {
        gateway_->request(++id_, request, session);
        auto heard = gateway_->next();
        const auto number = "response " + std::to_string(id_);
        return heard.starts_with(number) ? heard.substr(number.size()) : "not the answer: " + heard;
    }
    std::size_t sent() {
        return on_home([this] { return port_.sent.size(); });
    }
    bool reaches_switch(std::size_t requests) {
        return eventually([&] { return port_.sent.size() == requests; });
    }
    /// The switch tells who is in the call that it was asked for last.
    void answer_with_parties(const std::vector<std::string>& devices) {
        csta::CallSnapshot call;
        for (const auto& device : devices) {
            csta::CallParty party;
            party.connection = leg(device);
            call.parties.push_back(party);
        }
        on_home([&] { port_.input(telephony::Confirmed{port_.invoke_ids.back(), call}); });
    }
    bool was_asked_for_the_call() {
        return on_home([this] { return std::holds_alternative<csta::SnapshotCall>(port_.sent.back()); });
    }

    std::unique_ptr<Gateway> gateway_;
    std::uint64_t id_ = 0;
};

TEST_F(SessionRightsTest, DenyEveryServiceForAnothersDevice) {
    std::size_t denied = 0;
    for (const auto& row : rights::service_rows()) {
        if (row.agent_other) continue;
        EXPECT_EQ(ask(row.at(kOther)), kDenied) << row.name;
        ++denied;
    }
    EXPECT_GT(denied, 20U);
    EXPECT_EQ(sent(), 0U) << "nothing of it reached the switch";
}

TEST_F(SessionRightsTest, DenyEveryServiceThatChangesACallOfOthers) {
    std::size_t asked = 0;
    for (const auto& row : rights::service_rows()) {
        if (!row.proves_call) continue;
        gateway_->request(++id_, row.at(kOwn), kAnn);
        ASSERT_TRUE(reaches_switch(++asked)) << row.name;
        EXPECT_TRUE(was_asked_for_the_call()) << row.name;
        answer_with_parties({kOther, "4003"});
        EXPECT_EQ(gateway_->next(), "response " + std::to_string(id_) + kDenied) << row.name;
        EXPECT_EQ(sent(), asked) << row.name << " went on to the switch";
    }
    EXPECT_GT(asked, 4U);
}

TEST_F(SessionRightsTest, LetThroughWhatConcernsAnOwnCall) {
    gateway_->request(++id_, csta::ClearCall{leg(kOwn)}, kAnn);
    ASSERT_TRUE(reaches_switch(1));
    EXPECT_TRUE(was_asked_for_the_call());
    answer_with_parties({kOther, kOwn});
    ASSERT_TRUE(reaches_switch(2));
    EXPECT_FALSE(was_asked_for_the_call()) << "this is the request itself";
    on_home([this] { port_.input(telephony::Confirmed{port_.invoke_ids.back(), csta::Done{}}); });
    EXPECT_EQ(gateway_->next(), "response 1");
}

TEST_F(SessionRightsTest, TellWhatTheSwitchSaidWhenItKnowsNoSuchCall) {
    gateway_->request(++id_, csta::ClearCall{leg(kOwn)}, kAnn);
    ASSERT_TRUE(reaches_switch(1));
    on_home([this] {
        csta::Failure unknown{static_cast<csta::UniversalFailure>(11), "no such call"};
        port_.input(telephony::Confirmed{port_.invoke_ids.back(), unknown});
    });
    EXPECT_EQ(gateway_->next(), "response 1 failure 11");
    EXPECT_EQ(sent(), 1U);
}

TEST_F(SessionRightsTest, AreThoseOfTheRoleThatTheGatewayTold) {
    gateway_->open_session("sue", ann(Role::Supervisor));
    gateway_->request(++id_, csta::SnapshotDevice{kOther}, "sue");
    EXPECT_TRUE(reaches_switch(1));
    EXPECT_EQ(
        on_home([this] { return std::holds_alternative<csta::SnapshotDevice>(port_.sent.back()); }), true
    );
    EXPECT_EQ(ask(csta::HoldCall{leg(kOther)}, "sue"), kDenied);
    gateway_->open_session("root", ann(Role::Admin));
    gateway_->request(++id_, csta::HoldCall{leg(kOther)}, "root");
    EXPECT_TRUE(reaches_switch(2));
}

TEST_F(SessionRightsTest, ChangeWhenTheGatewayTellsAnew) {
    gateway_->open_session(kAnn, {Role::Agent, {kOther}, {}});
    EXPECT_EQ(ask(csta::HoldCall{leg(kOwn)}), kDenied);
    gateway_->request(++id_, csta::HoldCall{leg(kOther)}, kAnn);
    EXPECT_TRUE(reaches_switch(1));
}

TEST_F(SessionRightsTest, OfARoleNobodyKnowsAreTheLeast) {
    gateway_->open_session("odd", ann(static_cast<Role>(3)));
    EXPECT_EQ(ask(csta::SnapshotDevice{kOther}, "odd"), kDenied);
    gateway_->open_session("odder", ann(static_cast<Role>(-1)));
    EXPECT_EQ(ask(csta::SnapshotDevice{kOther}, "odder"), kDenied);
}

TEST_F(SessionRightsTest, AreNoneForASessionThatIsNotOpen) {
    for (const auto& row : rights::service_rows()) {
        EXPECT_EQ(ask(row.at(kOwn), "nobody's session"), kDenied) << row.name;
    }
    gateway_->close_session(kAnn);
    EXPECT_EQ(ask(csta::HoldCall{leg(kOwn)}), kDenied);
    EXPECT_EQ(sent(), 0U);
}

TEST_F(SessionRightsTest, AreThoseOfOneGatewayOnly) {
    auto other = attach("g2");
    other->next();
    other->request(1, csta::HoldCall{leg(kOwn)}, kAnn);
    EXPECT_EQ(other->next(), "response 1" + kDenied) << "the session belongs to g1";
    other->open_session(kAnn, ann(Role::Admin));
    other->request(2, csta::HoldCall{leg(kOwn)}, kAnn);
    EXPECT_TRUE(reaches_switch(1));
    EXPECT_EQ(ask(csta::HoldCall{leg(kOther)}), kDenied) << "g1's session of that name stays as it was";
}

TEST_F(SessionRightsTest, HaveToBeToldAgainOnANewStream) {
    auto again = attach("g1", kEpoch, 0);
    gateway_->status();
    while (!again->next().starts_with("welcome")) continue;
    again->request(1, csta::HoldCall{leg(kOwn)}, kAnn);
    auto heard = again->next();
    while (heard.starts_with("event")) heard = again->next();
    EXPECT_EQ(heard, "response 1" + kDenied);
}

TEST_F(SessionRightsTest, LetTheGatewayItselfLookAndMonitorOnly) {
    using csta::Request;
    for (const auto& row : rights::service_rows()) {
        const auto request = row.at(kOther);
        const bool own_work = std::holds_alternative<csta::MonitorStart>(request) ||
                              std::holds_alternative<csta::MonitorStop>(request) ||
                              std::holds_alternative<csta::SnapshotDevice>(request) ||
                              std::holds_alternative<csta::SnapshotCall>(request) ||
                              std::holds_alternative<csta::RequestSystemStatus>(request);
        if (own_work) continue;
        EXPECT_EQ(ask(request, ""), kDenied) << row.name;
    }
    EXPECT_EQ(sent(), 0U);
    gateway_->request(++id_, csta::SnapshotDevice{kOther});
    EXPECT_TRUE(reaches_switch(1));
}

TEST_F(SessionRightsTest, AreForgottenWithTheStreamAlsoWhenTheSwitchAnswersLater) {
    gateway_->request(++id_, csta::ClearCall{leg(kOwn)}, kAnn);
    ASSERT_TRUE(reaches_switch(1));
    gateway_.reset();
    ASSERT_TRUE(eventually([this] { return service_.attached() == 0; }));
    answer_with_parties({kOwn});
    EXPECT_EQ(sent(), 1U) << "nobody is left who may end the call";
    EXPECT_EQ(on_home([this] { return service_.streams_with_sessions(); }), 0U);
}

TEST(SessionRights, AreBounded) {
    SessionRights all;
    tsapi::v1::SessionOpened session;
    EXPECT_FALSE(all.opened(session)) << "a session without a name";
    for (std::size_t i = 0; i < SessionRights::kMostSessions; ++i) {
        session.set_session_id(std::to_string(i));
        ASSERT_TRUE(all.opened(session));
    }
    session.set_session_id("one more");
    EXPECT_FALSE(all.opened(session));
    session.set_session_id("7");
    EXPECT_TRUE(all.opened(session)) << "one that is there already may change";
    all.closed("7");
    session.set_session_id("one more");
    EXPECT_TRUE(all.opened(session));
    EXPECT_EQ(all.size(), SessionRights::kMostSessions);
}

}  // namespace
}  // namespace ctiengine::rpc

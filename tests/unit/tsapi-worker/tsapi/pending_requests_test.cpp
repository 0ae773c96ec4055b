#include "tsapi-worker/tsapi/pending_requests.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tsapi {
namespace {

using csta::Response;

SwitchMessage confirmation(std::uint32_t id, Response response = csta::Done()) {
    return Confirmation{id, std::move(response)};
}
SwitchRequest request(csta::Request value) {
    return value;
}

// Named step by step: g++ 12 takes nested aggregates in one expression for uninitialised when it optimises.
csta::Connection leg(const std::string& device) {
    csta::Connection made;
    made.call = 7;
    made.device = device;
    return made;
}
SwitchRequest pickup() {
    csta::PickupCall made;
    made.alerting = leg("4001");
    made.requesting = "4002";
    return csta::Request(std::move(made));
}

class PendingRequestsTest : public testing::Test {
  protected:
    Response completed(std::uint32_t id, Response response = csta::Done()) {
        auto message = pending.complete(confirmation(id, std::move(response)));
        const auto& done = std::get<Confirmation>(message.value());
        EXPECT_EQ(done.invoke_id, id);
        return std::get<Response>(done.answer);
    }
    std::optional<SwitchMessage> gather(std::int32_t cross_ref, std::size_t count) {
        return pending.gather(AgentLoginPiece{cross_ref, std::vector<csta::Device>(count, "4001")});
    }
    static std::size_t gathered(const std::optional<SwitchMessage>& message) {
        const auto& response = std::get<Response>(std::get<Confirmation>(message.value()).answer);
        return std::get<csta::AgentLoginAnswer>(response).extensions.size();
    }

    PendingRequests pending;
};

TEST_F(PendingRequestsTest, SayWhichCallWasPickedUp) {
    pending.note(20, pickup());
    csta::NewCall picked_up;
    picked_up.call = leg("4002");
    EXPECT_EQ(completed(20), Response(picked_up));
    EXPECT_EQ(completed(20), Response(csta::Done()));  // told once
}

TEST_F(PendingRequestsTest, AnswerAUcidQueryAlsoWhenTheSwitchHasNone) {
    pending.note(20, request(csta::QueryUcid{leg("4001")}));
    EXPECT_EQ(completed(20), Response(csta::UcidAnswer{}));
}

TEST_F(PendingRequestsTest, LeaveAnswersWithContentAlone) {
    pending.note(20, request(csta::QueryStationStatus{"4001"}));
    EXPECT_EQ(completed(20, csta::StationStatusAnswer{true}), Response(csta::StationStatusAnswer{true}));
    pending.note(21, pickup());
    EXPECT_EQ(completed(21, csta::Failure{}), Response(csta::Failure{}));
}

TEST_F(PendingRequestsTest, RefuseAQueryThatIsConfirmedWithoutAnAnswer) {
    for (const csta::Request& query :
         {csta::Request(csta::QueryDeviceName{"4001"}), csta::Request(csta::QueryStationStatus{"4001"}),
          csta::Request(csta::QueryAcdSplit{"500"}), csta::Request(csta::QueryAgentLogin{"500"}),
          csta::Request(csta::QueryTimeOfDay{})}) {
        pending.note(20, query);
        EXPECT_TRUE(std::holds_alternative<csta::Failure>(completed(20)));
    }
}

TEST_F(PendingRequestsTest, TurnARefusedRouteAnswerIntoTheEndOfItsDialogue) {
    csta::RouteSelect select;
    select.cross_ref = 5;
    pending.note(20, AnswerRoute{3, select});
    csta::Failure failure{csta::UniversalFailure::InvalidCrossRefId, ""};
    auto message = pending.complete(confirmation(20, failure));
    const auto& report = std::get<RouteReport>(message.value());
    EXPECT_EQ(report.register_id, 3);
    EXPECT_EQ(report.what, csta::RouteEvent(csta::RouteEnded{5, failure.value}));
}

TEST_F(PendingRequestsTest, AreSilentAboutARouteAnswerThatWasTaken) {
    pending.note(20, AnswerRoute{3, csta::RouteEnd{}});
    EXPECT_FALSE(pending.complete(confirmation(20)));
}

TEST_F(PendingRequestsTest, ForgetWhatWasNotSent) {
    pending.note(20, AnswerRoute{3, csta::RouteEnd{}});
    pending.forget(20);
    EXPECT_EQ(completed(20), Response(csta::Done()));
}

TEST_F(PendingRequestsTest, KeepOnlyTheNewest) {
    for (std::uint32_t id = 1; id <= PendingRequests::kMostNoted + 1; ++id)
        pending.note(id, request(csta::QueryUcid{}));
    EXPECT_EQ(completed(1), Response(csta::Done()));
    EXPECT_EQ(completed(2), Response(csta::UcidAnswer{}));
}

TEST_F(PendingRequestsTest, GatherAgentsUntilAPieceThatIsNotFull) {
    EXPECT_FALSE(pending.gather(AgentLoginPromise{20, 77}));
    EXPECT_FALSE(gather(77, ATT_MAX_AGENT_EXT));
    EXPECT_FALSE(gather(78, 2));  // nobody asked
    auto last = gather(77, 3);
    EXPECT_EQ(std::get<Confirmation>(last.value()).invoke_id, 20u);
    EXPECT_EQ(gathered(last), ATT_MAX_AGENT_EXT + 3u);
    EXPECT_FALSE(gather(77, 0));
}

TEST_F(PendingRequestsTest, TakeAnEmptyPieceForTheEnd) {
    EXPECT_FALSE(pending.gather(AgentLoginPromise{20, 77}));
    EXPECT_EQ(gathered(gather(77, 0)), 0u);
}

TEST_F(PendingRequestsTest, EndAListThatNeverEnds) {
    EXPECT_FALSE(pending.gather(AgentLoginPromise{20, 77}));
    std::optional<SwitchMessage> done;
    for (std::size_t pieces = 0; !done && pieces < 2000; ++pieces) done = gather(77, ATT_MAX_AGENT_EXT);
    EXPECT_EQ(gathered(done), PendingRequests::kMostExtensions);
}

TEST_F(PendingRequestsTest, GatherABoundedNumberOfLists) {
    for (std::int32_t ref = 0; ref <= static_cast<std::int32_t>(PendingRequests::kMostGatherings); ++ref)
        EXPECT_FALSE(pending.gather(AgentLoginPromise{20, ref}));
    EXPECT_FALSE(gather(0, 0));
    EXPECT_TRUE(gather(1, 0));
}

}  // namespace
}  // namespace ctiengine::tsapi

#include "common/csta/device_view.hpp"

#include <gtest/gtest.h>

namespace ctiengine::csta {
namespace {

using State = ConnectionState;

CallEvent at(CallEventBody body, State local) {
    return {std::move(body), local, EventCause::None, {}};
}
Connection own(std::uint32_t call) {
    return {call, "4001", false};
}
Connection other(std::uint32_t call) {
    return {call, "4002", false};
}
DeviceSnapshot snapshot(std::vector<std::pair<std::uint32_t, State>> calls) {
    DeviceSnapshot truth;
    for (auto [call, state] : calls) truth.calls.push_back({own(call), {state, State::Connected}});
    return truth;
}

class DeviceViewTest : public testing::Test {
  protected:
    DeviceView view{"4001"};

    void answer_call(std::uint32_t call) {
        view.apply(at(Delivered{own(call), {}, {}, {}, {}}, State::Alerting));
        view.apply(at(Established{own(call), {}, {}, {}, {}}, State::Connected));
    }
};

TEST_F(DeviceViewTest, FollowsACallFromRingingToItsEnd) {
    answer_call(7);
    EXPECT_EQ(view.calls().at(7), State::Connected);
    view.apply(at(Held{own(7), {}}, State::Hold));
    EXPECT_EQ(view.calls().at(7), State::Hold);
    view.apply(at(ConnectionCleared{other(7), {}}, State::Hold));
    EXPECT_EQ(view.calls().size(), 1U) << "another party left, we are still in the call";
    view.apply(at(ConnectionCleared{own(7), {}}, State::Null));
    EXPECT_TRUE(view.calls().empty());
}

TEST_F(DeviceViewTest, ATransferByUsEndsBothCallsAndOneToUsKeepsTheSecond) {
    answer_call(7);
    answer_call(8);
    view.apply(at(Transferred{own(7), own(8), {}, {}, {}}, State::Null));
    EXPECT_TRUE(view.calls().empty());
    answer_call(7);
    view.apply(at(Transferred{other(7), other(9), {}, {}, {}}, State::Connected));
    EXPECT_EQ(view.calls(), (std::map<std::uint32_t, State>{{9, State::Connected}}));
}

TEST_F(DeviceViewTest, AConferenceKeepsTheSecondCall) {
    answer_call(7);
    answer_call(8);
    view.apply(at(Conferenced{own(7), own(8), {}, {}, {}}, State::Connected));
    EXPECT_EQ(view.calls(), (std::map<std::uint32_t, State>{{8, State::Connected}}));
}

TEST_F(DeviceViewTest, NothingChangedMeansNoEvent) {
    answer_call(7);
    EXPECT_TRUE(view.apply(snapshot({{7, State::Connected}})).empty());
}

TEST_F(DeviceViewTest, ACallThatIsGoneGetsAnEnd) {
    answer_call(7);
    auto changes = view.apply(snapshot({}));
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(std::get<ConnectionCleared>(changes[0].body).dropped, own(7));
    EXPECT_EQ(changes[0].local, State::Null);
    EXPECT_TRUE(view.calls().empty());
}

TEST_F(DeviceViewTest, AChangedStateGetsItsEvent) {
    answer_call(7);
    auto held = view.apply(snapshot({{7, State::Hold}}));
    ASSERT_EQ(held.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<Held>(held[0].body));
    auto retrieved = view.apply(snapshot({{7, State::Connected}}));
    ASSERT_EQ(retrieved.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<Retrieved>(retrieved[0].body));
}

struct Arrival {
    State state;
    std::size_t body;  // index in CallEventBody of the last event
    std::size_t events;
};
class DeviceViewArrival : public testing::TestWithParam<Arrival> {};

TEST_P(DeviceViewArrival, IsToldByTheEventsThatLeadThere) {
    DeviceView view("4001");
    auto changes = view.apply(snapshot({{7, GetParam().state}}));
    ASSERT_EQ(changes.size(), GetParam().events);
    EXPECT_EQ(changes.back().body.index(), GetParam().body);
    EXPECT_EQ(changes.back().local, GetParam().state);
    DeviceView client("4001");
    for (const auto& change : changes) client.apply(change);
    EXPECT_EQ(client.calls(), view.calls()) << "who applies the events arrives at the truth";
}

INSTANTIATE_TEST_SUITE_P(
    States,
    DeviceViewArrival,
    testing::Values(
        Arrival{State::Initiated, 0, 1},
        Arrival{State::Alerting, 2, 1},
        Arrival{State::Connected, 3, 1},
        Arrival{State::Hold, 4, 2},
        Arrival{State::Fail, 10, 1}
    )
);

}  // namespace
}  // namespace ctiengine::csta

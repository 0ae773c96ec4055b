// When the monitor of a call has to end, because the user's telephone is no longer in it.
#include "gateway/rights_gate/call_departure.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

const std::string kOwn = "4001";
const std::string kOther = "4002";

identity::Rights user(identity::Role role) {
    return {role, {kOwn}, {}};
}
csta::Connection leg(const std::string& device, bool trunk = false) {
    return {7, device, trunk};
}
bool leaves(csta::CallEventBody body, identity::Role role = identity::Role::Agent) {
    csta::CallEvent event;
    event.body = std::move(body);
    return leaves_the_call(user(role), event);
}
std::vector<csta::ConnectionListItem> parties(const std::vector<csta::Connection>& legs) {
    std::vector<csta::ConnectionListItem> list;
    for (const auto& each : legs) {
        csta::ConnectionListItem item;
        item.party = each;
        list.push_back(item);
    }
    return list;
}
template <class Merged>
Merged merged(const std::vector<csta::Connection>& legs) {
    Merged event;
    event.connections = parties(legs);
    return event;
}

TEST(CallDeparture, IsTheEndOfAnOwnConnection) {
    EXPECT_TRUE(leaves(csta::ConnectionCleared{leg(kOwn), {}}));
    EXPECT_TRUE(leaves(csta::Diverted{leg(kOwn), {}, {}}));
    EXPECT_FALSE(leaves(csta::ConnectionCleared{leg(kOther), {}}));
    EXPECT_FALSE(leaves(csta::Diverted{leg(kOther), {}, {}}));
    EXPECT_FALSE(leaves(csta::ConnectionCleared{leg(kOwn, true), {}})) << "a trunk that is called alike";
}

TEST(CallDeparture, IsAMergeWithoutOwnDevices) {
    EXPECT_TRUE(leaves(merged<csta::Transferred>({leg(kOther), leg("4003")})));
    EXPECT_TRUE(leaves(merged<csta::Conferenced>({leg(kOther), leg(kOwn, true)})));
    EXPECT_TRUE(leaves(merged<csta::Transferred>({})));
    EXPECT_FALSE(leaves(merged<csta::Transferred>({leg(kOther), leg(kOwn)})));
    EXPECT_FALSE(leaves(merged<csta::Conferenced>({leg(kOther), leg(kOwn)})));
}

TEST(CallDeparture, IsNothingToThoseWhoMayWatchEverybody) {
    for (const auto role : {identity::Role::Supervisor, identity::Role::Admin}) {
        EXPECT_FALSE(leaves(csta::ConnectionCleared{leg(kOwn), {}}, role));
        EXPECT_FALSE(leaves(merged<csta::Transferred>({leg(kOther)}), role));
    }
}

TEST(CallDeparture, IsNoOtherEvent) {
    EXPECT_FALSE(leaves(csta::Held{leg(kOwn), {}}));
    EXPECT_FALSE(leaves(csta::CallCleared{leg(kOwn)})) << "the switch ends the monitor itself";
}

}  // namespace
}  // namespace ctiengine::gateway

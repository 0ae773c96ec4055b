// Which layout of a message belongs to which version of private data.
#include "simulator/wire/att_versions.hpp"

#include "simulator/wire/att.hpp"
#include "simulator/wire/pdu.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace ctiengine::wire {
namespace {

TEST(AttVersions, OfDeliveredAreAllDifferent) {
    const std::map<int, std::uint16_t> expected{{1, 0},   {2, 37},  {3, 37},  {4, 60},  {5, 80},
                                                {6, 117}, {7, 128}, {8, 128}, {9, 128}, {10, 0}};
    for (const auto& [version, number] : expected)
        EXPECT_EQ(att_number_in(ATT_DELIVERED, version), number) << version;
}

TEST(AttVersions, OfOtherMessagesFollowTheirNames) {
    EXPECT_EQ(att_versions(ATTV3_ESTABLISHED), (AttVersions{2, 3}));
    EXPECT_EQ(att_versions(ATTV5_ORIGINATED), (AttVersions{2, 5}));
    EXPECT_EQ(att_versions(ATTV8_ORIGINATED), (AttVersions{6, 8}));
    EXPECT_EQ(att_versions(ATT_ORIGINATED), (AttVersions{9, 9}));
    EXPECT_EQ(att_versions(ATT_MAKE_CALL_CONF), (AttVersions{5, 9}));
    EXPECT_EQ(att_number_in(ATT_FAILED, 7), ATTV7_FAILED);
    EXPECT_EQ(att_number_in(ATT_FAILED, 6), 0);
    EXPECT_EQ(att_number_in(ATT_QUERY_AGENT_STATE_CONF, 4), ATTV4_QUERY_AGENT_STATE_CONF);
    EXPECT_EQ(att_number_in(ATT_LINK_STATUS, 2), ATTV3_LINK_STATUS);
    EXPECT_EQ(att_number_in(ATT_SINGLE_STEP_TRANSFER_CALL_CONF, 8), ATTV8_SINGLE_STEP_TRANSFER_CALL_CONF);
}

TEST(AttVersions, ExistForEveryMessageAndNoOther) {
    EXPECT_FALSE(att_versions(0));
    EXPECT_FALSE(att_versions(120));
    EXPECT_FALSE(att_versions(LAST_PRIV_TYPE + 1));
    EXPECT_EQ(att_number_in(9999, 9), 0);
    for (const auto& info : all_pdus()) {
        if (info.event_class != kPrivateClass) continue;
        const auto versions = att_versions(info.type);
        ASSERT_TRUE(versions) << info.name;
        EXPECT_LE(versions->first, versions->last) << info.name;
    }
}

/// A newer layout begins where the older one ends: no version has two numbers for one message, or a gap.
TEST(AttVersions, OfOneMessageJoinWithoutGap) {
    std::map<std::string, std::map<int, std::string>> layouts;  // message → first version → name
    std::map<std::string, int> lasts;
    for (const auto& info : all_pdus()) {
        if (info.event_class != kPrivateClass) continue;
        const std::string name = info.name;
        const auto message = name.substr(name.find('_'));
        const auto versions = att_versions(info.type).value();
        EXPECT_TRUE(layouts[message].emplace(versions.first, name).second) << name;
        lasts[name] = versions.last;
    }
    for (const auto& [message, by_first] : layouts) {
        int next = by_first.begin()->first;
        for (const auto& [first, name] : by_first) {
            EXPECT_EQ(first, next) << name;
            next = lasts[name] + 1;
        }
        EXPECT_EQ(next, kLastAttVersion + 1) << message << " ends early";
    }
}

}  // namespace
}  // namespace ctiengine::wire

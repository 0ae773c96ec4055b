#include "tsapi-worker/telephony/monitor_registry.hpp"

#include <gtest/gtest.h>

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using State = MonitorRegistry::State;
csta::MonitorObject at(const char* device) {
    return csta::at_device(device);
}
using Devices = std::vector<csta::MonitorObject>;

class MonitorRegistryTest : public testing::Test {
  protected:
    void monitor(const csta::Device& device, std::int32_t cross_ref_id) {
        registry.watch(csta::at_device(device), "g1");
        registry.confirmed(csta::at_device(device), cross_ref_id);
    }

    MonitorRegistry::TimePoint now{1h};
    MonitorRegistry registry{30s};
};

TEST_F(MonitorRegistryTest, AnEntryIsMadeOnce) {
    auto& first = registry.watch(at("4001"), "g1");
    EXPECT_EQ(first.state, State::Starting);
    EXPECT_EQ(&registry.watch(at("4001"), "g2"), &first);
    EXPECT_EQ(first.watchers.size(), 2U);
}

TEST_F(MonitorRegistryTest, FindsTheDeviceOfAnEvent) {
    monitor("4001", 7);
    ASSERT_TRUE(registry.object_of(7));
    EXPECT_EQ(*registry.object_of(7), at("4001"));
    EXPECT_FALSE(registry.object_of(8));
    registry.remove(at("4001"));
    EXPECT_FALSE(registry.object_of(7));
    EXPECT_FALSE(registry.find(at("4001")));
}

TEST_F(MonitorRegistryTest, AConfirmationForARemovedDeviceIsIgnored) {
    registry.confirmed(at("4001"), 7);
    EXPECT_FALSE(registry.object_of(7));
}

TEST_F(MonitorRegistryTest, IsOverdueWhenNobodyWatchedForTheLinger) {
    monitor("4001", 7);
    EXPECT_TRUE(registry.overdue(now + 1h).empty());
    registry.unwatch(at("4001"), "g1", now);
    EXPECT_TRUE(registry.overdue(now + 29s).empty());
    EXPECT_EQ(registry.overdue(now + 30s), Devices{at("4001")});
    registry.watch(at("4001"), "g2");
    EXPECT_TRUE(registry.overdue(now + 1h).empty());
}

TEST_F(MonitorRegistryTest, IsNotOverdueWhileItIsStarting) {
    registry.watch(at("4001"), "g1");
    registry.unwatch(at("4001"), "g1", now);
    EXPECT_TRUE(registry.overdue(now + 1h).empty());
    registry.confirmed(at("4001"), 7);
    EXPECT_EQ(registry.overdue(now + 1h), Devices{at("4001")});
}

TEST_F(MonitorRegistryTest, AGatewayThatIsGoneEndsItsWatchesOnly) {
    monitor("4001", 7);
    monitor("4002", 8);
    registry.watch(at("4002"), "g2");
    registry.forget_gateway("g1", now);
    EXPECT_EQ(registry.overdue(now + 30s), Devices{at("4001")});
    EXPECT_EQ(registry.find(at("4002"))->watchers.count("g2"), 1U);
}

TEST_F(MonitorRegistryTest, ALostLinkMakesAllNumbersInvalid) {
    monitor("4001", 7);
    monitor("4002", 8);
    registry.lose_all();
    EXPECT_FALSE(registry.object_of(7));
    EXPECT_EQ(registry.lost(), (Devices{at("4001"), at("4002")}));
    registry.confirmed(at("4001"), 1);
    EXPECT_EQ(registry.lost(), Devices{at("4002")});
}

TEST_F(MonitorRegistryTest, ALostEntrysOldNumberIsNotTakenFromItsNewOwner) {
    monitor("4001", 7);
    monitor("4002", 8);
    registry.lose_all();
    registry.confirmed(at("4002"), 7);
    registry.remove(at("4001"));
    ASSERT_TRUE(registry.object_of(7)) << "the new link gave 7 to 4002";
    EXPECT_EQ(*registry.object_of(7), at("4002"));
}

}  // namespace
}  // namespace ctiengine::telephony

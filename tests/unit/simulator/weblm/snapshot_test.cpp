#include "simulator/weblm/model/snapshot_json.hpp"
#include "tests/unit/simulator/weblm/server_fixture.hpp"

#include <gtest/gtest.h>

namespace ctiengine::weblm_sim {
namespace {

using namespace std::chrono_literals;

TEST(Snapshot, OutlivesItsText) {
    ServerFixture before;
    before.acquire(60);
    const auto snapshot = before.server.snapshot();
    ASSERT_EQ(snapshot.holdings.size(), 1U);
    const auto read = read_snapshot(write_snapshot(snapshot));
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(*read, snapshot);
}

TEST(Snapshot, ARestartedServerKnowsItsSessions) {
    ServerFixture before;
    before.acquire(60);
    ServerFixture after;
    after.clock.advance(100s);
    after.server.restore(before.server.snapshot());
    EXPECT_EQ(after.in_use(kUsers), 60U);
    EXPECT_EQ(after.renew("s-1").code, weblm::ResultCode::Ok);
}

TEST(Snapshot, LeasesEndDuringTheRestart) {
    ServerFixture before;
    before.acquire(60);
    ServerFixture after;
    after.clock.advance(600s);
    after.server.restore(before.server.snapshot());
    EXPECT_EQ(after.in_use(kUsers), 0U);
}

TEST(Snapshot, AnUninstalledLicenceStaysUninstalled) {
    ServerFixture before;
    before.server.uninstall();
    const auto read = read_snapshot(write_snapshot(before.server.snapshot()));
    ASSERT_TRUE(read.has_value());
    ServerFixture after;
    after.server.restore(*read);
    EXPECT_FALSE(after.server.installed().has_value());
}

TEST(Snapshot, SaysWhatIsWrongWithAFile) {
    for (const auto* text :
         {"", "{}", R"({"version":2,"holdings":[]})", R"({"version":1})", R"({"version":1,"holdings":[{}]})",
          R"({"version":1,"holdings":[],"licence":"<a/>","installedAt":0})"}) {
        const auto read = read_snapshot(text);
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().code, Errc::InvalidValue);
        EXPECT_FALSE(read.error().detail.empty());
    }
}

}  // namespace
}  // namespace ctiengine::weblm_sim

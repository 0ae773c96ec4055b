#include "license-svc/store/grace_table.hpp"

#include "tests/unit/license-svc/store/state_folder.hpp"

namespace ctiengine::license {
namespace {

StoredGrace some_grace() {
    StoredGrace grace;
    grace.state = {1700000000, 1700000900, 1699999999, 900, 4711, "b0c4-11"};
    grace.entitlement = {80, true};
    return grace;
}

class GraceTableTest : public ::testing::Test {
  protected:
    StateKey key(const std::string& machine = "machine-1") {
        auto key = StateKey::open(folder_.key(), machine);
        if (!key) throw std::runtime_error(key.error().detail);
        return std::move(*key);
    }
    void change_text(const char* sql) {
        auto database = folder_.open();
        Statement change(database, sql);
        ASSERT_EQ(change.step(), Statement::Step::Done);
    }

    StateFolder folder_;
    Database database_ = folder_.open();
};

TEST_F(GraceTableTest, KeepsTheGracePeriodOverAStart) {
    EXPECT_FALSE(GraceTable(database_, key()).load());
    EXPECT_TRUE(GraceTable(database_, key()).save(some_grace()));
    GraceTable again(database_, key());
    EXPECT_EQ(again.load(), some_grace());
    EXPECT_FALSE(again.tampered());
}

TEST_F(GraceTableTest, T6_AStateThatWasChangedIsNone) {
    for (const char* sql :
         {"UPDATE grace SET state = replace(state, '1700000000', '1800000000')",
          "UPDATE grace SET state = '1 x'",
          "UPDATE grace SET mac = iif(mac LIKE 'a%', 'b', 'a') || substr(mac, 2)",
          "UPDATE grace SET mac = ''"}) {
        GraceTable(database_, key()).save(some_grace());
        change_text(sql);
        GraceTable table(database_, key());
        EXPECT_FALSE(table.load()) << sql;
        EXPECT_TRUE(table.tampered()) << sql;
    }
}

TEST_F(GraceTableTest, T6_AStateOfAnotherHostIsNone) {
    GraceTable(database_, key()).save(some_grace());
    GraceTable clone(database_, key("machine-2"));
    EXPECT_FALSE(clone.load());
    EXPECT_TRUE(clone.tampered());
}

TEST_F(GraceTableTest, T6_AStateWithoutItsKeyIsNone) {
    GraceTable(database_, key()).save(some_grace());
    std::filesystem::remove(folder_.key());
    GraceTable table(database_, key());
    EXPECT_FALSE(table.load());
    EXPECT_TRUE(table.tampered());
}

TEST_F(GraceTableTest, AKeyThatOthersMayReadIsRefused) {
    key();
    std::filesystem::permissions(folder_.key(), std::filesystem::perms(0644));
    EXPECT_FALSE(StateKey::open(folder_.key(), "machine-1"));
}

TEST_F(GraceTableTest, AKeyOfAnotherLengthIsRefused) {
    key();
    std::filesystem::resize_file(folder_.key(), 31);
    const auto refused = StateKey::open(folder_.key(), "machine-1");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().detail.find("32 octets"), std::string::npos);
}

}  // namespace
}  // namespace ctiengine::license

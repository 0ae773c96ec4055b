#include "config/setting_value.hpp"

#include "config/settings_table.hpp"

#include <gtest/gtest.h>

namespace ctiengine::config {
namespace {

struct Case {
    const char* tag;
    const char* text;
    std::int64_t value;  // -1: refused
};

class SettingValueRow : public testing::TestWithParam<Case> {};

TEST_P(SettingValueRow, IsReadByItsRow) {
    const auto* row = find_setting(SettingsFileKind::Engine, GetParam().tag);
    ASSERT_NE(row, nullptr);
    auto value = read_value(*row, GetParam().text);
    if (GetParam().value >= 0) {
        ASSERT_TRUE(value) << value.error().detail;
        EXPECT_EQ(*value, GetParam().value);
    } else {
        ASSERT_FALSE(value);
        EXPECT_EQ(value.error().code, Errc::InvalidSettings);
        EXPECT_NE(value.error().detail.find(GetParam().tag), std::string::npos) << value.error().detail;
        EXPECT_NE(value.error().detail.find(rule_of(*row)), std::string::npos) << value.error().detail;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Rows,
    SettingValueRow,
    testing::Values(
        Case{"PORT", "8090", 8090},
        Case{"PORT", "65536", -1},
        Case{"PORT", "-1", -1},
        Case{"PORT", "80x", -1},
        Case{"PORT", "", -1},
        Case{"PORT", "99999999999999999999", -1},
        Case{"LOGSIZE", "10", 10 << 20},
        Case{"LOGSIZE", "512k", 512 << 10},
        Case{"LOGSIZE", "1G", std::int64_t{1} << 30},
        Case{"LOGSIZE", "K", -1},
        Case{"LOGSIZE", "1T", -1},
        Case{"LOGSIZE", "9999999999G", -1},
        Case{"LOGSEVERITY", "high", 1},
        Case{"LOGSEVERITY", "LOW", 0},
        Case{"LOGSEVERITY", "Medium", -1},
        Case{"TSAPIPRIMARYLINK", "A#B#CSTA#C", 10},
        Case{"TSAPIPRIMARYLINK", "A234567890123456789012345678901234567890123456789", -1}
    )
);

TEST(SettingValue, NeverShowsASecret) {
    auto refused =
        read_value(*find_setting(SettingsFileKind::Engine, "TSAPIPASSWORD"), std::string(2000, 'x'));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail.find("xxx"), std::string::npos) << refused.error().detail;
}

TEST(SettingsTable, EveryDefaultObeysItsOwnRow) {
    for (const auto& row : settings_table()) {
        EXPECT_TRUE(read_value(row, row.default_value)) << row.tag;
        EXPECT_FALSE(row.help.empty()) << row.tag;
        EXPECT_FALSE(row.source.empty()) << row.tag;
        EXPECT_NE(row.readers, 0U) << row.tag;
        EXPECT_EQ(find_setting(row.file, row.tag), &row) << "two rows for " << row.tag;
    }
}

}  // namespace
}  // namespace ctiengine::config

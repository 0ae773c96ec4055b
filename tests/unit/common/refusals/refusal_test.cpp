#include "common/refusals/refusal.hpp"

#include <gtest/gtest.h>

#include <set>

namespace ctiengine::refusals {
namespace {

TEST(RefusalTable, FollowsTheOrderOfTheEnumeration) {
    std::size_t place = 0;
    for (const auto& row : refusal_table())
        EXPECT_EQ(static_cast<std::size_t>(row.refusal), place++) << row.label;
}

TEST(RefusalTable, HasALabelOfItsOwnForEachRefusal) {
    std::set<std::string_view> labels;
    for (const auto& row : refusal_table()) {
        EXPECT_TRUE(labels.insert(row.label).second) << row.label;
        EXPECT_EQ(row.label.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos)
            << row.label;
        EXPECT_FALSE(row.sentence.empty()) << row.label;
    }
}

TEST(RefusalTable, GivesNoCloseCodeToWhatIsAnHttpAnswer) {
    for (const auto& row : refusal_table()) {
        if (row.http_status == 0) continue;
        EXPECT_EQ(row.close_code, connection::CloseCode::Normal) << row.label;
    }
}

TEST(RefusalTable, KeepsCloseReasonsWithinAControlFrame) {
    for (const auto& row : refusal_table()) {
        if (row.http_status != 0) continue;
        EXPECT_LE(row.sentence.size(), 123U) << row.label;
    }
}

}  // namespace
}  // namespace ctiengine::refusals

#include "simulator/tsapi_standin/version_list.hpp"

#include <gtest/gtest.h>

namespace ctiengine::tsapi_standin {
namespace {

std::string read(std::string_view text) {
    const auto list = VersionList::parse(text);
    return list ? list->text() : "refused";
}

TEST(VersionList, ReadsRangesAndItems) {
    EXPECT_EQ(read("2"), "2");
    EXPECT_EQ(read("1-3:5"), "1-3:5");
    EXPECT_EQ(read("1:2"), "1-2");
    EXPECT_EQ(read("9:2-4:3"), "2-4:9");
}

TEST(VersionList, RefusesWhatIsNoList) {
    for (const auto* text :
         {"", ":", "1:", "-", "1-", "-2", "3-1", "1 2", " 1", "a", "1-2-3", "100", "99999999999"}) {
        EXPECT_EQ(read(text), "refused") << '"' << text << '"';
    }
}

TEST(VersionList, KeepsWhatBothHave) {
    const auto common = VersionList::parse("3-19")->common_with(*VersionList::parse("2-9"));
    EXPECT_EQ(common.text(), "3-9");
    EXPECT_EQ(common.highest(), 9U);
    EXPECT_TRUE(common.common_with(*VersionList::parse("20")).empty());
}

}  // namespace
}  // namespace ctiengine::tsapi_standin

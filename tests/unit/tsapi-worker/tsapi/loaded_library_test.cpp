#include "tsapi-worker/tsapi/loaded_library.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tsapi {
namespace {

using ::testing::HasSubstr;

TEST(LoadedLibrary, FindsEveryFunctionInTheStandIn) {
    auto loaded = load_library(CTIENGINE_LIBCSTA, CTIENGINE_LIBATTPRIV);
    ASSERT_TRUE(loaded) << loaded.error().detail;
#define CTIENGINE_EXPECT_FOUND(name) EXPECT_NE(loaded->name, nullptr) << #name;
    CTIENGINE_CSTA_FUNCTIONS(CTIENGINE_EXPECT_FOUND)
    CTIENGINE_OPTIONAL_CSTA_FUNCTIONS(CTIENGINE_EXPECT_FOUND)
    CTIENGINE_ATT_FUNCTIONS(CTIENGINE_EXPECT_FOUND)
    CTIENGINE_OPTIONAL_ATT_FUNCTIONS(CTIENGINE_EXPECT_FOUND)
#undef CTIENGINE_EXPECT_FOUND
}

TEST(LoadedLibrary, TakesAnOlderLibraryThatLacksOptionalFunctions) {
    auto loaded = load_library(CTIENGINE_LIBCSTA, CTIENGINE_OLD_LIBATTPRIV);
    ASSERT_TRUE(loaded) << loaded.error().detail;
    EXPECT_NE(loaded->attPrivateData, nullptr);
    EXPECT_EQ(loaded->attV7RouteSelect, nullptr);
}

TEST(LoadedLibrary, SaysWhichFileIsMissingAndWhichSettingNamesIt) {
    auto loaded = load_library("/nowhere/libcsta.so", CTIENGINE_LIBATTPRIV);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, Errc::NotConnected);
    EXPECT_THAT(loaded.error().detail, HasSubstr("/nowhere/libcsta.so"));
    EXPECT_THAT(loaded.error().detail, HasSubstr("TSAPILIBRARY"));
}

TEST(LoadedLibrary, NamesThePrivateDataSettingForTheOtherFile) {
    auto loaded = load_library(CTIENGINE_LIBCSTA, "/nowhere/libattpriv.so");
    ASSERT_FALSE(loaded);
    EXPECT_THAT(loaded.error().detail, HasSubstr("TSAPIPRIVATELIBRARY"));
}

TEST(LoadedLibrary, ListsWhatAnotherLibraryLacks) {
    auto loaded = load_library(CTIENGINE_LIBCSTA, CTIENGINE_LIBCSTA);
    ASSERT_FALSE(loaded);
    EXPECT_THAT(loaded.error().detail, HasSubstr("attMakeVersionString, attPrivateData"));
}

}  // namespace
}  // namespace ctiengine::tsapi

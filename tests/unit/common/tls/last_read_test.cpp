#include "common/tls/last_read.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ctiengine::tls {
namespace {

const std::string kZeros(6, '\0');

TEST(LastRead, IsCleansedWhereTheTextLies) {
    std::string buffer = "head:secret:tail";
    std::string room(20, ' ');
    LastRead last;
    last.note(buffer.data(), 8);
    last.note(buffer.data() + 8, buffer.size() - 8);
    last.cleanse("secret", room.data(), room.size());
    EXPECT_EQ(buffer, "head:" + kZeros + ":tail") << "two reads one behind the other are one buffer";
}

TEST(LastRead, LeavesAloneWhatWasReadToItsPlaceAtOnce) {
    std::string room = "secret";
    LastRead last;
    last.note(room.data(), room.size());
    last.cleanse("secret", room.data(), room.size());
    EXPECT_EQ(room, "secret");
}

TEST(LastRead, KnowsOnlyTheLastBuffer) {
    std::string older = "secret";
    std::string newer = "secret";
    std::string room(6, ' ');
    LastRead last;
    last.note(older.data(), older.size());
    last.note(newer.data(), newer.size());
    last.cleanse("secret", room.data(), room.size());
    EXPECT_EQ(older, "secret");
    EXPECT_EQ(newer, kZeros);
    last.note(older.data(), older.size());
    last.forget();
    last.cleanse("secret", room.data(), room.size());
    EXPECT_EQ(older, "secret");
}

}  // namespace
}  // namespace ctiengine::tls

#include "tsapi-worker/tsapi/abi/attpriv.h"

#include <gtest/gtest.h>

#include <cstring>

namespace {

struct PrivateDataRoom {
    ATTPrivateData_t room{};
    PrivateData_t* get() { return reinterpret_cast<PrivateData_t*>(&room); }
};

UserEnteredCode_t code(const char* digits) {
    UserEnteredCode_t made{};
    made.size = sizeof made;
    std::strncpy(made.data, digits, MAX_USER_CODE);
    return made;
}

TEST(Version1Items, ComeBackInTheOrderAdded) {
    PrivateDataRoom data;
    initATTPrivate(data.get());
    EXPECT_STREQ(data.room.vendor, ATT_VENDOR_STRING);
    EXPECT_EQ(data.room.length, 4);
    EXPECT_EQ(getATTPrivate(ATT_PRIV_UEC, data.get(), 0), nullptr);
    for (const auto* digits : {"11", "22"}) {
        auto item = code(digits);
        addATTPrivate(ATT_PRIV_UEC, &item, data.get());
    }
    UserEnteredCode_t found{};
    std::memcpy(&found, getATTPrivate(ATT_PRIV_UEC, data.get(), 1), sizeof found);
    EXPECT_STREQ(found.data, "22");
    EXPECT_EQ(getATTPrivate(ATT_PRIV_UEC, data.get(), 2), nullptr);
    EXPECT_EQ(data.room.data[2], 2);  // item count, little-endian
    EXPECT_EQ(data.room.length % 2, 0);
}

TEST(Version1Items, AreBoundedAndChecked) {
    PrivateDataRoom data;
    initATTPrivate(data.get());
    auto item = code("1");
    addATTPrivate(99, &item, data.get());
    EXPECT_EQ(data.room.length, 4);
    for (int more = 0; more < 100; ++more) addATTPrivate(ATT_PRIV_UEC, &item, data.get());
    EXPECT_LE(data.room.length, sizeof data.room.data);
    data.room.length = 10;  // cut in the middle of an item
    EXPECT_EQ(getATTPrivate(ATT_PRIV_UEC, data.get(), 0), nullptr);
    initATTPrivate(nullptr);
    addATTPrivate(ATT_PRIV_UEC, nullptr, data.get());
    EXPECT_EQ(getATTPrivate(ATT_PRIV_UEC, nullptr, 0), nullptr);
}

}  // namespace

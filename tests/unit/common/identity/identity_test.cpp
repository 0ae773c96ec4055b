#include "common/identity/identity.hpp"

#include <gtest/gtest.h>

namespace ctiengine::identity {
namespace {

TEST(Role, IsReadAsItIsWritten) {
    for (auto role : {Role::Agent, Role::Supervisor, Role::Admin})
        EXPECT_EQ(role_from(to_string(role)), role);
}

TEST(Role, IsNotGuessed) {
    for (auto word : {"", "Admin", "administrator", "agent "}) EXPECT_FALSE(role_from(word)) << word;
}

TEST(Rights, OfADefaultUserAreNone) {
    const Rights rights;
    EXPECT_EQ(rights.role, Role::Agent);
    EXPECT_TRUE(rights.devices.empty());
}

}  // namespace
}  // namespace ctiengine::identity

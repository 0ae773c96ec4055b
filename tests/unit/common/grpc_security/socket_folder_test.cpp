#include "common/grpc_security/socket_folder.hpp"

#include "tests/unit/common/grpc_security/test_folder.hpp"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace ctiengine::grpc_security {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class SocketFolder : public testing::Test {
  protected:
    Result<void> check(mode_t mode) {
        EXPECT_EQ(::chmod(folder.path.c_str(), mode), 0);
        return check_socket_folder(folder.path / "worker.sock", users);
    }

    TestFolder folder;
    AllowedUsers users{{}};
};

TEST_F(SocketFolder, IsGoodWhenOnlyTheOwnerWritesThere) {
    for (mode_t mode : {0700, 0750, 0755}) EXPECT_TRUE(check(mode)) << std::oct << mode;
}

TEST_F(SocketFolder, IsRefusedWhenOthersMayWriteThere) {
    for (mode_t mode : {0770, 0702, 0777}) {
        auto refused = check(mode);
        ASSERT_FALSE(refused) << std::oct << mode;
        EXPECT_EQ(refused.error().code, Errc::InvalidSettings);
        EXPECT_THAT(
            refused.error().detail,
            AllOf(
                HasSubstr(folder.path.string()), HasSubstr(fmt::format("mode {:04o}", mode)),
                HasSubstr("chmod 0750 '" + folder.path.string() + "'")
            )
        );
    }
}

TEST_F(SocketFolder, MayBeStickyWhenItIsOurs) {
    EXPECT_TRUE(check(01777));
}

TEST_F(SocketFolder, IsRefusedWhenItIsNotThere) {
    auto refused = check_socket_folder(folder.path / "no" / "worker.sock", users);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("mkdir -m 0750 '" + (folder.path / "no").string() + "'"));
}

TEST_F(SocketFolder, IsRefusedWhenItIsAFile) {
    std::ofstream(folder.path / "file") << "x";
    auto refused = check_socket_folder(folder.path / "file" / "worker.sock", users);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("is no folder"));
}

/// Needs root to give a folder away.
class ForeignFolder : public SocketFolder {
  protected:
    void SetUp() override {
        if (::geteuid() != 0) GTEST_SKIP() << "only root can give a folder to another user";
        ASSERT_EQ(::chown(folder.path.c_str(), kStranger, kStranger), 0);
    }
    static constexpr uid_t kStranger = 65533;
};

TEST_F(ForeignFolder, IsRefused) {
    auto refused = check(0755);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, AllOf(HasSubstr("user 65533"), HasSubstr("chown 0 ")));
}

TEST_F(ForeignFolder, IsRefusedWhenSticky) {
    auto refused = check(01777);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, AllOf(HasSubstr("user 65533"), HasSubstr("mkdir -m 0750")));
}

TEST(AllowedUsers, AreRootOurselvesAndThoseNamed) {
    AllowedUsers nobody_else({});
    EXPECT_TRUE(nobody_else.contains(0));
    EXPECT_TRUE(nobody_else.contains(::geteuid()));
    EXPECT_FALSE(nobody_else.contains(65534));
    AllowedUsers named({"nobody", "no-such-user-here"});
    EXPECT_TRUE(named.contains(65534));
    EXPECT_THAT(named.unknown(), testing::ElementsAre("no-such-user-here"));
}

}  // namespace
}  // namespace ctiengine::grpc_security

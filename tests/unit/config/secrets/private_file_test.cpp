#include "config/secrets/private_file.hpp"

#include "config/secrets/key_ring_file.hpp"
#include "tests/unit/config/secrets/private_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

namespace ctiengine::config {
namespace {

using ::ctiengine::testing::PrivateFolder;
using ::testing::HasSubstr;

std::string refusal(const std::filesystem::path& file, Privacy privacy = Privacy::KeyFile) {
    auto content = read_private_file(file, privacy);
    return content ? "" : content.error().detail;
}

TEST(PrivateFile, IsReadWhenOnlyItsOwnerMay) {
    const PrivateFolder folder;
    auto content = read_private_file(folder.write("secret", "text\n", 0600), Privacy::KeyFile);
    ASSERT_TRUE(content) << content.error().detail;
    EXPECT_EQ(content->reveal(), "text\n");
    EXPECT_EQ(refusal(folder.write("read-only", "text", 0400)), "");
}

TEST(PrivateFile, IsRefusedWithTheCommandThatMendsIt) {
    const PrivateFolder folder;
    for (mode_t mode : {0640U, 0620U, 0604U, 0602U, 0601U, 0610U}) {
        auto file = folder.write("secret", "text", mode);
        EXPECT_THAT(refusal(file), HasSubstr("chmod 600 " + file.string())) << std::oct << mode;
        EXPECT_THAT(refusal(file, Privacy::PasswordFile), HasSubstr("chmod 600"));
    }
    EXPECT_THAT(refusal(folder.path() / "absent"), HasSubstr("No such file"));
    EXPECT_THAT(refusal(folder.path()), HasSubstr("it is not a file"));
    EXPECT_THAT(
        refusal(folder.write("large", std::string(65537, 'x'), 0600)), HasSubstr("larger than 64 KiB")
    );
}

TEST(PrivateFile, OfSystemdMayHaveAnAccessListForTheServicesUser) {
    const PrivateFolder folder;
    EXPECT_EQ(refusal(folder.write("credential", "text", 0440), Privacy::Credential), "");
    EXPECT_THAT(
        refusal(folder.write("credential", "text", 0444), Privacy::Credential), HasSubstr("mode 0444")
    );
}

TEST(PrivateFile, IsNotFoundBehindALinkUnlessToolsDropItSo) {
    const PrivateFolder folder;
    auto link = folder.path() / "link";
    std::filesystem::create_symlink(folder.write("secret", "text", 0600), link);
    EXPECT_THAT(refusal(link), HasSubstr("symbolic link"));
    EXPECT_EQ(refusal(link, Privacy::PasswordFile), "");
}

TEST(PrivateFile, OfAStrangerIsRefused) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can make a file of somebody else that it may read";
    const PrivateFolder folder;
    auto file = folder.write("secret", "text", 0600);
    ASSERT_EQ(::chown(file.c_str(), 12345, 12345), 0);
    EXPECT_THAT(refusal(file), HasSubstr("belongs to user number 12345"));
    ASSERT_EQ(::chown(folder.path().c_str(), 12345, 12345), 0);
    EXPECT_EQ(refusal(file), "") << "root works for the owner of the folder";
}

TEST(KeyRingFile, IsMadeOnceForItsOwnerAlone) {
    const PrivateFolder folder;
    auto file = folder.path() / "keys" / "secrets.keyring";
    KeyRing ring;
    ASSERT_TRUE(ring.add_key({}));
    ASSERT_TRUE(create_key_ring_file(file, ring));
    EXPECT_EQ(owner_of(file)->mode, 0600U);
    EXPECT_EQ(owner_of(file.parent_path())->mode, 0700U);
    EXPECT_EQ(load_key_ring(file)->active().id, ring.active().id);
    auto again = create_key_ring_file(file, ring);
    ASSERT_FALSE(again);
    EXPECT_THAT(again.error().detail, HasSubstr("File exists"));
    ASSERT_TRUE(ring.add_key({}));
    ASSERT_TRUE(save_key_ring(file, ring));
    EXPECT_EQ(load_key_ring(file)->size(), 2U);
    EXPECT_EQ(owner_of(file)->mode, 0600U);
}

TEST(KeyRingFile, IsRefusedInAFolderThatOthersMayEnter) {
    const PrivateFolder folder;
    auto file = folder.write("ring", "k " + std::string(43, 'A') + " now\n", 0600);
    ASSERT_TRUE(load_key_ring(file));
    for (mode_t mode : {0750U, 0701U, 0770U}) {
        ASSERT_EQ(::chmod(folder.path().c_str(), mode), 0);
        auto ring = load_key_ring(file);
        ASSERT_FALSE(ring) << std::oct << mode;
        EXPECT_THAT(ring.error().detail, HasSubstr("chmod 700 " + folder.path().string()));
    }
}

TEST(KeyRingFile, OfGarbageIsRefusedByItsName) {
    const PrivateFolder folder;
    auto ring = load_key_ring(folder.write("ring", "garbage\n", 0600));
    ASSERT_FALSE(ring);
    EXPECT_THAT(ring.error().detail, ::testing::AllOf(HasSubstr("ring: line 1"), HasSubstr("from a backup")));
}

}  // namespace
}  // namespace ctiengine::config

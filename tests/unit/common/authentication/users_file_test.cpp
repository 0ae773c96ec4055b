#include "common/authentication/users_file.hpp"

#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/manual_clock/manual_clock.hpp"
#include "tests/unit/common/authentication/kept_entries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

namespace ctiengine::authentication {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr auto kDoor = R"({"users": {"door": {"certificates": ["DNS:door"]}}})";
constexpr auto kGate = R"({"users": {"gate": {"certificates": ["DNS:gate"]}}})";

class UsersFileTest : public ::testing::Test {
  protected:
    std::filesystem::path write(std::string_view text, mode_t mode = 0600) {
        auto file = folder.write("users.json", text);
        ::chmod(file.c_str(), mode);
        return file;
    }

    testing::TemporaryDirectory folder;
    testing::ManualClock clock;
    testing::KeptEntries trail;
};

TEST_F(UsersFileTest, TakesChangesAndKeepsThemWhenTheNextAreBroken) {
    auto file = UsersFile::open(write(kDoor), clock, trail);
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_TRUE((*file)->current()->by_name.contains("door"));
    write(kGate);
    clock.advance(1s);
    EXPECT_TRUE((*file)->current()->by_name.contains("gate"));
    write("{");
    clock.advance(1s);
    EXPECT_TRUE((*file)->current()->by_name.contains("gate"));
    EXPECT_THAT(trail.events(), ElementsAre("users file replaced", "users file refused"));
}

TEST_F(UsersFileTest, IsNotTakenWhenOthersCanReadIt) {
    auto file = UsersFile::open(write(kDoor, 0644), clock, trail);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, Errc::Refused);
    auto good = UsersFile::open(write(kDoor), clock, trail);
    write(kGate, 0644);
    clock.advance(1s);
    EXPECT_TRUE((*good)->current()->by_name.contains("door"));
}

TEST_F(UsersFileTest, NamesFileAndLineOfEveryMistake) {
    auto file = write("{\"users\": {\n\"ann\": {\"role\": 1},\n\"ben\": {\"role\": 2}}}");
    auto users = load_users(file);
    ASSERT_FALSE(users);
    EXPECT_THAT(users.error().detail, HasSubstr(file.string() + ": line 2: user 'ann', role:"));
    EXPECT_THAT(users.error().detail, HasSubstr(file.string() + ": line 3: user 'ben', role:"));
}

}  // namespace
}  // namespace ctiengine::authentication

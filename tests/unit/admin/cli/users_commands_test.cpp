#include "common/authentication/users_file.hpp"
#include "common/password_hash/password_hash.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/program_run/program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <fstream>

namespace ctiengine::admin {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::Ran;
using testing::run_on_terminal;
using testing::run_shell;

/// The program itself, as an operator calls it.
class UsersCommands : public ::testing::Test {
  protected:
    std::string file() const { return (folder.path() / "users.json").string(); }

    Ran run(const std::string& arguments, const std::string& input = "") const {
        const auto in = folder.write("input", input);
        const auto command = std::string(CTIENGINE_ADMIN) + " users " + arguments + " --file '" + file() +
                             "' < '" + in.string() + "' 2>&1";
        return run_shell(command);
    }
    authentication::Users users() const { return authentication::load_users(file()).value(); }
    std::string content() const {
        std::ifstream in(file());
        return {std::istreambuf_iterator<char>(in), {}};
    }

    testing::TemporaryDirectory folder;
};

TEST_F(UsersCommands, AddAUserWithEverything) {
    const auto ran =
        run("add ann --role supervisor --extension 4001 4002 --agent 2001 --certificate email:ann@x --stdin",
            "s3cret\n");
    ASSERT_EQ(ran.status, 0) << ran.output;
    EXPECT_THAT(ran.output, Not(HasSubstr("s3cret")));
    const auto ann = users().by_name.at("ann");
    EXPECT_TRUE(password_hash::fits(ann.password_hash, "s3cret"));
    EXPECT_EQ(ann.rights.role, identity::Role::Supervisor);
    EXPECT_THAT(ann.rights.devices, ::testing::ElementsAre("4001", "4002"));
    EXPECT_THAT(ann.rights.agent_ids, ::testing::ElementsAre("2001"));
    EXPECT_THAT(ann.certificates, ::testing::ElementsAre("email:ann@x"));
    struct stat state {};
    ASSERT_EQ(::stat(file().c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777U, 0600U);
}

TEST_F(UsersCommands, ChangeAPasswordAndRemoveAUser) {
    ASSERT_EQ(run("add ann --stdin", "one").status, 0);
    ASSERT_EQ(run("add ben --no-password --certificate DNS:ben").status, 0);
    ASSERT_EQ(run("set-password ann --stdin", "two").status, 0);
    EXPECT_TRUE(password_hash::fits(users().by_name.at("ann").password_hash, "two"));
    ASSERT_EQ(run("remove ann").status, 0);
    EXPECT_FALSE(users().by_name.contains("ann"));
    EXPECT_TRUE(users().by_name.contains("ben"));
}

TEST_F(UsersCommands, KeepModeAndOrderOfTheFile) {
    ASSERT_EQ(run("add ann --stdin", "one").status, 0);
    ASSERT_EQ(::chmod(file().c_str(), 0640), 0);
    ASSERT_EQ(run("add ben --stdin", "two").status, 0);
    struct stat state {};
    ASSERT_EQ(::stat(file().c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777U, 0640U);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        EXPECT_THAT(entry.path().filename().string(), ::testing::AnyOf("users.json", "input"))
            << "nothing is left";
    }
}

TEST_F(UsersCommands, ListUsersForPeopleAndPrograms) {
    ASSERT_EQ(run("add ann --extension 4001 --stdin", "one").status, 0);
    const auto table = run("list").output;
    EXPECT_THAT(table, HasSubstr("ann   agent  4001"));
    EXPECT_THAT(table, Not(HasSubstr("argon2")));
    EXPECT_THAT(
        run("list --json").output, HasSubstr(R"({"user":"ann","role":"agent","extensions":["4001"])")
    );
}

TEST_F(UsersCommands, LeaveTheFileAloneWhenSomethingIsWrong) {
    ASSERT_EQ(run("add ann --certificate DNS:ann --stdin", "one").status, 0);
    const auto before = content();
    EXPECT_EQ(run("add ann --stdin", "two").status, 3) << "twice";
    EXPECT_EQ(run("add ben --stdin", "").status, 3) << "no password";
    EXPECT_EQ(run("add ben --stdin", "\n").status, 3) << "an empty one";
    EXPECT_EQ(run("add ben --no-password").status, 3) << "no way to log in";
    EXPECT_EQ(run("add ben --no-password --certificate DNS:ann").status, 3) << "somebody else's";
    EXPECT_EQ(run("add ben --no-password --certificate CN:ben").status, 2);
    EXPECT_EQ(run("add ben --extension tel:1 --stdin", "x").status, 2);
    EXPECT_EQ(run("add ben --role boss --stdin", "x").status, 2);
    EXPECT_EQ(run("add ' ben' --stdin", "x").status, 2);
    EXPECT_EQ(run("remove zoe").status, 3);
    EXPECT_EQ(run("set-password zoe --stdin", "x").status, 3);
    EXPECT_EQ(content(), before);
    folder.write("users.json", "{\"users\": {\n\"ann\": {}}}");
    EXPECT_EQ(run("add ben --stdin", "x").status, 3);
    EXPECT_EQ(content(), "{\"users\": {\n\"ann\": {}}}");
}

TEST_F(UsersCommands, CheckNamesEveryMistake) {
    ASSERT_EQ(run("add ann --stdin", "one").status, 0);
    EXPECT_EQ(run("check").status, 0);
    folder.write("users.json", "{\"users\": {\n\"ann\": {\"role\": 1},\n\"ben\": {\"certificates\": []}}}");
    const auto ran = run("check");
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.output, HasSubstr("line 2: user 'ann', role: must be"));
    EXPECT_THAT(ran.output, HasSubstr("line 3: user 'ben' has neither"));
    EXPECT_EQ(run("check --json").status, 1);
    ::chmod(file().c_str(), 0644);
    EXPECT_EQ(run("check").status, 3);
}

TEST_F(UsersCommands, PrintAHashOnly) {
    const auto in = folder.write("input", "pass word\n");
    auto ran = run_shell(std::string(CTIENGINE_ADMIN) + " users hash --stdin < '" + in.string() + "'");
    ASSERT_EQ(ran.status, 0) << ran.output;
    ran.output.pop_back();
    EXPECT_TRUE(password_hash::fits(ran.output, "pass word"));
}

TEST_F(UsersCommands, AskTwiceOnTheTerminalAndShowNothing) {
    const auto ran =
        run_on_terminal({CTIENGINE_ADMIN, "users", "add", "ann", "--file", file()}, {"s3cret", "s3cret"});
    EXPECT_EQ(ran.status, 0) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("New password: "));
    EXPECT_THAT(ran.output, HasSubstr("The same again: "));
    EXPECT_THAT(ran.output, Not(HasSubstr("s3cret")));
    EXPECT_TRUE(password_hash::fits(users().by_name.at("ann").password_hash, "s3cret"));
}

TEST_F(UsersCommands, ChangeNothingWhenTheTwoDiffer) {
    const auto ran =
        run_on_terminal({CTIENGINE_ADMIN, "users", "add", "ann", "--file", file()}, {"s3cret", "secret"});
    EXPECT_EQ(ran.status, 3) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("the two are not the same"));
    EXPECT_FALSE(std::filesystem::exists(file()));
}

}  // namespace
}  // namespace ctiengine::admin

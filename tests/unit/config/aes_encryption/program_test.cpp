#include "config/secrets/key_ring_file.hpp"
#include "config/secrets/secret_cipher.hpp"
#include "tests/unit/config/aes_encryption/program_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::aes_encryption {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;
using testing::run_program;

class Program : public ::testing::Test {
  protected:
    testing::Outcome run(std::vector<std::string> arguments, const std::string& input = {}) const {
        arguments.insert(arguments.end(), {"--keyring", ring_.string()});
        return run_program(arguments, input);
    }

    testing::PrivateFolder folder_;
    std::filesystem::path ring_ = folder_.path() / "keys" / "ring";
};

TEST_F(Program, ReadsOneLineOfStandardInput) {
    auto outcome = run({"--stdin"}, "open sesame\r\nsecond line\n");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, MatchesRegex("cte1:[-_A-Za-z0-9]+:[-_A-Za-z0-9]{16}:[-_A-Za-z0-9]{64}\n"));
    auto text = outcome.out.substr(0, outcome.out.size() - 1);
    auto ring = config::load_key_ring(ring_);
    ASSERT_TRUE(ring) << ring.error().detail;
    EXPECT_EQ(config::decrypt_secret(*ring, "TSAPIPASSWORD", text)->reveal(), "open sesame\r");
}

TEST_F(Program, EndsWith1WhenThereIsNoPassword) {
    for (const auto& input :
         {std::string(), std::string("\n"), std::string("a\0b\n", 4), std::string("\xff\n"),
          std::string(256, 'x') + "\n", std::string(400, 'x') + "\n"}) {
        auto outcome = run({"--stdin"}, input);
        EXPECT_EQ(outcome.status, 1) << outcome.err;
        EXPECT_EQ(outcome.out, "");
        EXPECT_THAT(outcome.err, HasSubstr("the password"));
    }
    EXPECT_EQ(run({"--stdin"}, std::string(255, 'x')).status, 0);
}

TEST_F(Program, EndsWith2WhenTheRingIsNotPrivateOrNotARing) {
    ASSERT_EQ(run({"--stdin"}, "x\n").status, 0);
    ::chmod(ring_.c_str(), 0640);
    auto outcome = run({"--stdin"}, "x\n");
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("chmod 600 " + ring_.string()));
    std::ofstream(ring_) << "garbage\n";
    ::chmod(ring_.c_str(), 0600);
    EXPECT_EQ(run({"--stdin"}, "x\n").status, 2);
    EXPECT_EQ(run_program({"--stdin", "--keyring", "/nonexistent/keys/ring"}, "x\n").status, 2);
}

TEST_F(Program, EndsWith3WhenTheCommandLineIsWrong) {
    EXPECT_EQ(run({"hunter2"}).status, 3) << "never from the command line";
    EXPECT_EQ(run({"--password", "hunter2"}).status, 3);
    EXPECT_EQ(run({"--decrypt"}).status, 3);
    EXPECT_EQ(run({"--rotate", "--prune"}).status, 3);
    EXPECT_EQ(run({"--stdin", "--rotate"}).status, 3);
}

TEST_F(Program, SaysWhatToDoWithoutATerminal) {
    auto outcome = run({});
    EXPECT_EQ(outcome.status, 3);
    EXPECT_THAT(outcome.err, HasSubstr("--stdin"));
}

TEST_F(Program, ExplainsItself) {
    auto outcome = run({"--help"});
    EXPECT_EQ(outcome.status, 0);
    for (const auto* word :
         {"--stdin", "--rotate", "--prune", "--check", "--keyring", "--config", "TSAPIPASSWORD"})
        EXPECT_THAT(outcome.out, HasSubstr(word));
    EXPECT_EQ(run({"--version"}).status, 0);
}

TEST_F(Program, FindsTheRingThroughTheSettings) {
    auto settings =
        folder_.write("settings.xml", "<CTIENGINECONFIG><KEYRING>my/ring</KEYRING></CTIENGINECONFIG>", 0600);
    EXPECT_EQ(run_program({"--stdin", "--config", settings.string()}, "x\n").status, 0);
    EXPECT_TRUE(std::filesystem::exists(folder_.path() / "my" / "ring"));
    std::filesystem::remove(settings);
    EXPECT_EQ(run_program({"--stdin", "--config", settings.string()}, "x\n").status, 0);
    EXPECT_TRUE(std::filesystem::exists(folder_.path() / "keys" / "secrets.keyring"));
}

}  // namespace
}  // namespace ctiengine::aes_encryption

#include "config/secrets/key_ring_file.hpp"
#include "config/secrets/secret_cipher.hpp"
#include "tests/unit/config/aes_encryption/program_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

namespace ctiengine::aes_encryption {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::PrivateFolder;
using testing::ProgramOnTerminal;

constexpr auto kFirst = "Password of the CT user: ";
constexpr auto kSecond = "The same again: ";

class OnTerminal : public ::testing::Test {
  protected:
    PrivateFolder folder_;
    std::filesystem::path ring_ = folder_.path() / "keys" / "ring";
    ProgramOnTerminal program_{
        {"--keyring", ring_.string(), "--config", (folder_.path() / "none.xml").string()}};
};

TEST_F(OnTerminal, AsksTwiceWithoutShowingWhatIsTyped) {
    program_.wait_for(kFirst);
    EXPECT_FALSE(program_.echo_is_on());
    program_.type(" open sesame \n");
    program_.wait_for(kSecond);
    EXPECT_FALSE(program_.echo_is_on());
    program_.type(" open sesame \n");
    auto outcome = program_.end();
    EXPECT_EQ(outcome.status, 0);
    EXPECT_TRUE(program_.echo_is_on());
    EXPECT_THAT(outcome.out, Not(HasSubstr("sesame")));
    EXPECT_THAT(outcome.out, HasSubstr("made the key ring " + ring_.string()));
    auto text = outcome.out.substr(outcome.out.rfind("cte1:"));
    text.erase(text.find_first_of("\r\n"));
    auto clear = config::decrypt_secret(config::load_key_ring(ring_).value(), "TSAPIPASSWORD", text);
    ASSERT_TRUE(clear) << clear.error().detail;
    EXPECT_EQ(clear->reveal(), " open sesame ") << "nothing is trimmed";
}

TEST_F(OnTerminal, EndsWith1WhenTheTwoDiffer) {
    program_.wait_for(kFirst);
    program_.type("open sesame\n");
    program_.wait_for(kSecond);
    program_.type("open sesam\n");
    auto outcome = program_.end();
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.out, HasSubstr("not the same"));
    EXPECT_FALSE(std::filesystem::exists(ring_)) << "no key for nothing";
}

TEST_F(OnTerminal, EndsWith1WhenNothingIsTyped) {
    program_.wait_for(kFirst);
    program_.type("\n");
    EXPECT_EQ(program_.end().status, 1);
}

TEST_F(OnTerminal, GivesTheEchoBackBeforeCtrlCEndsIt) {
    program_.wait_for(kFirst);
    program_.type("open se\x03");
    auto outcome = program_.end();
    EXPECT_EQ(outcome.status, 128 + SIGINT);
    EXPECT_TRUE(program_.echo_is_on());
    EXPECT_THAT(outcome.out, Not(HasSubstr("open se")));
}

TEST_F(OnTerminal, GivesTheEchoBackBeforeAnyOtherSignalEndsIt) {
    program_.wait_for(kFirst);
    ::kill(program_.pid(), SIGTERM);
    EXPECT_EQ(program_.end().status, 128 + SIGTERM);
    EXPECT_TRUE(program_.echo_is_on());
}

/// Without a shell that could continue it, the system does not let Ctrl-Z stop it; the rest of the way is the
/// same.
TEST_F(OnTerminal, ForgetsWhatWasTypedBeforeCtrlZAndAsksAnew) {
    program_.wait_for(kFirst);
    program_.type("half\x1a");
    program_.wait_for(kFirst);
    EXPECT_FALSE(program_.echo_is_on());
    program_.type("open sesame\n");
    program_.wait_for(kSecond);
    program_.type("open sesame\n");
    EXPECT_EQ(program_.end().status, 0);
    EXPECT_TRUE(program_.echo_is_on());
}

}  // namespace
}  // namespace ctiengine::aes_encryption

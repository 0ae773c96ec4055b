#include "config/secrets/key_ring_file.hpp"
#include "config/secrets/private_file.hpp"
#include "config/secrets/secret_cipher.hpp"
#include "tests/unit/config/aes_encryption/program_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::aes_encryption {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Rotation : public ::testing::Test {
  protected:
    Rotation() {
        auto outcome = run({"--stdin"}, "open sesame\n");
        value_ = outcome.out.substr(0, outcome.out.size() - 1);
        write(value_);
    }
    testing::Outcome run(std::vector<std::string> arguments, const std::string& input = {}) const {
        arguments.insert(arguments.end(), {"--keyring", ring_.string(), "--config", settings_.string()});
        return testing::run_program(arguments, input);
    }
    static std::string file_with(const std::string& value) {
        return "<?xml version=\"1.0\"?><CTIENGINECONFIG><!-- ours -->  <PORT>8090</PORT>\t<TSAPIPASSWORD>" +
               value + "</TSAPIPASSWORD></CTIENGINECONFIG>";
    }
    void write(const std::string& value) const { folder_.write("settings.xml", file_with(value), 0640); }
    std::string content(const std::string& name = "settings.xml") const {
        std::ifstream in(folder_.path() / name);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string value() const {
        auto text = content();
        auto from = text.find("cte1:");
        return text.substr(from, text.find('<', from) - from);
    }
    config::KeyRing ring() const { return config::load_key_ring(ring_).value(); }

    testing::PrivateFolder folder_;
    std::filesystem::path ring_ = folder_.path() / "keys" / "ring";
    std::filesystem::path settings_ = folder_.path() / "settings.xml";
    std::string value_;
};

TEST_F(Rotation, EncryptsAnewAndChangesNothingElse) {
    auto before = ring().active().id;
    auto outcome = run({"--rotate"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, Not(HasSubstr("sesame")));
    EXPECT_NE(value(), value_);
    EXPECT_EQ(content(), file_with(value())) << "comments and spaces as they were";
    EXPECT_EQ(content("settings.xml.bak"), file_with(value_));
    EXPECT_EQ(config::owner_of(settings_)->mode, 0640U);
    EXPECT_EQ(ring().size(), 2U);
    EXPECT_NE(ring().active().id, before);
    EXPECT_THAT(value(), HasSubstr(":" + ring().active().id + ":"));
    EXPECT_EQ(config::decrypt_secret(ring(), "TSAPIPASSWORD", value())->reveal(), "open sesame");
    EXPECT_TRUE(config::decrypt_secret(ring(), "TSAPIPASSWORD", value_))
        << "a worker that runs still needs the old key";
}

TEST_F(Rotation, ThenDropsTheOldKeys) {
    ASSERT_EQ(run({"--prune"}).status, 0);
    EXPECT_EQ(ring().size(), 1U) << "the key that is needed stays";
    ASSERT_EQ(run({"--rotate"}).status, 0);
    ASSERT_EQ(run({"--rotate"}).status, 0);
    auto outcome = run({"--prune"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("2 key(s) dropped"));
    EXPECT_EQ(ring().size(), 1U);
    EXPECT_EQ(run({"--check", settings_.string()}).status, 0);
    EXPECT_FALSE(config::decrypt_secret(ring(), "TSAPIPASSWORD", value_));
}

TEST_F(Rotation, ChecksWithoutShowing) {
    auto outcome = run({"--check", settings_.string()});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("TSAPIPASSWORD can be decrypted"));
    EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr("sesame")));
    auto changed = value_;
    changed.back() = changed.back() == 'A' ? 'Q' : 'A';
    write(changed);
    outcome = run({"--check", settings_.string()});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("TSAPIPASSWORD was changed"));
}

TEST_F(Rotation, ChangesNothingWhenAValueCannotBeDecrypted) {
    const auto ring_before = ring().size();
    for (const auto& bad : {std::string("{plain}hunter2"), std::string("hunter2"), value_.substr(0, 40)}) {
        write(bad);
        for (const auto* command : {"--rotate", "--prune"}) {
            auto outcome = run({command});
            EXPECT_EQ(outcome.status, 2) << command;
            EXPECT_THAT(outcome.err, Not(HasSubstr("hunter2")));
        }
        EXPECT_EQ(content(), file_with(bad));
        EXPECT_EQ(ring().size(), ring_before);
    }
    std::filesystem::remove(settings_);
    EXPECT_EQ(run({"--rotate"}).status, 2);
}

}  // namespace
}  // namespace ctiengine::aes_encryption

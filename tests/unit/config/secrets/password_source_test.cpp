#include "config/secrets/password_source.hpp"

#include "config/secrets/key_ring_file.hpp"
#include "config/secrets/secret_cipher.hpp"
#include "tests/unit/config/secrets/private_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::config {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class PasswordSource : public ::testing::Test {
  protected:
    PasswordSource() {
        ring_.add_key({}).value();
        create_key_ring_file(folder_.path() / "keys" / "ring", ring_).value();
        places_.key_ring = folder_.path() / "keys" / "ring";
    }
    void give_value() {
        places_.value = Secret(encrypt_secret(ring_, "TSAPIPASSWORD", Secret("of the value")).value());
    }
    void give_file(const std::string& content, mode_t mode = 0600) {
        places_.file = folder_.write("password", content, mode);
    }
    void give_credential(const std::string& content) {
        folder_.write("tsapi-password", content, 0400);
        places_.credentials = folder_.path();
    }
    std::string password() { return std::string(read_password(places_).value().reveal()); }
    std::string refusal() {
        auto password = read_password(places_);
        return password ? "it was taken" : password.error().detail;
    }

    testing::PrivateFolder folder_;
    KeyRing ring_;
    PasswordPlaces places_;
};

TEST_F(PasswordSource, TakesTheFirstPlaceThatIsGiven) {
    EXPECT_EQ(password(), "") << "none is no error";
    give_value();
    EXPECT_EQ(password(), "of the value");
    give_file("of the file");
    EXPECT_EQ(password(), "of the file");
    places_.credentials = folder_.path();
    EXPECT_EQ(password(), "of the file") << "systemd gave credentials, but not this one";
    give_credential("of systemd");
    EXPECT_EQ(password(), "of systemd");
}

TEST_F(PasswordSource, TakesOneNewlineOffAFileAndNothingElse) {
    const std::pair<const char*, const char*> rows[] = {
        {"word\n", "word"}, {"word\n\n", "word\n"}, {" word \t", " word \t"}, {"word\r\n", "word\r"}};
    for (const auto& [content, expected] : rows) {
        give_file(content);
        EXPECT_EQ(password(), expected);
    }
}

TEST_F(PasswordSource, ReadsTheFileAnewEachTime) {
    give_file("first");
    EXPECT_EQ(password(), "first");
    give_file("second");
    EXPECT_EQ(password(), "second");
}

TEST_F(PasswordSource, RefusesAFileThatIsNotPrivateOrHoldsNoPassword) {
    give_file("hunter2", 0644);
    EXPECT_THAT(refusal(), AllOf(HasSubstr("others may look at it"), Not(HasSubstr("hunter2"))));
    give_file("\n");
    EXPECT_THAT(refusal(), HasSubstr("the password is empty"));
    places_.file = folder_.path() / "absent";
    give_value();
    EXPECT_THAT(refusal(), HasSubstr("absent: cannot be read")) << "no silent way to the next place";
}

TEST_F(PasswordSource, TakesClearTextForDevelopmentOnly) {
    places_.value = Secret("{plain}hunter2");
    EXPECT_THAT(
        refusal(), AllOf(HasSubstr("only when the worker runs with --dev"), Not(HasSubstr("hunter2")))
    );
    places_.allow_plain = true;
    EXPECT_EQ(password(), "hunter2");
    places_.value = Secret("hunter2");
    EXPECT_THAT(refusal(), AllOf(HasSubstr("run aes-encryption"), Not(HasSubstr("hunter2"))));
}

TEST_F(PasswordSource, SaysWhatIsWrongWithAnEncryptedValue) {
    places_.value = Secret("cte7:a:b:c");
    EXPECT_THAT(refusal(), HasSubstr("TSAPIPASSWORD is of a version that this program does not know"));
    places_.value = Secret("cte1:a:b");
    EXPECT_THAT(refusal(), HasSubstr("TSAPIPASSWORD is no encrypted value"));
    give_value();
    places_.key_ring = folder_.path() / "no-ring";
    EXPECT_THAT(refusal(), HasSubstr("TSAPIPASSWORD cannot be decrypted: " + places_.key_ring.string()));
    auto other = KeyRing();
    other.add_key({}).value();
    places_.key_ring = folder_.path() / "other" / "ring";
    create_key_ring_file(places_.key_ring, other).value();
    EXPECT_THAT(refusal(), HasSubstr("is not in the key ring"));
}

}  // namespace
}  // namespace ctiengine::config

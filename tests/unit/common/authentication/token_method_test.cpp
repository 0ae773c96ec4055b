#include "common/authentication/authenticators.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/manual_clock/manual_clock.hpp"
#include "tests/fakes/signing_keys/signing_keys.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/unit/common/authentication/kept_entries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::authentication {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using ::testing::HasSubstr;
using testing::SigningKey;

/// A gateway that takes tokens, with its keys in a file.
class TokenLogIn : public ::testing::Test {
  protected:
    TokenLogIn() {
        settings.methods = {"token"};
        settings.token.keys = folder.write("keys.json", testing::key_set({key.jwk("1")})).string();
        settings.token.issuer = "https://id.test";
        settings.token.audience = "ctiengine";
        settings.token.algorithms = {"RS256", "PS256", "ES256", "EdDSA"};
    }

    json claims() const {
        return {
            {"iss", "https://id.test"},
            {"aud", "ctiengine"},
            {"sub", "ann"},
            {"exp", std::chrono::system_clock::to_time_t(clock.wall_now() + 300s)}};
    }
    std::string token(const json& header = {{"alg", "EdDSA"}, {"kid", "1"}}) const {
        return key.token(header, claims().dump());
    }
    std::string start_error() {
        auto made = make_authenticator(settings, clock, trail);
        return made ? "it started" : made.error().detail;
    }
    std::string log_in(const std::string& text, const std::string& user = {}) {
        if (!authenticator) authenticator = std::move(make_authenticator(settings, clock, trail).value());
        identity::Credentials credentials;
        credentials.user = user;
        credentials.token = text;
        auto who = runner.run(authenticator->authenticate(std::move(credentials)));
        return who ? "is " + who->user : std::string(to_string(who.error().code)) + ": " + who.error().detail;
    }

    testing::TaskRunner runner;
    testing::TemporaryDirectory folder;
    testing::ManualClock clock;
    testing::KeptEntries trail;
    SigningKey key = SigningKey::ed25519();
    AuthenticationSettings settings;
    std::unique_ptr<identity::Authenticator> authenticator;
};

TEST_F(TokenLogIn, SaysWhoTheUserIs) {
    EXPECT_EQ(log_in(token()), "is ann");
    EXPECT_TRUE(authenticator->takes_tokens());
    EXPECT_EQ(log_in(token(), "ann"), "is ann");
    EXPECT_THAT(log_in(token(), "ben"), HasSubstr("Refused: token says 'ann', userName says somebody else"));
    EXPECT_THAT(log_in(""), HasSubstr("Refused: no password, token or certificate"));
}

TEST_F(TokenLogIn, TakesJsonWebTokensOnly) {
    for (const char* type : {"JWT", "jwt", "at+jwt", "application/at+JWT"}) {
        EXPECT_EQ(log_in(token({{"alg", "EdDSA"}, {"typ", type}})), "is ann") << type;
    }
    for (const char* type : {"JOSE", "dpop+jwt", "logout+jwt", "secevent+jwt"}) {
        EXPECT_THAT(log_in(token({{"alg", "EdDSA"}, {"typ", type}})), HasSubstr("Refused: the token's typ"))
            << type;
    }
}

TEST_F(TokenLogIn, RefusesWithTheReasonForTheLog) {
    EXPECT_THAT(log_in("not a token"), HasSubstr("Refused: the token has not three parts"));
    EXPECT_THAT(log_in(std::string(20000, 'a')), HasSubstr("Refused: the token is longer"));
    EXPECT_THAT(
        log_in(SigningKey::ed25519().token({{"alg", "EdDSA"}}, claims().dump())), HasSubstr("signature")
    );
    EXPECT_THAT(log_in(token({{"alg", "EdDSA"}, {"kid", "2"}})), HasSubstr("has no key"));
    clock.advance(6min);
    auto old = claims();
    old["exp"] = old["exp"].get<std::int64_t>() - 600;
    EXPECT_THAT(
        log_in(key.token({{"alg", "EdDSA"}}, old.dump())), HasSubstr("Refused: the token's exp has passed")
    );
}

TEST_F(TokenLogIn, TakesTheAlgorithmsOfTheSettingsOnly) {
    settings.token.algorithms = {"ES256"};
    EXPECT_THAT(log_in(token()), HasSubstr("alg is not in TOKENALGORITHMS"));
}

TEST_F(TokenLogIn, TakesNewKeysAndForgetsOldOnes) {
    EXPECT_EQ(log_in(token()), "is ann");
    const auto next = SigningKey::ed25519();
    folder.write("keys.json", testing::key_set({next.jwk("next key")}));
    clock.advance(1s);
    EXPECT_EQ(log_in(next.token({{"alg", "EdDSA"}}, claims().dump())), "is ann");
    EXPECT_THAT(log_in(token()), HasSubstr("has no key"));
    folder.write("keys.json", "broken");
    clock.advance(1s);
    EXPECT_EQ(log_in(next.token({{"alg", "EdDSA"}}, claims().dump())), "is ann");
    EXPECT_THAT(trail.events(), ::testing::ElementsAre("token keys replaced", "token keys refused"));
}

TEST_F(TokenLogIn, SaysThatItsServerCannotBeReached) {
    settings.token.keys = "https://127.0.0.1:1/keys";
    EXPECT_THAT(log_in(token()), HasSubstr("NotConnected: "));
}

TEST_F(TokenLogIn, NeedsItsSettings) {
    const auto good = settings.token;
    settings.token.keys.clear();
    EXPECT_THAT(start_error(), HasSubstr("TOKENKEYS is empty: name a file or an https address"));
    settings.token.keys = "http://id.test/keys";
    EXPECT_THAT(start_error(), HasSubstr("TOKENKEYS: 'http://id.test/keys' is neither"));
    settings.token.keys = (folder.path() / "none").string();
    EXPECT_THAT(start_error(), HasSubstr("TOKENKEYS: "));
    settings.token = good;
    settings.token.issuer.clear();
    EXPECT_THAT(start_error(), HasSubstr("TOKENISSUER is empty"));
    settings.token = good;
    settings.token.audience.clear();
    EXPECT_THAT(start_error(), HasSubstr("TOKENAUDIENCE is empty"));
    settings.token = good;
    settings.token.algorithms = {"RS256", "HS256"};
    EXPECT_THAT(start_error(), HasSubstr("TOKENALGORITHMS: 'HS256'"));
    settings.token.algorithms.clear();
    EXPECT_THAT(start_error(), HasSubstr("TOKENALGORITHMS is empty"));
}

}  // namespace
}  // namespace ctiengine::authentication

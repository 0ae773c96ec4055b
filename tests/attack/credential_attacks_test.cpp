// Attacks with what proves who somebody is: captured, old, foreign and forged tokens, and the sessions of
// others.
#include "tests/attack/under_attack.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class CredentialAttack : public UnderAttack {
  protected:
    /// What the gateway answers to an upgrade with this token.
    unsigned upgrade_with(const std::string& token, const std::string& path = "/") const {
        auto with_token = options();
        with_token.headers = {{"Authorization", "Bearer " + token}};
        with_token.path = path;
        return testing::refused_upgrade(with_token).status;
    }
    /// A log-in of user4051 with this token is refused.
    void expect_no_session(const std::string& token, const std::string& what) const {
        Softphone attacker(port());
        EXPECT_THROW(attacker.start_session("user4051", testing::token_xml(token)), std::runtime_error)
            << what;
    }
    static std::string without_signature(const std::string& token) {
        return token.substr(0, token.rfind('.') + 1);
    }
};

TEST_F(CredentialAttack, ATokenIsWorthNothingAfterItsTime) {
    run(
        [this] {
            const auto old = provider().token({"user4051", "4051", -120s});
            for (int times = 0; times < 20; ++times) {
                expect_no_session(old, "replayed after its end");
                EXPECT_EQ(upgrade_with(old), 401U);
            }
        },
        {"log_in", "token"}
    );
}

TEST_F(CredentialAttack, ATokenForSomebodyElseOpensNothing) {
    run(
        [this] {
            expect_no_session(provider().token({"user4051", "4051", 600s, "payroll"}), "for another service");
            expect_no_session(provider().token({"user4001", "4001"}), "of another user");
            expect_no_session(testing::IdentityProvider().token({"user4051", "4051"}), "of another provider");
            const auto good = provider().token({"user4051", "4051"});
            expect_no_session(without_signature(good), "without its signature");
            const auto none = testing::base64url(R"({"alg":"none"})") + good.substr(good.find('.'));
            expect_no_session(without_signature(none), "that says it needs no signature");
            EXPECT_EQ(upgrade_with(provider().token({"user4051", "4051", 600s, "payroll"})), 401U);
        },
        {"log_in", "token"}
    );
}

TEST_F(CredentialAttack, ATokenInTheAddressIsRefusedAndNotWrittenDown) {
    const auto good = provider().token({"user4051", "4051"});
    run(
        [&] {
            auto in_the_address = options();
            in_the_address.path = "/?access_token=" + good;
            EXPECT_EQ(testing::refused_upgrade(in_the_address).status, 400U);
        },
        {"credentials_in_url"}
    );
    EXPECT_EQ(log().find(good), std::string::npos) << "the token stands in the log";
}

/// Whoever has a token has its user's rights until it ends; what he must not get is the owner's session.
TEST_F(CredentialAttack, ACapturedTokenDoesNotTouchTheOwnersSession) {
    const auto captured = provider().token({"user4051", "4051"});
    run([&] {
        Softphone owner(port());
        owner.start_session("user4051", testing::token_xml(captured));
        Softphone thief(port());
        thief.start_session("user4051", testing::token_xml(captured));
        EXPECT_NE(thief.session(), owner.session());
        const auto call = thief.request(
            csta("MonitorStart", "<monitorObject><deviceObject>4001</deviceObject></monitorObject>")
        );
        EXPECT_EQ(call.root(), "CSTAErrorCode") << "another's telephone";
        EXPECT_EQ(owner.request(csta("RequestSystemStatus")).root(), "RequestSystemStatusResponse");
    });
}

TEST_F(CredentialAttack, TheSessionOfAnotherCannotBeStoppedOrKeptAlive) {
    run([this] {
        Softphone owner(port());
        owner.start_session("user4051", provider().proof_of("4051"));
        const auto session = "<sessionID>" + owner.session() + "</sessionID>";
        Softphone thief(port());
        const auto named = [](const std::string& root, const std::string& content) {
            return "<" + root + " xmlns=\"" + kSession + "\">" + content + "</" + root + ">";
        };
        for (const bool logged_in : {false, true}) {
            if (logged_in) thief.start_session("user4052", provider().proof_of("4052"));
            EXPECT_EQ(
                thief
                    .request(named(
                        "StopApplicationSession",
                        session +
                            "<sessionEndReason><definedEndReason>normal</definedEndReason></sessionEndReason>"
                    ))
                    .root(),
                "StopApplicationSessionNegResponse"
            );
            EXPECT_EQ(
                thief
                    .request(named(
                        "ResetApplicationSessionTimer",
                        session + "<requestedSessionDuration>180</requestedSessionDuration>"
                    ))
                    .root(),
                "ResetApplicationSessionTimerNegResponse"
            );
        }
        EXPECT_EQ(owner.request(csta("RequestSystemStatus")).root(), "RequestSystemStatusResponse");
    });
}

}  // namespace
}  // namespace ctiengine::tests

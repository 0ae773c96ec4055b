#include "common/authentication/authenticators.hpp"

#include "common/authentication/method_chain.hpp"
#include "common/password_hash/password_hash.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/manual_clock/manual_clock.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/unit/common/authentication/kept_entries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <latch>

namespace ctiengine::authentication {
namespace {

using identity::Credentials;
using ::testing::HasSubstr;

class Authenticators : public ::testing::Test {
  protected:
    void SetUp() override {
        static const std::string hash = password_hash::make("right").value();
        const auto text = R"({"users": {
            "ann": {"passwordHash": ")" +
                          hash + R"(", "extensions": ["4001"], "certificates": ["email:ann@x"]},
            "ben": {"certificates": ["email:ben@x", "DNS:ben"], "role": "supervisor"}}})";
        settings.users_file = folder.write("users.json", text);
        ::chmod(settings.users_file.c_str(), 0600);
        settings.methods = {"users"};
    }

    Result<std::unique_ptr<identity::Authenticator>> make() {
        return make_authenticator(settings, clock, trail);
    }

    Result<identity::Identity> authenticate(Credentials credentials) {
        auto authenticator = make();
        if (!authenticator) return authenticator.error();
        return runner.run((*authenticator)->authenticate(std::move(credentials)));
    }

    std::string refusal(Credentials credentials) {
        auto who = authenticate(std::move(credentials));
        if (who) return "accepted as " + who->user;
        EXPECT_EQ(who.error().code, Errc::Refused) << who.error().detail;
        return who.error().detail;
    }

    static Credentials password(const std::string& user, const std::string& password) {
        Credentials credentials;
        credentials.user = user;
        credentials.password = password;
        return credentials;
    }
    static Credentials certificate(std::vector<std::string> names, const std::string& user = "") {
        Credentials credentials;
        credentials.user = user;
        credentials.certificate_names = std::move(names);
        return credentials;
    }

    testing::TaskRunner runner;
    testing::TemporaryDirectory folder;
    testing::ManualClock clock;
    testing::KeptEntries trail;
    AuthenticationSettings settings;
};

TEST_F(Authenticators, KnowAUserByHisPassword) {
    auto who = authenticate(password("ann", "right"));
    ASSERT_TRUE(who) << who.error().detail;
    EXPECT_EQ(who->user, "ann");
    EXPECT_EQ(who->proven_by, "users");
    EXPECT_EQ(who->rights.role, identity::Role::Agent);
    EXPECT_THAT(who->rights.devices, ::testing::ElementsAre("4001"));
    EXPECT_FALSE(who->expires);
}

TEST_F(Authenticators, RefuseWrongPasswordsAndUnknownUsers) {
    EXPECT_EQ(refusal(password("ann", "wrong")), "wrong password");
    EXPECT_THAT(refusal(password("Ann", "right")), HasSubstr("no such user"));
    EXPECT_THAT(refusal(password("zoe", "right")), HasSubstr("no such user"));
    EXPECT_THAT(refusal(password("ben", "right")), HasSubstr("without a password"));
    EXPECT_THAT(refusal(password("", "right")), HasSubstr("no such user"));
    EXPECT_THAT(refusal(password("ann", "")), HasSubstr("no password, token or certificate"));
}

TEST_F(Authenticators, KnowAUserByHisCertificate) {
    settings.methods = {"certificate"};
    settings.client_certificates = true;
    auto who = authenticate(certificate({"CN:whatever", "DNS:ben"}));
    ASSERT_TRUE(who) << who.error().detail;
    EXPECT_EQ(who->user, "ben");
    EXPECT_EQ(who->rights.role, identity::Role::Supervisor);
    EXPECT_EQ(who->proven_by, "certificate");
    EXPECT_TRUE(authenticate(certificate({"DNS:ben"}, "ben")));
    EXPECT_THAT(refusal(certificate({"DNS:ben"}, "ann")), HasSubstr("userName says somebody else"));
    EXPECT_THAT(refusal(certificate({"DNS:BEN"})), HasSubstr("no user has a name"));
    EXPECT_THAT(refusal(certificate({"CN:ben", "DNS:ben.x"})), HasSubstr("no user has a name"));
    EXPECT_THAT(refusal(certificate({"DNS:ben", "email:ann@x"})), HasSubstr("two users"));
    EXPECT_THAT(refusal(password("ann", "right")), HasSubstr("no password, token or certificate"));
}

TEST_F(Authenticators, DoNotFallBackToAWeakerMethod) {
    settings.methods = {"certificate", "users"};
    settings.client_certificates = true;
    auto both = password("ann", "right");
    both.certificate_names = {"DNS:unknown"};
    EXPECT_THAT(refusal(both), HasSubstr("no user has a name"));
    EXPECT_TRUE(authenticate(password("ann", "right"))) << "without a certificate the password counts";
    settings.methods = {"users", "certificate"};
    EXPECT_TRUE(authenticate(both)) << "the first of AUTHENTICATION that is presented decides";
    both.password = "wrong";
    both.certificate_names = {"email:ann@x"};
    EXPECT_EQ(refusal(both), "wrong password");
}

TEST_F(Authenticators, TrustEverybodyOnlyByTheirName) {
    settings.methods = {"trusted"};
    auto who = authenticate(password("anybody", ""));
    ASSERT_TRUE(who);
    EXPECT_EQ(who->proven_by, "trusted");
    EXPECT_EQ(who->rights.role, identity::Role::Admin);
    EXPECT_EQ(refusal(certificate({"DNS:ben"})), "nobody says who the user is");
}

struct StartRow {
    std::vector<std::string> methods;
    const char* says;
};
class StartErrors : public Authenticators, public ::testing::WithParamInterface<StartRow> {};

TEST_P(StartErrors, NameTagAndWayOut) {
    settings.methods = GetParam().methods;
    auto made = make();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, Errc::InvalidSettings);
    EXPECT_THAT(made.error().detail, HasSubstr(GetParam().says));
}

const StartRow kStart[] = {
    {{}, "AUTHENTICATION is empty"},
    {{"password"}, "AUTHENTICATION: 'password' is not known; there are users, token and certificate"},
    {{"trusted", "users"}, "trusted checks nobody, so it stands alone"},
    {{"users", "users"}, "AUTHENTICATION names 'users' twice"},
    {{"certificate"}, "name their authority in CLIENTCA"},
};
INSTANTIATE_TEST_SUITE_P(Rows, StartErrors, ::testing::ValuesIn(kStart));

TEST_F(Authenticators, DoNotStartWithoutAGoodUsersFile) {
    settings.users_file = folder.path() / "none.json";
    EXPECT_THAT(make().error().detail, HasSubstr("USERSFILE: "));
    EXPECT_THAT(make().error().detail, HasSubstr("ctiengine-admin users add"));
}

/// Hangs until the test lets it go.
class HangingMethod final : public Method {
  public:
    explicit HangingMethod(std::latch& go) : go_(go) {}
    std::string_view name() const override { return "users"; }
    bool is_presented(const Credentials&) const override { return true; }
    Result<identity::Identity> check(const Credentials&) override {
        go_.wait();
        return Error{Errc::Refused, "in the end"};
    }

  private:
    std::latch& go_;
};

TEST(MethodChain, BoundsTheLogInsThatWait) {
    std::latch go(1);
    testing::TaskRunner runner;
    std::vector<std::unique_ptr<Method>> methods;
    methods.push_back(std::make_unique<HangingMethod>(go));
    MethodChain::Limits limits;
    limits.passwords = {1, 2};
    MethodChain chain(std::move(methods), limits);
    auto first = runner.start(chain.authenticate({}));
    auto second = runner.start(chain.authenticate({}));
    runner.poll();
    auto third = runner.run(chain.authenticate({}));
    ASSERT_FALSE(third);
    EXPECT_EQ(third.error().code, Errc::TooLarge);
    go.count_down();
    runner.run_until([&] { return second.wait_for(std::chrono::seconds(0)) == std::future_status::ready; });
    EXPECT_EQ(first.get().error().detail, "in the end");
}

}  // namespace
}  // namespace ctiengine::authentication

#include "common/admission/gatekeeper.hpp"

#include "tests/fakes/fake_connection/fake_connection.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"

#include <gmock/gmock.h>

namespace ctiengine::admission {
namespace {

using client_address::AddressList;
using refusals::Refusal;
using ::testing::HasSubstr;

class GatekeeperTest : public ::testing::Test {
  protected:
    /// What becomes of an attempt from `peer`; its place is kept.
    std::optional<Refusal> knock(const std::string& peer) {
        if (!gatekeeper_) {
            GatekeeperSettings given = settings_;
            Gatekeeper::Parts parts{*OriginRule::listed({"https://desk.test"}), rates_, check_, book_};
            gatekeeper_.emplace(std::move(given), std::move(parts));
        }
        connections_.push_back(std::make_shared<testing::FakeConnection>(runner_.executor(), "csta-xml"));
        auto& connection = *connections_.back();
        connection.known() = known_;
        Attempt attempt{connection.known(), *client_address::parse_address(peer)};
        attempt.headers = headers_;
        attempt.by_browser_protocol = by_browser_protocol_;
        attempt.connection = connections_.back();
        auto verdict = runner_.run(gatekeeper_->decide(attempt));
        if (verdict.place) places_.push_back(verdict.place);
        detail_ = verdict.detail;
        client_ = connection.known().client_address;
        return verdict.refusal;
    }

    testing::TaskRunner runner_;
    audit::NoAudit trail_;
    std::shared_ptr<refusals::RefusalBook> book_ = std::make_shared<refusals::RefusalBook>(trail_);
    std::shared_ptr<LogInRates> rates_ = std::make_shared<LogInRates>(1000, 2);
    GatekeeperSettings settings_;
    Gatekeeper::CheckToken check_;
    connection::ConnectionInfo known_ = [] {
        connection::ConnectionInfo info;
        info.origin = "https://desk.test";
        return info;
    }();
    client_address::ForwardingHeaders headers_;
    bool by_browser_protocol_ = true;
    std::optional<Gatekeeper> gatekeeper_;
    std::vector<std::shared_ptr<testing::FakeConnection>> connections_;
    std::vector<std::shared_ptr<void>> places_;
    std::string detail_;
    std::string client_;
};

TEST_F(GatekeeperTest, AdmitsListedOrigins) {
    EXPECT_EQ(knock("192.0.2.7"), std::nullopt);
    known_.origin = "https://evil.test";
    EXPECT_EQ(knock("192.0.2.8"), Refusal::OriginNotAllowed);
    EXPECT_THAT(detail_, HasSubstr("evil.test"));
    EXPECT_EQ(book_->count(Refusal::OriginNotAllowed), 1U);
}

TEST_F(GatekeeperTest, WantsAnotherProofOfWhoHasNoOrigin) {
    known_.origin.reset();
    EXPECT_EQ(knock("192.0.2.7"), Refusal::OriginMissing);
    known_.certificate_names = {"DNS:robot.test"};
    EXPECT_EQ(knock("192.0.2.7"), std::nullopt);
}

TEST_F(GatekeeperTest, AsksAStreamForNoOrigin) {
    known_.origin.reset();
    by_browser_protocol_ = false;
    EXPECT_EQ(knock("192.0.2.7"), std::nullopt);
}

TEST_F(GatekeeperTest, RefusesSecretsInTheAddress) {
    for (const char* query : {"token=x", "a=b&Password=x", "access_token", "a&JWT="}) {
        known_.query = query;
        EXPECT_EQ(knock("192.0.2.7"), Refusal::CredentialsInUrl) << query;
    }
    known_.query = "tokens=x&mypassword=y&z";
    EXPECT_EQ(knock("192.0.2.7"), std::nullopt);
}

TEST_F(GatekeeperTest, TellsABadTokenFromOneThatNobodyCanCheck) {
    known_.bearer_token = "a.b.c";
    std::optional<Errc> wrong;
    check_ = [&wrong](std::string token, std::string source) -> Task<Result<void>> {
        EXPECT_EQ(token, "a.b.c");
        EXPECT_TRUE(source.starts_with("192.0.2."));
        if (!wrong) co_return Result<void>();
        Error error{*wrong, "why"};
        co_return error;
    };
    EXPECT_EQ(knock("192.0.2.7"), std::nullopt);
    wrong = Errc::Refused;
    EXPECT_EQ(knock("192.0.2.8"), Refusal::BadToken);
    wrong = Errc::NotConnected;
    EXPECT_EQ(knock("192.0.2.9"), Refusal::TokensUnchecked);
    wrong = Errc::TooLarge;
    EXPECT_EQ(knock("192.0.2.9"), Refusal::TokensUnchecked);
    EXPECT_EQ(knock("192.0.2.9"), Refusal::LogInRateAtUpgrade) << "the third within a minute";
}

TEST_F(GatekeeperTest, RefusesTokensWhereNobodyTakesThem) {
    known_.bearer_token = "a.b.c";
    EXPECT_EQ(knock("192.0.2.7"), Refusal::BadToken);
    EXPECT_THAT(detail_, HasSubstr("AUTHENTICATION"));
}

TEST_F(GatekeeperTest, CountsOneConnectionForEachAddress) {
    EXPECT_EQ(knock("192.0.2.7"), std::nullopt);
    EXPECT_EQ(knock("192.0.2.7"), Refusal::SourceInUse);
    EXPECT_EQ(knock("192.0.2.8"), std::nullopt);
}

TEST_F(GatekeeperTest, CountsNothingBehindABalancerUnlessItShall) {
    settings_.balancers = *AddressList::parse({"192.0.2.1"});
    headers_.x_forwarded_for = {"198.51.100.4"};
    EXPECT_EQ(knock("192.0.2.1"), std::nullopt);
    EXPECT_EQ(client_, "198.51.100.4");
    EXPECT_EQ(knock("192.0.2.1"), std::nullopt);

    settings_.limit_behind_balancers = true;
    gatekeeper_.reset();
    EXPECT_EQ(knock("192.0.2.1"), std::nullopt);
    EXPECT_EQ(knock("192.0.2.1"), Refusal::SourceInUse);
    headers_.x_forwarded_for = {"198.51.100.5"};
    EXPECT_EQ(knock("192.0.2.1"), std::nullopt) << "another client";
}

TEST_F(GatekeeperTest, BelievesNoHeaderOfOthers) {
    headers_.x_forwarded_for = {"198.51.100.4"};
    EXPECT_EQ(knock("192.0.2.7"), std::nullopt);
    EXPECT_EQ(client_, "192.0.2.7");
}

}  // namespace
}  // namespace ctiengine::admission

// Tokens that come with the upgrade: in Authorization, or as a second sub-protocol.
#include "tests/fakes/identity_provider/identity_provider.hpp"
#include "tests/integration/harness/gateway_alone.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdlib.h>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

/// A gateway that believes a provider.
class UpgradeCredentials : public ::testing::Test {
  protected:
    UpgradeCredentials() {
        std::string name = (std::filesystem::temp_directory_path() / "provider-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        folder_ = name;
        provider_.write_keys(folder_);
    }
    ~UpgradeCredentials() override { std::filesystem::remove_all(folder_); }

    void begin(Settings settings = {}) {
        settings.merge(testing::IdentityProvider::settings());
        settings["TOKENKEYS"] = (folder_ / "keys.json").string();
        settings.emplace("ALLOWMISSINGORIGIN", "n");
        gateway_.emplace(settings);
    }
    testing::WssOptions with_header(const std::string& token) const {
        auto options = gateway_->client();
        options.headers = {{"Authorization", "Bearer " + token}};
        return options;
    }
    testing::WssOptions with_subprotocol(const std::string& token) const {
        auto options = gateway_->client();
        options.subprotocols = {"csta-xml", "bearer." + token};
        return options;
    }
    std::string good() const { return provider_.token({"ann", "4001"}); }

    std::filesystem::path folder_;
    testing::IdentityProvider provider_;
    std::optional<GatewayAlone> gateway_;
};

TEST_F(UpgradeCredentials, AGoodTokenConnectsAndIsTheLogIn) {
    begin();
    for (const auto& options : {with_header(good()), with_subprotocol(good())}) {
        testing::WssClient client(options);
        EXPECT_EQ(client.subprotocol(), "csta-xml") << "the token is not echoed";
        client.send_text(
            "0001<StartApplicationSession><applicationInfo><applicationID>test</applicationID></"
            "applicationInfo>"
            "<requestedProtocolVersions><protocolVersion>http://www.ecma-international.org/standards/"
            "ecma-323/csta/ed3"
            "</protocolVersion></requestedProtocolVersions><requestedSessionDuration>600</"
            "requestedSessionDuration>"
            "</StartApplicationSession>"
        );
        const auto answer = client.receive(10s * patience());
        ASSERT_TRUE(answer);
        EXPECT_THAT(answer->payload, HasSubstr("StartApplicationSessionPosResponse"));
        client.close();
    }
    gateway_->expect_line("session of user 'ann'");
}

TEST_F(UpgradeCredentials, ATokenThatIsNotGoodIsRefusedWith401) {
    begin();
    for (const auto& token :
         {provider_.token({"ann", "4001", -120s}), provider_.token({"ann", "4001", 600s, "payroll"}),
          testing::IdentityProvider().token({"ann", "4001"}), std::string("x"), good() + "x"}) {
        EXPECT_EQ(gateway_->status(with_header(token)), 401U) << token;
        EXPECT_EQ(gateway_->status(with_subprotocol(token)), 401U) << token;
    }
    gateway_->expect_audited("token");
}

TEST_F(UpgradeCredentials, WithoutATokenAProgramWithoutOriginIsRefused) {
    begin();
    EXPECT_EQ(gateway_->status(gateway_->client()), 403U);
    gateway_->expect_refused("origin_missing");
}

TEST_F(UpgradeCredentials, TooManyTriesAreRefusedWith429) {
    begin({{"LOGINSPERSOURCE", "3"}});
    for (int times = 0; times < 3; ++times) EXPECT_EQ(gateway_->status(with_header("x")), 401U);
    EXPECT_EQ(gateway_->status(with_header(good())), 429U);
    gateway_->expect_audited("log_in_rate_at_upgrade");
}

TEST_F(UpgradeCredentials, KeysThatCannotBeHadAreNobodysFault) {
    begin();
    gateway_->engine().stop_all();
    std::filesystem::remove(folder_ / "keys.json");
    try {
        gateway_->engine().start_gateway();
        FAIL() << "a gateway that can prove nobody started";
    } catch (const std::runtime_error& refused) {
        EXPECT_THAT(refused.what(), HasSubstr("TOKENKEYS"));
    }
}

}  // namespace
}  // namespace ctiengine::tests

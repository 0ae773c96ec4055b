// Every way to a licence server has to behave the same: one table of cases, run against the simulator over
// TLS and against the sample adapter, both as real processes. A site's own adapter is expected to pass it,
// too.
#include "license-svc/weblm/adapter_provider.hpp"
#include "license-svc/weblm/https_provider.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/integration/harness/weblm_simulator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using license::Provider;
using weblm::FeatureDemand;
using weblm::ResultCode;
using weblm::Verb;

constexpr std::uint32_t kCapacity = 100;  ///< of each keyword with seats
constexpr auto kPatience = 60s;

/// A licence server with its process, where nobody holds anything yet.
class LicenceServer {
  public:
    virtual ~LicenceServer() = default;
    virtual Provider& provider() = 0;
};

class SampleAdapter final : public LicenceServer {
  public:
    SampleAdapter() {
        license::AdapterProviderSettings settings;
        settings.address = "unix:" + (folder_.path() / "adapter.sock").string();
        ChildProcess::Command command{CTIENGINE_SAMPLE_ADAPTER, {}, {}};
        command.arguments = {"--listen", settings.address, "--capacity", std::to_string(kCapacity)};
        process_ = std::make_unique<ChildProcess>(std::move(command), folder_.path() / "adapter.log");
        if (!process_->wait_for_line("ready: ", kPatience))
            throw std::runtime_error("the adapter does not start: " + process_->output());
        provider_ = license::AdapterProvider::open(settings).value();
    }
    Provider& provider() override { return *provider_; }

  private:
    testing::TemporaryDirectory folder_;
    std::unique_ptr<ChildProcess> process_;
    std::unique_ptr<Provider> provider_;
};

class Simulator final : public LicenceServer {
  public:
    Simulator() {
        license::HttpsProviderSettings settings;
        settings.url = simulator_.url();
        settings.authority = simulator_.trust();
        provider_ = license::HttpsProvider::open(settings, pool_).value();
    }
    Provider& provider() override { return *provider_; }

  private:
    WeblmSimulator simulator_{{"--unused"}};
    BlockingPool pool_{"licence server", {1, 4}};
    std::unique_ptr<Provider> provider_;
};

struct Way {
    const char* name;
    std::unique_ptr<LicenceServer> (*make)();
};

class T16_LicenceServer : public ::testing::TestWithParam<Way> {
  protected:
    weblm::Response ask(
        const std::string& client, Verb verb, std::string session, std::vector<FeatureDemand> features
    ) {
        weblm::Request request;
        request.request_id = "r-" + std::to_string(++requests_);
        request.client = {client, "start-1", incarnation_, "CTI_Engine", "4.5", {}};
        request.verb = verb;
        request.session = std::move(session);
        request.features = std::move(features);
        auto answer = runner_.run(server_->provider().exchange(request), kPatience);
        if (!answer) throw std::runtime_error(answer.error().detail);
        EXPECT_EQ(answer->request_id, request.request_id);
        EXPECT_NE(answer->server_id, "");
        return *answer;
    }
    weblm::Response acquire(const std::string& client, std::uint32_t users) {
        return ask(client, Verb::Acquire, {}, demand(users));
    }
    weblm::Response renew(const std::string& client, const weblm::Response& granted, std::uint32_t users) {
        return ask(client, Verb::Renew, granted.session, demand(users));
    }
    weblm::Response release(const std::string& client, const weblm::Response& granted) {
        return ask(client, Verb::Release, granted.session, {});
    }
    static std::vector<FeatureDemand> demand(std::uint32_t users) {
        return {{"VALUE_AESO_OPEN_USERS", users, false}, {"FEAT_AESO_BASE", std::nullopt, false}};
    }
    static const weblm::Grant* find(const weblm::Response& answer, const std::string& keyword) {
        for (const auto& grant : answer.grants) {
            if (grant.keyword == keyword) return &grant;
        }
        return nullptr;
    }
    /// Seats that are granted; nothing else tells so.
    static std::uint32_t seats(const weblm::Response& answer) {
        const auto* grant = find(answer, "VALUE_AESO_OPEN_USERS");
        return grant ? grant->granted.value_or(0) : 0;
    }
    std::uint32_t in_use() {
        const auto answer = ask("looker", Verb::Describe, {}, {});
        const auto* users = find(answer, "VALUE_AESO_OPEN_USERS");
        return users && users->in_use ? *users->in_use : 9999;
    }

    std::uint64_t incarnation_ = 5;
    int requests_ = 0;
    testing::TaskRunner runner_;
    std::unique_ptr<LicenceServer> server_ = GetParam().make();
};

TEST_P(T16_LicenceServer, GrantsTheDemandWithASession) {
    const auto answer = acquire("a", 40);
    EXPECT_EQ(answer.code, ResultCode::Ok);
    EXPECT_EQ(seats(answer), 40U);
    EXPECT_TRUE(find(answer, "FEAT_AESO_BASE")->on.value_or(false));
    EXPECT_NE(answer.session, "");
    EXPECT_GT(answer.lease, 0s);
    EXPECT_GT(answer.renew, 0s);
    EXPECT_LE(answer.renew, answer.lease);
    EXPECT_GT(answer.server_time, 1'700'000'000);
}

TEST_P(T16_LicenceServer, DescribesTheLicence) {
    acquire("a", 40);
    const auto answer = ask("b", Verb::Describe, {}, {});
    EXPECT_EQ(answer.code, ResultCode::Ok);
    EXPECT_EQ(answer.session, "");
    EXPECT_EQ(answer.product->name, "CTI_Engine");
    const auto* users = find(answer, "VALUE_AESO_OPEN_USERS");
    ASSERT_TRUE(users);
    EXPECT_EQ(users->capacity, kCapacity);
    EXPECT_EQ(users->in_use, 40U);
    EXPECT_EQ(users->expires, "permanent");
    EXPECT_TRUE(find(answer, "FEAT_AESO_CALLCENTER")->on.value_or(false));
    EXPECT_EQ(find(answer, "VALUE_AESO_OPEN_REM_USERS")->capacity, kCapacity);
}

TEST_P(T16_LicenceServer, GrantsAPartWhenThatIsLeft) {
    acquire("a", 70);
    const auto answer = acquire("b", 40);
    EXPECT_EQ(answer.code, ResultCode::Partial);
    EXPECT_EQ(seats(answer), 30U);
    EXPECT_NE(answer.session, "");
}

TEST_P(T16_LicenceServer, RefusesWhenNothingIsLeft) {
    acquire("a", kCapacity);
    const auto answer = acquire("b", 1);
    EXPECT_EQ(answer.code, ResultCode::DeniedCapacity);
    EXPECT_EQ(answer.session, "");
    EXPECT_EQ(seats(answer), 0U);
}

TEST_P(T16_LicenceServer, ReplacesWhatAClientHeldBefore) {
    acquire("a", 80);
    incarnation_ = 6;
    EXPECT_EQ(acquire("a", 90).code, ResultCode::Ok);
    EXPECT_EQ(in_use(), 90U);
}

TEST_P(T16_LicenceServer, RefusesAnEarlierStartOfAClient) {
    const auto granted = acquire("a", 40);
    incarnation_ = 4;
    EXPECT_EQ(acquire("a", 40).code, ResultCode::StaleClient);
    EXPECT_EQ(renew("a", granted, 40).code, ResultCode::StaleClient);
    EXPECT_EQ(release("a", granted).code, ResultCode::StaleClient);
    EXPECT_EQ(in_use(), 40U);
}

TEST_P(T16_LicenceServer, RenewsASessionWithTheSameDemand) {
    const auto granted = acquire("a", 40);
    const auto again = renew("a", granted, 40);
    EXPECT_EQ(again.code, ResultCode::Ok);
    EXPECT_EQ(again.session, granted.session);
    EXPECT_EQ(seats(again), 40U);
    EXPECT_EQ(in_use(), 40U);
}

TEST_P(T16_LicenceServer, RenewsASessionWithAnotherDemandInAll) {
    const auto granted = acquire("a", 40);
    EXPECT_EQ(seats(renew("a", granted, 60)), 60U);
    EXPECT_EQ(in_use(), 60U);
}

TEST_P(T16_LicenceServer, RenewsASessionWithoutADemandAsBefore) {
    const auto granted = acquire("a", 40);
    EXPECT_EQ(seats(ask("a", Verb::Renew, granted.session, {})), 40U);
}

TEST_P(T16_LicenceServer, DoesNotKnowAnotherSession) {
    auto granted = acquire("a", 40);
    granted.session = "s-of-nobody";
    EXPECT_EQ(renew("a", granted, 40).code, ResultCode::UnknownSession);
    EXPECT_EQ(release("a", granted).code, ResultCode::UnknownSession);
    EXPECT_EQ(renew("b", granted, 40).code, ResultCode::UnknownSession);
}

TEST_P(T16_LicenceServer, DoesNotRenewTheSessionOfAnotherClient) {
    const auto granted = acquire("a", 40);
    EXPECT_EQ(renew("b", granted, 40).code, ResultCode::UnknownSession);
    EXPECT_EQ(in_use(), 40U);
}

TEST_P(T16_LicenceServer, TakesBackWhatIsReleased) {
    const auto granted = acquire("a", kCapacity);
    EXPECT_EQ(release("a", granted).code, ResultCode::Ok);
    EXPECT_EQ(in_use(), 0U);
    EXPECT_EQ(renew("a", granted, 1).code, ResultCode::UnknownSession);
    EXPECT_EQ(acquire("b", kCapacity).code, ResultCode::Ok);
}

TEST_P(T16_LicenceServer, RefusesAFeatureThatItDoesNotHave) {
    auto features = demand(40);
    features.push_back({"FEAT_OF_NOBODY", std::nullopt, false});
    const auto answer = ask("a", Verb::Acquire, {}, features);
    EXPECT_EQ(answer.code, ResultCode::DeniedFeature);
    EXPECT_EQ(answer.session, "");
    EXPECT_EQ(in_use(), 0U) << "nothing is held of what was refused";
}

TEST_P(T16_LicenceServer, GoesWithoutAnOptionalFeatureThatItDoesNotHave) {
    auto features = demand(40);
    features.push_back({"FEAT_OF_NOBODY", std::nullopt, true});
    const auto answer = ask("a", Verb::Acquire, {}, features);
    EXPECT_EQ(answer.code, ResultCode::Ok);
    EXPECT_EQ(seats(answer), 40U);
    const auto* nobody = find(answer, "FEAT_OF_NOBODY");
    EXPECT_FALSE(nobody && nobody->on.value_or(false));
}

TEST_P(T16_LicenceServer, CountsEachKeywordForItself) {
    acquire("a", kCapacity);
    const std::vector<FeatureDemand> standby{
        {"VALUE_AESO_OPEN_HA_USERS", kCapacity, false}, {"FEAT_AESO_HA", std::nullopt, false}};
    EXPECT_EQ(ask("b", Verb::Acquire, {}, standby).code, ResultCode::Ok);
}

INSTANTIATE_TEST_SUITE_P(
    Ways,
    T16_LicenceServer,
    ::testing::Values(
        Way{"SampleAdapter", [] { return std::unique_ptr<LicenceServer>(new SampleAdapter); }},
        Way{"Simulator", [] { return std::unique_ptr<LicenceServer>(new Simulator); }}
    ),
    [](const auto& way) { return way.param.name; }
);

}  // namespace
}  // namespace ctiengine::tests

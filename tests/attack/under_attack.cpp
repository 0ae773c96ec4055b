#include "tests/attack/under_attack.hpp"

#include "tests/integration/harness/metrics_page.hpp"

#include <algorithm>
#include <cstdio>

namespace ctiengine::tests {

using namespace std::chrono_literals;

namespace {

constexpr int kCrowd = 20;
constexpr std::size_t kGrowthKib = 16 * 1024;
constexpr auto kUnharmed = 25ms;

}  // namespace

void AttackedEngine::SetUp() {
    std::map<std::string, std::string> settings{
        {"LOGSEVERITY", "Low"},        {"HANDSHAKETIMEOUT", "2"},
        {"UPGRADETIMEOUT", "2"},       {"LOGINTIMEOUT", "3"},
        {"PINGINTERVAL", "2"},         {"PONGTIMEOUT", "1"},
        {"MAXUNAUTHENTICATED", "200"}, {"MAXUNAUTHENTICATEDPERSOURCE", "200"},
        {"SENDQUEUESIZE", "1M"},       {"METRICSADDRESS", "127.0.0.1:0"}};
    settings.merge(testing::IdentityProvider::settings());
    provider_ = std::make_unique<testing::IdentityProvider>();
    engine_ = std::make_unique<EngineUnderTest>("attack", settings);
    provider_->write_keys(engine_->folder());
    engine_->start_all();
    crowd_ = std::make_unique<Crowd>(engine_->port(), kCrowd, [](const std::string& extension) {
        return provider_->proof_of(extension);
    });
    crowd_->during([] {});  // everybody has warmed up
    calm_ = std::make_unique<Experience>(crowd_->during([] {}));
}

void AttackedEngine::TearDown() {
    calm_.reset();
    crowd_.reset();
    engine_->stop_all();
    engine_.reset();
}

double AttackedEngine::rejected(const std::string& reason) {
    return tests::rejected(engine_->gateway(), reason);
}

testing::WssOptions UnderAttack::options() const {
    testing::WssOptions options;
    options.port = port();
    options.subprotocols = {"csta-xml"};
    return options;
}

void UnderAttack::run(const std::function<void()>& attack, const std::vector<std::string>& reasons) {
    std::vector<double> counts;
    for (const auto& reason : reasons) counts.push_back(AttackedEngine::rejected(reason));
    const auto gateway = AttackedEngine::engine().gateway().pid();
    const auto before = footprint_of(gateway);
    const auto seen = AttackedEngine::crowd().during(attack);
    const auto after = settled(gateway, before, 20s * patience());
    for (const auto& failure : seen.failures) ADD_FAILURE() << "a well-behaved softphone: " << failure;
    for (std::size_t at = 0; at < reasons.size(); ++at) {
        EXPECT_GT(AttackedEngine::rejected(reasons[at]), counts[at]) << reasons[at] << " was not counted";
    }
    const auto calm = AttackedEngine::calm().median();
    const auto bound = std::max<std::chrono::microseconds>(5 * calm, kUnharmed * patience());
    EXPECT_LE(seen.median().count(), bound.count()) << "microseconds; in the calm: " << calm.count();
    EXPECT_LE(after.descriptors, before.descriptors) << "connections of the attacker are still open";
#ifndef CTIENGINE_SANITIZED  // AddressSanitizer keeps what was freed for a while
    EXPECT_LE(after.resident_kib, before.resident_kib + kGrowthKib) << "KiB";
#endif
    std::printf(
        "    answers: median %lld us (calm %lld), 99 %% %lld us, %zu of them; memory %+lld KiB\n",
        static_cast<long long>(seen.median().count()), static_cast<long long>(calm.count()),
        static_cast<long long>(seen.quantile(0.99).count()), seen.latencies.size(),
        static_cast<long long>(after.resident_kib) - static_cast<long long>(before.resident_kib)
    );
}

}  // namespace ctiengine::tests

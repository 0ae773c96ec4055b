#pragma once
#include "tests/attack/crowd.hpp"
#include "tests/attack/footprint.hpp"
#include "tests/fakes/identity_provider/identity_provider.hpp"
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace ctiengine::tests {

/// The engine of all attacks of this program, with a crowd of twenty at work on it. Started once.
class AttackedEngine final : public ::testing::Environment {
  public:
    void SetUp() override;
    void TearDown() override;

    static EngineUnderTest& engine() { return *engine_; }
    static Crowd& crowd() { return *crowd_; }
    static const testing::IdentityProvider& provider() { return *provider_; }
    /// The crowd's experience while nothing else happened.
    static const Experience& calm() { return *calm_; }
    /// How often the gateway has turned somebody away for this reason, as Prometheus reads it.
    static double rejected(const std::string& reason);

  private:
    static inline std::unique_ptr<testing::IdentityProvider> provider_;
    static inline std::unique_ptr<EngineUnderTest> engine_;
    static inline std::unique_ptr<Crowd> crowd_;
    static inline std::unique_ptr<Experience> calm_;
};

/// One attack: runs it and holds the rule of all attacks against the crowd's experience and the gateway's
/// footprint.
class UnderAttack : public ::testing::Test {
  protected:
    std::uint16_t port() const { return AttackedEngine::engine().port(); }
    testing::WssOptions options() const;
    static const testing::IdentityProvider& provider() { return AttackedEngine::provider(); }

    /// `attack` may use its own EXPECTs. Afterwards: nobody of the crowd was refused or cut off, the median
    /// answer is at most five times as late as in the calm, or 25 ms (the attacker eats from the same two
    /// cores), no descriptor stays open, and memory has not grown by more than 16 MiB.
    /// Each of `reasons` was counted at least once more (ctiengine_ws_rejected_total).
    void run(const std::function<void()>& attack, const std::vector<std::string>& reasons = {});

    /// The gateway's log so far.
    static std::string log() { return AttackedEngine::engine().gateway().output(); }
};

}  // namespace ctiengine::tests

#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/logging/log.hpp"
#include "common/refusals/refusal.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace ctiengine::refusals {

/// Whom a refusal concerns.
struct RefusedClient {
    logging::LogContext log;
    std::string source{};  ///< client address
    std::string user{};
    std::string session{};
};

/// Counts every refusal, writes its line on the log and, where the table says so, into the audit log. Any
/// thread; never throws.
class RefusalBook {
  public:
    /// `trail` outlives the book.
    explicit RefusalBook(audit::AuditTrail& trail) : trail_(trail) {}

    /// `detail`: what exactly, for the log; may be empty. No secrets.
    void note(Refusal refusal, const RefusedClient& client, std::string detail = {}) noexcept;

    std::uint64_t count(Refusal refusal) const {
        return counts_[static_cast<std::size_t>(refusal)].load(std::memory_order_relaxed);
    }

    audit::AuditTrail& trail() { return trail_; }

  private:
    static constexpr std::size_t kKinds = 64;
    audit::AuditTrail& trail_;
    std::array<std::atomic<std::uint64_t>, kKinds> counts_{};
};

}  // namespace ctiengine::refusals

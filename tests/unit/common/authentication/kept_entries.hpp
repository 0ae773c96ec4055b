#pragma once
#include "common/audit/audit_trail.hpp"

#include <mutex>
#include <vector>

namespace ctiengine::testing {

class KeptEntries final : public audit::AuditTrail {
  public:
    void record(audit::AuditEntry entry) noexcept override {
        const std::lock_guard lock(mutex_);
        entries_.push_back(std::move(entry));
    }
    std::vector<std::string> events() const {
        const std::lock_guard lock(mutex_);
        std::vector<std::string> names;
        for (const auto& entry : entries_) names.push_back(entry.event);
        return names;
    }

  private:
    mutable std::mutex mutex_;
    std::vector<audit::AuditEntry> entries_;
};

}  // namespace ctiengine::testing

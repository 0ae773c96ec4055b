#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctiengine::audit {

/// Something that somebody may have to account for. Never holds a secret.
struct AuditEntry {
    std::string event;   ///< "log-in", "log-in refused", "denied", "certificate replaced" …
    std::string user{};  ///< empty = nobody in particular
    std::string session{};
    std::string source{};                                       ///< client address
    std::vector<std::pair<std::string, std::string>> fields{};  ///< what else belongs to it, in this order
};

/// Where such entries go. Any thread; never throws and never waits for a disk.
class AuditTrail {
  public:
    virtual ~AuditTrail() = default;
    virtual void record(AuditEntry entry) noexcept = 0;
};

/// No audit log.
class NoAudit final : public AuditTrail {
  public:
    void record(AuditEntry) noexcept override {}
};

}  // namespace ctiengine::audit

#pragma once
#include "common/tasks/clock.hpp"
#include "license-svc/weblm/sleeper.hpp"

#include <atomic>
#include <filesystem>

namespace ctiengine::license {

/// The host's time plus the seconds that stand in a file, so that a test can let months pass (--dev-clock).
/// The time of the licence is this one; leases of gateways go by the host's own. Without a file it is the
/// host's time.
class DevClock final : public Clock, public Sleeper {
  public:
    explicit DevClock(std::filesystem::path file) : file_(std::move(file)) { look(); }

    std::chrono::steady_clock::time_point now() const override { return host_.now() + offset(); }
    std::chrono::system_clock::time_point wall_now() const override { return host_.wall_now() + offset(); }
    Task<void> until(Time moment) override;

    std::chrono::seconds offset() const { return std::chrono::seconds(offset_.load()); }
    /// Reads the file again.
    void look();

  private:
    SystemClock host_;
    std::filesystem::path file_;
    std::atomic<std::int64_t> offset_{0};
};

}  // namespace ctiengine::license

#pragma once
#include "common/tasks/clock.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace ctiengine::weblm_sim {

/// Against guessing of the one password: after five wrong ones in a row nobody gets in for a quarter of an
/// hour, not even with the right one. One thread.
class LockOut {
  public:
    static constexpr unsigned kMostWrong = 5;
    static constexpr std::chrono::minutes kLocked{15};

    explicit LockOut(const Clock& clock) : clock_(clock) {}

    void wrong() {
        if (++wrong_ < kMostWrong) return;
        wrong_ = 0;
        until_ = clock_.now() + kLocked;
    }
    void right() { wrong_ = 0; }

    /// 0 = not locked.
    [[nodiscard]] std::chrono::seconds left() const {
        if (!until_) return std::chrono::seconds(0);
        return std::max(
            std::chrono::ceil<std::chrono::seconds>(*until_ - clock_.now()), std::chrono::seconds(0)
        );
    }

  private:
    const Clock& clock_;
    unsigned wrong_ = 0;
    std::optional<std::chrono::steady_clock::time_point> until_;  ///< none: was never locked
};

}  // namespace ctiengine::weblm_sim

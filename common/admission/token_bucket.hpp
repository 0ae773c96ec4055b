#pragma once
#include <algorithm>
#include <chrono>

namespace ctiengine::admission {

/// So many in the long run, and a burst at once. The caller brings the time. Belongs to one strand.
class TokenBucket {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// `rate`: per second, above 0. `burst`: at least 1; a new bucket is full.
    TokenBucket(double rate, double burst, TimePoint now)
        : rate_(rate), burst_(burst), tokens_(burst), at_(now) {}

    /// One more? False = too many.
    bool take(TimePoint now) {
        refill(now);
        if (tokens_ < 1) return false;
        tokens_ -= 1;
        return true;
    }

    /// Nothing was taken for so long that it is as good as new.
    bool full(TimePoint now) {
        refill(now);
        return tokens_ >= burst_;
    }

  private:
    void refill(TimePoint now) {
        const auto passed = std::chrono::duration<double>(now - at_).count();
        tokens_ = std::min(burst_, tokens_ + std::max(passed, 0.0) * rate_);
        at_ = std::max(at_, now);
    }

    double rate_;
    double burst_;
    double tokens_;
    TimePoint at_;
};

}  // namespace ctiengine::admission

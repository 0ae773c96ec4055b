#pragma once
#include <chrono>
#include <cstdint>
#include <random>

namespace ctiengine {

/// Pauses between attempts to reach a peer: doubled each time up to a limit, with full jitter so that many
/// clients of a restarted peer do not come back together. Not thread safe.
class Backoff {
  public:
    /// `first` > 0 is the mean of the first pause, `limit` the longest pause. `seed` makes tests repeatable.
    Backoff(
        std::chrono::milliseconds first,
        std::chrono::milliseconds limit,
        std::uint32_t seed = std::random_device{}()
    );

    /// The next pause, between half of the present step and the step itself.
    std::chrono::milliseconds next();

    /// The peer answered: begin again with the first pause.
    void reset() { step_ = first_; }

  private:
    std::chrono::milliseconds first_;
    std::chrono::milliseconds limit_;
    std::chrono::milliseconds step_;
    std::minstd_rand random_;
};

}  // namespace ctiengine

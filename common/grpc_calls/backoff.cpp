#include "common/grpc_calls/backoff.hpp"

#include <algorithm>

namespace ctiengine {

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds limit, std::uint32_t seed)
    : first_(first), limit_(std::max(first, limit)), step_(first), random_(seed) {}

std::chrono::milliseconds Backoff::next() {
    std::uniform_int_distribution<std::int64_t> pause(step_.count() / 2, step_.count());
    std::chrono::milliseconds chosen(pause(random_));
    step_ = std::min(step_ * 2, limit_);
    return chosen;
}

}  // namespace ctiengine

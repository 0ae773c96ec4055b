#pragma once
#include "common/csta/responses.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <unordered_map>

namespace ctiengine::gateway {

/// Calls sent to the worker and not answered yet. Belongs to the link's strand.
class PendingCalls {
  public:
    /// Hands the answer to the caller; posts to the caller's executor itself.
    using Resume = std::function<void(csta::Response)>;
    using TimePoint = std::chrono::steady_clock::time_point;

    /// Keeps `resume` and returns the request's ID on the stream: 1, 2, 3 …
    std::uint64_t add(Resume resume, TimePoint deadline);

    /// False when nobody waits for the ID (answered, given up or timed out before).
    bool answer(std::uint64_t request_id, csta::Response response);

    /// Answers every call whose deadline has passed. The worker keeps deadlines too; this one is for a worker
    /// that hangs.
    void expire(TimePoint now);

    /// Answers all: the stream is gone.
    void fail_all(const csta::Failure& failure);

    std::size_t size() const { return calls_.size(); }

  private:
    struct Call {
        Resume resume;
        TimePoint deadline;
    };
    std::unordered_map<std::uint64_t, Call> calls_;
    std::uint64_t last_id_ = 0;
};

}  // namespace ctiengine::gateway

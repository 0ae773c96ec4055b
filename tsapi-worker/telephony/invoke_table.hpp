#pragma once
#include "common/csta/responses.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ctiengine::telephony {

/// Requests that the library has taken and not confirmed yet, by invoke ID. Belongs to the telephony
/// executor.
class InvokeTable {
  public:
    using Answer = std::function<void(csta::Response)>;
    using TimePoint = std::chrono::steady_clock::time_point;

    /// Smaller invoke IDs belong to the stream itself (open, close, heartbeat).
    static constexpr std::uint32_t kFirstId = 16;
    static constexpr std::uint32_t kLastId = 0x7fff'fff0;

    /// Invoke IDs count from kFirstId to kLastId and wrap; one that is in use is passed over.
    std::uint32_t add(Answer answer, TimePoint deadline);

    /// Takes the request out; nothing when it is not waited for any more (a late answer).
    std::optional<Answer> take(std::uint32_t invoke_id);

    /// Takes out what is past its deadline.
    std::vector<Answer> take_late(TimePoint now);

    std::vector<Answer> take_all();

    std::size_t size() const { return invokes_.size(); }

  private:
    struct Invoke {
        Answer answer;
        TimePoint deadline;
    };
    std::unordered_map<std::uint32_t, Invoke> invokes_;
    std::uint32_t last_id_ = kFirstId - 1;
};

}  // namespace ctiengine::telephony

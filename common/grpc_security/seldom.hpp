#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace ctiengine::grpc_security {

/// Keeps whoever knocks all the time from filling the logs: lets one message per subject and `gap` through.
/// Any thread.
class Seldom {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;

    explicit Seldom(std::chrono::steady_clock::duration gap) : gap_(gap) {}

    /// Nothing: be quiet. Otherwise speak; the number is how often it was quiet since it last spoke of this.
    std::optional<std::uint64_t> ask(const std::string& subject, TimePoint now);

  private:
    struct Subject {
        TimePoint spoken;
        std::uint64_t quiet = 0;
    };
    static constexpr std::size_t kMostSubjects = 64;

    const std::chrono::steady_clock::duration gap_;
    std::mutex mutex_;
    std::map<std::string, Subject> subjects_;
};

/// " (and 12 more of the kind)"; empty for 0.
std::string and_more(std::uint64_t quiet);

}  // namespace ctiengine::grpc_security

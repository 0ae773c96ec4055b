#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace ctiengine::tests {

/// What a crowd of softphones saw of the engine for a while.
struct Experience {
    std::vector<std::chrono::microseconds> latencies;  ///< of every request that was answered
    std::vector<std::string> failures;                 ///< in words; any is a defect

    std::chrono::microseconds median() const { return quantile(0.5); }
    std::chrono::microseconds quantile(double part) const;
};

/// Well-behaved softphones at work, a thread each: they look at their telephone, call somebody, hang up.
class Crowd {
  public:
    /// Who somebody is, as Softphone::log_in() takes it, by extension.
    using Proof = std::function<std::string(const std::string& extension)>;

    /// Logs in `size` softphones, 4001 and up, and sets them to work.
    Crowd(std::uint16_t port, int size, Proof proof);
    /// Waits for their last requests.
    ~Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    /// Runs `what` and tells how the crowd fared meanwhile; goes on until there are some samples.
    Experience during(const std::function<void()>& what);

  private:
    void work(std::uint16_t port, int number);
    void note(std::chrono::microseconds latency);
    void fail(const std::string& what);

    Proof proof_;
    std::atomic<bool> stopping_{false};
    std::atomic<int> logged_in_{0};
    std::mutex mutex_;
    Experience seen_;
    std::vector<std::jthread> phones_;
};

}  // namespace ctiengine::tests

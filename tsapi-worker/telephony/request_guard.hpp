#pragma once
#include <chrono>
#include <deque>
#include <functional>

namespace ctiengine::telephony {

/// Keeps AE Services from being flooded: bounds the requests that are unanswered at once and the requests of
/// one second. What is over waits in order, at most until its deadline; nothing is sent after its deadline.
/// Background work (monitors restored, states polled) waits until no request of a person does. Pure logic
/// with the caller's time; belongs to the telephony executor.
class RequestGuard {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;

    enum class Turn { Next, Background };

    RequestGuard(unsigned max_outstanding, unsigned per_second, TimePoint now);

    /// Runs `send` now or later; `give_up` instead when `deadline` passes before its turn, or at once when
    /// too many wait already.
    void submit(
        TimePoint now,
        TimePoint deadline,
        std::function<void()> send,
        std::function<void()> give_up,
        Turn turn = Turn::Next
    );

    /// A request that was sent has been answered.
    void completed(TimePoint now);

    /// Time passed: sends what may go now and gives up what is late.
    void tick(TimePoint now);

    /// Gives up everything that waits, e.g. because the link is lost.
    void clear();

    std::size_t waiting() const { return requests_.size() + background_.size(); }
    unsigned outstanding() const { return outstanding_; }

  private:
    static constexpr std::size_t kMaxWaiting = 20000;  // of each kind
    struct Waiting {
        TimePoint deadline;
        std::function<void()> send;
        std::function<void()> give_up;
    };

    using Queue = std::deque<Waiting>;

    void refill(TimePoint now);
    void send_what_may_go(TimePoint now);
    static Queue take_late(Queue& queue, TimePoint now);

    unsigned max_outstanding_;
    double per_second_;
    double tokens_;
    TimePoint refilled_;
    unsigned outstanding_ = 0;
    Queue requests_;
    Queue background_;
};

}  // namespace ctiengine::telephony

#pragma once
#include "common/result/result.hpp"
#include "common/tasks/task.hpp"

#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace ctiengine {

/// Threads for work that takes long or waits (password hashes, files, a server that is asked for keys), so
/// that no event loop does. The number of jobs is bounded: who comes when it is full hears so at once.
///
/// Thread safety: run() from any thread. The destructor waits for the jobs that have begun.
class BlockingPool {
  public:
    struct Limits {
        std::size_t threads = 2;
        std::size_t jobs = 64;  ///< running and waiting
    };

    /// `name`: what the pool does, for messages ("log-ins").
    BlockingPool(std::string name, Limits limits);
    ~BlockingPool();

    /// Runs `work` on a thread of the pool and answers on the caller's executor. Cancelled, it answers
    /// Cancelled at once; the work itself goes on (and counts) to its end. Errors: TooLarge (full),
    /// Cancelled, Io (the work threw: a defect), and those of `work`.
    template <class T>
    Task<Result<T>> run(std::function<Result<T>()> work) {
        auto answer = std::make_shared<std::optional<Result<T>>>();
        std::function<void()> job = [answer, work = std::move(work)] { answer->emplace(work()); };
        const Outcome outcome = co_await wait(std::move(job));
        if (outcome == Outcome::Done) co_return std::move(**answer);
        co_return error_of(outcome);
    }

    std::size_t jobs() const { return jobs_.load(std::memory_order_relaxed); }

  private:
    enum class Outcome { Done, Full, Cancelled, Failed };
    class Ticket;

    Task<Outcome> wait(std::function<void()> job);
    void start(std::shared_ptr<Ticket> ticket, std::function<void()> job);
    Outcome perform(const std::function<void()>& job) noexcept;
    Error error_of(Outcome outcome) const;

    std::string name_;
    Limits limits_;
    std::atomic<std::size_t> jobs_{0};
    boost::asio::thread_pool threads_;
};

}  // namespace ctiengine

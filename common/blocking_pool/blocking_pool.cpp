#include "common/blocking_pool/blocking_pool.hpp"

#include "common/logging/log.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <exception>
#include <mutex>

namespace ctiengine {

namespace asio = boost::asio;

/// The one who waits for a job. Answered once, by the job or by a cancellation, whichever comes first.
class BlockingPool::Ticket {
  public:
    using Handler = asio::any_completion_handler<void(Outcome)>;

    Ticket(asio::any_io_executor home, Handler handler)
        : home_(home), work_(asio::make_work_guard(home)), handler_(std::move(handler)) {}

    void answer(Outcome outcome) {
        std::unique_lock lock(mutex_);
        if (!handler_) return;
        auto parked = std::make_shared<Handler>(std::move(*handler_));
        handler_.reset();
        lock.unlock();
        asio::post(home_, [parked = std::move(parked), outcome] { std::move (*parked)(outcome); });
        work_.reset();
    }

  private:
    std::mutex mutex_;
    asio::any_io_executor home_;
    asio::executor_work_guard<asio::any_io_executor> work_;  ///< the loop waits for the answer
    std::optional<Handler> handler_;
};

BlockingPool::BlockingPool(std::string name, Limits limits)
    : name_(std::move(name)), limits_(limits), threads_(limits.threads) {}

BlockingPool::~BlockingPool() {
    threads_.join();
}

BlockingPool::Outcome BlockingPool::perform(const std::function<void()>& job) noexcept {
    try {
        job();
        return Outcome::Done;
    } catch (const std::exception& defect) {
        logging::error("{}: a job threw: {}", name_, defect.what());
    } catch (...) {
        logging::error("{}: a job threw", name_);
    }
    return Outcome::Failed;
}

void BlockingPool::start(std::shared_ptr<Ticket> ticket, std::function<void()> job) {
    if (jobs_.fetch_add(1) >= limits_.jobs) {
        jobs_.fetch_sub(1);
        ticket->answer(Outcome::Full);
        return;
    }
    asio::post(threads_, [this, ticket = std::move(ticket), job = std::move(job)]() mutable {
        const auto outcome = perform(job);
        job = nullptr;
        jobs_.fetch_sub(1);
        ticket->answer(outcome);
    });
}

Task<BlockingPool::Outcome> BlockingPool::wait(std::function<void()> job) {
    auto begin = [this](auto handler, std::function<void()> work) {
        asio::any_io_executor home = asio::get_associated_executor(handler);
        auto slot = asio::get_associated_cancellation_slot(handler);
        auto ticket = std::make_shared<Ticket>(std::move(home), std::move(handler));
        if (slot.is_connected()) {
            slot.assign([weak = std::weak_ptr(ticket)](asio::cancellation_type) {
                if (auto waiting = weak.lock()) waiting->answer(Outcome::Cancelled);
            });
        }
        start(std::move(ticket), std::move(work));
    };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(Outcome)>(
        std::move(begin), asio::use_awaitable, std::move(job)
    );
}

Error BlockingPool::error_of(Outcome outcome) const {
    switch (outcome) {
        case Outcome::Full: return {Errc::TooLarge, name_ + ": too many wait already, try again later"};
        case Outcome::Cancelled: return {Errc::Cancelled, name_ + ": cancelled"};
        default: return {Errc::Io, name_ + ": ended by a defect, see the log"};
    }
}

}  // namespace ctiengine

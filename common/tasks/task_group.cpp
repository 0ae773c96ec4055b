#include "common/tasks/task_group.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/system/system_error.hpp>

#include <atomic>
#include <list>
#include <utility>

namespace ctiengine {
namespace asio = boost::asio;

namespace {

struct Child {
    asio::any_io_executor where;
    std::shared_ptr<asio::cancellation_signal> signal = std::make_shared<asio::cancellation_signal>();

    /// The signal is used on the task's own executor only: that is where the coroutine connects to it.
    void cancel() const {
        asio::dispatch(where, [kept = signal] { kept->emit(asio::cancellation_type::terminal); });
    }
};

/// Empty when the task ended as it should: normally or by its cancellation.
std::string failure_text(const std::exception_ptr& failure) {
    if (!failure) return {};
    try {
        std::rethrow_exception(failure);
    } catch (const boost::system::system_error& error) {
        return error.code() == asio::error::operation_aborted ? std::string() : error.what();
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "an exception of unknown type";
    }
}

}  // namespace

/// Shared with the completion handlers, so that a late one finds it. All but `count` belongs to `home`.
struct TaskGroup::State {
    State(const asio::any_io_executor& executor, FailureReporter reporter)
        : home(asio::make_strand(executor)), idle(home), on_failure(std::move(reporter)) {}

    asio::strand<asio::any_io_executor> home;
    asio::steady_timer idle;  // cancelled when the last child has ended
    FailureReporter on_failure;
    std::list<Child> children;
    bool closing = false;
    std::atomic<std::size_t> count{0};

    void cancel_all() {
        for (const auto& child : children) child.cancel();
    }

    void remove(std::list<Child>::iterator child) {
        children.erase(child);
        count = children.size();
        if (children.empty()) idle.cancel();
    }

    static void start(const std::shared_ptr<State>& self, Child made, Task<void> task, std::string name) {
        if (self->closing) return;
        auto child = self->children.insert(self->children.end(), std::move(made));
        self->count = self->children.size();
        auto done = [self, child, label = std::move(name)](std::exception_ptr failure) {
            if (auto what = failure_text(failure); !what.empty() && self->on_failure) {
                self->on_failure(label, what);
            }
            asio::dispatch(self->home, [self, child] { self->remove(child); });
        };
        // No executor is bound to `done`: with one, co_spawn of Boost 1.81 hands a plain pointer to the
        // signal from thread to thread and a task that ends at that moment leaves it dangling.
        asio::co_spawn(
            child->where, std::move(task),
            asio::bind_cancellation_slot(child->signal->slot(), std::move(done))
        );
    }

    static Task<bool> wait(std::shared_ptr<State> self, std::chrono::milliseconds grace, bool cancel) {
        if (cancel) {
            self->closing = true;
            self->cancel_all();
        }
        const auto end = std::chrono::steady_clock::now() + grace;
        while (!self->children.empty() && std::chrono::steady_clock::now() < end) {
            self->idle.expires_at(end);
            co_await self->idle.async_wait(as_result);
        }
        co_return self->children.empty();
    }
};

TaskGroup::TaskGroup(asio::any_io_executor executor, FailureReporter on_failure)
    : state_(std::make_shared<State>(executor, std::move(on_failure))) {}

TaskGroup::~TaskGroup() {
    asio::dispatch(state_->home, [state = state_] {
        state->closing = true;
        state->cancel_all();
    });
}

void TaskGroup::spawn(asio::any_io_executor where, Task<void> task, std::string name) {
    Child child{std::move(where)};
    asio::dispatch(
        state_->home,
        [state = state_, child = std::move(child), task = std::move(task), name = std::move(name)]() mutable {
            State::start(state, std::move(child), std::move(task), std::move(name));
        }
    );
}

std::size_t TaskGroup::size() const {
    return state_->count;
}

Task<bool> TaskGroup::wait_idle(std::chrono::milliseconds grace) {
    auto waiting = State::wait(state_, grace, false);
    co_return co_await asio::co_spawn(state_->home, std::move(waiting), asio::use_awaitable);
}

Task<bool> TaskGroup::drain(std::chrono::milliseconds grace) {
    auto waiting = State::wait(state_, grace, true);
    co_return co_await asio::co_spawn(state_->home, std::move(waiting), asio::use_awaitable);
}

}  // namespace ctiengine

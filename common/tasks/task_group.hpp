#pragma once
#include "common/tasks/task.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace ctiengine {

/// Owns running coroutines: starts them, cancels them, waits for them. What starts tasks of unknown number
/// (a listener, a stream server) has one, and drains it before it is destroyed.
///
/// Thread safety: every member may be called from any thread.
class TaskGroup {
  public:
    /// Told of a task that ended by an exception other than its own cancellation; called on the task's
    /// executor. A task that fails is a defect, so the usual reporter logs an error.
    using FailureReporter = std::function<void(std::string_view task, const std::string& what)>;

    /// `executor`: any executor of the io_context; the group makes its own strand on it.
    TaskGroup(boost::asio::any_io_executor executor, FailureReporter on_failure);

    /// Cancels what still runs, without waiting for it.
    ~TaskGroup();

    TaskGroup(const TaskGroup&) = delete;
    TaskGroup& operator=(const TaskGroup&) = delete;

    /// Starts `task` on `where`, which must be a strand or an executor of a single thread. `name` appears in
    /// failure reports. After drain() has begun the task is destroyed without being started.
    void spawn(boost::asio::any_io_executor where, Task<void> task, std::string name);

    /// How many tasks run now.
    std::size_t size() const;

    /// Waits until no task runs, at most `grace`, and cancels nothing. True = none is left. New tasks may
    /// start meanwhile; they are waited for as well.
    Task<bool> wait_idle(std::chrono::milliseconds grace);

    /// Refuses new tasks, cancels the running ones (terminal) and waits for their ends, at most `grace`.
    /// False = somebody did not stop. May be called again.
    Task<bool> drain(std::chrono::milliseconds grace);

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace ctiengine

#pragma once
#include "common/tasks/task.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <memory>
#include <string>

namespace ctiengine {

/// The wish to stop: SIGINT, SIGTERM, or request() of our own code. One per process, made before the threads
/// that run the io_context. A second signal while the process is stopping ends it at once (exit status
/// 128 + signal number), so that an impatient operator needs no SIGKILL.
///
/// Thread safety: every member may be called from any thread.
class ShutdownSignal {
  public:
    explicit ShutdownSignal(boost::asio::any_io_executor executor);
    ~ShutdownSignal();

    ShutdownSignal(const ShutdownSignal&) = delete;
    ShutdownSignal& operator=(const ShutdownSignal&) = delete;

    /// Waits until somebody wants the process to stop and answers why, e.g. "SIGTERM". Answers at once when
    /// that has already happened; any number of coroutines may wait.
    Task<std::string> wait();

    /// Asks for the stop from inside; `why` is what wait() answers. Only the first request counts.
    void request(std::string why);

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace ctiengine

#pragma once
#include "common/tasks/shutdown_signal.hpp"
#include "common/tasks/task.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ctiengine::ops {

/// Exit statuses of every process of ours; the service wrappers and tests rely on them.
enum ExitStatus : int {
    kStopped = 0,          ///< asked to stop, and did
    kFailed = 1,           ///< a defect: an exception nobody expected
    kUsage = 2,            ///< wrong command line
    kInvalidSettings = 3,  ///< a settings file, certificate or key is wrong
    kCannotStart = 4,      ///< the surroundings do not allow it: port taken, directory not writable
};

/// Thrown while starting, with a sentence that says what is wrong, where, and what to do.
class StartError : public std::runtime_error {
  public:
    StartError(ExitStatus status, const std::string& what) : std::runtime_error(what), status_(status) {}
    ExitStatus status() const { return status_; }

  private:
    ExitStatus status_;
};

/// One process, seen from main().
class Application {
  public:
    virtual ~Application() = default;

    /// Starts everything in order, waits on `stop.wait()`, stops everything in the reverse order, returns.
    /// Runs on the io_context. Throws StartError when it cannot start.
    virtual Task<void> run(ShutdownSignal& stop) = 0;
};

/// Makes the application; everything of it that needs an executor takes it from the io_context.
using MakeApplication = std::function<std::unique_ptr<Application>(boost::asio::io_context&)>;

struct ProcessSettings {
    std::string component;  ///< as in the log
    unsigned threads = 1;   ///< that run the io_context, 1 to 64
};

/// The body of main() after the command line is read: makes the application, runs it until SIGINT or SIGTERM,
/// and gives the exit status. Every exception becomes one clear line on the log.
int run_process(const ProcessSettings& settings, const MakeApplication& make);

}  // namespace ctiengine::ops

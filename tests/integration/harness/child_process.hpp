#pragma once
#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace ctiengine::tests {

/// A real process under test. Its output (both streams) is kept in memory and in a file; the destructor kills
/// what still runs, so that no test leaves a process behind.
class ChildProcess {
  public:
    struct Command {
        std::filesystem::path program;
        std::vector<std::string> arguments;
        std::map<std::string, std::string> environment;  ///< added to our own
    };

    /// Starts at once; throws std::system_error when that fails. `log_file` gets everything it prints.
    ChildProcess(Command command, std::filesystem::path log_file);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Waits for the first output line that contains `text` and returns it; empty when the process ends
    /// before or the time is over. Looks at lines printed after the previous match only when `from_here` is
    /// set.
    std::optional<std::string> wait_for_line(const std::string& text, std::chrono::milliseconds limit);

    /// Forgets the output so far, so that wait_for_line() sees only what comes now.
    void forget_output();

    void signal(int number);

    /// SIGTERM, then waits. The exit status, or nothing when it did not end in time (then it is killed).
    std::optional<int> stop(std::chrono::milliseconds limit = std::chrono::seconds(20));

    /// SIGKILL and wait.
    void kill();

    bool running();
    pid_t pid() const { return pid_; }
    std::string output();

  private:
    void read_output(int pipe_end);
    std::optional<int> wait_exit(std::chrono::milliseconds limit);

    std::string name_;
    std::filesystem::path log_file_;
    pid_t pid_ = -1;
    bool reaped_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> lines_;
    std::size_t seen_ = 0;
    bool ended_ = false;
    std::thread reader_;
};

}  // namespace ctiengine::tests

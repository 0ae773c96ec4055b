#include "tests/integration/harness/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace ctiengine::tests {
namespace {

[[noreturn]] void run_child(const ChildProcess::Command& command, int output) {
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    ::signal(SIGPIPE, SIG_DFL);
    for (const auto& [name, value] : command.environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> arguments{const_cast<char*>(command.program.c_str())};
    for (const auto& argument : command.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    ::execv(command.program.c_str(), arguments.data());
    std::string message = "cannot start " + command.program.string() + ": " + std::strerror(errno) + "\n";
    [[maybe_unused]] auto ignored = ::write(STDERR_FILENO, message.data(), message.size());
    ::_exit(127);
}

}  // namespace

ChildProcess::ChildProcess(Command command, std::filesystem::path log_file)
    : name_(command.program.filename()), log_file_(std::move(log_file)) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::system_category(), "pipe2");
    pid_ = ::fork();
    if (pid_ < 0) throw std::system_error(errno, std::system_category(), "fork");
    if (pid_ == 0) run_child(command, ends[1]);
    ::close(ends[1]);
    reader_ = std::thread([this, end = ends[0]] { read_output(end); });
}

ChildProcess::~ChildProcess() {
    kill();
    reader_.join();
}

void ChildProcess::read_output(int pipe_end) {
    std::ofstream log(log_file_, std::ios::app);
    std::string pending;
    char buffer[4096];
    for (;;) {
        auto got = ::read(pipe_end, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        log.write(buffer, got).flush();
        pending.append(buffer, static_cast<std::size_t>(got));
        std::lock_guard lock(mutex_);
        for (std::size_t end; (end = pending.find('\n')) != std::string::npos; pending.erase(0, end + 1)) {
            lines_.push_back(pending.substr(0, end));
        }
        changed_.notify_all();
    }
    ::close(pipe_end);
    std::lock_guard lock(mutex_);
    if (!pending.empty()) lines_.push_back(pending);
    ended_ = true;
    changed_.notify_all();
}

std::optional<std::string> ChildProcess::wait_for_line(
    const std::string& text, std::chrono::milliseconds limit
) {
    std::unique_lock lock(mutex_);
    auto deadline = std::chrono::steady_clock::now() + limit;
    for (std::size_t next = seen_;;) {
        for (; next < lines_.size(); ++next) {
            if (lines_[next].find(text) != std::string::npos) return lines_[next];
        }
        if (ended_) return std::nullopt;
        if (changed_.wait_until(lock, deadline) == std::cv_status::timeout && next == lines_.size())
            return std::nullopt;
    }
}

void ChildProcess::forget_output() {
    std::lock_guard lock(mutex_);
    seen_ = lines_.size();
}

void ChildProcess::signal(int number) {
    if (!reaped_) ::kill(pid_, number);
}

std::optional<int> ChildProcess::wait_exit(std::chrono::milliseconds limit) {
    if (reaped_) return std::nullopt;
    int handle = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));  // readable when the process has ended
    pollfd ready{handle, POLLIN, 0};
    int ended = ::poll(&ready, 1, static_cast<int>(limit.count()));
    ::close(handle);
    if (ended != 1) return std::nullopt;
    int status = 0;
    ::waitpid(pid_, &status, 0);
    reaped_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::optional<int> ChildProcess::stop(std::chrono::milliseconds limit) {
    signal(SIGTERM);
    auto status = wait_exit(limit);
    if (!status) kill();
    return status;
}

void ChildProcess::kill() {
    if (reaped_) return;
    ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    reaped_ = true;
}

bool ChildProcess::running() {
    return !reaped_ && !wait_exit(std::chrono::milliseconds(0)).has_value();
}

std::string ChildProcess::output() {
    std::lock_guard lock(mutex_);
    std::string all;
    for (const auto& line : lines_) all += line + "\n";
    return all;
}

}  // namespace ctiengine::tests

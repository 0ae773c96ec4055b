#include "tests/unit/config/aes_encryption/program_under_test.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace ctiengine::testing {
namespace {

[[noreturn]] void become_program(const std::vector<std::string>& arguments) {
    std::vector<char*> words{const_cast<char*>(CTIENGINE_AES_ENCRYPTION)};
    for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    ::execv(words[0], words.data());
    ::_exit(127);
}

int status_of(pid_t pid) {
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::string read_to_end(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Outcome run_program(const std::vector<std::string>& arguments, const std::string& input) {
    const PrivateFolder folder;
    auto in = folder.write("in", input, 0600);
    auto pid = ::fork();
    if (pid == 0) {
        ::setsid();  // no controlling terminal
        ::dup2(::open(in.c_str(), O_RDONLY), 0);
        ::dup2(::open((folder.path() / "out").c_str(), O_WRONLY | O_CREAT, 0600), 1);
        ::dup2(::open((folder.path() / "err").c_str(), O_WRONLY | O_CREAT, 0600), 2);
        become_program(arguments);
    }
    auto status = status_of(pid);
    return {status, read_to_end(folder.path() / "out"), read_to_end(folder.path() / "err")};
}

ProgramOnTerminal::ProgramOnTerminal(const std::vector<std::string>& arguments) {
    if (::openpty(&terminal_, &own_side_, nullptr, nullptr, nullptr) != 0) std::abort();
    pid_ = ::fork();
    if (pid_ == 0) {
        ::close(terminal_);
        ::setsid();
        ::ioctl(own_side_, TIOCSCTTY, 0);
        for (int number : {0, 1, 2}) ::dup2(own_side_, number);
        ::close(own_side_);
        become_program(arguments);
    }
}

ProgramOnTerminal::~ProgramOnTerminal() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        status_of(pid_);
    }
    ::close(own_side_);
    ::close(terminal_);
}

void ProgramOnTerminal::type(const std::string& text) const {
    EXPECT_EQ(::write(terminal_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
}

bool ProgramOnTerminal::read_more() {
    std::array<char, 1024> buffer{};
    auto got = ::read(terminal_, buffer.data(), buffer.size());
    if (got <= 0) return false;
    shown_.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
}

std::string ProgramOnTerminal::wait_for(const std::string& text) {
    for (;;) {
        auto place = shown_.find(text, waited_);
        if (place != std::string::npos) {
            waited_ = place + text.size();
            return shown_;
        }
        if (!read_more()) return shown_;
    }
}

bool ProgramOnTerminal::echo_is_on() const {
    termios state{};
    EXPECT_EQ(::tcgetattr(own_side_, &state), 0);
    return (state.c_lflag & static_cast<tcflag_t>(ECHO)) != 0;
}

Outcome ProgramOnTerminal::end() {
    Outcome outcome;
    outcome.status = status_of(pid_);
    pid_ = -1;
    ::fcntl(terminal_, F_SETFL, O_NONBLOCK);  // our own side is open, so there is no end to read
    while (read_more()) {
    }
    outcome.out = shown_;
    return outcome;
}

}  // namespace ctiengine::testing

#include "config/aes_encryption/terminal.hpp"

#include "common/secret_memory/cleanse.hpp"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace ctiengine::aes_encryption {
namespace {

constexpr std::size_t kLongestLine =
    256;  // one more than a password may have, so that too long ones are told

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGALRM};
volatile std::sig_atomic_t caught = 0;

void catch_signal(int number) {
    caught = number;
}

/// While it lives, signals come only while somebody waits by during_wait(), and only end that wait: the
/// caller gives them their effect later. One that came a moment before the wait is not missed.
class HeldSignals {
  public:
    HeldSignals() {
        caught = 0;
        sigset_t held;
        sigemptyset(&held);
        for (const int number : kSignals) sigaddset(&held, number);
        ::sigprocmask(SIG_BLOCK, &held, &mask_before_);
        struct sigaction action {};
        action.sa_handler = catch_signal;  // without SA_RESTART
        for (std::size_t index = 0; index < kSignals.size(); ++index)
            ::sigaction(kSignals[index], &action, &before_[index]);
    }
    ~HeldSignals() {
        for (std::size_t index = 0; index < kSignals.size(); ++index)
            ::sigaction(kSignals[index], &before_[index], nullptr);
        ::sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
    }
    const sigset_t& during_wait() const { return mask_before_; }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;

  private:
    std::array<struct sigaction, kSignals.size()> before_{};
    sigset_t mask_before_{};
};

/// While it lives, the terminal shows nothing that is typed but the newline.
class EchoOff {
  public:
    explicit EchoOff(int terminal) : terminal_(terminal) {
        works_ = ::tcgetattr(terminal, &before_) == 0;
        auto silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        works_ = works_ && ::tcsetattr(terminal, TCSAFLUSH, &silent) == 0;
    }
    ~EchoOff() {
        if (works_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;
    bool works() const { return works_; }

  private:
    int terminal_;
    termios before_{};
    bool works_ = false;
};

Error failed(const char* what) {
    return {Errc::Io, std::string(what) + ": " + std::strerror(errno)};
}

}  // namespace

Result<Line> read_line(int descriptor, const sigset_t* during_wait) {
    std::string text;
    const CleanseAtEnd guard(text);
    text.reserve(kLongestLine + 1);  // so that it never moves
    for (char next = 0;;) {
        pollfd input{descriptor, POLLIN, 0};
        if (during_wait && ::ppoll(&input, 1, nullptr, during_wait) < 0 && errno == EINTR && caught != 0) {
            return Line{{}, false, true};
        }
        auto got = ::read(descriptor, &next, 1);
        if (got < 0 && errno == EINTR && caught != 0) return Line{{}, false, true};
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed("the password cannot be read");
        if (got == 0) return Line{Secret(std::string_view(text)), false, false};
        if (next == '\n') return Line{Secret(std::string_view(text)), true, false};
        if (text.size() == kLongestLine)
            return Error{Errc::InvalidSettings, "the password is longer than 255 octets"};
        text += std::exchange(next, '\0');
    }
}

Result<Terminal> Terminal::open() {
    int descriptor = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (descriptor < 0) {
        return Error{
            Errc::Io,
            "there is no terminal to ask for the password on; give it as a line of standard input with "
            "--stdin"};
    }
    return Terminal(descriptor);
}

Terminal::Terminal(Terminal&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Terminal::~Terminal() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Secret> Terminal::ask(const std::string& question) {
    for (;;) {
        auto line = ask_once(question);
        if (!line) return line.error();
        if (!line->cut) return std::move(line->text);
        ::kill(::getpid(), static_cast<int>(caught));  // ends us, or stops us until we go on and ask again
    }
}

Result<Line> Terminal::ask_once(const std::string& question) const {
    const HeldSignals signals;
    const EchoOff silent(descriptor_);
    if (!silent.works()) return failed("the terminal does not let us switch its echo off");
    write(question);
    return read_line(descriptor_, &signals.during_wait());
}

void Terminal::write(const std::string& text) const {
    if (::write(descriptor_, text.data(), text.size()) < 0)
        return;  // whoever is asked need not see the question
}

}  // namespace ctiengine::aes_encryption

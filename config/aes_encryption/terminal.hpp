#pragma once
#include "common/result/result.hpp"
#include "common/secret_memory/secret.hpp"

#include <csignal>
#include <string>

namespace ctiengine::aes_encryption {

/// A line that was read.
struct Line {
    Secret text;            ///< without its newline
    bool complete = false;  ///< a newline ended it
    bool cut = false;       ///< a signal came; `text` is empty
};

/// Reads up to a newline or the end, byte by byte: what follows stays for others. InvalidSettings when it is
/// longer than any password (256 octets), Io when it cannot be read.
Result<Line> read_line(int descriptor, const sigset_t* during_wait = nullptr);

/// The terminal that controls the process, whatever its standard input and output are.
class Terminal {
  public:
    /// Io when there is none.
    static Result<Terminal> open();
    Terminal(Terminal&& other) noexcept;
    Terminal& operator=(Terminal&&) = delete;
    ~Terminal();

    /// Writes `question` and reads a line without showing it. SIGINT, SIGTERM, SIGHUP and SIGQUIT get their
    /// effect after the echo is on again; after a stop (Ctrl-Z) it asks anew. One call at a time, in one
    /// thread.
    Result<Secret> ask(const std::string& question);

  private:
    explicit Terminal(int descriptor) : descriptor_(descriptor) {}
    Result<Line> ask_once(const std::string& question) const;
    void write(const std::string& text) const;

    int descriptor_;
};

}  // namespace ctiengine::aes_encryption

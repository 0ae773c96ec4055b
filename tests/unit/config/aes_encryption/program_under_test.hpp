#pragma once
#include "tests/unit/config/secrets/private_folder.hpp"

#include <sys/types.h>

#include <string>
#include <vector>

namespace ctiengine::testing {

/// How a run of the program ended, and what it wrote.
struct Outcome {
    int status = -1;  ///< exit status; 128 + signal when one ended it
    std::string out;
    std::string err;
};

/// Runs aes-encryption without a terminal, `input` on its standard input.
Outcome run_program(const std::vector<std::string>& arguments, const std::string& input = {});

/// aes-encryption with a real terminal (a pseudo terminal that is its controlling one); standard output and
/// error go to the terminal, too.
class ProgramOnTerminal {
  public:
    explicit ProgramOnTerminal(const std::vector<std::string>& arguments);
    ~ProgramOnTerminal();
    ProgramOnTerminal(const ProgramOnTerminal&) = delete;
    ProgramOnTerminal& operator=(const ProgramOnTerminal&) = delete;

    void type(const std::string& text) const;
    /// Reads until `text` was shown (from what was not yet waited for); everything shown when the program
    /// ends first.
    std::string wait_for(const std::string& text);
    bool echo_is_on() const;
    pid_t pid() const { return pid_; }
    /// Reads to the end and waits for it.
    Outcome end();

  private:
    bool read_more();

    int terminal_ = -1;
    int own_side_ = -1;  // keeps the terminal's settings when the program is gone
    pid_t pid_ = -1;
    std::string shown_;
    std::size_t waited_ = 0;
};

}  // namespace ctiengine::testing

#pragma once
#include <string>
#include <vector>

namespace ctiengine::testing {

/// How a program ended.
struct Ran {
    int status = -1;     ///< exit status
    std::string output;  ///< what it printed
};

/// Runs a line of the shell; `output` is its standard output, and standard error where the line says 2>&1.
Ran run_shell(const std::string& line);

/// Runs a program on a terminal of its own, with somebody who gives the next answer whenever ": " appears.
Ran run_on_terminal(const std::vector<std::string>& arguments, std::vector<std::string> answers);

}  // namespace ctiengine::testing

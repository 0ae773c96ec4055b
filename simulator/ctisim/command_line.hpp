#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace ctiengine::simulator {

/// What the command line asks for.
struct Invocation {
    std::string address;  ///< HOST:PORT
    bool as_json = false;
    std::string view;        ///< which part of the truth to print; empty: all
    nlohmann::json command;  ///< for the control port
};

/// What to do instead of a command: print a text and end.
struct EarlyEnd {
    int status = 0;
    std::string text;
};

/// Exactly one of both is set.
struct ParsedLine {
    std::optional<Invocation> invocation;
    std::optional<EarlyEnd> end;
};

/// `default_address`: from the environment; may be empty. Wrong usage ends with status 2, --help with 0.
ParsedLine parse_line(int argc, const char* const* argv, const std::string& default_address);

}  // namespace ctiengine::simulator

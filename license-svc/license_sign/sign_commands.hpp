#pragma once
#include <CLI/CLI.hpp>

namespace ctiengine::license {

/// How every command of ctiengine-license-sign ends.
enum SignStatus : int { kSigned = 0, kNotGood = 1, kWrongArguments = 2, kNotDone = 3 };

/// `sign`, `generate-key` and `show`. A command that ran leaves its exit status in `status`, which outlives
/// `app`.
void add_sign_commands(CLI::App& app, int& status);

}  // namespace ctiengine::license

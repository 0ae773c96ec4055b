#pragma once
#include <CLI/CLI.hpp>

namespace ctiengine::admin {

/// `users add`, `set-password`, `remove`, `list`, `check` and `hash`. Passwords come from the terminal or
/// from standard input, never from the command line. A command that ran leaves its exit status in `status`,
/// which outlives `app`.
void add_users_commands(CLI::App& app, int& status);

}  // namespace ctiengine::admin

#pragma once
#include <CLI/CLI.hpp>

namespace ctiengine::admin {

/// `audit verify` and `audit show`. A command that ran leaves its exit status in `status`, which outlives
/// `app`.
void add_audit_commands(CLI::App& app, int& status);

}  // namespace ctiengine::admin

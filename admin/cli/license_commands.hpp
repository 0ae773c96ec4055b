#pragma once
#include <CLI/CLI.hpp>

namespace ctiengine::admin {

/// `license status`, `holders`, `explain` and `hostid`. A command that ran leaves its exit status in
/// `status`, which outlives `app`.
void add_license_commands(CLI::App& app, int& status);

}  // namespace ctiengine::admin

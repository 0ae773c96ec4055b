#pragma once
#include "common/logging/logging_setup.hpp"
#include "config/settings_file.hpp"

namespace ctiengine::config {

/// Log settings that every process has.
struct LogSettings {
    bool high = false;                ///< LOGSEVERITY High: debug lines and message traces
    std::filesystem::path directory;  ///< empty = standard error only
    std::uint64_t size_bytes = 0;
    unsigned retention_days = 30;
};

LogSettings log_settings(const SettingValues& values, const std::filesystem::path& base);

/// The same in the terms of the logging room, for the process called `component`.
logging::LogSettings logging_of(const LogSettings& log, std::string component, std::string file_prefix);

/// `path` as it is when absolute or empty, else below `base`.
std::filesystem::path resolved(const std::filesystem::path& base, const std::string& path);

}  // namespace ctiengine::config

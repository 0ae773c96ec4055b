#pragma once
#include "common/tasks/clock.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace ctiengine::logging {

/// LOGSEVERITY of the manual. Low: information, warnings, errors. High: also debug lines and message traces.
enum class Severity { Low, High };

struct LogSettings {
    std::string component;  ///< "gateway", "tsapi-worker" …; stands in every line
    Severity severity = Severity::Low;
    bool to_stderr = true;

    /// Empty = no files. Otherwise `<directory>/<file_prefix>_<ddmmyyyy>_<n>.txt`.
    std::filesystem::path directory{};
    std::string file_prefix = "ctiengine";
    std::uint64_t file_bytes = 10 * 1024 * 1024;  ///< LOGSIZE; the line that passes it starts the next file
    std::chrono::days retention{30};              ///< LOGRETENTION; older files of this prefix are deleted
};

/// Makes `settings` the logging of the process; call once, before the threads start. Until then lines go to
/// stderr at severity Low. Throws std::system_error when the directory cannot be made or written.
void set_up(
    const LogSettings& settings, std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>()
);

/// Changes the severity of the running process; any thread.
void set_severity(Severity severity);

/// Writes out what is buffered.
void flush();

}  // namespace ctiengine::logging

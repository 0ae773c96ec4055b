#include "config/log_settings.hpp"

namespace ctiengine::config {

std::filesystem::path resolved(const std::filesystem::path& base, const std::string& path) {
    return path.empty() ? std::filesystem::path() : base / path;  // operator/ keeps an absolute right side
}

LogSettings log_settings(const SettingValues& values, const std::filesystem::path& base) {
    LogSettings log;
    log.high = values.number("LOGSEVERITY") == 1;
    log.directory = resolved(base, values.text("LOGDIRECTORY"));
    log.size_bytes = static_cast<std::uint64_t>(values.number("LOGSIZE"));
    log.retention_days = static_cast<unsigned>(values.number("LOGRETENTION"));
    return log;
}

logging::LogSettings logging_of(const LogSettings& log, std::string component, std::string file_prefix) {
    logging::LogSettings settings;
    settings.component = std::move(component);
    settings.severity = log.high ? logging::Severity::High : logging::Severity::Low;
    settings.directory = log.directory;
    settings.file_prefix = std::move(file_prefix);
    settings.file_bytes = log.size_bytes;
    settings.retention = std::chrono::days(log.retention_days);
    return settings;
}

}  // namespace ctiengine::config

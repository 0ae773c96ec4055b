#include "common/logging/logging_setup.hpp"

#include "common/logging/log_roller.hpp"
#include "common/logging/process_logger.hpp"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <mutex>
#include <utility>
#include <vector>

namespace ctiengine::logging {

namespace {

constexpr auto kLineLayout = "%Y-%m-%d %H:%M:%S.%e %l %n %v";

/// Brings formatted lines to the roller, one at a time.
class RollingFileSink final : public spdlog::sinks::base_sink<std::mutex> {
  public:
    RollingFileSink(RollerSettings settings, std::shared_ptr<const Clock> clock)
        : clock_(std::move(clock)), roller_(std::move(settings), *clock_) {}

  protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t line;
        formatter_->format(message, line);
        roller_.write(std::string_view(line.data(), line.size()));
    }
    void flush_() override {}  // the roller buffers nothing

  private:
    std::shared_ptr<const Clock> clock_;
    LogRoller roller_;
};

spdlog::level::level_enum threshold(Severity severity) {
    return severity == Severity::High ? spdlog::level::debug : spdlog::level::info;
}

std::shared_ptr<spdlog::logger> make_logger(
    const std::string& component, std::vector<spdlog::sink_ptr> sinks, Severity severity
) {
    auto logger = std::make_shared<spdlog::logger>(component, sinks.begin(), sinks.end());
    logger->set_pattern(kLineLayout);
    logger->set_level(threshold(severity));
    return logger;
}

std::shared_ptr<spdlog::logger>& current() {
    static auto logger =
        make_logger("ctiengine", {std::make_shared<spdlog::sinks::stderr_sink_mt>()}, Severity::Low);
    return logger;
}

}  // namespace

spdlog::logger& process_logger() {
    return *current();
}

void replace_process_logger(std::shared_ptr<spdlog::logger> logger) {
    current() = std::move(logger);
}

void set_up(const LogSettings& settings, std::shared_ptr<const Clock> clock) {
    std::vector<spdlog::sink_ptr> sinks;
    if (settings.to_stderr) sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    if (!settings.directory.empty()) {
        RollerSettings files{
            settings.directory, settings.file_prefix, settings.file_bytes, settings.retention};
        sinks.push_back(std::make_shared<RollingFileSink>(std::move(files), std::move(clock)));
    }
    replace_process_logger(make_logger(settings.component, std::move(sinks), settings.severity));
}

void set_severity(Severity severity) {
    process_logger().set_level(threshold(severity));
}

void flush() {
    process_logger().flush();
}

}  // namespace ctiengine::logging

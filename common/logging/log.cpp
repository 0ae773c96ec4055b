#include "common/logging/log.hpp"

#include "common/logging/process_logger.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <iterator>

namespace ctiengine::logging {

namespace {

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
        case Level::Debug: return spdlog::level::debug;
        case Level::Info: return spdlog::level::info;
        case Level::Warn: return spdlog::level::warn;
        case Level::Error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

/// Copies `text` with its control characters made visible; bytes of UTF-8 pass.
void append_visible(fmt::memory_buffer& line, std::string_view text) {
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (code >= 0x20 && code != 0x7f) {
            line.push_back(byte);
        } else if (byte == '\n') {
            line.append(std::string_view("\\n"));
        } else {
            fmt::format_to(std::back_inserter(line), "\\x{:02x}", code);
        }
    }
}

}  // namespace

bool enabled(Level level) {
    return process_logger().should_log(spdlog_level(level));
}

void write(Level level, const LogContext& at, fmt::string_view text, fmt::format_args arguments) noexcept {
    try {
        fmt::memory_buffer message;
        fmt::vformat_to(std::back_inserter(message), text, arguments);
        fmt::memory_buffer line;
        if (at.session != 0) fmt::format_to(std::back_inserter(line), "s={} ", at.session);
        if (!at.request.empty()) {
            line.append(std::string_view("r="));
            append_visible(line, at.request);
            line.push_back(' ');
        }
        append_visible(line, std::string_view(message.data(), message.size()));
        process_logger().log(spdlog_level(level), spdlog::string_view_t(line.data(), line.size()));
    } catch (const std::exception& failed) {
        std::fprintf(stderr, "a log line was lost: %s\n", failed.what());
    }
}

}  // namespace ctiengine::logging

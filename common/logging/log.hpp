#pragma once
#include <fmt/core.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace ctiengine::logging {

/// Debug and message traces are written only at severity High (LOGSEVERITY); the rest always.
enum class Level { Debug, Info, Warn, Error };

/// What a line belongs to, so that a log can be filtered by connection and by request. A small value, carried
/// by whoever works for a session. 0 and empty are left out of the line.
struct LogContext {
    std::uint64_t session = 0;
    std::string request{};  ///< what the peer calls it, e.g. the invoke ID "0042"
};

/// Is a line of this level written at all? Ask before doing costly work for a line.
bool enabled(Level level);

/// Writes one line. Control characters in the text become visible (\n, \x1b), so that no peer can forge a
/// line. Thread-safe; never throws: a log that cannot be written must not stop a call.
void write(Level level, const LogContext& at, fmt::string_view text, fmt::format_args arguments) noexcept;

template <class... Args>
void debug(const LogContext& at, fmt::format_string<Args...> text, Args&&... args) {
    if (enabled(Level::Debug)) write(Level::Debug, at, text, fmt::make_format_args(args...));
}
template <class... Args>
void info(const LogContext& at, fmt::format_string<Args...> text, Args&&... args) {
    if (enabled(Level::Info)) write(Level::Info, at, text, fmt::make_format_args(args...));
}
template <class... Args>
void warn(const LogContext& at, fmt::format_string<Args...> text, Args&&... args) {
    if (enabled(Level::Warn)) write(Level::Warn, at, text, fmt::make_format_args(args...));
}
template <class... Args>
void error(const LogContext& at, fmt::format_string<Args...> text, Args&&... args) {
    if (enabled(Level::Error)) write(Level::Error, at, text, fmt::make_format_args(args...));
}

template <class... Args>
void debug(fmt::format_string<Args...> text, Args&&... args) {
    debug(LogContext{}, text, std::forward<Args>(args)...);
}
template <class... Args>
void info(fmt::format_string<Args...> text, Args&&... args) {
    info(LogContext{}, text, std::forward<Args>(args)...);
}
template <class... Args>
void warn(fmt::format_string<Args...> text, Args&&... args) {
    warn(LogContext{}, text, std::forward<Args>(args)...);
}
template <class... Args>
void error(fmt::format_string<Args...> text, Args&&... args) {
    error(LogContext{}, text, std::forward<Args>(args)...);
}

}  // namespace ctiengine::logging

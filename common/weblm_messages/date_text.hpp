#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::weblm {

/// "2026-01-02T03:04:05Z" of seconds since 1970; what lies outside of the years 1970 to 9999 is moved to
/// their edge.
std::string utc_text(std::int64_t seconds);

/// The reverse; none = not exactly such a text, or no such moment.
std::optional<std::int64_t> seconds_of_utc(std::string_view text);

/// "2027-01-01" → the first second of that day in UTC; none = no such day.
std::optional<std::int64_t> seconds_of_date(std::string_view text);

}  // namespace ctiengine::weblm

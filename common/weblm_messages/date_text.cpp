#include "common/weblm_messages/date_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace ctiengine::weblm {
namespace {

namespace chrono = std::chrono;

constexpr std::int64_t kSecondsOfDay = 86400;
constexpr std::int64_t kLastSecond = 253402300799;  // 9999-12-31T23:59:59Z

/// Digits alone, all of them.
std::optional<unsigned> digits(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// "03:04:05" → seconds of the day.
std::optional<std::int64_t> seconds_of_time(std::string_view text) {
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
    const auto hour = digits(text.substr(0, 2));
    const auto minute = digits(text.substr(3, 2));
    const auto second = digits(text.substr(6, 2));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return std::int64_t{*hour} * 3600 + std::int64_t{*minute} * 60 + *second;
}

}  // namespace

std::string utc_text(std::int64_t seconds) {
    seconds = std::clamp(seconds, std::int64_t{0}, kLastSecond);
    const chrono::year_month_day day{chrono::sys_days{chrono::days{seconds / kSecondsOfDay}}};
    const auto rest = static_cast<int>(seconds % kSecondsOfDay);
    std::array<char, 48> text{};
    const int size = std::snprintf(
        text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(day.year()),
        static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), rest / 3600, rest / 60 % 60,
        rest % 60
    );
    return {text.data(), static_cast<std::size_t>(size)};
}

std::optional<std::int64_t> seconds_of_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year < 1970) return std::nullopt;
    const chrono::year_month_day date{
        chrono::year{static_cast<int>(*year)}, chrono::month{*month}, chrono::day{*day}};
    if (!date.ok()) return std::nullopt;
    return chrono::sys_days{date}.time_since_epoch().count() * kSecondsOfDay;
}

std::optional<std::int64_t> seconds_of_utc(std::string_view text) {
    if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z') return std::nullopt;
    const auto date = seconds_of_date(text.substr(0, 10));
    const auto time = seconds_of_time(text.substr(11, 8));
    if (!date || !time) return std::nullopt;
    return *date + *time;
}

}  // namespace ctiengine::weblm

#include "config/setting_value.hpp"

#include <charconv>
#include <optional>

namespace ctiengine::config {
namespace {

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if ((a[i] | 0x20) != (b[i] | 0x20)) return false;
    }
    return true;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::int64_t> bytes(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::int64_t unit = std::int64_t{1} << 20;
    switch (text.back() & ~0x20) {
        case 'K':
            unit = std::int64_t{1} << 10;
            text.remove_suffix(1);
            break;
        case 'M': text.remove_suffix(1); break;
        case 'G':
            unit = std::int64_t{1} << 30;
            text.remove_suffix(1);
            break;
        default: break;
    }
    auto count = whole_number(text);
    if (!count || *count < 0 || *count > (std::int64_t{1} << 31)) return std::nullopt;
    return *count * unit;
}

std::optional<std::int64_t> choice(std::string_view choices, std::string_view text) {
    for (std::int64_t place = 0;; ++place) {
        auto comma = choices.find(',');
        if (equals_ignoring_case(choices.substr(0, comma), text)) return place;
        if (comma == std::string_view::npos) return std::nullopt;
        choices.remove_prefix(comma + 1);
    }
}

std::optional<std::int64_t> yes_no(std::string_view text) {
    if (equals_ignoring_case(text, "y") || equals_ignoring_case(text, "yes")) return 1;
    if (equals_ignoring_case(text, "n") || equals_ignoring_case(text, "no")) return 0;
    return std::nullopt;
}

std::optional<std::int64_t> number_of(const SettingRow& row, std::string_view text) {
    switch (row.type) {
        case SettingType::Text:
        case SettingType::Secret: return static_cast<std::int64_t>(text.size());
        case SettingType::Integer: return whole_number(text);
        case SettingType::Bytes: return bytes(text);
        case SettingType::YesNo: return yes_no(text);
        case SettingType::Choice: return choice(row.choices, text);
    }
    return std::nullopt;
}

bool is_ranged(SettingType type) {
    return type != SettingType::YesNo && type != SettingType::Choice;
}

}  // namespace

std::string rule_of(const SettingRow& row) {
    auto range = std::to_string(row.min) + " to " + std::to_string(row.max);
    switch (row.type) {
        case SettingType::Text:
        case SettingType::Secret: return "text of " + range + " characters";
        case SettingType::Integer:
            return "a whole number from " + range +
                   (row.unit.empty() ? "" : " (" + std::string(row.unit) + ")");
        case SettingType::Bytes:
            return "a size from " + range +
                   " bytes; a bare number counts MiB, the suffixes K, M and G are understood";
        case SettingType::YesNo: return "y or n";
        case SettingType::Choice: return "one of " + std::string(row.choices);
    }
    return {};
}

Result<std::int64_t> read_value(const SettingRow& row, std::string_view text) {
    auto value = number_of(row, text);
    if (value && (!is_ranged(row.type) || (*value >= row.min && *value <= row.max))) return *value;
    auto shown = std::string(text.substr(0, 60)) + (text.size() > 60 ? "…" : "");
    if (row.type == SettingType::Secret) shown = "(hidden)";
    return Error{
        Errc::InvalidSettings, std::string(row.tag) + " is '" + shown + "' but must be " + rule_of(row)};
}

}  // namespace ctiengine::config

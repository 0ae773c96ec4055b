#include "common/weblm_messages/attributes.hpp"

#include "common/weblm_messages/messages.hpp"

#include <algorithm>
#include <charconv>

namespace ctiengine::weblm::xml {
namespace {

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
}

bool is_keyword_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc()) return std::nullopt;
    return value;
}

}  // namespace

void Attributes::wrong(const char* name, std::string_view rule) const {
    const bool there = has(name);
    std::string detail = std::string(element_.name()) + "/@" + name + ": ";
    detail += there ? "is to be " : "is missing; it is to be ";
    fault_.note(there ? Errc::InvalidValue : Errc::MissingElement, detail + std::string(rule));
}

std::string Attributes::text(const char* name, TextRule rule) const {
    const auto attribute = element_.attribute(name);
    if (!attribute && rule.least == 0) return {};
    std::string value = attribute.value();
    if (attribute && value.size() >= rule.least && value.size() <= rule.most && !has_control_character(value))
        return value;
    wrong(
        name,
        std::to_string(rule.least) + " to " + std::to_string(rule.most) + " bytes without control characters"
    );
    return {};
}

std::string Attributes::keyword() const {
    std::string value = element_.attribute("keyword").value();
    if (!value.empty() && value.size() <= kLongestKeyword &&
        std::all_of(value.begin(), value.end(), is_keyword_character))
        return value;
    wrong("keyword", "1 to 64 letters, digits and '_'");
    return {};
}

std::uint64_t Attributes::number(const char* name, std::uint64_t least, std::uint64_t most) const {
    const auto value = whole_number(element_.attribute(name).value());
    if (value && *value >= least && *value <= most) return *value;
    wrong(name, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

std::optional<std::uint32_t> Attributes::seats(const char* name) const {
    if (!has(name)) return std::nullopt;
    return static_cast<std::uint32_t>(number(name, 0, kMostSeats));
}

bool Attributes::truth(const char* name) const {
    const std::string_view value = element_.attribute(name).value();
    if (value == "true") return true;
    if (has(name) && value != "false") wrong(name, "true or false");
    return false;
}

}  // namespace ctiengine::weblm::xml

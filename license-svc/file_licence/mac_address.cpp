#include "license-svc/file_licence/mac_address.hpp"

#include <algorithm>
#include <cctype>

namespace ctiengine::license {
namespace {

constexpr std::size_t kDigits = 12;

/// How many digits stand between two separators.
std::size_t group_of(char separator) {
    return separator == '.' ? 4 : 2;
}

std::string digits_of(std::string_view canonical) {
    std::string digits;
    std::copy_if(canonical.begin(), canonical.end(), std::back_inserter(digits), [](char c) {
        return c != ':';
    });
    return digits;
}

}  // namespace

std::optional<std::string> canonical_mac(std::string_view text) {
    const auto at = text.find_first_of(":-.");
    if (at == text.npos) return std::nullopt;
    const char separator = text[at];
    const auto group = group_of(separator);
    std::string digits;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const bool between = place % (group + 1) == group;
        if (between != (text[place] == separator)) return std::nullopt;
        if (between) continue;
        const auto digit = static_cast<unsigned char>(text[place]);
        if (!std::isxdigit(digit)) return std::nullopt;
        digits += static_cast<char>(std::tolower(digit));
    }
    if (digits.size() != kDigits || text.back() == separator) return std::nullopt;
    if (digits.find_first_not_of('0') == digits.npos) return std::nullopt;
    std::string mac;
    for (std::size_t place = 0; place < kDigits; place += 2) {
        if (place > 0) mac += ':';
        mac += digits.substr(place, 2);
    }
    return mac;
}

std::string dashed_mac(std::string_view canonical) {
    std::string mac(canonical);
    for (char& byte : mac)
        byte = byte == ':' ? '-' : static_cast<char>(std::toupper(static_cast<unsigned char>(byte)));
    return mac;
}

std::string dotted_mac(std::string_view canonical) {
    const auto digits = digits_of(canonical);
    return digits.substr(0, 4) + "." + digits.substr(4, 4) + "." + digits.substr(8);
}

bool is_locally_administered(std::string_view canonical) {
    const std::string first(canonical.substr(0, 2));
    return (std::stoi(first, nullptr, 16) & 2) != 0;
}

}  // namespace ctiengine::license

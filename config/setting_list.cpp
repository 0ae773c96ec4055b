#include "config/setting_list.hpp"

namespace ctiengine::config {

std::vector<std::string> list_of(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        auto part = text.substr(0, comma);
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
        const auto first = part.find_first_not_of(kSpace);
        if (first == std::string_view::npos) continue;
        parts.emplace_back(part.substr(first, part.find_last_not_of(kSpace) - first + 1));
    }
    return parts;
}

}  // namespace ctiengine::config

#include "simulator/weblm/pages/html.hpp"

namespace ctiengine::weblm_sim {

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe.push_back(c);
        }
    }
    return safe;
}

std::string element(std::string_view tag, std::string_view text) {
    const std::string name(tag);
    return "<" + name + ">" + escaped(text) + "</" + name.substr(0, name.find(' ')) + ">";
}

std::string term(std::string_view name, std::string_view value) {
    return "<div>" + element("dt", name) + element("dd", value.empty() ? "none" : value) + "</div>\n";
}

}  // namespace ctiengine::weblm_sim

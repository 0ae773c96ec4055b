#include "simulator/weblm/pages/capacity_table.hpp"

#include "simulator/weblm/pages/html.hpp"

#include <algorithm>

namespace ctiengine::weblm_sim {
namespace {

/// Colours come from the browser: green below nine tenths.
std::string bar(std::uint64_t used, std::uint64_t capacity) {
    const auto top = std::to_string(std::max<std::uint64_t>(capacity, 1));
    const auto value = std::to_string(std::min(used, capacity));
    const auto high = std::to_string(capacity * 9 / 10);
    return "<meter min=\"0\" max=\"" + top + "\" low=\"" + high + "\" high=\"" + top +
           "\" optimum=\"0\" value=\"" + value + "\" aria-hidden=\"true\"></meter>";
}

std::string row(const FeatureUse& use) {
    const auto& feature = use.feature;
    std::string html = "<tr><td>" + escaped(feature.name.empty() ? feature.keyword : feature.name) + " " +
                       element("code", "(" + feature.keyword + ")") + "</td>";
    html += use.expired ? "<td class=\"date warn\">" + escaped(feature.expires) + " (expired)</td>"
                        : element("td class=\"date\"", feature.expires);
    if (!feature.seats)
        return html + "<td class=\"number\">on</td><td class=\"number\">Not counted</td></tr>\n";
    html += "<td class=\"number\">" + std::to_string(*feature.seats) + "</td>";
    html += "<td class=\"number\">" + std::to_string(use.in_use) + bar(use.in_use, *feature.seats) +
            "</td></tr>\n";
    return html;
}

}  // namespace

std::string capacity_table(const std::vector<FeatureUse>& uses) {
    std::string html =
        "<div class=\"scroll\">\n<table id=\"capacity\">\n<caption>Licensed features</caption>\n<thead>"
        "<tr><th scope=\"col\">Feature (licence keyword)</th><th scope=\"col\">Expiration date</th>"
        "<th scope=\"col\" class=\"number\">Licensed capacity</th>"
        "<th scope=\"col\" class=\"number\">Currently used</th></tr></thead>\n<tbody>\n";
    for (const auto& use : uses) html += row(use);
    return html + "</tbody>\n</table>\n</div>\n";
}

}  // namespace ctiengine::weblm_sim

#include "simulator/switch/tsapi/version_negotiation.hpp"

#include "tsapi-worker/tsapi/abi/att_types.h"

#include <charconv>
#include <string_view>

namespace ctiengine::simulator {
namespace {

std::string_view next_field(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const auto field = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return field;
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stopped, failed] = std::from_chars(digits.data(), end, value);
    if (failed != std::errc{} || stopped != end || value < 0) return std::nullopt;
    return value;
}

/// The highest version of a list like "2-6:9" that lies within the limits; 0 for none.
int best_of(std::string_view list, int lowest, int highest) {
    int best = 0;
    while (!list.empty()) {
        auto range = next_field(list, ':');
        const auto low = number(next_field(range, '-'));
        const auto high = range.empty() ? low : number(range);
        if (!low || !high || *high < lowest || *low > highest) continue;
        best = std::max(best, std::min(*high, highest));
    }
    return best;
}

}  // namespace

std::optional<NegotiatedVersion> negotiate(const wire::Frame& open, int lowest, int highest) {
    constexpr std::string_view kVersionVendor = "VERSION";
    if (open.vendor != kVersionVendor || open.private_data.size() < 2) return std::nullopt;
    if (open.private_data.front() != PRIVATE_DATA_ENCODING) return std::nullopt;
    std::string_view text(
        reinterpret_cast<const char*>(open.private_data.data()) + 1, open.private_data.size() - 1
    );
    text = text.substr(0, text.find('\0'));
    while (!text.empty()) {
        const auto vendor = next_field(text, '#');
        const auto versions = next_field(text, '#');
        if (vendor != ECS_VENDOR_STRING && vendor != ATT_VENDOR_STRING) continue;
        const int best = best_of(versions, lowest, highest);
        if (best > 0) return NegotiatedVersion{std::string(vendor), best};
    }
    return std::nullopt;
}

void put_version(wire::Frame& confirmation, const NegotiatedVersion& negotiated) {
    confirmation.vendor = negotiated.vendor;
    confirmation.private_data = {PRIVATE_DATA_ENCODING};
    for (const char digit : std::to_string(negotiated.version)) {
        confirmation.private_data.push_back(static_cast<std::uint8_t>(digit));
    }
    confirmation.private_data.push_back(0);
}

}  // namespace ctiengine::simulator

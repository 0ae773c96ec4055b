#include "tsapi-worker/ani/number_layouts.hpp"

#include <array>
#include <cctype>

namespace ctiengine::ani {
namespace {

// clang-format off
constexpr std::array kLayouts{
    NamedLayout{"A", "2A 21 {ascii}", true, "the old encoding, for trunks that are not SIP"},
    NamedLayout{"B", "2A 21 {plan} {presentation} {ascii}", false, "the first encoding for SIP trunks, with the fault of Communication Manager 6"},
    NamedLayout{"C", "2A 21 {presentation} {plan} {ascii}", false, "the corrected encoding of late Communication Manager 6 and of 7"},
};
// clang-format on

/// Settings keep the case in which they were written.
bool same_letter(std::string_view name, std::string_view given) {
    return given.size() == 1 && std::toupper(static_cast<unsigned char>(given[0])) == name[0];
}

}  // namespace

std::span<const NamedLayout> named_layouts() {
    return kLayouts;
}

Result<NumberLayout> chosen_layout(std::string_view name, std::string_view own_layout) {
    if (!own_layout.empty()) {
        auto own = NumberLayout::parse(own_layout);
        if (!own) return Error{Errc::InvalidSettings, "ANILAYOUT: " + own.error().detail};
        return own;
    }
    for (const auto& row : kLayouts) {
        if (same_letter(row.name, name)) return NumberLayout::parse(row.layout);
    }
    return Error{Errc::InvalidSettings, "ANIMASKING '" + std::string(name) + "' is not A, B or C"};
}

}  // namespace ctiengine::ani

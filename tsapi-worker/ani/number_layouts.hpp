#pragma once
#include "tsapi-worker/ani/number_layout.hpp"

#include <span>

namespace ctiengine::ani {

/// One value of the setting ANIMASKING.
struct NamedLayout {
    std::string_view name;
    std::string_view layout;
    bool proven;  ///< seen on a switch; else a guess from incomplete sources, see the README
    std::string_view what;
};

/// A, B and C.
std::span<const NamedLayout> named_layouts();

/// The layout to use: `own_layout` (setting ANILAYOUT) where it is not empty, else the one called `name`.
/// Error: InvalidSettings.
Result<NumberLayout> chosen_layout(std::string_view name, std::string_view own_layout);

}  // namespace ctiengine::ani

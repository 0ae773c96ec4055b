#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::license {

/// 08:00:27:08:bc:e4 from any of the three notations (colons, dashes as WebLM writes it, dots as switches
/// do); nothing when it is none, or all zero.
std::optional<std::string> canonical_mac(std::string_view text);

/// 08-00-27-08-BC-E4 of a canonical one.
std::string dashed_mac(std::string_view canonical);
/// 0800.2708.bce4 of a canonical one.
std::string dotted_mac(std::string_view canonical);

/// Given by somebody to an interface, not by a maker to a card (IEEE 802, the second bit of the first octet).
bool is_locally_administered(std::string_view canonical);

}  // namespace ctiengine::license

#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::config {

using Octets = std::vector<unsigned char>;

/// RFC 4648 section 5, without padding.
std::string to_base64url(std::span<const unsigned char> octets);

/// Strict: no padding, no other characters, no bits left over; so each value has one spelling.
std::optional<Octets> from_base64url(std::string_view text);

}  // namespace ctiengine::config

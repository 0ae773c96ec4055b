#pragma once
#include "common/jws/algorithm.hpp"
#include "common/result/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::jws {

inline constexpr std::size_t kLongestToken = std::size_t{16} * 1024;

/// A signed text in compact form (RFC 7515 section 7.1), taken apart. Nothing in it is true before its
/// signature was checked; the members jwk, jku, x5u and x5c of the header are not even looked at.
struct Compact {
    Algorithm algorithm = Algorithm::Rs256;
    std::optional<std::string> key_id{};
    std::string type{};  ///< "typ"; empty = none
    std::string signed_text{};
    std::string payload{};
    std::string signature{};
};

/// Errors: TooLarge; Refused for an algorithm that is not one of ours; InvalidValue for what is not such a
/// text, and for extensions that must be understood ("crit"). Details quote nothing.
Result<Compact> parse_compact(std::string_view token);

}  // namespace ctiengine::jws

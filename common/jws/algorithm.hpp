#pragma once
#include <optional>
#include <string_view>

namespace ctiengine::jws {

/// The signature algorithms there are for us (RFC 7518 section 3.1, RFC 8037). No "none", nothing with a
/// shared secret: what is not here cannot be asked for by a token.
enum class Algorithm { Rs256, Ps256, Es256, EdDsa };

std::string_view to_string(Algorithm algorithm);
/// "RS256", "PS256", "ES256" or "EdDSA", exactly.
std::optional<Algorithm> algorithm_from(std::string_view name);

}  // namespace ctiengine::jws

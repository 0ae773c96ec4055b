#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::jws {

/// RFC 4648 section 5 without padding, and nothing else: no '=', no blanks, no bits behind the last byte.
/// Empty = not that; an empty text is an empty text.
std::optional<std::string> decode_base64url(std::string_view text);

std::string encode_base64url(std::string_view bytes);

}  // namespace ctiengine::jws

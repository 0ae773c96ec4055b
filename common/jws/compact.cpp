#include "common/jws/compact.hpp"

#include "common/jws/base64url.hpp"
#include "common/strict_json/strict_json.hpp"

namespace ctiengine::jws {
namespace {

constexpr std::size_t kLongestName = 256;

Error malformed(const char* what) {
    return {Errc::InvalidValue, what};
}

/// A member that is a text, absent, or a mistake.
Result<std::optional<std::string>> text_member(const nlohmann::json& header, const char* name) {
    const auto found = header.find(name);
    if (found == header.end()) return std::optional<std::string>();
    if (!found->is_string() || found->get_ref<const std::string&>().size() > kLongestName) {
        return Error{Errc::InvalidValue, std::string("the token's header has a strange ") + name};
    }
    return std::optional(found->get<std::string>());
}

Result<Compact> read_header(const std::string& text) {
    auto document = strict_json::parse(text);
    if (!document || !document->value.is_object()) return malformed("the token's header is no JSON object");
    const auto& header = document->value;
    if (header.contains("crit")) return malformed("the token asks for extensions (crit)");
    if (header.contains("b64")) return malformed("the token's payload is not encoded (b64)");
    auto algorithm = text_member(header, "alg");
    auto key_id = text_member(header, "kid");
    auto type = text_member(header, "typ");
    for (const auto* member : {&algorithm, &key_id, &type}) {
        if (!*member) return member->error();
    }
    const auto known = *algorithm ? algorithm_from(**algorithm) : std::nullopt;
    if (!known) return Error{Errc::Refused, "the token's alg is none of RS256, PS256, ES256, EdDSA"};
    Compact token;
    token.algorithm = *known;
    token.key_id = std::move(*key_id);
    token.type = type->value_or("");
    return token;
}

}  // namespace

Result<Compact> parse_compact(std::string_view token) {
    if (token.size() > kLongestToken) return Error{Errc::TooLarge, "the token is longer than 16 KiB"};
    const auto first = token.find('.');
    const auto second = first == token.npos ? token.npos : token.find('.', first + 1);
    if (second == token.npos || token.find('.', second + 1) != token.npos) {
        return malformed("the token has not three parts");
    }
    const auto header = decode_base64url(token.substr(0, first));
    auto payload = decode_base64url(token.substr(first + 1, second - first - 1));
    auto signature = decode_base64url(token.substr(second + 1));
    if (!header || !payload || !signature)
        return malformed("a part of the token is not base64url without padding");
    auto read = read_header(*header);
    if (!read) return read.error();
    read->signed_text = std::string(token.substr(0, second));
    read->payload = std::move(*payload);
    read->signature = std::move(*signature);
    return read;
}

}  // namespace ctiengine::jws

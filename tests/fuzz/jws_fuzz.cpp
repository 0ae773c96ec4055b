// A signed token and a key set, both from outside.
//
// Input: two bytes with the length of the token, the token, the key set. The token is taken apart, the key
// set is read, and every key is asked about it.
#include "common/jws/base64url.hpp"
#include "common/jws/key_set.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"

namespace ctiengine::fuzz {
namespace {

/// "keys": an RSA modulus takes hundreds of digits, so the seeds hold the small kinds.
constexpr std::string_view kKeys =
    R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"1","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},)"
    R"({"kty":"EC","crv":"P-256","use":"sig","kid":"2","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
    R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})";

/// RFC 8037 appendix A.4.
constexpr std::string_view kToken =
    "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-"
    "09PGcvMg3AIbQR6dWbhijcNR4"
    "ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

void check_token(std::string_view text, const jws::Compact& token) {
    require(text.starts_with(token.signed_text), "what is signed is the front of the token");
    const auto again = token.signed_text + "." + jws::encode_base64url(token.signature);
    require(again == text, "a token has one text only", again);
}

}  // namespace

void run(Bytes bytes) {
    Input input(bytes);
    const auto text = text_of(input.up_to(input.u16()));
    const auto keys = jws::KeySet::parse(text_of(input.rest()));
    const auto token = jws::parse_compact(text);
    if (!keys) require_sentence(keys.error());
    if (keys) require(keys->size() > 0, "a key set that is taken holds a key");
    if (!token) return require_sentence(token.error());
    check_token(text, *token);
    if (!keys) return;
    const auto* key = keys->find(token->algorithm, token->key_id);
    if (!key) return;
    require(key->fits(token->algorithm), "a key that is found is of the algorithm's kind");
    if (!key->verifies(token->algorithm, token->signed_text, token->signature)) return;
    auto changed = token->signed_text;
    changed.back() ^= 1;
    require(!key->verifies(token->algorithm, changed, token->signature), "a signature is for one text");
}

std::vector<Seed> made_seeds() {
    const auto input = [](std::string_view token, std::string_view keys) {
        std::string bytes{static_cast<char>(token.size() & 0xff), static_cast<char>(token.size() >> 8)};
        return bytes.append(token).append(keys);
    };
    const auto header = [](std::string_view json) { return jws::encode_base64url(json) + ".e30.AAAA"; };
    return {
        {"good", input(kToken, kKeys)},
        {"no-algorithm", input(header(R"({"alg":"none"})"), kKeys)},
        {"shared-secret", input(header(R"({"alg":"HS256","kid":"1"})"), kKeys)},
        {"zero-signature", input(header(R"({"alg":"ES256","kid":"2"})"), kKeys)},
        {"not-on-the-curve", input(kToken, R"({"keys":[{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}]})")},
    };
}

}  // namespace ctiengine::fuzz

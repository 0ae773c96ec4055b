#include "common/jws/key_set.hpp"
#include "tests/fakes/signing_keys/signing_keys.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/hmac.h>

namespace ctiengine::jws {
namespace {

using nlohmann::json;
using testing::base64url;
using ::testing::HasSubstr;
using testing::SigningKey;

const SigningKey& provider() {
    static const auto key = SigningKey::rsa();
    return key;
}
const SigningKey& forger() {
    static const auto key = SigningKey::rsa();
    return key;
}

/// What a careful reader says of a token: "good", or why not.
std::string verdict(const std::string& token) {
    static const auto keys = KeySet::parse(testing::key_set({provider().jwk("1")})).value();
    auto compact = parse_compact(token);
    if (!compact) return compact.error().detail;
    const auto* key = keys.find(compact->algorithm, compact->key_id);
    if (!key) return "no key";
    return key->verifies(compact->algorithm, compact->signed_text, compact->signature) ? "good"
                                                                                       : "bad signature";
}

std::string hs256_with_public_key() {
    const auto text = base64url(R"({"alg":"HS256","kid":"1"})") + "." + base64url("{}");
    const auto secret = provider().public_pem();
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    ::HMAC(
        ::EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
        reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac, &size
    );
    return text + "." + base64url({reinterpret_cast<char*>(mac), size});
}

std::string good() {
    return provider().token({{"alg", "RS256"}, {"kid", "1"}}, "{}");
}

std::string swapped_payload() {
    auto token = good();
    const auto first = token.find('.');
    return token.replace(first + 1, token.find('.', first + 1) - first - 1, base64url(R"({"sub":"root"})"));
}

std::string by_forger(json header) {
    header["alg"] = "RS256";
    return forger().token(header, "{}");
}

std::string raw(const std::string& header) {
    const auto text = base64url(header) + "." + base64url("{}");
    return text + "." + base64url(provider().sign("RS256", text));
}

TEST(ForgedToken, TheTrueOneIsGood) {
    EXPECT_EQ(verdict(good()), "good");
    EXPECT_EQ(verdict(raw(R"({"alg":"RS256"})")), "good") << "without kid the only key is meant";
}

struct Row {
    const char* name;
    std::string token;
    const char* verdict;
};
class ForgedToken : public ::testing::TestWithParam<Row> {};

TEST_P(ForgedToken, IsSeenThrough) {
    EXPECT_THAT(verdict(GetParam().token), HasSubstr(GetParam().verdict));
}

std::vector<Row> rows() {
    const auto unsigned_parts = base64url(R"({"alg":"none"})") + "." + base64url("{}") + ".";
    const auto token = good();
    return {
        {"AlgNone", unsigned_parts, "alg is none of"},
        {"AlgNoneInCapitals", base64url(R"({"alg":"NONE"})") + ".e30.", "alg is none of"},
        {"NoAlg", raw(R"({"kid":"1"})"), "alg is none of"},
        {"AlgIsNoText", raw(R"({"alg":["RS256"]})"), "strange alg"},
        {"AlgInSmallLetters", raw(R"({"alg":"rs256"})"), "alg is none of"},
        {"AlgRs512", raw(R"({"alg":"RS512"})"), "alg is none of"},
        {"SharedSecretOfPublicKey", hs256_with_public_key(), "alg is none of"},
        {"SwappedPayload", swapped_payload(), "bad signature"},
        {"SwappedHeader", base64url(R"({"alg":"PS256","kid":"1"})") + token.substr(token.find('.')),
         "bad signature"},
        {"OtherKind", raw(R"({"alg":"ES256","kid":"1"})"), "no key"},
        {"UnknownKid", by_forger({{"kid", "2"}}), "no key"},
        {"KidAsPath", by_forger({{"kid", "../../../../dev/null"}}), "no key"},
        {"KidAsAddress", by_forger({{"kid", "https://evil.test/k"}}), "no key"},
        {"KidIsNoText", raw(R"({"alg":"RS256","kid":1})"), "strange kid"},
        {"HugeKid", raw(R"({"alg":"RS256","kid":")" + std::string(300, 'k') + "\"}"), "strange kid"},
        {"ForgersKey", by_forger({{"kid", "1"}}), "bad signature"},
        {"EmbeddedKey", by_forger({{"jwk", forger().jwk()}}), "bad signature"},
        {"KeyAddress", by_forger({{"jku", "https://evil.test/jwks"}, {"kid", "1"}}), "bad signature"},
        {"CertificateAddress", by_forger({{"x5u", "https://evil.test/c"}, {"kid", "1"}}), "bad signature"},
        {"EmbeddedCertificate", by_forger({{"x5c", {"MIIB"}}, {"kid", "1"}}), "bad signature"},
        {"Critical", raw(R"({"alg":"RS256","crit":["exp"]})"), "crit"},
        {"NotEncodedPayload", raw(R"({"alg":"RS256","b64":false})"), "b64"},
        {"AlgTwice", raw(R"({"alg":"RS256","alg":"none"})"), "no JSON object"},
        {"HeaderIsList", raw(R"(["RS256"])"), "no JSON object"},
        {"Padding", token + "=", "base64url"},
        {"TrailingBlank", token + " ", "base64url"},
        {"TrailingNewline", token + "\n", "base64url"},
        {"TrailingByte", token + "AA", "bad signature"},
        {"FourParts", token + ".AA", "three parts"},
        {"FiveParts", token + ".AA.AA", "three parts"},
        {"TwoParts", token.substr(0, token.rfind('.')), "three parts"},
        {"NoSignature", token.substr(0, token.rfind('.') + 1), "bad signature"},
        {"Empty", "", "three parts"},
        {"DotsOnly", "..", "no JSON object"},
        {"Huge", good() + std::string(kLongestToken, 'A'), "longer than 16 KiB"},
        {"JsonSerialization", R"({"payload":"e30","signature":"AA"})", "three parts"},
    };
}
INSTANTIATE_TEST_SUITE_P(Jws, ForgedToken, ::testing::ValuesIn(rows()), [](const auto& row) {
    return std::string(row.param.name);
});

}  // namespace
}  // namespace ctiengine::jws

#include "common/jws/key_set.hpp"
#include "tests/fakes/signing_keys/signing_keys.hpp"

#include <gtest/gtest.h>

namespace ctiengine::jws {
namespace {

using testing::SigningKey;

struct Row {
    const char* alg;
    SigningKey key;
};
class Signatures : public ::testing::TestWithParam<Row> {};

bool verifies(const std::string& token, const KeySet& keys) {
    auto compact = parse_compact(token);
    if (!compact) return false;
    const auto* key = keys.find(compact->algorithm, compact->key_id);
    return key && key->verifies(compact->algorithm, compact->signed_text, compact->signature);
}

TEST_P(Signatures, AreGoodForTheirTextAndKeyOnly) {
    const auto& [alg, key] = GetParam();
    const auto keys = KeySet::parse(testing::key_set({key.jwk("1")})).value();
    const auto token = key.token({{"alg", alg}, {"kid", "1"}}, "the payload");
    EXPECT_TRUE(verifies(token, keys));
    EXPECT_EQ(parse_compact(token)->payload, "the payload");

    auto compact = parse_compact(token).value();
    auto checks = [&](const std::string& signature) {
        return keys.find(compact.algorithm, "1")->verifies(compact.algorithm, compact.signed_text, signature);
    };
    EXPECT_FALSE(checks("")) << "no signature";
    EXPECT_FALSE(checks(compact.signature + '\0')) << "bytes behind it";
    EXPECT_FALSE(checks(compact.signature.substr(1))) << "too short";
    EXPECT_FALSE(checks(std::string(compact.signature.size(), '\0'))) << "zeros, r = s = 0 among them";
    for (std::size_t at = 0; at < compact.signature.size(); at += 7) {
        auto other = compact.signature;
        other[at] = static_cast<char>(other[at] ^ 1);
        EXPECT_FALSE(checks(other)) << "one bit of byte " << at;
    }
}

TEST_P(Signatures, OfAnotherKeyAreRefused) {
    const auto& [alg, key] = GetParam();
    auto other = std::string(alg) == "ES256"   ? SigningKey::elliptic()
                 : std::string(alg) == "EdDSA" ? SigningKey::ed25519()
                                               : SigningKey::rsa();
    const auto keys = KeySet::parse(testing::key_set({other.jwk("1")})).value();
    EXPECT_FALSE(verifies(key.token({{"alg", alg}, {"kid", "1"}}, "x"), keys));
}

const std::vector<Row>& rows() {
    static const auto rsa = SigningKey::rsa();
    static const std::vector<Row> all = {
        {"RS256", rsa}, {"PS256", rsa}, {"ES256", SigningKey::elliptic()}, {"EdDSA", SigningKey::ed25519()}};
    return all;
}
INSTANTIATE_TEST_SUITE_P(Jws, Signatures, ::testing::ValuesIn(rows()), [](const auto& row) {
    return std::string(row.param.alg);
});

/// RFC 8037 appendix A.4.
TEST(Signature, OfTheStandardsExampleIsGood) {
    const auto keys =
        KeySet::parse(
            R"({"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})"
        )
            .value();
    EXPECT_TRUE(verifies(
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-"
        "09PGcvMg3AIbQR6dWbhijc"
        "NR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
        keys
    ));
}

/// RFC 7515 appendix A.3.
TEST(Signature, OfTheStandardsEllipticExampleIsGood) {
    const auto keys =
        KeySet::parse(
            R"({"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
            R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})"
        )
            .value();
    EXPECT_TRUE(verifies(
        "eyJhbGciOiJFUzI1NiJ9."
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ij"
        "p0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
        keys
    ));
}

}  // namespace
}  // namespace ctiengine::jws

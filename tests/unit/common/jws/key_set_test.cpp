#include "common/jws/key_set.hpp"

#include "tests/fakes/signing_keys/signing_keys.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::jws {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using testing::SigningKey;

const SigningKey& rsa() {
    static const auto key = SigningKey::rsa();
    return key;
}

json with(json jwk, const char* member, const json& value) {
    jwk[member] = value;
    return jwk;
}

TEST(KeySet, FindsAKeyByIdAndKind) {
    const auto other = SigningKey::rsa();
    const auto curve = SigningKey::elliptic();
    const auto keys =
        KeySet::parse(testing::key_set({rsa().jwk("a"), other.jwk("b"), curve.jwk("c")})).value();
    EXPECT_EQ(keys.find(Algorithm::Rs256, "a")->id(), "a");
    EXPECT_EQ(keys.find(Algorithm::Ps256, "b")->id(), "b");
    EXPECT_EQ(keys.find(Algorithm::Es256, "a"), nullptr) << "an RSA key is none for ES256";
    EXPECT_EQ(keys.find(Algorithm::Rs256, "d"), nullptr);
    EXPECT_EQ(keys.find(Algorithm::Rs256, "../a"), nullptr);
    EXPECT_EQ(keys.find(Algorithm::Rs256, ""), nullptr) << "an empty kid is a kid";
}

TEST(KeySet, GivesTheOnlyKeyThatFitsWhenATokenNamesNone) {
    const auto curve = SigningKey::elliptic();
    auto one = KeySet::parse(testing::key_set({rsa().jwk("a"), curve.jwk("c")})).value();
    EXPECT_EQ(one.find(Algorithm::Rs256, {})->id(), "a");
    auto two = KeySet::parse(testing::key_set({rsa().jwk("a"), rsa().jwk("b")})).value();
    EXPECT_EQ(two.find(Algorithm::Rs256, {}), nullptr) << "either of two is a guess";
    auto same = KeySet::parse(testing::key_set({rsa().jwk("a"), rsa().jwk("a")})).value();
    EXPECT_EQ(same.find(Algorithm::Rs256, "a"), nullptr);
}

TEST(KeySet, KeepsAKeyToItsOwnAlgorithm) {
    auto keys = KeySet::parse(testing::key_set({with(rsa().jwk("a"), "alg", "PS256")})).value();
    EXPECT_NE(keys.find(Algorithm::Ps256, "a"), nullptr);
    EXPECT_EQ(keys.find(Algorithm::Rs256, "a"), nullptr);
}

TEST(KeySet, PassesOverKeysThatAreNotForUs) {
    auto keys = KeySet::parse(testing::key_set(
        {with(rsa().jwk("enc"), "use", "enc"), rsa().jwk("good"), json{{"kty", "new"}, {"kid", "x\ny"}}, 7}
    ));
    ASSERT_TRUE(keys) << keys.error().detail;
    EXPECT_EQ(keys->size(), 1U);
    EXPECT_THAT(
        keys->remarks(), ::testing::ElementsAre(
                             "key 1 ('enc'): its use is not sig",
                             "key 3 ('x?y'): its kty is none of RSA, EC, OKP", "key 4: it is no JSON object"
                         )
    );
}

struct Row {
    const char* name;
    json key;
    const char* says;
};
class BadKey : public ::testing::TestWithParam<Row> {};

TEST_P(BadKey, IsNotTaken) {
    auto keys = KeySet::parse(testing::key_set({GetParam().key}));
    ASSERT_FALSE(keys);
    EXPECT_THAT(keys.error().detail, HasSubstr("no key in the set can be used"));
    EXPECT_THAT(keys.error().detail, HasSubstr(GetParam().says));
}

std::vector<Row> rows() {
    const auto curve = SigningKey::elliptic().jwk();
    const auto edwards = SigningKey::ed25519().jwk();
    const std::string zeros(43, 'A');
    return {
        {"SmallRsa", SigningKey::rsa(1024).jwk("k"), "at least 2048 bits"},
        {"HugeRsa", with(rsa().jwk(), "n", std::string(2000, 'B')), "at most 8192 bits"},
        {"NoModulus", json{{"kty", "RSA"}, {"e", "AQAB"}}, "n or e is missing"},
        {"PaddedModulus", with(rsa().jwk(), "e", "AQAB="), "n or e is missing or not base64url"},
        {"ExponentOne", with(rsa().jwk(), "e", "AQ"), "no exponent"},
        {"EvenExponent", with(rsa().jwk(), "e", "AQAA"), "no exponent"},
        {"HugeExponent", with(rsa().jwk(), "e", std::string(40, 'B')), "exponent of 64"},
        {"ModulusIsNumber", with(rsa().jwk(), "n", 7), "n or e is missing"},
        {"OtherCurve", SigningKey::elliptic("P-384").jwk(), "only crv P-256"},
        {"CurveRenamed", with(SigningKey::elliptic("P-384").jwk(), "crv", "P-256"), "not 32 bytes"},
        {"NotOnTheCurve", with(curve, "x", zeros), "no point of P-256"},
        {"Origin", with(with(curve, "x", zeros), "y", zeros), "no point of P-256"},
        {"ShortEdwards", with(edwards, "x", "AAAA"), "not 32 bytes"},
        {"MontgomeryCurve", with(edwards, "crv", "X25519"), "only crv Ed25519"},
        {"SharedSecret", json{{"kty", "oct"}, {"k", "c2VjcmV0"}}, "secret key"},
        {"PrivateKey", with(rsa().jwk(), "d", "AAAA"), "secret key"},
        {"ForEncryption", with(rsa().jwk(), "use", "enc"), "use is not sig"},
        {"UseIsNoText", with(rsa().jwk(), "use", json::array()), "use is not sig"},
        {"ForSigningOnly", with(rsa().jwk(), "key_ops", {"sign"}), "no verify"},
        {"OperationsAreNoList", with(rsa().jwk(), "key_ops", 1), "no verify"},
        {"WrongAlgorithm", with(rsa().jwk(), "alg", "ES256"), "alg is not for"},
        {"UnknownAlgorithm", with(rsa().jwk(), "alg", "RSA-OAEP"), "alg is not for"},
        {"EmptyId", with(rsa().jwk(), "kid", ""), "kid"},
    };
}
INSTANTIATE_TEST_SUITE_P(KeySet, BadKey, ::testing::ValuesIn(rows()), [](const auto& row) {
    return std::string(row.param.name);
});

TEST(KeySet, IsRefusedWhenItIsNone) {
    for (const char* text :
         {"", "[]", "{}", R"({"keys":{}})", R"({"keys":[]})", "<html>", R"({"keys":[],"keys":[]})"}) {
        EXPECT_FALSE(KeySet::parse(text)) << text;
    }
    EXPECT_EQ(KeySet::parse(std::string(kLargestKeySet + 1, ' ')).error().code, Errc::TooLarge);
}

}  // namespace
}  // namespace ctiengine::jws

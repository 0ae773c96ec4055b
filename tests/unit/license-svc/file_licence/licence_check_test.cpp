#include "license-svc/file_licence/licence_check.hpp"

#include "common/jws/base64url.hpp"
#include "license-svc/license_sign/licence_text.hpp"
#include "tests/fakes/signing_keys/signing_keys.hpp"

#include <gmock/gmock.h>

namespace ctiengine::license {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::int64_t kNow = 1800000000;
constexpr char kMac[] = "08:00:27:08:bc:e4";

const IssuerKey& issuer() {
    static const auto key = IssuerKey::generate("ec").value();
    return key;
}
LicenceHost host() {
    LicenceHost host;
    host.macs = {kMac};
    host.now = kNow;
    return host;
}
json claims() {
    return {{"ver", 1},           {"lid", "b3a1"},    {"product", "CTI_Engine"},
            {"mac", {kMac}},      {"users", 80},      {"ha_users", 20},
            {"callcenter", true}, {"iat", kNow - 10}, {"customer", "ACME"}};
}
LicenceVerdict check(const std::string& text, const std::string& key = issuer().public_pem()) {
    return check_licence(text, key, host());
}
LicenceVerdict check(const json& what) {
    return check(licence_text(what.dump(), issuer()));
}
LicenceVerdict check_with(const char* claim, const json& value) {
    auto changed = claims();
    changed[claim] = value;
    return check(changed);
}

TEST(LicenceCheck, AGoodLicenceSaysWhatItAllows) {
    const auto verdict = check(claims());
    ASSERT_EQ(verdict.event, LicenceEvent::Good) << verdict.detail;
    EXPECT_EQ(verdict.claims->users, 80U);
    EXPECT_EQ(verdict.claims->ha_users, 20U);
    EXPECT_TRUE(verdict.claims->call_center);
    EXPECT_EQ(verdict.claims->customer, "ACME");
    EXPECT_THAT(verdict.warnings, ElementsAre());
}

TEST(LicenceCheck, EveryKindOfKeySigns) {
    for (const char* type : {"rsa", "ec", "ed25519"}) {
        const auto key = IssuerKey::generate(type).value();
        EXPECT_TRUE(check(licence_text(claims().dump(), key), key.public_pem()).good()) << type;
    }
}

TEST(LicenceCheck, T1_ATamperedByteAtAnyOffsetIsNeverLicensed) {
    const auto text = licence_text(claims().dump(), issuer());
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        for (const char other : {'A', 'b', '.', '\0', ' ', static_cast<char>(text[at] ^ 1)}) {
            auto tampered = text;
            if (tampered[at] == other) continue;
            tampered[at] = other;
            EXPECT_FALSE(check(tampered).good()) << "offset " << at;
        }
    }
    for (std::size_t size = 0; size + 1 < text.size(); ++size)
        EXPECT_FALSE(check(text.substr(0, size)).good()) << size;
}

TEST(LicenceCheck, T1_WhateverTheKindOfTheKey) {
    for (const char* type : {"rsa", "ed25519"}) {
        const auto key = IssuerKey::generate(type).value();
        const auto pem = key.public_pem();
        const auto text = licence_text(claims().dump(), key);
        ASSERT_TRUE(check(text, pem).good());
        for (std::size_t at = 0; at + 1 < text.size(); ++at) {
            for (const int bit : {1, 4, 32}) {
                auto tampered = text;
                tampered[at] = static_cast<char>(tampered[at] ^ bit);
                EXPECT_FALSE(check(tampered, pem).good()) << type << ", offset " << at << ", bit " << bit;
            }
        }
    }
}

TEST(LicenceCheck, T2_OnlyTheAlgorithmOfTheKeyCounts) {
    const auto payload = jws::encode_base64url(claims().dump());
    const auto with_header = [&](const json& header) {
        const auto text = jws::encode_base64url(header.dump()) + "." + payload;
        return text + "." + jws::encode_base64url(issuer().sign(text));
    };
    const auto typ = std::string(kLicenceType);
    for (const char* algorithm : {"none", "HS256", "HS512", "ES384", "PS512", "es256", ""}) {
        EXPECT_EQ(
            check(with_header({{"alg", algorithm}, {"typ", typ}})).event, LicenceEvent::AlgorithmRefused
        ) << algorithm;
    }
    for (const char* algorithm : {"RS256", "PS256", "EdDSA"}) {
        EXPECT_EQ(
            check(with_header({{"alg", algorithm}, {"typ", typ}})).event, LicenceEvent::AlgorithmRefused
        ) << algorithm;
    }
    EXPECT_EQ(check(with_header({{"alg", "ES256"}, {"typ", "JWT"}})).event, LicenceEvent::FileUnreadable);
    EXPECT_EQ(
        check(with_header({{"alg", "ES256"}, {"typ", typ}, {"crit", {"x"}}})).event,
        LicenceEvent::FileUnreadable
    );
    EXPECT_TRUE(check(with_header({{"alg", "ES256"}, {"typ", typ}})).good());
    const auto rsa = IssuerKey::generate("rsa").value();
    EXPECT_EQ(
        check(licence_text(claims().dump(), issuer()), rsa.public_pem()).event, LicenceEvent::AlgorithmRefused
    ) << "RSA in place of EC";
    EXPECT_EQ(check(licence_text(claims().dump(), rsa)).event, LicenceEvent::AlgorithmRefused)
        << "EC in place of RSA";
}

TEST(LicenceCheck, ASignatureOfSomebodyElseIsTold) {
    const auto stranger = IssuerKey::generate("ec").value();
    const auto verdict = check(licence_text(claims().dump(), stranger));
    EXPECT_EQ(verdict.event, LicenceEvent::SignatureBad);
    EXPECT_THAT(verdict.detail, Not(HasSubstr("ACME"))) << "nothing of the payload is quoted";
}

TEST(LicenceCheck, APublicKeyThatIsNoneOrTooSmallIsTold) {
    const auto text = licence_text(claims().dump(), issuer());
    for (const auto& key :
         {std::string(), std::string("hello"), issuer().private_pem(),
          testing::SigningKey::rsa(2048).public_pem(), testing::SigningKey::elliptic("P-384").public_pem()}) {
        EXPECT_EQ(check(text, key).event, LicenceEvent::KeyBad) << key.substr(0, 30);
    }
}

TEST(LicenceCheck, T3_ItIsForOneHost) {
    EXPECT_EQ(check_with("mac", {"08:00:27:08:bc:e5"}).event, LicenceEvent::MacMismatch);
    const auto verdict = check_with("mac", {"08:00:27:08:bc:e5"});
    EXPECT_THAT(verdict.detail, HasSubstr("this host has 08:00:27:08:bc:e4"));
    EXPECT_TRUE(check_with("mac", {"aa:bb:cc:dd:ee:f0", "08-00-27-08-BC-E4"}).good());
}

TEST(LicenceCheck, T4_ItHasATime) {
    EXPECT_TRUE(check_with("exp", kNow + 1).good());
    EXPECT_EQ(check_with("exp", kNow).event, LicenceEvent::Expired);
    EXPECT_TRUE(check_with("nbf", kNow).good());
    EXPECT_EQ(check_with("nbf", kNow + 1).event, LicenceEvent::NotYet);
    EXPECT_THAT(check_with("iat", kNow + 86400).warnings, ElementsAre());
    EXPECT_THAT(check_with("iat", kNow + 86401).warnings, ElementsAre(HasSubstr("set the clock right")));
}

TEST(LicenceCheck, T4_AClockThatWasSetBackIsTold) {
    auto set_back = host();
    set_back.clock_set_back = true;
    const auto good = check_licence(licence_text(claims().dump(), issuer()), issuer().public_pem(), set_back);
    EXPECT_TRUE(good.good());
    EXPECT_THAT(good.warnings, ElementsAre(HasSubstr("LIC_CLOCK_ROLLBACK")));
    auto over = claims();
    over["exp"] = kNow;
    const auto bad = check_licence(licence_text(over.dump(), issuer()), issuer().public_pem(), set_back);
    EXPECT_EQ(bad.event, LicenceEvent::Expired);
    EXPECT_THAT(bad.warnings, ElementsAre(HasSubstr("LIC_CLOCK_ROLLBACK")));
}

TEST(LicenceCheck, MoreUsersThanCanBeServedAreClamped) {
    const auto verdict = check_with("users", 100001);
    ASSERT_TRUE(verdict.good());
    EXPECT_EQ(verdict.claims->users, kMostLicensedUsers);
    EXPECT_THAT(verdict.warnings, ElementsAre(HasSubstr("LIC_CLAMPED")));
}

TEST(LicenceCheck, ClaimsThatAreNoneAreTold) {
    const std::vector<std::pair<const char*, json>> bad{
        {"ver", 2},
        {"ver", "1"},
        {"product", "Other"},
        {"release", "5.0"},
        {"users", -1},
        {"users", 1.5},
        {"users", "80"},
        {"users", nullptr},
        {"ha_users", true},
        {"callcenter", 1},
        {"callcenter", "yes"},
        {"mac", "08:00:27:08:bc:e4"},
        {"mac", json::array()},
        {"mac", {"x"}},
        {"mac", {1}},
        {"mac", std::vector<std::string>(9, kMac)},
        {"iat", "now"},
        {"exp", -1},
        {"exp", 1e18},
        {"lid", 7},
        {"customer", std::string(129, 'x')}};
    for (const auto& [claim, value] : bad) {
        const auto verdict = check_with(claim, value);
        EXPECT_EQ(verdict.event, LicenceEvent::NotOurs) << claim << " " << value;
    }
    for (const char* needed : {"ver", "lid", "product", "mac", "users", "ha_users", "callcenter", "iat"}) {
        auto without = claims();
        without.erase(needed);
        EXPECT_EQ(check(without).event, LicenceEvent::NotOurs) << needed;
    }
    auto twice = claims().dump();
    twice.insert(1, "\"users\":1,");
    EXPECT_EQ(check(licence_text(twice, issuer())).event, LicenceEvent::NotOurs) << "a claim twice";
    auto deep = claims();
    deep["x"] = json::parse("[[[[1]]]]");
    EXPECT_EQ(check(deep).event, LicenceEvent::NotOurs) << "five levels";
    deep["x"] = json::parse("[[[1]]]");
    EXPECT_TRUE(check(deep).good()) << "four levels";
    for (const char* number : {"1e3", "1.0", "-0", "18446744073709551616", "0x10"}) {
        auto text = claims().dump();
        text.replace(text.find("\"users\":80"), 10, std::string("\"users\":") + number);
        EXPECT_EQ(check(licence_text(text, issuer())).event, LicenceEvent::NotOurs) << number;
    }
    EXPECT_TRUE(check_with("colour", "blue").good()) << "unknown claims are ignored";
    EXPECT_TRUE(check_with("release", "4.9").good());
}

TEST(LicenceCheck, ALicenceOfAnotherHostAndTimeCanBeShown) {
    auto other = claims();
    other["mac"] = {"08:00:27:08:bc:e5"};
    other["exp"] = 1;
    const auto text = licence_text(other.dump(), issuer());
    const auto read = read_licence(text, issuer().public_pem(), kProduct, kRelease);
    ASSERT_TRUE(read.good()) << read.detail;
    EXPECT_EQ(read.claims->expires, 1);
    EXPECT_FALSE(check(text).claims) << "what is refused allows nothing";
}

TEST(LicenceCheck, OneLineOfLimitedLengthIsRead) {
    const auto text = licence_text(claims().dump(), issuer());
    EXPECT_TRUE(check(text.substr(0, text.size() - 1)).good()) << "without the end of the line";
    for (const auto& other :
         {text + text, text + "\n", " " + text, std::string(), std::string("\n"),
          std::string(kLargestLicenceFile + 1, 'A'), std::string("a.b"), std::string("....")}) {
        EXPECT_EQ(check(other).event, LicenceEvent::FileUnreadable);
    }
}

}  // namespace
}  // namespace ctiengine::license

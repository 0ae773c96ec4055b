#include "common/authentication/claims.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace ctiengine::authentication {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::int64_t kSeconds = 1767225600;
const std::chrono::system_clock::time_point kNow{std::chrono::seconds(kSeconds)};

ClaimRules rules() {
    ClaimRules rules;
    rules.issuer = "https://id.test";
    rules.audience = "ctiengine";
    return rules;
}

json good() {
    return {{"iss", "https://id.test"}, {"aud", "ctiengine"}, {"sub", "ann"}, {"exp", kSeconds + 300}};
}

TEST(Claims, MakeAUser) {
    auto claims = good();
    claims["extension"] = {"4001", "4002"};
    claims["agent_id"] = "2001";
    claims["role"] = "supervisor";
    auto who = identity_from_claims(claims.dump(), rules(), kNow);
    ASSERT_TRUE(who) << who.error().detail;
    EXPECT_EQ(who->user, "ann");
    EXPECT_EQ(who->proven_by, "token");
    EXPECT_EQ(who->rights.role, identity::Role::Supervisor);
    EXPECT_THAT(who->rights.devices, ElementsAre("4001", "4002"));
    EXPECT_THAT(who->rights.agent_ids, ElementsAre("2001"));
    EXPECT_EQ(who->expires, kNow + 300s + kClockSkew);
}

TEST(Claims, ThatAreNotThereGiveNothing) {
    auto who = identity_from_claims(good().dump(), rules(), kNow);
    ASSERT_TRUE(who) << who.error().detail;
    EXPECT_EQ(who->rights, identity::Rights{});
}

TEST(Claims, HaveTheNamesOfTheSettings) {
    auto other = rules();
    other.user = "upn";
    other.extension = "https://company.test/phone";
    other.role = "cti_role";
    auto claims = good();
    claims["upn"] = "ann@company.test";
    claims["https://company.test/phone"] = "4001";
    claims["cti_role"] = "admin";
    claims["role"] = "nonsense of somebody else";
    auto who = identity_from_claims(claims.dump(), other, kNow);
    ASSERT_TRUE(who) << who.error().detail;
    EXPECT_EQ(who->user, "ann@company.test");
    EXPECT_THAT(who->rights.devices, ElementsAre("4001"));
    EXPECT_EQ(who->rights.role, identity::Role::Admin);
}

struct Row {
    const char* name;
    json change;       ///< merged into the good claims; null removes one
    const char* says;  ///< "" = the token is taken
};
class ClaimChanges : public ::testing::TestWithParam<Row> {};

TEST_P(ClaimChanges, AreSeen) {
    auto claims = good();
    claims.merge_patch(GetParam().change);
    auto who = identity_from_claims(claims.dump(), rules(), kNow);
    if (std::string_view(GetParam().says).empty()) {
        EXPECT_TRUE(who) << who.error().detail;
        return;
    }
    ASSERT_FALSE(who);
    EXPECT_EQ(who.error().code, Errc::Refused);
    EXPECT_THAT(who.error().detail, HasSubstr(GetParam().says));
}

const Row kRows[] = {
    {"NoIssuer", {{"iss", nullptr}}, "iss is missing"},
    {"OtherIssuer", {{"iss", "https://id.test/"}}, "iss is not"},
    {"IssuerIsList", {{"iss", {"https://id.test"}}}, "iss is not a text"},
    {"NoAudience", {{"aud", nullptr}}, "aud is missing"},
    {"OtherAudience", {{"aud", "ctiengine2"}}, "aud is not"},
    {"EmptyAudience", {{"aud", json::array()}}, "aud is missing"},
    {"AudienceInList", {{"aud", {"other", "ctiengine"}}}, ""},
    {"AudienceIsNumber", {{"aud", 1}}, "aud is neither"},
    {"NoExpiry", {{"exp", nullptr}}, "exp is missing"},
    {"ExpiryIsText", {{"exp", "1767225900"}}, "exp is not a number"},
    {"ExpiryIsHuge", {{"exp", 1e300}}, "exp is not a time"},
    {"ExpiryIsNegative", {{"exp", -1}}, "exp is not a time"},
    {"ExpiryWithFraction", {{"exp", kSeconds + 0.5}}, ""},
    {"ExpiredWithinSkew", {{"exp", kSeconds - 59}}, ""},
    {"Expired", {{"exp", kSeconds - 60}}, "exp has passed"},
    {"NotYetWithinSkew", {{"nbf", kSeconds + 60}}, ""},
    {"NotYet", {{"nbf", kSeconds + 61}}, "nbf has not come"},
    {"NotBeforeIsText", {{"nbf", "now"}}, "nbf is not a number"},
    {"IssuedWithinSkew", {{"iat", kSeconds + 60}}, ""},
    {"IssuedInTheFuture", {{"iat", kSeconds + 61}}, "iat has not come"},
    {"IssuedIsText", {{"iat", "now"}}, "iat is not a number"},
    {"NoUser", {{"sub", nullptr}}, "sub is missing"},
    {"UserIsNumber", {{"sub", 4001}}, "sub is not a text"},
    {"UserIsEmpty", {{"sub", ""}}, "sub is no name"},
    {"UserHasControlCharacter", {{"sub", "a\nb"}}, "sub is no name"},
    {"ExtensionIsNumber", {{"extension", 4001}}, "extension is neither"},
    {"ExtensionInWords", {{"extension", "tel:4001"}}, "extension holds"},
    {"AgentListWithNumber", {{"agent_id", {"2001", 2002}}}, "agent_id is neither"},
    {"UnknownRole", {{"role", "root"}}, "role is none"},
    {"RoleIsList", {{"role", {"admin"}}}, "role is none"},
    {"EmptyRole", {{"role", ""}}, "role is none"},
};
INSTANTIATE_TEST_SUITE_P(Claims, ClaimChanges, ::testing::ValuesIn(kRows), [](const auto& row) {
    return std::string(row.param.name);
});

TEST(Claims, MayNotStandTwice) {
    const std::string twice =
        R"({"iss":"https://id.test","aud":"ctiengine","exp":1767225900,"sub":"ann","sub":"root"})";
    auto who = identity_from_claims(twice, rules(), kNow);
    ASSERT_FALSE(who);
    EXPECT_THAT(who.error().detail, HasSubstr("'sub' stands twice"));
}

TEST(Claims, AreAnObject) {
    for (const char* payload : {"", "[]", "null", "\"sub\"", "{", "\xff"}) {
        EXPECT_FALSE(identity_from_claims(payload, rules(), kNow)) << payload;
    }
}

}  // namespace
}  // namespace ctiengine::authentication

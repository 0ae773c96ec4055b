#include "common/authentication/users.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::authentication {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kHash =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

TEST(Users, AreReadWithEverythingThatBelongsToThem) {
    auto read = read_users(
        R"({"users": {"ann": {"passwordHash": ")" + kHash +
        R"(", "role": "supervisor", "extensions": ["4001", "*72#"], "agentIds": ["2001"],
            "certificates": ["email:ann@company.test"]},
            "door": {"certificates": ["DNS:door.company.test"]}}})"
    );
    ASSERT_THAT(read.mistakes, IsEmpty());
    const auto& ann = read.users.by_name.at("ann");
    EXPECT_EQ(ann.password_hash, kHash);
    EXPECT_EQ(ann.rights.role, identity::Role::Supervisor);
    EXPECT_THAT(ann.rights.devices, ElementsAre("*72#", "4001"));
    EXPECT_THAT(ann.rights.agent_ids, ElementsAre("2001"));
    EXPECT_EQ(read.users.by_certificate.at("email:ann@company.test"), "ann");
    EXPECT_EQ(read.users.by_name.at("door").rights, identity::Rights{}) << "who says nothing gives nothing";
}

TEST(Users, AreWrittenAsTheyAreRead) {
    Users users;
    users.by_name["ann"] = {kHash, {identity::Role::Admin, {"4001"}, {"2001"}}, {"URI:urn:x"}};
    users.by_name["quote\"back\\slash"].password_hash = kHash;
    auto read = read_users(users_text(users));
    ASSERT_THAT(read.mistakes, IsEmpty());
    EXPECT_EQ(read.users.by_name, users.by_name);
}

TEST(Users, HaveAllTheirMistakesNamedAtOnce) {
    auto read =
        read_users("{\"users\": {\n\"ann\": {\n\"role\": \"boss\",\n\"extensions\": \"4001\"},\n\"ben\": 1}}"
        );
    EXPECT_THAT(
        read.mistakes, ElementsAre(
                           "line 4: user 'ann', extensions: must be a list of texts: [\"4001\"]",
                           "line 3: user 'ann', role: must be \"agent\", \"supervisor\" or \"admin\"",
                           "line 5: user 'ben' must be an object: {\"passwordHash\": …}"
                       )
    );
}

struct Row {
    const char* name;
    std::string text;
    const char* says;
};
class BadUsers : public ::testing::TestWithParam<Row> {};

TEST_P(BadUsers, AreNamed) {
    auto read = read_users(GetParam().text);
    ASSERT_EQ(read.mistakes.size(), 1U);
    EXPECT_THAT(read.mistakes.front(), HasSubstr(GetParam().says));
}

std::string ann(const std::string& fields) {
    return R"({"users":{"ann":{)" + fields + "}}}";
}
const std::string kGood = R"("passwordHash":")" + kHash + "\"";

const Row kRows[] = {
    {"NoJson", "users: ann", "line 1, column "},
    {"NoObject", "[]", "must be an object with the member \"users\""},
    {"UsersAsList", R"({"users":[]})", "must be an object with the member \"users\""},
    {"OtherMember", R"({"users":{},"user":{}})", "line 1: 'user' is not known"},
    {"UserTwice", "{\"users\":{\n\"ann\":{" + kGood + "},\n\"ann\":{" + kGood + "}}}",
     "line 3: 'ann' stands twice"},
    {"FieldTwice", ann(kGood + "," + kGood), "'passwordHash' stands twice"},
    {"UnknownField", ann(kGood + R"(,"extension":["1"])"), "user 'ann', extension: is not known; there are"},
    {"ClearPassword", ann(R"("passwordHash":"secret")"), "passwordHash: is not an Argon2id hash"},
    {"HashIsNoText", ann(R"("passwordHash":1)"), "passwordHash: must be a text"},
    {"RoleIsNoText", ann(kGood + R"(,"role":null)"), "role: must be"},
    {"RoleInOtherCase", ann(kGood + R"(,"role":"Admin")"), "role: must be"},
    {"NumberInList", ann(kGood + R"(,"extensions":[4001])"), "extensions: must be a list of texts"},
    {"DialledForm", ann(kGood + R"(,"extensions":["tel:4001"])"), "'tel:4001' is not a number"},
    {"EmptyNumber", ann(kGood + R"(,"agentIds":[""])"), "agentIds: '' is not a number"},
    {"NumberTwice", ann(kGood + R"(,"extensions":["1","1"])"), "extensions: '1' stands twice"},
    {"CommonName", ann(R"("certificates":["CN:ann"])"), "'CN:ann' must begin with DNS:"},
    {"NamelessCertificate", ann(R"("certificates":["DNS:"])"), "'DNS:' must begin with DNS:"},
    {"NoWayIn", ann(R"("role":"agent")"), "neither passwordHash nor certificates"},
    {"EmptyName", R"({"users":{"":{)" + kGood + "}}}", "the name is empty"},
    {"BlankInFront", R"({"users":{" ann":{)" + kGood + "}}}", "begins or ends with a blank"},
    {"ControlCharacter", R"({"users":{"a\nb":{)" + kGood + "}}}", "control character"},
    {"SharedCertificate",
     R"({"users":{"a":{"certificates":["DNS:x"]},"b":{)" + kGood + R"(,"certificates":["DNS:x"]}}})",
     "user 'b', certificates: 'DNS:x' belongs to user 'a' already"},
};
INSTANTIATE_TEST_SUITE_P(Users, BadUsers, ::testing::ValuesIn(kRows), [](const auto& row) {
    return row.param.name;
});

}  // namespace
}  // namespace ctiengine::authentication

#include "common/grpc_security/method_rules.hpp"

#include <gtest/gtest.h>

namespace ctiengine::grpc_security {
namespace {

TEST(Role, HasOneUriEach) {
    for (auto role : {Role::Gateway, Role::Worker, Role::Admin, Role::License, Role::ClientLogger}) {
        EXPECT_EQ(role_from_uri(uri_of(role)), role) << uri_of(role);
    }
    EXPECT_EQ(uri_of(Role::Gateway), "spiffe://ctiengine/gateway");
}

class NoRole : public testing::TestWithParam<const char*> {};

TEST_P(NoRole, IsReadFromAnyOtherText) {
    EXPECT_EQ(role_from_uri(GetParam()), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    Uris,
    NoRole,
    testing::Values(
        "",
        "gateway",
        "spiffe://ctiengine/",
        "spiffe://ctiengine/gateway/",
        "spiffe://ctiengine/gateway/x",
        "spiffe://ctiengine/Gateway",
        "SPIFFE://ctiengine/gateway",
        "spiffe://ctiengine.example/gateway",
        "spiffe://other/gateway",
        "https://ctiengine/gateway",
        " spiffe://ctiengine/gateway"
    )
);

class Rules : public testing::Test {
  protected:
    MethodRules rules =
        MethodRules().allow("a.Calls", {Role::Gateway}).allow("a.Admin", {Role::Gateway, Role::Admin});
};

TEST_F(Rules, LetARoleCallItsServicesOnly) {
    EXPECT_TRUE(rules.allows("/a.Calls/Attach", Role::Gateway));
    EXPECT_TRUE(rules.allows("/a.Admin/GetStatus", Role::Gateway));
    EXPECT_TRUE(rules.allows("/a.Admin/GetStatus", Role::Admin));
    EXPECT_FALSE(rules.allows("/a.Calls/Attach", Role::Admin));
    EXPECT_FALSE(rules.allows("/a.Calls/Attach", Role::Worker));
}

TEST_F(Rules, CloseAServiceThatNobodyNamed) {
    EXPECT_FALSE(rules.allows("/a.Other/Attach", Role::Gateway));
    EXPECT_FALSE(rules.allows("/a.CallsAndMore/Attach", Role::Gateway));
    EXPECT_FALSE(MethodRules().allows("/a.Calls/Attach", Role::Gateway));
}

TEST_F(Rules, CloseAPathOfAnotherForm) {
    for (const char* path :
         {"", "/", "a.Calls/Attach", "/a.Calls", "//a.Calls/Attach", "/a.Calls/Attach/x"}) {
        EXPECT_FALSE(rules.allows(path, Role::Gateway)) << path;
    }
}

TEST(RoleSet, HoldsWhatItWasMadeOf) {
    EXPECT_TRUE(Roles::all().contains(Role::ClientLogger));
    EXPECT_FALSE(Roles{}.contains(Role::Gateway));
}

}  // namespace
}  // namespace ctiengine::grpc_security

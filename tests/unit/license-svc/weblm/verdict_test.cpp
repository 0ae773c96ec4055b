#include "license-svc/weblm/verdict.hpp"

#include "tests/unit/license-svc/weblm/answers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::license {
namespace {

using testing::grant_of;
using ::testing::HasSubstr;
using testing::refusal;
using Code = weblm::ResultCode;

Demand demand() {
    DemandSettings settings;
    settings.users = 100;
    return make_demand(settings).value();
}

struct Row {
    Code code;
    Ruling ruling;
};

std::string name_of(const ::testing::TestParamInfo<Row>& row) {
    return std::string(weblm::to_string(row.param.code));
}

class Refusals : public ::testing::TestWithParam<Row> {};

TEST_P(Refusals, T14_LeadToWhatTheProtocolSays) {
    const auto [code, ruling] = GetParam();
    const auto verdict = verdict_of(demand(), refusal(code, "words of the server"));
    EXPECT_EQ(verdict.ruling, ruling);
    EXPECT_THAT(verdict.why, HasSubstr(weblm::to_string(code)));
    EXPECT_THAT(verdict.why, HasSubstr("(it says: words of the server)"));
}

INSTANTIATE_TEST_SUITE_P(
    Codes,
    Refusals,
    ::testing::Values(
        Row{Code::DeniedCapacity, Ruling::Denied},
        Row{Code::DeniedFeature, Ruling::Denied},
        Row{Code::Expired, Ruling::Denied},
        Row{Code::NoLicense, Ruling::Denied},
        Row{Code::ReleaseMismatch, Ruling::Denied},
        Row{Code::UnknownSession, Ruling::AskAnew},
        Row{Code::StaleClient, Ruling::Displaced},
        Row{Code::HostMismatch, Ruling::Misfit},
        Row{Code::Unsupported, Ruling::Misfit},
        Row{Code::BadRequest, Ruling::Misfit},
        Row{Code::Busy, Ruling::Unusable}
    ),
    name_of
);

TEST(Verdict, T14_OkIsAGrantWithoutAWord) {
    const auto verdict = verdict_of(demand(), grant_of());
    EXPECT_EQ(verdict.ruling, Ruling::Granted);
    EXPECT_EQ(verdict.entitlement, (Entitlement{100, true}));
    EXPECT_FALSE(verdict.partial);
    EXPECT_EQ(verdict.why, "");
}

TEST(Verdict, T12_PartialIsAGrantOfLessWithAWord) {
    const auto verdict = verdict_of(demand(), grant_of(80));
    EXPECT_EQ(verdict.ruling, Ruling::Granted);
    EXPECT_EQ(verdict.entitlement.seats, 80U);
    EXPECT_TRUE(verdict.partial);
    EXPECT_THAT(verdict.why, HasSubstr("80 of 100 VALUE_AESO_OPEN_USERS"));
}

TEST(Verdict, CountsTheSeatsRatherThanTheCode) {
    auto answer = grant_of(80);
    answer.code = Code::Ok;
    EXPECT_TRUE(verdict_of(demand(), answer).partial);
}

TEST(Verdict, DeniesAnOkThatLacksTheBase) {
    auto answer = grant_of();
    answer.grants[1].on = false;
    EXPECT_EQ(verdict_of(demand(), answer).ruling, Ruling::Denied);
}

TEST(Verdict, CannotUseAGrantWithoutASession) {
    auto answer = grant_of();
    answer.session.clear();
    EXPECT_EQ(verdict_of(demand(), answer).ruling, Ruling::Unusable);
}

}  // namespace
}  // namespace ctiengine::license

#include "tsapi-worker/tsapi/failure_words.hpp"

#include "tests/unit/tsapi-worker/tsapi/fake_library.hpp"
#include "tsapi-worker/tsapi/c_text.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tsapi {
namespace {

using ::testing::HasSubstr;

TEST(ReturnCodeWords, NamesEveryCodeOfTheApi) {
    for (RetCode_t code = ACSERR_SSL_FQDN_MISMATCH; code <= ACSPOSITIVE_ACK; ++code) {
        EXPECT_THAT(return_code_words(code), HasSubstr("ACS")) << code;
        EXPECT_THAT(return_code_words(code), HasSubstr("(" + std::to_string(code) + ")"));
    }
}

TEST(ReturnCodeWords, SaysWhatToDoAboutAnUnknownTlink) {
    EXPECT_THAT(return_code_words(ACSERR_NOSERVER), HasSubstr("TSAPIPRIMARYLINK"));
}

TEST(ReturnCodeWords, DoesNotInventANameForAnotherNumber) {
    EXPECT_THAT(return_code_words(-99), HasSubstr("-99"));
}

TEST(AcsFailureWords, TakeZeroForAFailure) {
    test::FakeLibrary fake;
    auto words = acs_failure_words(fake.functions(), TSERVER_STREAM_FAILED);
    EXPECT_THAT(words, HasSubstr("TSERVER_STREAM_FAILED (0)"));
    EXPECT_THAT(words, HasSubstr("heartbeat"));
}

struct Row {
    int acs;
    int csta;
};
class FailureFromAcs : public testing::TestWithParam<Row> {};

TEST_P(FailureFromAcs, HasTheNumberOfItsGroup) {
    test::FakeLibrary fake;
    auto failure = failure_from_acs(fake.functions(), GetParam().acs);
    EXPECT_EQ(static_cast<int>(failure.value), GetParam().csta);
    EXPECT_THAT(failure.detail, HasSubstr("(" + std::to_string(GetParam().acs) + ")"));
}

INSTANTIATE_TEST_SUITE_P(
    Numbers,
    FailureFromAcs,
    testing::Values(
        Row{0, 0},
        Row{24, 0},
        Row{25, 8},
        Row{36, 8},
        Row{37, 0},
        Row{42, 31},
        Row{43, 0},
        Row{44, 8},
        Row{45, 0},
        Row{49, 8},
        Row{65, 8},
        Row{66, 0},
        Row{110, 0},
        Row{111, 8},
        Row{118, 8},
        Row{119, 0},
        Row{1007, 34}
    ),
    [](const auto& row) { return "Acs" + std::to_string(row.param.acs); }
);

TEST(CText, FitsUpToOneLessThanTheArray) {
    char text[5];
    EXPECT_TRUE(put_text(text, "1234"));
    EXPECT_EQ(text_of(text), "1234");
    EXPECT_FALSE(put_text(text, "12345"));
    EXPECT_EQ(text_of(text), "");
}

TEST(CText, ReadsAnArrayWithoutTerminatorToItsEnd) {
    const char text[4] = {'a', 'b', 'c', 'd'};
    EXPECT_EQ(text_of(text), "abcd");
}

}  // namespace
}  // namespace ctiengine::tsapi

#include "gateway/worker_link/pending_calls.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using namespace std::chrono_literals;

class PendingCallsTest : public testing::Test {
  protected:
    std::uint64_t add(std::chrono::seconds deadline) {
        return calls.add(
            [this](csta::Response response) { answers.push_back(std::move(response)); }, start + deadline
        );
    }
    csta::UniversalFailure failure(std::size_t index) const {
        return std::get<csta::Failure>(answers.at(index)).value;
    }

    PendingCalls calls;
    std::vector<csta::Response> answers;
    PendingCalls::TimePoint start{};
};

TEST_F(PendingCallsTest, AnswersEachCallOnce) {
    auto id = add(10s);
    EXPECT_TRUE(calls.answer(id, csta::Done{}));
    EXPECT_FALSE(calls.answer(id, csta::Done{})) << "the second answer finds nobody";
    EXPECT_EQ(answers.size(), 1U);
    EXPECT_EQ(calls.size(), 0U);
}

TEST_F(PendingCallsTest, TimesOutOnlyWhatIsLate) {
    add(1s);
    auto patient = add(3s);
    calls.expire(start + 1s);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(failure(0), csta::UniversalFailure::RequestTimeoutRejection);
    EXPECT_TRUE(calls.answer(patient, csta::Done{}));
}

TEST_F(PendingCallsTest, FailsAllWhenTheStreamIsGoneEvenIfACallerAsksAgain) {
    calls.add(
        [this](csta::Response response) {
            answers.push_back(std::move(response));
            add(1s);  // a caller that tries again from inside its answer
        },
        start
    );
    calls.fail_all({csta::UniversalFailure::ResourceOutOfService, "gone"});
    EXPECT_EQ(answers.size(), 1U);
    EXPECT_EQ(calls.size(), 1U);
}

}  // namespace
}  // namespace ctiengine::gateway

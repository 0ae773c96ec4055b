// A command that a client repeats because it never saw the answer: the switch must not get it twice.
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

std::string command_id(const std::string& id) {
    return "<extensions><privateData><private><CommandId xmlns=\"urn:ctiengine:1\">" + id +
           "</CommandId></private></privateData></extensions>";
}

std::string make_call(const std::string& from, const std::string& to, const std::string& id) {
    return csta(
        "MakeCall", "<callingDevice>" + from + "</callingDevice><calledDirectoryNumber>" + to +
                        "</calledDirectoryNumber>" + command_id(id)
    );
}

class CommandId : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        engine_ = std::make_unique<EngineUnderTest>("command-id");
        engine_->start_all();
    }
    static void TearDownTestSuite() {
        engine_->stop_all();
        engine_.reset();
    }
    static inline std::unique_ptr<EngineUnderTest> engine_;
};

TEST_F(CommandId, ARepeatedCommandGetsTheFirstAnswerAndDialsOnce) {
    Softphone phone(engine_->port());
    phone.start_session("anna");
    auto first = phone.request(make_call("4001", "4002", "dial-1"));
    auto again = phone.request(make_call("4001", "4002", "dial-1"));
    EXPECT_EQ(first.root(), "MakeCallResponse");
    EXPECT_EQ(again.at("callingDevice/callID"), first.at("callingDevice/callID"));
    int dialled = 0;
    const auto truth = engine_->truth();
    for (const auto& call : truth["calls"]) dialled += call["calling"] == "4001" ? 1 : 0;
    EXPECT_EQ(dialled, 1);
}

TEST_F(CommandId, TheRepetitionMayComeOverANewConnectionOfTheSameUser) {
    std::string call;
    {
        Softphone lost(engine_->port());
        lost.start_session("ben");
        call = lost.request(make_call("4011", "4012", "dial-2")).at("callingDevice/callID");
    }
    Softphone back(engine_->port());
    back.start_session("ben");
    EXPECT_EQ(back.request(make_call("4011", "4012", "dial-2")).at("callingDevice/callID"), call);

    Softphone other(engine_->port());
    other.start_session("carla");
    auto own = other.request(make_call("4011", "4012", "dial-2"));
    EXPECT_EQ(own.root(), "CSTAErrorCode") << "another user's command of that name is another command";
}

TEST_F(CommandId, ARefusalIsRepeatedToo) {
    Softphone phone(engine_->port());
    phone.start_session("dora");
    auto first = phone.request(make_call("7777", "4002", "dial-3"));
    auto again = phone.request(make_call("7777", "4002", "dial-3"));
    EXPECT_EQ(first.at("operation"), "invalidCallingDeviceID");
    EXPECT_EQ(again.at("operation"), first.at("operation"));
}

}  // namespace
}  // namespace ctiengine::tests

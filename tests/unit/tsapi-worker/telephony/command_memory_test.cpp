#include "tsapi-worker/telephony/command_memory.hpp"

#include "tests/unit/tsapi-worker/telephony/fake_switch_port.hpp"

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class CommandMemoryTest : public TelephonyTest {
  protected:
    CommandMemoryTest() { begin(); }

    void command(
        const std::string& user,
        const std::string& id,
        const std::string& gateway = "g1",
        csta::Request request = csta::MakeCall{"4001", "4002", {}, "", false}
    ) {
        auto note = [this](csta::Response response) {
            const auto* call = std::get_if<csta::NewCall>(&response);
            calls.push_back(call ? static_cast<int>(call->call.call) : -1);
        };
        telephony.request(gateway, std::move(request), 10s, note, CommandKey{user, id});
    }
    void made(std::uint32_t call) { confirm(port.take("call 4002"), csta::NewCall{leg(call, "4001"), ""}); }

    std::vector<int> calls;
};

TEST_F(CommandMemoryTest, ARepetitionGetsTheFirstAnswerAndIsNotSent) {
    command("anna", "1");
    made(7);
    command("anna", "1", "g2");
    EXPECT_THAT(port.waiting(), IsEmpty());
    EXPECT_THAT(calls, ElementsAre(7, 7));
}

TEST_F(CommandMemoryTest, ARepetitionWhileTheFirstRunsWaitsForTheSameAnswer) {
    command("anna", "1");
    command("anna", "1", "g2");
    EXPECT_THAT(calls, IsEmpty());
    made(7);
    EXPECT_THAT(calls, ElementsAre(7, 7));
}

TEST_F(CommandMemoryTest, AFailureIsRepeatedToo) {
    command("anna", "1");
    confirm(port.take("call 4002"), csta::Failure{csta::UniversalFailure::InvalidCallingDevice, ""});
    command("anna", "1");
    EXPECT_THAT(port.waiting(), IsEmpty());
    EXPECT_THAT(calls, ElementsAre(-1, -1));
}

TEST_F(CommandMemoryTest, TheSameNumberOfAnotherUserIsAnotherCommand) {
    command("anna", "1");
    command("bert", "1");
    EXPECT_THAT(port.waiting(), ElementsAre("call 4002", "call 4002"));
}

TEST_F(CommandMemoryTest, WhoAsksForTheFirstAnswerAloneGetsItOrNothing) {
    const csta::Request call = csta::MakeCall{"4001", "4002", {}, "", false};
    auto note = [this](csta::Response response) {
        calls.push_back(static_cast<int>(std::get<csta::NewCall>(response).call.call));
    };
    EXPECT_FALSE(telephony.repeat(call, {"anna", "1"}, note));
    command("anna", "1");
    EXPECT_TRUE(telephony.repeat(call, {"anna", "1"}, note)) << "it is running";
    made(7);
    EXPECT_TRUE(telephony.repeat(call, {"anna", "1"}, note));
    EXPECT_THAT(calls, ElementsAre(7, 7, 7));
    EXPECT_FALSE(telephony.repeat(call, {"bert", "1"}, note));
    EXPECT_FALSE(telephony.repeat(csta::ClearCall{leg(7, "4001")}, {"anna", "1"}, note));
    EXPECT_THAT(port.waiting(), IsEmpty());
}

TEST_F(CommandMemoryTest, AnswersAreForgottenAfterTwoMinutes) {
    command("anna", "1");
    made(7);
    pass(119s);
    command("anna", "1");
    EXPECT_THAT(port.waiting(), IsEmpty());
    pass(1s);
    command("anna", "1");
    EXPECT_THAT(port.waiting(), ElementsAre("call 4002"));
}

TEST_F(CommandMemoryTest, AQueryIsAskedEachTime) {
    command("anna", "1", "g1", csta::SnapshotDevice{"4001"});
    command("anna", "1", "g1", csta::SnapshotDevice{"4001"});
    EXPECT_THAT(port.waiting(), ElementsAre("snapshot 4001", "snapshot 4001"));
}

TEST_F(CommandMemoryTest, TheSameNumberForAnotherServiceIsNoRepetition) {
    command("anna", "1");
    command("anna", "1", "g1", csta::HoldCall{leg(7, "4001")});
    EXPECT_THAT(port.waiting(), ElementsAre("call 4002", "other"));
}

TEST(CommandMemory, IsBoundedAndForgetsTheOldestAnswerFirst) {
    CommandMemory memory(120s, 2);
    CommandMemory::TimePoint now{};
    auto clock = [&now] { return now; };
    auto ignore = [](csta::Response) {};
    for (const char* id : {"1", "2", "3"}) {
        auto first = memory.begin({"anna", id}, ignore, clock);
        ASSERT_TRUE(first) << id;
        now += 1s;
        (*first)(csta::Done{});
    }
    EXPECT_EQ(memory.size(), 2U);
    EXPECT_FALSE(memory.begin({"anna", "2"}, ignore, clock));
    EXPECT_TRUE(memory.begin({"anna", "1"}, ignore, clock)) << "the oldest is forgotten";
}

}  // namespace
}  // namespace ctiengine::telephony

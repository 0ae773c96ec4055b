// The control port: commands, their answers, and the truth.
#include "simulator/switch/control/control_server.hpp"
#include "tests/unit/simulator/switch/service_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

using nlohmann::json;

class CommandsTest : public ServiceTest {
  protected:
    json run(const json& asked) {
        return on_switch([this, &asked] { return run_command(control_, asked); });
    }
    std::string run_line(const std::string& line) {
        return on_switch([this, &line] { return run_command_line(control_, line); });
    }
};

TEST_F(CommandsTest, TruthTellsCallsAgentsMonitorsAndStreams) {
    auto client = open_client();
    client->monitor("4001");
    on_switch([this] {
        return switch_.agents().set_state({"4001", AM_LOG_IN, "2001", "1234", WM_AUTO_IN}).has_value();
    });
    command({{"do", "call"}, {"from", "030"}, {"to", "4001"}});
    command({{"do", "answer"}, {"device", "4001"}});
    const auto truth = command({{"do", "truth"}});
    EXPECT_EQ(
        truth["calls"],
        json::parse(R"([{"callId": 1, "ucid": "00001000011700000000", "calling": "030", "called": "4001",
            "connections": [
              {"device": "T1#1", "kind": "trunk", "state": "connected", "number": "030", "trunkGroup": 12, "trunkMember": 1},
              {"device": "4001", "kind": "station", "state": "connected"}]}])")
    );
    EXPECT_EQ(truth["agents"], json::parse(R"([{"agentId": "2001", "extension": "4001", "state": "ready",
            "workMode": "autoIn", "reasonCode": 0, "talkState": "onCall"}])"));
    EXPECT_EQ(truth["monitors"], json::parse(R"([{"device": "4001", "crossRefId": 1, "stream": 1}])"));
    EXPECT_EQ(truth["streams"][0]["login"], "user");
    EXPECT_EQ(truth["streams"][0]["privateData"], 9);
    EXPECT_EQ(truth["stations"].size(), 10U);
    EXPECT_EQ(truth["systemStatus"], "normal");
}

TEST_F(CommandsTest, PersonsPlayAWholeConsultation) {
    command({{"do", "dial"}, {"device", "4001"}, {"to", "4002"}});
    command({{"do", "answer"}, {"device", "4002"}});
    command({{"do", "hold"}, {"device", "4001"}});
    command({{"do", "dial"}, {"device", "4001"}, {"to", "4003"}});
    command({{"do", "answer"}, {"device", "4003"}, {"call", 2}});
    EXPECT_EQ(command({{"do", "conference"}, {"device", "4001"}})["callId"], 2);
    command({{"do", "hold"}, {"device", "4001"}});
    command({{"do", "dial"}, {"device", "4001"}, {"to", "4004"}});
    command({{"do", "transfer"}, {"device", "4001"}});
    command({{"do", "hangup"}, {"device", "4004"}});
    EXPECT_EQ(command({{"do", "truth"}})["calls"][0]["connections"].size(), 2U);
    command({{"do", "hold"}, {"device", "4002"}});
    command({{"do", "retrieve"}, {"device", "4002"}});
    command({{"do", "hangup"}, {"device", "4002"}, {"call", 3}});
    EXPECT_TRUE(command({{"do", "truth"}})["calls"].empty());
}

TEST_F(CommandsTest, ManualClockMovesByCommand) {
    command({{"do", "dial"}, {"device", "4001"}, {"to", "97"}});
    EXPECT_EQ(command({{"do", "truth"}})["calls"][0]["connections"][1]["state"], "alerting");
    EXPECT_EQ(command({{"do", "advance"}, {"ms", 1000}})["nowMs"], 1000);
    EXPECT_EQ(command({{"do", "truth"}})["calls"][0]["connections"][1]["state"], "connected");
}

TEST_F(CommandsTest, RealClockDoesNotMoveByCommand) {
    control_.manual_clock = false;
    EXPECT_FALSE(run({{"do", "advance"}, {"ms", 1}})["ok"].get<bool>());
}

TEST_F(CommandsTest, QuitAsksTheProgramToEnd) {
    command({{"do", "quit"}});
    EXPECT_TRUE(asked_to_quit_);
}

struct BadCommand {
    const char* name;
    const char* line;
    const char* why;
};

class BadCommandTest : public CommandsTest, public testing::WithParamInterface<BadCommand> {};

TEST_P(BadCommandTest, IsRefusedWithAReason) {
    const auto answer = json::parse(run_line(GetParam().line));
    EXPECT_FALSE(answer["ok"].get<bool>());
    EXPECT_THAT(answer["why"].get<std::string>(), testing::HasSubstr(GetParam().why));
    EXPECT_TRUE(answer["failure"].is_number());
}

INSTANTIATE_TEST_SUITE_P(
    Control,
    BadCommandTest,
    testing::Values(
        BadCommand{"NotJson", "hello", "not JSON"},
        BadCommand{"NotAnObject", "[1]", "object"},
        BadCommand{"NoName", "{}", "'do' is missing"},
        BadCommand{"UnknownName", R"({"do": "sing"})", "'sing'"},
        BadCommand{"MissingArgument", R"({"do": "call"})", "'to' is missing"},
        BadCommand{"WrongType", R"({"do": "answer", "device": 4001})", "must be a text"},
        BadCommand{"WrongState", R"({"do": "answer", "device": "4001"})", "not in that state"},
        BadCommand{"NoStation", R"({"do": "dial", "device": "999"})", "no station"},
        BadCommand{"NoSuchTlink", R"({"do": "tlink", "name": "X", "state": "up"})", "no TLink"},
        BadCommand{"BadState", R"({"do": "link", "state": "sideways"})", "up or down"},
        BadCommand{"BadNumber", R"({"do": "delay", "ms": -1})", "whole number"},
        BadCommand{"NotUtf8", "{\"do\": \"\xff\"}", "not JSON"}
    ),
    [](const auto& row) { return row.param.name; }
);

}  // namespace
}  // namespace ctiengine::simulator::test

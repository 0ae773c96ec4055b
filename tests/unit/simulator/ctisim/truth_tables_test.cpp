#include "simulator/ctisim/truth_tables.hpp"

#include <gtest/gtest.h>

namespace ctiengine::simulator {
namespace {

using nlohmann::json;

const json kTruth = json::parse(R"({
    "calls": [{"callId": 7, "ucid": "0001", "calling": "030", "called": "4001",
               "connections": [{"device": "T7#1", "state": "connected"}, {"device": "4001", "state": "alerting"}]}],
    "agents": [], "monitors": [{"device": "4001", "crossRefId": 1, "stream": 2}], "streams": [],
    "stations": [{"extension": "4001", "name": ""}], "systemStatus": "normal"})");

TEST(TruthTables, AlignColumns) {
    EXPECT_EQ(
        truth_tables(kTruth, "calls"),
        "calls\n"
        "  callId  device  state      calling  called  ucid\n"
        "  7       T7#1    connected  030      4001    0001\n"
        "  7       4001    alerting   030      4001    0001\n"
    );
    EXPECT_EQ(truth_tables(kTruth, "stations"), "stations\n  extension  name\n  4001       -\n");
}

TEST(TruthTables, ShowQueuesInTheirOrder) {
    const auto truth = json::parse(
        R"({"skills": [{"extension": "4950", "name": "Sales", "agentsLoggedIn": 1, "agentsAvailable": 0,
                        "queue": [{"callId": 7, "priority": 2}]}]})"
    );
    const auto text = truth_tables(truth, "skills");
    EXPECT_NE(text.find("Sales"), std::string::npos);
    EXPECT_NE(text.find(R"([{"callId":7,"priority":2}])"), std::string::npos);
    EXPECT_EQ(truth_tables(json::object(), "skills"), "no skills\n");
}

TEST(TruthTables, SayWhenThereIsNothing) {
    EXPECT_EQ(truth_tables(kTruth, "agents"), "no agent is logged in\n");
    EXPECT_EQ(truth_tables(kTruth, "streams"), "no streams\n");
    EXPECT_EQ(truth_tables(json::object(), "calls"), "no calls\n");
}

TEST(TruthTables, ShowEverythingTogether) {
    const auto text = truth_tables(kTruth, "");
    EXPECT_NE(text.find("T7#1"), std::string::npos);
    EXPECT_NE(text.find("crossRefId"), std::string::npos);
    EXPECT_NE(text.find("system status: normal"), std::string::npos);
}

TEST(PlainAnswer, ListsWhatItSays) {
    EXPECT_EQ(plain_answer({{"ok", true}, {"callId", 7}, {"device", "4001"}}), "callId: 7\ndevice: 4001\n");
    EXPECT_EQ(plain_answer({{"ok", true}}), "done\n");
}

}  // namespace
}  // namespace ctiengine::simulator

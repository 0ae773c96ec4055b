// Feature services over a real socket (tsapi: 3, 4.2, 4.4).
#include "tests/unit/simulator/switch/request_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

SimulatorPlan covered_plan() {
    auto plan = service_plan();
    plan.switch_plan.coverage_paths = {{1, {"4003"}, true, true, false, 2}};
    plan.switch_plan.stations[0].coverage_path = 1;
    return plan;
}

class FeatureRequestsTest : public RequestsTest {
  protected:
    FeatureRequestsTest() : RequestsTest(covered_plan()) {}

    template <class Asked>
    static Asked of(const std::string& device) {
        Asked asked{};
        put_text(asked.device, device);
        return asked;
    }
    static CSTASetFwd_t forward(ForwardingType_t type, const std::string& to) {
        auto asked = of<CSTASetFwd_t>("4001");
        asked.forward.forwardingType = type;
        asked.forward.forwardingOn = 1;
        put_text(asked.forward.forwardDN, to);
        return asked;
    }
};

TEST_F(FeatureRequestsTest, ForwardingIsImmediateOnlyAndReported) {
    auto client = open_client();
    client->monitor("4001");
    EXPECT_EQ(client->ask(CSTA_SET_FWD, forward(FWD_IMMEDIATE, "4002")).type, CSTA_SET_FWD_CONF);
    EXPECT_EQ(failure_of(client->ask(CSTA_SET_FWD, forward(FWD_BUSY, "4002"))), VALUE_OUT_OF_RANGE);
    const auto pdu = wire::decode_pdu(client->ask(CSTA_QUERY_FWD, of<CSTAQueryFwd_t>("4001")));
    const auto& list = pdu.as<CSTAQueryFwdConfEvent_t>()->forward;
    ASSERT_EQ(list.count, 1);
    EXPECT_EQ(list.param[0].forwardingOn, 1);
    EXPECT_EQ(text_of(list.param[0].forwardDN), "4002");
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "70");
    const auto event = wire::decode_pdu(events[0]);
    EXPECT_EQ(text_of(event.as<CSTAForwardingEvent_t>()->forwardingInformation.forwardDN), "4002");
}

TEST_F(FeatureRequestsTest, DoNotDisturbIsReportedUnlessFiltered) {
    auto client = open_client();
    CSTAMonitorFilter_t filter{};
    filter.feature = FF_DO_NOT_DISTURB;
    client->monitor("4001", filter);
    const auto open = client->monitor("4001");
    auto asked = of<CSTASetDnd_t>("4001");
    asked.doNotDisturb = 1;
    EXPECT_EQ(client->ask(CSTA_SET_DND, asked).type, CSTA_SET_DND_CONF);
    const auto pdu = wire::decode_pdu(client->ask(CSTA_QUERY_DND, of<CSTAQueryDnd_t>("4001")));
    EXPECT_EQ(pdu.as<CSTAQueryDndConfEvent_t>()->doNotDisturb, 1);
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "69");
    EXPECT_EQ(events[0].reference, open);
}

TEST_F(FeatureRequestsTest, TheLampSaysWhoLitIt) {
    auto client = open_client();
    client->monitor("4001");
    auto asked = of<CSTASetMwi_t>("4001");
    asked.messages = 1;
    EXPECT_EQ(client->ask(CSTA_SET_MWI, asked).type, CSTA_SET_MWI_CONF);
    command({{"do", "lamp"}, {"device", "4001"}, {"state", "on"}});
    const auto confirmed = client->ask(CSTA_QUERY_MWI, of<CSTAQueryMwi_t>("4001"));
    const auto pdu = wire::decode_pdu(confirmed);
    EXPECT_EQ(pdu.as<CSTAQueryMwiConfEvent_t>()->messages, 1);
    const auto att = wire::decode_att(confirmed.private_data);
    EXPECT_EQ(att.as<ATTQueryMwiConfEvent_t>()->applicationType, 0x12);
    EXPECT_EQ(types(all_so_far(*client)), "71 71");
    EXPECT_EQ(failure_of(client->ask(CSTA_QUERY_MWI, of<CSTAQueryMwi_t>("7777"))), 12);
}

TEST_F(FeatureRequestsTest, TheLastNumberIsKnown) {
    auto client = open_client();
    command({{"do", "dial"}, {"device", "4001"}, {"to", "4002"}});
    const auto pdu = wire::decode_pdu(client->ask(CSTA_QUERY_LAST_NUMBER, of<CSTAQueryLastNumber_t>("4001")));
    EXPECT_EQ(text_of(pdu.as<CSTAQueryLastNumberConfEvent_t>()->lastNumber), "4002");
}

TEST_F(FeatureRequestsTest, AStationGoesOutOfServiceByHand) {
    auto client = open_client();
    client->monitor("4001");
    command({{"do", "station"}, {"device", "4001"}, {"state", "out"}});
    EXPECT_EQ(failure_of(client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"))), 34);
    EXPECT_EQ(command({{"do", "truth"}})["stations"][0]["outOfService"], true);
    command({{"do", "station"}, {"device", "4001"}, {"state", "in"}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "97 96");
    const auto out = wire::decode_pdu(events[0]);
    EXPECT_STREQ(out.as<CSTAOutOfServiceEvent_t>()->device, "4001");
}

TEST_F(FeatureRequestsTest, PeopleForwardByHandToo) {
    command({{"do", "forward"}, {"device", "4001"}, {"to", "4002"}, {"when", "noAnswer"}});
    command({{"do", "sendcalls"}, {"device", "4002"}, {"state", "on"}});
    const auto stations = command({{"do", "truth"}})["stations"];
    EXPECT_EQ(stations[0]["forwarding"]["noAnswer"], "4002");
    EXPECT_EQ(stations[1]["sendAllCalls"], true);
    command({{"do", "forward"}, {"device", "4001"}, {"when", "noAnswer"}});
    EXPECT_FALSE(command({{"do", "truth"}})["stations"][0].contains("forwarding"));
}

}  // namespace
}  // namespace ctiengine::simulator::test

// Routing over a real socket: tsapi 7.7. VDN 4903 asks, gives four seconds, then routes to 4003.
#include "tests/unit/simulator/switch/request_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

class Routing : public RequestsTest {
  protected:
    explicit Routing(const SimulatorPlan& plan = service_plan()) : RequestsTest(plan) {}

    static wire::Frame ask_to_register(WireClient& client, const std::string& device) {
        CSTARouteRegisterReq_t asked{};
        put_text(asked.routingDevice, device);
        return client.ask(CSTA_ROUTE_REGISTER_REQ, asked);
    }

    static long registered(WireClient& client, const std::string& device = "4903") {
        const auto pdu = wire::decode_pdu(ask_to_register(client, device));
        const auto* confirmed = pdu.as<CSTARouteRegisterReqConfEvent_t>();
        return confirmed == nullptr ? 0 : confirmed->registerReqID;
    }

    static int cancel(WireClient& client, long registration) {
        CSTARouteRegisterCancel_t asked{};
        asked.routeRegisterReqID = registration;
        return failure_of(client.ask(CSTA_ROUTE_REGISTER_CANCEL, asked));
    }

    /// A call from outside to the VDN that asks; forgets the question.
    void make_question(WireClient& client) {
        caller_ = command({{"do", "call"}, {"from", "030123"}, {"to", "4903"}})["device"];
        const auto events = all_so_far(client);
        ASSERT_EQ(types(events), "130");
    }

    static CSTARouteSelectRequest_t selection(long registration, long question, const std::string& to) {
        CSTARouteSelectRequest_t asked{};
        asked.routeRegisterReqID = registration;
        asked.routingCrossRefID = question;
        put_text(asked.routeSelected, to);
        asked.routeUsedReq = 1;
        return asked;
    }

    static void answer(WireClient& client, const std::string& to, const wire::Frame& data = {}) {
        auto frame =
            wire::make_frame(CSTAREQUEST, CSTA_ROUTE_SELECT_INV_REQUEST, 900, selection(1, 1, to)).value();
        frame.vendor = data.vendor;
        frame.private_data = data.private_data;
        client.send(frame);
    }

    static int end_reason(const wire::Frame& frame) {
        const auto pdu = wire::decode_pdu(frame);
        const auto* end = pdu.as<CSTARouteEndEvent_t>();
        return end == nullptr ? -1 : static_cast<int>(end->errorValue);
    }

    std::string caller_;
};

// Row "register".
TEST_F(Routing, IsRegisteredOncePerVdn) {
    auto client = open_client();
    EXPECT_EQ(registered(*client), 1);
    EXPECT_EQ(failure_of(ask_to_register(*client, "4903")), OUTSTANDING_REQUEST_LIMIT_EXCEEDED);
    EXPECT_EQ(failure_of(ask_to_register(*client, "4001")), INVALID_CSTA_DEVICE_IDENTIFIER);
    EXPECT_EQ(cancel(*client, 1), -1);
    EXPECT_EQ(cancel(*client, 1), INVALID_CROSS_REF_ID);
    EXPECT_EQ(registered(*client), 2);
}

// Row "request".
TEST_F(Routing, AsksWithAllThatIsKnownOfTheCall) {
    auto client = open_client();
    registered(*client);
    command({{"do", "call"}, {"to", "4903"}, {"uui", "order"}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "130");
    EXPECT_EQ(events[0].event_class, CSTAREQUEST);
    const auto pdu = wire::decode_pdu(events[0]);
    const auto& question = *pdu.as<CSTARouteRequestExtEvent_t>();
    EXPECT_EQ(question.routeRegisterReqID, 1);
    EXPECT_EQ(question.routingCrossRefID, 1);
    EXPECT_STREQ(question.currentRoute.deviceID, "4903");
    EXPECT_STREQ(question.callingDevice.deviceID, "T1#1");
    EXPECT_STREQ(question.routedCall.deviceID, "T1#1");
    const auto att = wire::decode_att(events[0].private_data);
    const auto* data = att.as<ATTRouteRequestEvent_t>();
    ASSERT_NE(data, nullptr);
    EXPECT_STREQ(data->trunkGroup, "12");
    EXPECT_EQ(data->userInfo.data.length, 5);
    EXPECT_STREQ(data->ucid, "00001000011700000000");
}

TEST_F(Routing, AsksInTheLayoutOfTheVersion) {
    auto client = open_client("ECS#5");
    registered(*client);
    command({{"do", "call"}, {"to", "4903"}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "130");
    EXPECT_EQ(wire::decode_att(events[0].private_data).type(), ATTV5_ROUTE_REQUEST);
}

// Rows "answer" and "after".
TEST_F(Routing, LeadsTheCallWhereTheProgramSays) {
    auto client = open_client();
    registered(*client);
    make_question(*client);
    client->monitor("4005");
    ATTRouteSelect_t att{};
    att.userInfo.type = UUI_IA5_ASCII;
    att.userInfo.data.length = 2;
    att.userInfo.data.value[0] = 'o';
    att.userInfo.data.value[1] = 'k';
    att.userProvidedCode.type = UP_DATA_BASE_PROVIDED;
    put_text(att.userProvidedCode.data, "77");
    answer(*client, "4005", private_data(ATT_ROUTE_SELECT, att));
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "57 131 87");
    const auto delivered_pdu = wire::decode_pdu(events[0]);
    EXPECT_STREQ(delivered_pdu.as<CSTADeliveredEvent_t>()->lastRedirectionDevice.deviceID, "4903");
    const auto delivered_att = wire::decode_att(events[0].private_data);
    EXPECT_EQ(delivered_att.as<ATTDeliveredEvent_t>()->userInfo.data.length, 2);
    EXPECT_EQ(delivered_att.as<ATTDeliveredEvent_t>()->userEnteredCode.type, UE_DATA_BASE_PROVIDED);
    EXPECT_STREQ(delivered_att.as<ATTDeliveredEvent_t>()->userEnteredCode.data, "77");
    const auto used = wire::decode_pdu(events[1]);
    EXPECT_STREQ(used.as<CSTARouteUsedExtEvent_t>()->routeUsed.deviceID, "4005");
    EXPECT_STREQ(used.as<CSTARouteUsedExtEvent_t>()->callingDevice.deviceID, "030123");
    EXPECT_EQ(end_reason(events[2]), 0);
}

TEST_F(Routing, LeadsToAnAgentOfASplit) {
    auto client = open_client();
    registered(*client);
    make_question(*client);
    on_switch([this] {
        return switch_.agents().set_state({"4006", AM_LOG_IN, "2011", "1234", WM_AUTO_IN}).has_value();
    });
    ATTRouteSelect_t att{};
    att.userInfo.type = UUI_NONE;
    put_text(att.directAgentCallSplit, "4950");
    answer(*client, "2011", private_data(ATT_ROUTE_SELECT, att));
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "131 87");
    EXPECT_EQ(end_reason(events[1]), 0);
    EXPECT_EQ(command({{"do", "truth"}})["calls"][0]["split"], "4950");
}

TEST_F(Routing, EndsWhenTheDestinationCannotBeReachedAndTheVectorGoesOn) {
    auto client = open_client();
    registered(*client);
    make_question(*client);
    answer(*client, "7777");
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "87");
    EXPECT_EQ(end_reason(events[0]), INVALID_DESTINATION);
    client->monitor("4003");
    command({{"do", "advance"}, {"ms", 4000}});
    EXPECT_EQ(types(all_so_far(*client)), "57");
}

TEST_F(Routing, EndsWhenTheVectorGoesOn) {
    auto client = open_client();
    registered(*client);
    make_question(*client);
    command({{"do", "advance"}, {"ms", 4000}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "87");
    EXPECT_EQ(end_reason(events[0]), REQUEST_TIMEOUT_REJECTION);
    EXPECT_EQ(
        failure_of(client->ask(CSTA_ROUTE_SELECT_INV_REQUEST, selection(1, 1, "4005"))), INVALID_CROSS_REF_ID
    );
}

TEST_F(Routing, EndsWhenTheCallerHangsUp) {
    auto client = open_client();
    registered(*client);
    make_question(*client);
    command({{"do", "hangup"}, {"device", caller_}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "87");
    EXPECT_EQ(end_reason(events[0]), NO_ACTIVE_CALL);
}

// Row "give up".
TEST_F(Routing, CanBeGivenUpByTheProgram) {
    auto client = open_client();
    registered(*client);
    make_question(*client);
    CSTARouteEndRequest_t asked{};
    asked.routeRegisterReqID = 1;
    asked.routingCrossRefID = 1;
    client->send(CSTAREQUEST, CSTA_ROUTE_END_INV_REQUEST, 901, asked);
    client->monitor("4003");
    command({{"do", "advance"}, {"ms", 4000}});
    EXPECT_EQ(types(all_so_far(*client)), "57");
}

TEST_F(Routing, TellsNobodyOfOldRequestsThatFail) {
    auto client = open_client();
    client->send(CSTAREQUEST, CSTA_ROUTE_SELECT_REQUEST, 902, selection(1, 1, "4005"));
    EXPECT_EQ(types(all_so_far(*client)), "");
}

TEST_F(Routing, OfAllVdnsIsTheDefaultRegistration) {
    auto client = open_client();
    EXPECT_EQ(registered(*client, ""), 1);
    make_question(*client);
}

// Rows "abort" and "link lost during a dialogue".
TEST_F(Routing, IsAbortedWithTheLink) {
    auto client = open_client();
    registered(*client);
    make_question(*client);
    command({{"do", "link"}, {"state", "down"}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "87 82");
    EXPECT_EQ(end_reason(events[0]), RESOURCE_OUT_OF_SERVICE);
    const auto aborted = wire::decode_pdu(events[1]);
    EXPECT_EQ(aborted.as<CSTARouteRegisterAbortEvent_t>()->routeRegisterReqID, 1);
    command({{"do", "link"}, {"state", "up"}});
    EXPECT_EQ(registered(*client), 2);
}

TEST_F(Routing, IsForgottenWithTheStream) {
    auto client = open_client();
    registered(*client);
    make_question(*client);
    client.reset();
    while (!on_switch([this] { return service_.routes().registrations().empty(); })) {
        std::this_thread::yield();
    }
    EXPECT_EQ(on_switch([this] { return service_.routes().open_questions(); }), 0U);
    auto other = open_client();
    EXPECT_EQ(registered(*other), 2);
}

class RoutingAskingAgain : public Routing {
  protected:
    static SimulatorPlan plan() {
        auto plan = service_plan();
        plan.switch_plan.profile.routing.ask_again = true;
        return plan;
    }
    RoutingAskingAgain() : Routing(plan()) {}
};

TEST_F(RoutingAskingAgain, GivesABadAnswerASecondChance) {
    auto client = open_client();
    registered(*client);
    make_question(*client);
    answer(*client, "7777");
    EXPECT_EQ(types(all_so_far(*client)), "85");
    answer(*client, "4005");
    EXPECT_EQ(types(all_so_far(*client)), "131 87");
}

}  // namespace
}  // namespace ctiengine::simulator::test

// VDNs, skills and agents over a real socket: tsapi 7.4, 7.6, 8.
#include "simulator/wire/att.hpp"
#include "tests/unit/simulator/switch/request_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

class CallCentreRequests : public RequestsTest {
  protected:
    using RequestsTest::RequestsTest;

    static wire::Frame watch_calls(WireClient& client, const std::string& device) {
        CSTAMonitorCallsViaDevice_t asked{};
        put_text(asked.deviceID, device);
        return client.ask(CSTA_MONITOR_CALLS_VIA_DEVICE, asked);
    }

    static int failure_of_device_monitor(WireClient& client, const std::string& device) {
        CSTAMonitorDevice_t asked{};
        put_text(asked.deviceID, device);
        return failure_of(client.ask(CSTA_MONITOR_DEVICE, asked));
    }

    void log_in(const std::string& station, const std::string& agent) {
        const auto done = on_switch([&] {
            return switch_.agents().set_state({station, AM_LOG_IN, agent, "1234", WM_AUTO_IN}).has_value();
        });
        ASSERT_TRUE(done);
    }

    template <class Att>
    static wire::Frame escape(WireClient& client, std::uint16_t number, const Att& att) {
        return client.ask(CSTA_ESCAPE_SVC, CSTAEscapeSvc_t{}, private_data(number, att));
    }

    template <class Att>
    static wire::Frame escape_for(WireClient& client, std::uint16_t number, const std::string& device) {
        Att att{};
        put_text(att.device, device);
        return escape(client, number, att);
    }
};

// 7.4, rows "enters VDN" and "queued".
TEST_F(CallCentreRequests, FollowACallIntoTheQueueOfItsVdn) {
    auto client = open_client();
    EXPECT_EQ(watch_calls(*client, "4900").type, CSTA_MONITOR_CONF);
    client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4900"));
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "57 64");
    const auto delivered_pdu = wire::decode_pdu(events[0]);
    const auto& delivered = *delivered_pdu.as<CSTADeliveredEvent_t>();
    EXPECT_STREQ(delivered.connection.deviceID, "4900");
    EXPECT_STREQ(delivered.alertingDevice.deviceID, "4900");
    EXPECT_STREQ(delivered.calledDevice.deviceID, "4900");
    EXPECT_EQ(delivered.localConnectionInfo, CS_NONE);
    EXPECT_EQ(delivered.cause, EC_NEW_CALL);
    const auto delivered_att = wire::decode_att(events[0].private_data);
    ASSERT_EQ(delivered_att.type(), ATT_DELIVERED);
    EXPECT_EQ(delivered_att.as<ATTDeliveredEvent_t>()->deliveredType, DELIVERED_TO_ACD);

    const auto queued_pdu = wire::decode_pdu(events[1]);
    const auto& queued = *queued_pdu.as<CSTAQueuedEvent_t>();
    EXPECT_STREQ(queued.queuedConnection.deviceID, "4950");
    EXPECT_STREQ(queued.queue.deviceID, "4950");
    EXPECT_STREQ(queued.lastRedirectionDevice.deviceID, "4900");
    EXPECT_EQ(queued.numberQueued, 1);
    EXPECT_EQ(queued.cause, EC_REDIRECTED);
    EXPECT_EQ(wire::decode_att(events[1].private_data).type(), ATT_QUEUED);
}

// 7.4, row "agent rings", and "digits collected later".
TEST_F(CallCentreRequests, TellTheAgentWhereACallComesFrom) {
    log_in("4003", "2012");
    auto client = open_client();
    client->monitor("4003");
    command({{"do", "call"}, {"to", "4901"}, {"digits", "1234"}});
    command({{"do", "advance"}, {"ms", 500}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "57");
    const auto att = wire::decode_att(events[0].private_data);
    const auto* delivered = att.as<ATTDeliveredEvent_t>();
    ASSERT_NE(delivered, nullptr);
    EXPECT_STREQ(delivered->split, "4951");
    EXPECT_STREQ(delivered->distributingDevice.deviceID, "4901");
    EXPECT_STREQ(delivered->distributingVDN.deviceID, "4901");
    EXPECT_EQ(delivered->userEnteredCode.type, UE_CALL_PROMPTER);
    EXPECT_STREQ(delivered->userEnteredCode.data, "1234");
    EXPECT_STREQ(delivered->userEnteredCode.collectVDN, "4901");
    EXPECT_STREQ(delivered->trunkGroup, "12") << "the caller has no number";
}

// 7.4, row "caller abandons in queue".
TEST_F(CallCentreRequests, EndWithCallClearedAtTheVdn) {
    auto client = open_client();
    watch_calls(*client, "4900");
    const auto made = command({{"do", "call"}, {"to", "4900"}});
    command({{"do", "hangup"}, {"device", made["device"]}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "57 64 54");
    const auto pdu = wire::decode_pdu(events[2]);
    EXPECT_STREQ(pdu.as<CSTACallClearedEvent_t>()->clearedCall.deviceID, "0");
    EXPECT_EQ(wire::decode_att(events[2].private_data).type(), ATT_CALL_CLEARED);
}

// 8, row "which devices"; 7.4, below the table.
TEST_F(CallCentreRequests, RefuseMonitorsThatDoNotFitTheDevice) {
    auto client = open_client();
    EXPECT_EQ(failure_of_device_monitor(*client, "4900"), INVALID_CSTA_DEVICE_IDENTIFIER);
    EXPECT_EQ(failure_of(watch_calls(*client, "4001")), INVALID_CSTA_DEVICE_IDENTIFIER);
    EXPECT_EQ(failure_of(watch_calls(*client, "4950")), GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY);
    EXPECT_EQ(watch_calls(*client, "4960").type, CSTA_MONITOR_CONF);
}

// 7.6, row "events".
TEST_F(CallCentreRequests, ReportLogInsAtTheSkillOnly) {
    auto client = open_client();
    client->monitor("4950");
    watch_calls(*client, "4960");
    log_in("4002", "2013");
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "72");
    const auto pdu = wire::decode_pdu(events[0]);
    const auto& logged_on = *pdu.as<CSTALoggedOnEvent_t>();
    EXPECT_STREQ(logged_on.agentDevice.deviceID, "4002");
    EXPECT_STREQ(logged_on.agentID, "2013");
    EXPECT_STREQ(logged_on.agentGroup, "4950");
}

// 7.6, row "load".
TEST_F(CallCentreRequests, CountAgentsAndCallsOfASkill) {
    log_in("4002", "2011");
    log_in("4003", "2013");
    auto client = open_client();
    const auto reply = escape_for<ATTQueryAcdSplit_t>(*client, ATT_QUERY_ACD_SPLIT, "4950");
    const auto att = wire::decode_att(reply.private_data);
    const auto* load = att.as<ATTQueryAcdSplitConfEvent_t>();
    ASSERT_NE(load, nullptr);
    EXPECT_EQ(load->availableAgents, 2);
    EXPECT_EQ(load->agentsLoggedIn, 2);
    EXPECT_EQ(load->callsInQueue, 0);
    EXPECT_EQ(
        failure_of(escape_for<ATTQueryAcdSplit_t>(*client, ATT_QUERY_ACD_SPLIT, "4001")),
        GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY
    );
}

// 7.6, row "who is in a split".
TEST_F(CallCentreRequests, ListTheAgentsOfASkillInPieces) {
    log_in("4002", "2011");
    log_in("4003", "2013");
    auto client = open_client();
    const auto reply = escape_for<ATTQueryAgentLogin_t>(*client, ATT_QUERY_AGENT_LOGIN, "4950");
    const auto confirmed = wire::decode_att(reply.private_data);
    const auto reference = confirmed.as<ATTQueryAgentLoginConfEvent_t>()->privEventCrossRefID;
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "93 93");
    const auto first = wire::decode_att(events[0].private_data);
    const auto* list = first.as<ATTQueryAgentLoginResp_t>();
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->privEventCrossRefID, reference);
    ASSERT_EQ(list->list.count, 2);
    EXPECT_STREQ(list->list.device[0], "4002");
    EXPECT_STREQ(list->list.device[1], "4003");
    const auto last = wire::decode_att(events[1].private_data);
    EXPECT_EQ(last.as<ATTQueryAgentLoginResp_t>()->list.count, 0);
}

// 7.6, row "query".
TEST_F(CallCentreRequests, AnswerTheStateOfAnAgentPerSkill) {
    log_in("4002", "2011");
    auto client = open_client();
    CSTAQueryAgentState_t asked{};
    put_text(asked.device, "4002");
    const auto ask = [&](const std::string& split) {
        ATTQueryAgentState_t att{};
        put_text(att.split, split);
        return failure_of(client->ask(CSTA_QUERY_AGENT_STATE, asked, private_data(ATT_QUERY_AGENT_STATE, att))
        );
    };
    EXPECT_EQ(ask("4950"), -1);
    EXPECT_EQ(ask("4951"), GENERIC_OPERATION);
    EXPECT_EQ(ask("4001"), GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY);
}

TEST_F(CallCentreRequests, KnowTheCallClassifiers) {
    auto client = open_client();
    const auto reply = escape(*client, ATT_QUERY_CALL_CLASSIFIER, ATTQueryCallClassifier_t{});
    EXPECT_EQ(wire::decode_att(reply.private_data).type(), ATT_QUERY_CALL_CLASSIFIER_CONF);
}

TEST_F(CallCentreRequests, NameVdnsAndSkills) {
    auto client = open_client();
    const auto vdn = escape_for<ATTQueryDeviceName_t>(*client, ATT_QUERY_DEVICE_NAME, "4900");
    const auto vdn_att = wire::decode_att(vdn.private_data);
    EXPECT_STREQ(vdn_att.as<ATTQueryDeviceNameConfEvent_t>()->name, "Sales");
    EXPECT_EQ(vdn_att.as<ATTQueryDeviceNameConfEvent_t>()->deviceType, ATT_DT_VDN);
    const auto skill = escape_for<ATTQueryDeviceName_t>(*client, ATT_QUERY_DEVICE_NAME, "4951");
    const auto skill_att = wire::decode_att(skill.private_data);
    EXPECT_EQ(skill_att.as<ATTQueryDeviceNameConfEvent_t>()->deviceType, ATT_DT_ACD_SPLIT);
}

class AgentCalls : public CallCentreRequests {
  protected:
    template <class Att>
    static wire::Frame call(WireClient& client, std::uint16_t number, Att att, const std::string& to) {
        return client.ask(CSTA_MAKE_CALL, make_call_request("4001", to), private_data(number, att));
    }

    static ATTDirectAgentCall_t direct(const std::string& split) {
        ATTDirectAgentCall_t att{};
        att.userInfo.type = UUI_NONE;
        put_text(att.split, split);
        return att;
    }

    static ATTSupervisorAssistCall_t assist(const std::string& split) {
        ATTSupervisorAssistCall_t att{};
        att.userInfo.type = UUI_NONE;
        put_text(att.split, split);
        return att;
    }
};

// 3, make call with attV6DirectAgentCall.
TEST_F(AgentCalls, RingAtTheAgentWithTheSplit) {
    log_in("4002", "2011");
    auto client = open_client();
    client->monitor("4002");
    EXPECT_EQ(call(*client, ATT_DIRECT_AGENT_CALL, direct("4950"), "2011").type, CSTA_MAKE_CALL_CONF);
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "57");
    const auto att = wire::decode_att(events[0].private_data);
    EXPECT_STREQ(att.as<ATTDeliveredEvent_t>()->split, "4950");
}

// 7.4, row "queued": direct agent calls are not counted.
TEST_F(AgentCalls, WaitForTheAgentWhoIsBusy) {
    log_in("4002", "2011");
    auto client = open_client();
    client->monitor("4001");
    command({{"do", "dial"}, {"device", "4002"}, {"to", "4005"}});
    call(*client, ATT_DIRECT_AGENT_CALL, direct("4950"), "2011");
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "66 63 64");
    const auto pdu = wire::decode_pdu(events[2]);
    EXPECT_EQ(pdu.as<CSTAQueuedEvent_t>()->numberQueued, 0);
    command({{"do", "hangup"}, {"device", "4002"}});
    command({{"do", "advance"}, {"ms", 0}});
    EXPECT_EQ(types(all_so_far(*client)), "57");
}

// 7.2, row "invalid number".
TEST_F(AgentCalls, FailWhenTheAgentHasNotThatSkill) {
    log_in("4002", "2011");
    auto client = open_client();
    client->monitor("4001");
    EXPECT_EQ(call(*client, ATT_DIRECT_AGENT_CALL, direct("4951"), "2011").type, CSTA_MAKE_CALL_CONF);
    EXPECT_EQ(types(all_so_far(*client)), "66 63 60");
    EXPECT_EQ(
        failure_of(call(*client, ATT_DIRECT_AGENT_CALL, direct("4001"), "2011")),
        GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY
    );
}

// 3, make call with attV6SupervisorAssistCall.
TEST_F(AgentCalls, ForAssistanceAreForAgentsOfTheSkill) {
    auto client = open_client();
    EXPECT_EQ(
        failure_of(call(*client, ATT_SUPERVISOR_ASSIST_CALL, assist("4950"), "4002")), GENERIC_UNSPECIFIED
    );
    log_in("4001", "2011");
    EXPECT_EQ(
        failure_of(call(*client, ATT_SUPERVISOR_ASSIST_CALL, assist("4951"), "4002")), GENERIC_OPERATION
    );
    EXPECT_EQ(call(*client, ATT_SUPERVISOR_ASSIST_CALL, assist("4950"), "4002").type, CSTA_MAKE_CALL_CONF);
}

TEST_F(CallCentreRequests, ShowQueuesInTheTruth) {
    log_in("4002", "2011");
    command({{"do", "dial"}, {"device", "4002"}, {"to", "4005"}});
    command({{"do", "call"}, {"to", "4900"}});
    const auto truth = command({{"do", "truth"}});
    EXPECT_EQ(truth["skills"][0]["extension"], "4950");
    EXPECT_EQ(truth["skills"][0]["agentsLoggedIn"], 1);
    EXPECT_EQ(truth["skills"][0]["queue"], nlohmann::json::parse(R"([{"callId": 2, "priority": 2}])"));
    EXPECT_EQ(truth["calls"][1]["vdn"], "4900");
    EXPECT_EQ(truth["calls"][1]["inVector"], true);
}

TEST_F(CallCentreRequests, TakeDigitsThatAreTyped) {
    const auto made = command({{"do", "call"}, {"to", "4901"}});
    command({{"do", "advance"}, {"ms", 500}});
    command({{"do", "press"}, {"device", made["device"]}, {"digits", "9876"}});
    EXPECT_EQ(command({{"do", "truth"}})["calls"][0]["enteredDigits"], "9876");
}

}  // namespace
}  // namespace ctiengine::simulator::test

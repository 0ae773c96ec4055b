// Requests, monitors, events and faults over a real socket.
#include "tests/unit/simulator/switch/request_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

using testing::ElementsAre;

TEST_F(RequestsTest, ConfirmsMakeCallBeforeItsEvents) {
    auto client = open_client();
    const auto a = client->monitor("4001");
    const auto b = client->monitor("4002");
    const auto confirmed = client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"));
    EXPECT_EQ(confirmed.type, CSTA_MAKE_CALL_CONF);
    EXPECT_TRUE(client->skipped.empty());
    const auto pdu = wire::decode_pdu(confirmed);
    EXPECT_EQ(pdu.as<CSTAMakeCallConfEvent_t>()->newCall.callID, 1);
    const auto att = wire::decode_att(confirmed.private_data);
    ASSERT_EQ(att.type(), ATT_MAKE_CALL_CONF);
    EXPECT_EQ(text_of(att.as<ATTMakeCallConfEvent_t>()->ucid), "00001000011700000000");

    const auto events = all_so_far(*client);
    EXPECT_EQ(types(events), "66 63 57 57");
    EXPECT_EQ(events[2].reference, a);
    EXPECT_EQ(events[3].reference, b);
    const auto delivered = wire::decode_pdu(events[3]);
    const auto& event = *delivered.as<CSTADeliveredEvent_t>();
    EXPECT_EQ(text_of(event.alertingDevice.deviceID), "4002");
    EXPECT_EQ(text_of(event.callingDevice.deviceID), "4001");
    EXPECT_EQ(event.lastRedirectionDevice.deviceIDStatus, ID_NOT_KNOWN);
    EXPECT_EQ(event.localConnectionInfo, CS_ALERTING);
    EXPECT_EQ(event.cause, EC_NEW_CALL);
}

class LateConfirmationTest : public RequestsTest {
  protected:
    using RequestsTest::RequestsTest;
    static SimulatorPlan plan_with(Profile::ConfirmationOrder order) {
        auto plan = service_plan();
        plan.switch_plan.profile.confirmation_order = order;
        return plan;
    }
};

struct AfterServiceInitiated : LateConfirmationTest {
    AfterServiceInitiated()
        : LateConfirmationTest(plan_with(Profile::ConfirmationOrder::AfterServiceInitiated)) {}
};

TEST_F(AfterServiceInitiated, IsAnOrderOfTheProfile) {
    auto client = open_client();
    client->monitor("4001");
    client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"));
    EXPECT_EQ(types(client->skipped), "66");
}

struct ConfirmationLast : LateConfirmationTest {
    ConfirmationLast() : LateConfirmationTest(plan_with(Profile::ConfirmationOrder::Last)) {}
};

TEST_F(ConfirmationLast, IsAnOrderOfTheProfile) {
    auto client = open_client();
    client->monitor("4001");
    client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"));
    EXPECT_EQ(types(client->skipped), "66 63 57");
}

TEST_F(RequestsTest, SendsEachStreamTheLayoutsOfItsVersion) {
    struct Row {
        const char* asked;
        int delivered;
        int established;
        int originated;
        int service_initiated;
        int held;
        int cleared;
    };
    const std::vector<Row> rows{
        {"ECS#9", 128, 129, 145, 147, 146, 134},
        {"ECS#8", 128, 129, 119, 95, -1, 134},
        {"ECS#7", 128, 129, 119, 95, -1, 134},
        {"ECS#6", 117, 118, 119, 95, -1, 115},
        {"ECS#5", 80, 81, 47, 95, -1, 36},
        {"ECS#4", 60, 61, 47, -1, -1, 36},
        {"", -1, -1, -1, -1, -1, -1}};
    std::vector<std::unique_ptr<WireClient>> clients;
    for (const auto& row : rows) {
        clients.push_back(open_client(row.asked));
        clients.back()->monitor("4001");
    }
    auto& first = *clients.front();
    first.ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"));
    first.ask(CSTA_ANSWER_CALL, CSTAAnswerCall_t{leg(1, "4002")});
    first.ask(CSTA_HOLD_CALL, CSTAHoldCall_t{leg(1, "4001"), 0});
    first.ask(CSTA_CLEAR_CALL, CSTAClearCall_t{leg(1, "4001")});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::map<int, int> numbers;
        for (const auto& frame : all_so_far(*clients[i])) {
            const auto number = wire::att_pdu_number(frame.private_data);
            numbers[frame.type] = number ? *number : -1;
        }
        EXPECT_EQ(numbers[CSTA_DELIVERED], rows[i].delivered) << rows[i].asked;
        EXPECT_EQ(numbers[CSTA_ESTABLISHED], rows[i].established) << rows[i].asked;
        EXPECT_EQ(numbers[CSTA_ORIGINATED], rows[i].originated) << rows[i].asked;
        EXPECT_EQ(numbers[CSTA_SERVICE_INITIATED], rows[i].service_initiated) << rows[i].asked;
        EXPECT_EQ(numbers[CSTA_HELD], rows[i].held) << rows[i].asked;
        EXPECT_EQ(numbers[CSTA_CONNECTION_CLEARED], rows[i].cleared) << rows[i].asked;
    }
}

TEST_F(RequestsTest, CarriesUserDataOfMakeCallAndOfClear) {
    auto client = open_client();
    client->monitor("4002");
    ATTMakeCall_t make{};
    put_user_data(make.userInfo, UserData{UUI_IA5_ASCII, "4711"});
    client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"), private_data(ATT_MAKE_CALL, make));
    ATTClearConnection_t clear{};
    clear.dropResource = DR_NONE;
    put_user_data(clear.userInfo, UserData{UUI_USER_SPECIFIC, std::string("\0\1bye", 5)});
    client->ask(
        CSTA_CLEAR_CONNECTION, CSTAClearConnection_t{leg(1, "4001")},
        private_data(ATT_CLEAR_CONNECTION, clear)
    );
    const auto events = all_so_far(*client);
    const auto delivered = wire::decode_att(events.at(0).private_data);
    const auto& att = *delivered.as<ATTDeliveredEvent_t>();
    EXPECT_EQ(from_abi_user_data(att.userInfo), (UserData{UUI_IA5_ASCII, "4711"}));
    EXPECT_EQ(att.deliveredType, DELIVERED_TO_STATION);
    EXPECT_EQ(att.lookaheadInfo.type, LAI_NO_INTERFLOW);
    EXPECT_EQ(att.userEnteredCode.type, UE_NONE);
    const auto cleared = wire::decode_att(events.at(1).private_data);
    EXPECT_EQ(
        from_abi_user_data(cleared.as<ATTConnectionClearedEvent_t>()->userInfo),
        (UserData{UUI_USER_SPECIFIC, std::string("\0\1bye", 5)})
    );
}

TEST_F(RequestsTest, TransferNamesPartiesAndTrunks) {
    auto client = open_client();
    client->monitor("4003");
    command({{"do", "call"}, {"from", "030"}, {"to", "4001"}});
    command({{"do", "answer"}, {"device", "4001"}});
    CSTAConsultationCall_t consult{leg(1, "4001"), {}};
    put_text(consult.calledDevice, "4003");
    EXPECT_EQ(client->ask(CSTA_CONSULTATION_CALL, consult).type, CSTA_CONSULTATION_CALL_CONF);
    const auto confirmed =
        client->ask(CSTA_TRANSFER_CALL, CSTATransferCall_t{leg(1, "4001"), leg(2, "4001")});
    const auto pdu = wire::decode_pdu(confirmed);
    const auto& conf = *pdu.as<CSTATransferCallConfEvent_t>();
    EXPECT_EQ(conf.newCall.callID, 2);
    EXPECT_EQ(text_of(conf.newCall.deviceID), "0");
    EXPECT_EQ(conf.newCall.devIDType, DYNAMIC_ID);
    ASSERT_EQ(conf.connList.count, 2U);
    EXPECT_EQ(text_of(conf.connList.connection[0].party.deviceID), "T2#3");
    EXPECT_EQ(text_of(conf.connList.connection[0].staticDevice.deviceID), "030");
    const auto events = all_so_far(*client);
    const auto att = wire::decode_att(events.back().private_data);
    const auto& transferred = *att.as<ATTTransferredEvent_t>();
    ASSERT_EQ(transferred.trunkList.count, 1);
    EXPECT_EQ(text_of(transferred.trunkList.trunks[0].trunkGroup), "12");
    EXPECT_EQ(transferred.originalCallInfo.reason, OR_TRANSFERRED);
    EXPECT_EQ(text_of(transferred.originalCallInfo.callingDevice.deviceID), "030");
    ASSERT_EQ(transferred.deviceHistory.count, 1U);
    EXPECT_EQ(text_of(transferred.deviceHistory.deviceHistoryList[0].olddeviceID), "4001");
}

TEST_F(RequestsTest, MonitorsFilterStopAndAreRefused) {
    auto client = open_client();
    CSTAMonitorFilter_t filter{};
    filter.call = CF_DELIVERED;
    const auto reference = client->monitor("4002", filter);
    client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"));
    client->ask(CSTA_ANSWER_CALL, CSTAAnswerCall_t{leg(1, "4002")});
    EXPECT_EQ(types(all_so_far(*client)), "59");
    filter.call = CF_HELD;
    const auto changed = CSTAChangeMonitorFilter_t{static_cast<long>(reference), filter};
    EXPECT_EQ(client->ask(CSTA_CHANGE_MONITOR_FILTER, changed).type, CSTA_CHANGE_MONITOR_FILTER_CONF);
    client->ask(CSTA_HOLD_CALL, CSTAHoldCall_t{leg(1, "4002"), 0});
    EXPECT_EQ(types(all_so_far(*client)), "");
    const auto stop = CSTAMonitorStop_t{static_cast<long>(reference)};
    EXPECT_EQ(client->ask(CSTA_MONITOR_STOP, stop).type, CSTA_MONITOR_STOP_CONF);
    EXPECT_EQ(failure_of(client->ask(CSTA_MONITOR_STOP, stop)), INVALID_CROSS_REF_ID);
    client->ask(CSTA_CLEAR_CALL, CSTAClearCall_t{leg(1, "4001")});
    EXPECT_EQ(types(all_so_far(*client)), "");
    CSTAMonitorDevice_t nobody{};
    put_text(nobody.deviceID, "2001");
    EXPECT_EQ(failure_of(client->ask(CSTA_MONITOR_DEVICE, nobody)), INVALID_CSTA_DEVICE_IDENTIFIER);
}

TEST_F(RequestsTest, TwoMonitorsOnOneDeviceEachGetTheEvent) {
    auto client = open_client();
    const auto first = client->monitor("4001");
    const auto second = client->monitor("4001");
    command({{"do", "dial"}, {"device", "4001"}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_THAT((std::vector{events[0].reference, events[1].reference}), ElementsAre(first, second));
}

TEST_F(RequestsTest, OneStreamCannotStopTheMonitorOfAnother) {
    auto owner = open_client();
    auto stranger = open_client();
    const auto reference = owner->monitor("4001");
    const auto stop = CSTAMonitorStop_t{static_cast<long>(reference)};
    EXPECT_EQ(failure_of(stranger->ask(CSTA_MONITOR_STOP, stop)), INVALID_CROSS_REF_ID);
}

TEST_F(RequestsTest, SnapshotsShowCallsAndParties) {
    auto client = open_client();
    client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"));
    CSTASnapshotDevice_t device{};
    put_text(device.snapshotObject, "4002");
    const auto of_device = client->ask(CSTA_SNAPSHOT_DEVICE, device);
    const auto pdu = wire::decode_pdu(of_device);
    const auto& calls = pdu.as<CSTASnapshotDeviceConfEvent_t>()->snapshotData;
    ASSERT_EQ(calls.count, 1U);
    EXPECT_EQ(calls.info[0].callIdentifier.callID, 1);
    ASSERT_EQ(calls.info[0].localCallState.count, 1U);
    EXPECT_EQ(calls.info[0].localCallState.state[0], CS_ALERTING);
    const auto att = wire::decode_att(of_device.private_data);
    EXPECT_EQ(att.as<ATTSnapshotDeviceConfEvent_t>()->pSnapshotDevice[0].state, ATT_CS_ALERTING);

    const auto of_call =
        wire::decode_pdu(client->ask(CSTA_SNAPSHOT_CALL, CSTASnapshotCall_t{leg(1, "4002")}));
    const auto& parties = of_call.as<CSTASnapshotCallConfEvent_t>()->snapshotData;
    ASSERT_EQ(parties.count, 2U);
    EXPECT_EQ(text_of(parties.info[0].deviceOnCall.deviceID), "4001");
    EXPECT_EQ(parties.info[0].localConnectionState, CS_CONNECT);
    EXPECT_EQ(
        failure_of(client->ask(CSTA_SNAPSHOT_CALL, CSTASnapshotCall_t{leg(77, "4002")})),
        INVALID_CSTA_CONNECTION_IDENTIFIER
    );
}

TEST_F(RequestsTest, AgentsLogInAndAreAsked) {
    auto client = open_client();
    CSTASetAgentState_t log_in{};
    put_text(log_in.device, "4001");
    log_in.agentMode = AM_LOG_IN;
    put_text(log_in.agentID, "2001");
    put_text(log_in.agentPassword, "1234");
    const auto mode = private_data(ATT_SET_AGENT_STATE, ATTSetAgentState_t{WM_AUX_WORK, 3, 0});
    const auto confirmed = client->ask(CSTA_SET_AGENT_STATE, log_in, mode);
    EXPECT_EQ(confirmed.type, CSTA_SET_AGENT_STATE_CONF);
    EXPECT_EQ(wire::att_pdu_number(confirmed.private_data), ATT_SET_AGENT_STATE_CONF);
    CSTAQueryAgentState_t query{};
    put_text(query.device, "4001");
    const auto state = client->ask(CSTA_QUERY_AGENT_STATE, query);
    EXPECT_EQ(wire::decode_pdu(state).as<CSTAQueryAgentStateConfEvent_t>()->agentState, AG_NOT_READY);
    const auto pdu = wire::decode_att(state.private_data);
    const auto& att = *pdu.as<ATTQueryAgentStateConfEvent_t>();
    EXPECT_EQ(att.workMode, WM_AUX_WORK);
    EXPECT_EQ(att.talkState, TS_IDLE);
    EXPECT_EQ(att.reasonCode, 3);
    EXPECT_EQ(att.pendingWorkMode, WM_NONE);
    EXPECT_EQ(failure_of(client->ask(CSTA_SET_AGENT_STATE, log_in, mode)), GENERIC_UNSPECIFIED);
}

TEST_F(RequestsTest, EscapeServicesAnswerInPrivateData) {
    auto client = open_client();
    client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"));
    const auto ucid = client->ask(
        CSTA_ESCAPE_SVC, CSTAEscapeSvc_t{}, private_data(ATT_QUERY_UCID, ATTQueryUcid_t{leg(1, "4001")})
    );
    EXPECT_EQ(
        text_of(wire::decode_att(ucid.private_data).as<ATTQueryUcidConfEvent_t>()->ucid),
        "00001000011700000000"
    );
    ATTQueryDeviceName_t who{};
    put_text(who.device, "4001");
    const auto name =
        client->ask(CSTA_ESCAPE_SVC, CSTAEscapeSvc_t{}, private_data(ATT_QUERY_DEVICE_NAME, who));
    const auto pdu = wire::decode_att(name.private_data);
    EXPECT_EQ(text_of(pdu.as<ATTQueryDeviceNameConfEvent_t>()->name), "Station 4001");
    EXPECT_EQ(pdu.as<ATTQueryDeviceNameConfEvent_t>()->uname.count, 12);
    EXPECT_EQ(failure_of(client->ask(CSTA_ESCAPE_SVC, CSTAEscapeSvc_t{})), GENERIC_UNSPECIFIED_REJECTION);
    const auto later = private_data(ATT_QUERY_ACD_SPLIT, ATTQueryAcdSplit_t{});
    EXPECT_EQ(
        failure_of(client->ask(CSTA_ESCAPE_SVC, CSTAEscapeSvc_t{}, later)),
        GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY
    );
}

TEST_F(RequestsTest, PrivateDataNeedsNegotiation) {
    auto client = open_client("");
    const auto query = private_data(ATT_QUERY_UCID, ATTQueryUcid_t{leg(1, "4001")});
    EXPECT_EQ(
        failure_of(client->ask(CSTA_ESCAPE_SVC, CSTAEscapeSvc_t{}, query)), GENERIC_UNSPECIFIED_REJECTION
    );
    wire::Frame nonsense;
    nonsense.vendor = "ECS";
    nonsense.private_data = {2, 0, 85, 0, 9, 9, 9};
    auto other = open_client();
    EXPECT_EQ(
        failure_of(other->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"), nonsense)),
        GENERIC_UNSPECIFIED_REJECTION
    );
}

TEST_F(RequestsTest, ServicesNotOfferedAreRefused) {
    auto client = open_client();
    const CSTAGroupPickupCall_t asked{leg(1, "4001"), {}};
    EXPECT_EQ(
        failure_of(client->ask(CSTA_GROUP_PICKUP_CALL, asked)), GENERIC_SUBSCRIBED_RESOURCE_AVAILABILITY
    );
    const auto caps = wire::decode_pdu(client->ask(CSTA_GETAPI_CAPS, CSTAGetAPICaps_t{}));
    EXPECT_EQ(caps.as<CSTAGetAPICapsConfEvent_t>()->makeCall, 1);
    EXPECT_EQ(caps.as<CSTAGetAPICapsConfEvent_t>()->groupPickupCall, 0);
}

TEST_F(RequestsTest, DeviceListsComeInPages) {
    auto client = open_client();
    const auto pdu =
        wire::decode_pdu(client->ask(CSTA_GET_DEVICE_LIST, CSTAGetDeviceList_t{-1, CSTA_CALL_CONTROL}));
    const auto& page = *pdu.as<CSTAGetDeviceListConfEvent_t>();
    EXPECT_EQ(page.index, -1);
    ASSERT_EQ(page.devList.count, 10);
    EXPECT_EQ(text_of(page.devList.device[9]), "4010");
}

TEST_F(RequestsTest, LinkLossIsToldToThoseWhoAsked) {
    auto client = open_client();
    auto silent = open_client();
    client->monitor("4001");
    client->ask(CSTA_SYS_STAT_START, CSTASysStatStart_t{0}, private_data(ATT_SYS_STAT, ATTSysStat_t{1}));
    command({{"do", "link"}, {"state", "down"}});
    EXPECT_EQ(
        failure_of(client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"))), RESOURCE_OUT_OF_SERVICE
    );
    ASSERT_EQ(types(client->skipped), "106");
    const auto& status = client->skipped.front();
    EXPECT_EQ(status.event_class, CSTAEVENTREPORT);
    EXPECT_EQ(wire::decode_pdu(status).as<CSTASysStatEvent_t>()->systemStatus, SS_DISABLED);
    const auto att = wire::decode_att(status.private_data);
    EXPECT_EQ(att.as<ATTLinkStatusEvent_t>()->pLinkStatus[0].linkState, LS_LINK_DOWN);
    const auto now = wire::decode_pdu(client->ask(CSTA_REQ_SYS_STAT, CSTAReqSysStat_t{}));
    EXPECT_EQ(now.as<CSTASysStatReqConfEvent_t>()->systemStatus, SS_DISABLED);

    client->skipped.clear();
    command({{"do", "dial"}, {"device", "4001"}, {"to", "4002"}});
    EXPECT_EQ(types(all_so_far(*client)), "") << "events are lost while the link is down";
    command({{"do", "link"}, {"state", "up"}});
    command({{"do", "answer"}, {"device", "4002"}});
    EXPECT_EQ(types(all_so_far(*client)), "106 59");
    EXPECT_EQ(types(all_so_far(*silent)), "");
}

TEST_F(RequestsTest, SystemStatusFilterAndStop) {
    auto client = open_client();
    EXPECT_EQ(
        failure_of(client->ask(CSTA_CHANGE_SYS_STAT_FILTER, CSTAChangeSysStatFilter_t{0})),
        INVALID_CROSS_REF_ID
    );
    client->ask(CSTA_SYS_STAT_START, CSTASysStatStart_t{SF_DISABLED});
    command({{"do", "link"}, {"state", "down"}});
    command({{"do", "link"}, {"state", "up"}});
    EXPECT_EQ(types(all_so_far(*client)), "106");
    client->ask(CSTA_SYS_STAT_STOP, CSTASysStatStop_t{});
    command({{"do", "link"}, {"state", "down"}});
    EXPECT_EQ(types(all_so_far(*client)), "");
}

class EndingMonitorsTest : public RequestsTest {
  protected:
    static SimulatorPlan ending_plan() {
        auto plan = service_plan();
        plan.switch_plan.profile.monitors_end_on_link_loss = true;
        return plan;
    }
    EndingMonitorsTest() : RequestsTest(ending_plan()) {}
};

TEST_F(EndingMonitorsTest, LinkLossEndsMonitorsWhenTheProfileSaysSo) {
    auto client = open_client();
    const auto reference = client->monitor("4001");
    command({{"do", "link"}, {"state", "down"}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "119");
    EXPECT_EQ(events[0].reference, reference);
    EXPECT_EQ(wire::decode_pdu(events[0]).as<CSTAMonitorEndedEvent_t>()->cause, EC_RESOURCES_NOT_AVAILABLE);
}

TEST_F(RequestsTest, ADelayKeepsTheOrder) {
    auto client = open_client();
    client->monitor("4001");
    command({{"do", "delay"}, {"ms", 20}});
    const auto before = std::chrono::steady_clock::now();
    client->ask(CSTA_MAKE_CALL, make_call_request("4001", "4002"));
    EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(20));
    command({{"do", "delay"}, {"ms", 0}});
    client->ask(CSTA_ANSWER_CALL, CSTAAnswerCall_t{leg(1, "4002")});
    EXPECT_EQ(types(client->skipped), "66 63 57");
    EXPECT_EQ(types(all_so_far(*client)), "66 63 57 59");
}

TEST_F(RequestsTest, SwallowsRequestsOnPurpose) {
    auto client = open_client();
    command({{"do", "answers"}, {"state", "off"}});
    client->send(CSTAREQUEST, CSTA_REQ_SYS_STAT, 55, CSTAReqSysStat_t{});
    // The answer to this one proves that the first was read: the name of the state is told in the same order.
    client->send(ACSREQUEST, ACS_SET_HEARTBEAT_INTERVAL, 56, ACSSetHeartbeatInterval_t{30});
    EXPECT_EQ(client->receive()->reference, 56U);
    command({{"do", "answers"}, {"state", "on"}});
    EXPECT_EQ(client->ask(CSTA_REQ_SYS_STAT, CSTAReqSysStat_t{}).type, CSTA_SYS_STAT_REQ_CONF);
}

}  // namespace
}  // namespace ctiengine::simulator::test

// The station-side services over a real socket: requests, confirmations, private data (tsapi: 3, 6, 7.5).
#include "tests/unit/simulator/switch/request_fixture.hpp"

namespace ctiengine::simulator::test {
namespace {

class StationRequestsTest : public RequestsTest {
  protected:
    template <class Att>
    static wire::Frame escape(WireClient& client, std::uint16_t number, const Att& att) {
        return client.ask(CSTA_ESCAPE_SVC, CSTAEscapeSvc_t{}, private_data(number, att));
    }

    static ATTSingleStepConferenceCall_t join(const std::string& device, ATTParticipationType_t how) {
        ATTSingleStepConferenceCall_t asked{leg(1, "4001"), {}, how, 0};
        put_text(asked.deviceToBeJoin, device);
        return asked;
    }

    static ATTSingleStepTransferCall_t transfer(const std::string& to) {
        ATTSingleStepTransferCall_t asked{leg(1, "4001"), {}};
        put_text(asked.transferredTo, to);
        return asked;
    }

    void connect(const std::string& from, const std::string& to) {
        command({{"do", "dial"}, {"device", from}, {"to", to}});
        command({{"do", "answer"}, {"device", to}});
    }
};

TEST_F(StationRequestsTest, SingleStepConferenceAnswersWithThePartiesOfTheCall) {
    auto client = open_client();
    client->monitor("4003");
    connect("4001", "4002");
    const auto confirmed = escape(*client, ATT_SINGLE_STEP_CONFERENCE_CALL, join("4003", PT_SILENT));
    EXPECT_EQ(confirmed.type, CSTA_ESCAPE_SVC_CONF);
    const auto att = wire::decode_att(confirmed.private_data);
    ASSERT_EQ(att.type(), ATT_SINGLE_STEP_CONFERENCE_CALL_CONF);
    const auto& answer = *att.as<ATTSingleStepConferenceCallConfEvent_t>();
    EXPECT_EQ(answer.newCall.callID, 1);
    EXPECT_EQ(text_of(answer.newCall.deviceID), "4003");
    ASSERT_EQ(answer.connList.count, 3U);
    EXPECT_EQ(text_of(answer.connList.connection[2].staticDevice.deviceID), "4003");
    EXPECT_EQ(text_of(answer.ucid), "00001000011700000000");
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "59 55");
    const auto established = wire::decode_pdu(events[0]);
    EXPECT_EQ(established.as<CSTAEstablishedEvent_t>()->cause, EC_SILENT_MONITOR);
    const auto conferenced = wire::decode_pdu(events[1]);
    EXPECT_EQ(conferenced.as<CSTAConferencedEvent_t>()->cause, EC_SILENT_MONITOR);
}

TEST_F(StationRequestsTest, SingleStepConferenceIsRefusedWithTheNumberOfTheTable) {
    auto client = open_client();
    connect("4001", "4002");
    EXPECT_EQ(failure_of(escape(*client, ATT_SINGLE_STEP_CONFERENCE_CALL, join("4002", PT_ACTIVE))), 1);
    EXPECT_EQ(failure_of(escape(*client, ATT_SINGLE_STEP_CONFERENCE_CALL, join("7777", PT_ACTIVE))), 12);
}

TEST_F(StationRequestsTest, SingleStepTransferHasTwoConfirmationsByVersion) {
    struct Row {
        const char* versions;
        int conf;
    };
    for (const auto& row : {Row{"ECS#9", 148}, Row{"ECS#8", 143}}) {
        auto client = open_client(row.versions);
        connect("4001", "4002");
        auto asked = transfer("4003");
        asked.activeCall.callID =
            static_cast<long>(on_switch([this] { return switch_.calls().begin()->first; }));
        const auto confirmed = escape(*client, ATT_SINGLE_STEP_TRANSFER_CALL, asked);
        EXPECT_EQ(wire::att_pdu_number(confirmed.private_data), row.conf) << row.versions;
        on_switch([this] { return bool(switch_.clearing().clear_call(switch_.calls().begin()->first)); });
    }
    auto old = open_client("ECS#7");
    EXPECT_EQ(failure_of(escape(*old, ATT_SINGLE_STEP_TRANSFER_CALL, transfer("4003"))), 70);
}

TEST_F(StationRequestsTest, DeflectAndPickupSendDiverted) {
    auto client = open_client();
    command({{"do", "dial"}, {"device", "4001"}, {"to", "4002"}});
    client->monitor("4002");
    CSTADeflectCall_t deflect{leg(1, "4002"), {}};
    put_text(deflect.calledDevice, "4003");
    EXPECT_EQ(client->ask(CSTA_DEFLECT_CALL, deflect).type, CSTA_DEFLECT_CALL_CONF);
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "58");
    const auto pdu = wire::decode_pdu(events[0]);
    const auto& diverted = *pdu.as<CSTADivertedEvent_t>();
    EXPECT_EQ(text_of(diverted.divertingDevice.deviceID), "4002");
    EXPECT_EQ(text_of(diverted.newDestination.deviceID), "4003");
    EXPECT_EQ(diverted.localConnectionInfo, CS_NULL);
    EXPECT_EQ(diverted.cause, EC_REDIRECTED);
    EXPECT_EQ(wire::att_pdu_number(events[0].private_data), ATT_DIVERTED);
    CSTAPickupCall_t pickup{leg(1, "4003"), {}};
    put_text(pickup.calledDevice, "4002");
    EXPECT_EQ(client->ask(CSTA_PICKUP_CALL, pickup).type, CSTA_PICKUP_CALL_CONF);
    EXPECT_EQ(types(all_so_far(*client)), "58 59");
}

TEST_F(StationRequestsTest, ListeningAndTonesHaveConfirmationsOfTheirOwn) {
    auto client = open_client();
    connect("4001", "4002");
    const auto number = [](const wire::Frame& frame) { return wire::att_pdu_number(frame.private_data); };
    ATTSelectiveListeningHold_t stop{leg(1, "4001"), 0, leg(1, "4002")};
    EXPECT_EQ(number(escape(*client, ATT_SELECTIVE_LISTENING_HOLD, stop)), 68);
    EXPECT_EQ(command({{"do", "truth"}})["calls"][0]["connections"][0]["doesNotHear"][0], "4002");
    ATTSelectiveListeningRetrieve_t hear{leg(1, "4001"), 1, {}};
    EXPECT_EQ(number(escape(*client, ATT_SELECTIVE_LISTENING_RETRIEVE, hear)), 70);
    stop.selectedParty = {};
    EXPECT_EQ(failure_of(escape(*client, ATT_SELECTIVE_LISTENING_HOLD, stop)), 13);

    auto receiver = leg(1, "4002");
    ATTSendDTMFTone_t tones{leg(1, "4001"), {1, &receiver}, "12#", 0, 0};
    EXPECT_EQ(number(escape(*client, ATT_SENDDTMF_TONE, tones)), 9);
    ATTV4SendDTMFTone_t old{leg(1, "4001"), {}, "7", 0, 0};
    EXPECT_EQ(number(escape(*client, ATTV4_SENDDTMF_TONE, old)), 9);
    EXPECT_EQ(command({{"do", "truth"}})["calls"][0]["connections"][1]["tonesHeard"], "12#7");
    EXPECT_TRUE(all_so_far(*client).empty());
}

TEST_F(StationRequestsTest, EnteredDigitsGoToMonitorsThatWantThem) {
    auto client = open_client();
    auto without = open_client("");
    command({{"do", "call"}, {"from", "030"}, {"to", "4001"}});
    command({{"do", "answer"}, {"device", "4001"}});
    client->monitor("4001");
    without->monitor("4001");
    CSTAMonitorDevice_t filtered{};
    put_text(filtered.deviceID, "4001");
    const ATTMonitorFilter_t no_digits{ATT_ENTERED_DIGITS_FILTER};
    client->ask(CSTA_MONITOR_DEVICE, filtered, private_data(ATT_MONITOR_FILTER, no_digits));
    command({{"do", "press"}, {"device", "T1#1"}, {"digits", "4711#"}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "94") << "the second monitor does not want them";
    const auto att = wire::decode_att(events[0].private_data);
    const auto* digits = att.as<ATTEnteredDigitsEvent_t>();
    ASSERT_NE(digits, nullptr);
    EXPECT_EQ(text_of(digits->digits), "4711#");
    EXPECT_EQ(text_of(digits->connection.deviceID), "T1#1");
    EXPECT_EQ(digits->localConnectionInfo, CS_CONNECT);
    EXPECT_TRUE(all_so_far(*without).empty()) << "nothing without private data";
}

TEST_F(StationRequestsTest, AnObserverIsAnnouncedByTheReasonOfEstablished) {
    auto client = open_client();
    client->monitor("4001");
    connect("4001", "4002");
    (void)all_so_far(*client);
    command({{"do", "observe"}, {"device", "4003"}, {"call", 1}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "59");
    const auto att = wire::decode_att(events[0].private_data);
    EXPECT_EQ(att.as<ATTEstablishedEvent_t>()->reason, AR_SERVICE_OBSERVER);
}

TEST_F(StationRequestsTest, ABridgedStationShowsTheCallsOfItsPrincipal) {
    auto client = open_client();
    const auto shown = [&client] {
        CSTASnapshotDevice_t asked{};
        put_text(asked.snapshotObject, "4009");
        const auto confirmed = client->ask(CSTA_SNAPSHOT_DEVICE, asked);
        const auto att = wire::decode_att(confirmed.private_data);
        std::vector<ATTLocalCallState_t> states;
        const auto* list = att.as<ATTSnapshotDeviceConfEvent_t>();
        if (list == nullptr) return states;
        for (unsigned i = 0; i < list->count; ++i) states.push_back(list->pSnapshotDevice[i].state);
        return states;
    };
    EXPECT_TRUE(shown().empty());
    connect("4001", "4008");
    EXPECT_THAT(shown(), testing::ElementsAre(ATT_CS_BRIDGED));
    connect("4002", "4009");
    EXPECT_THAT(shown(), testing::ElementsAre(ATT_CS_CONNECTED, ATT_CS_BRIDGED));
    command({{"do", "observe"}, {"device", "4003"}, {"call", 1}});
    EXPECT_EQ(shown().size(), 2U);
}

TEST_F(StationRequestsTest, PredictiveCallReachesTheStationWhenSomebodyIsThere) {
    auto client = open_client();
    client->monitor("4001");
    CSTAMakePredictiveCall_t asked{};
    put_text(asked.callingDevice, "4001");
    put_text(asked.calledDevice, "9555");
    asked.allocationState = AS_CALL_ESTABLISHED;
    ATTMakePredictiveCall_t options{};
    options.answerTreat = AT_CONNECT;
    const auto confirmed =
        client->ask(CSTA_MAKE_PREDICTIVE_CALL, asked, private_data(ATT_MAKE_PREDICTIVE_CALL, options));
    EXPECT_EQ(confirmed.type, CSTA_MAKE_PREDICTIVE_CALL_CONF);
    EXPECT_EQ(wire::att_pdu_number(confirmed.private_data), ATT_MAKE_PREDICTIVE_CALL_CONF);
    EXPECT_TRUE(all_so_far(*client).empty());
    command({{"do", "advance"}, {"ms", 1100}});
    const auto events = all_so_far(*client);
    ASSERT_EQ(types(events), "57");
    const auto att = wire::decode_att(events[0].private_data);
    EXPECT_EQ(att.as<ATTDeliveredEvent_t>()->reason, AR_ANSWER_VOICE_ENERGY);
}

TEST_F(StationRequestsTest, GroupPickupStaysRefused) {
    auto client = open_client();
    EXPECT_EQ(failure_of(client->ask(CSTA_GROUP_PICKUP_CALL, CSTAGroupPickupCall_t{})), 41);
    EXPECT_EQ(failure_of(client->ask(CSTA_CALL_COMPLETION, CSTACallCompletion_t{})), 41);
}

}  // namespace
}  // namespace ctiengine::simulator::test

#include "tsapi-worker/tsapi/att_private_data.hpp"

#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

namespace ctiengine::tsapi {
namespace {

using test::c_device;
using test::c_private;

constexpr auto kUcid = "00001002931700000007";

template <class Info>
void fill_user_data(Info& info, std::string_view octets) {
    info.type = UUI_IA5_ASCII;
    info.data.length = static_cast<unsigned short>(octets.size());
    std::copy(octets.begin(), octets.end(), info.data.value);
}

/// Lives as long as the messages that point to it.
DeviceHistoryEntry_t& history_entry() {
    static DeviceHistoryEntry_t entry = [] {
        DeviceHistoryEntry_t made{};
        test::put(made.olddeviceID, "5000");
        made.cause = EC_REDIRECTED;
        made.oldconnectionID = test::c_connection(6, "5000");
        return made;
    }();
    return entry;
}
template <class Message>
void fill_history(Message& message) {
    message.deviceHistory = {1, &history_entry()};
}
std::vector<csta::DeviceHistoryEntry> history() {
    return {{"5000", csta::EventCause::Redirected, test::connection(6, "5000", false)}};
}

/// Fills every field that the layout has.
template <class Part>
void fill_parts(Part& part) {
    if constexpr (requires { part.trunkGroup; }) test::put(part.trunkGroup, "12");
    if constexpr (requires { part.trunk; }) test::put(part.trunk, "12");
    if constexpr (requires { part.trunkMember; }) test::put(part.trunkMember, "3");
    part.lookaheadInfo.type = LAI_VECTORING_INTERFLOW;
    part.lookaheadInfo.priority = LAI_HIGH;
    part.lookaheadInfo.hours = 1;
    part.lookaheadInfo.minutes = 2;
    part.lookaheadInfo.seconds = 3;
    test::put(part.lookaheadInfo.sourceVDN, "5009");
    if constexpr (requires { part.deviceHistory; }) fill_history(part);
    part.userEnteredCode.type = UE_CALL_PROMPTER;
    part.userEnteredCode.indicator = UE_ENTERED;
    test::put(part.userEnteredCode.data, "4711");
    test::put(part.userEnteredCode.collectVDN, "5000");
    fill_user_data(part.userInfo, "hello");
    if constexpr (requires { part.ucid; }) test::put(part.ucid, kUcid);
}

template <class Info>
void fill_original(Info& info) {
    fill_parts(info);
    info.reason = OR_CONSULTATION;
    info.callingDevice = c_device("03012345");
    info.calledDevice = c_device("5000");
}

template <class Event>
void fill_distribution(Event& event) {
    if constexpr (requires { event.distributingDevice; }) event.distributingDevice = c_device("5001");
    if constexpr (requires { event.distributingVDN; }) event.distributingVDN = c_device("5002");
    if constexpr (requires { event.ucid; }) test::put(event.ucid, kUcid);
    if constexpr (requires { event.deviceHistory; }) fill_history(event);
}

const csta::LookaheadInfo kLookahead{LAI_VECTORING_INTERFLOW, LAI_HIGH, 1, 2, 3, "5009"};
const csta::UserData kHello{csta::UserDataProtocol::Ia5Ascii, "hello"};
const csta::EnteredCode kDigits{UE_CALL_PROMPTER, UE_ENTERED, "4711", "5000"};

csta::OriginalCallInfo original(bool with_ucid, bool with_history) {
    csta::OriginalCallInfo info;
    info.reason = csta::OriginalCallReason::Consultation;
    info.calling = test::party("03012345");
    info.called = test::party("5000");
    info.trunk_group = "12";
    info.trunk_member = "3";
    info.user_data = kHello;
    info.ucid = with_ucid ? kUcid : "";
    info.entered_code = kDigits;
    info.lookahead = kLookahead;
    if (with_history) info.device_history = history();
    return info;
}

class AttPrivateData : public testing::Test {
  protected:
    PrivateContent decoded(ATTPrivateData_t data) { return decode_private_data(library, data); }

    template <class Event>
    void expect_offered(int number) {
        SCOPED_TRACE(number);
        Event event{};
        fill_parts(event);
        fill_original(event.originalCallInfo);
        fill_distribution(event);
        test::put(event.split, "500");
        event.reason = AR_ANSWER_NORMAL;
        if constexpr (requires { event.deliveredType; }) event.deliveredType = DELIVERED_TO_STATION;
        constexpr bool kHasUcid = requires {
            event.ucid;
        };
        csta::CallPrivateData expected;
        expected.trunk_group = "12";
        expected.trunk_member = "3";
        expected.split = "500";
        expected.user_data = kHello;
        expected.ucid = kHasUcid ? kUcid : "";
        expected.entered_code = kDigits;
        constexpr bool kHasHistory = requires {
            event.deviceHistory;
        };
        if (kHasHistory) expected.device_history = history();
        expected.original_call = original(kHasUcid, kHasHistory);
        if constexpr (requires { event.distributingDevice; })
            expected.distributing_device = test::party("5001");
        if constexpr (requires { event.distributingVDN; }) expected.distributing_vdn = test::party("5002");
        expected.lookahead = kLookahead;
        expected.reason = AR_ANSWER_NORMAL;
        EXPECT_EQ(decoded(c_private(number, event)).call, expected);
    }

    template <class Event>
    void expect_merged(int number) {
        SCOPED_TRACE(number);
        Event event{};
        fill_original(event.originalCallInfo);
        fill_distribution(event);
        constexpr bool kHasUcid = requires {
            event.ucid;
        };
        csta::CallPrivateData expected;
        expected.ucid = kHasUcid ? kUcid : "";
        constexpr bool kHasHistory = requires {
            event.deviceHistory;
        };
        if (kHasHistory) expected.device_history = history();
        expected.original_call = original(kHasUcid, kHasHistory);
        if constexpr (requires { event.distributingDevice; })
            expected.distributing_device = test::party("5001");
        if constexpr (requires { event.distributingVDN; }) expected.distributing_vdn = test::party("5002");
        if constexpr (requires { event.trunkList; }) {
            event.trunkList.count = 2;
            test::put(event.trunkList.trunks[0].trunkGroup, "21");
            test::put(event.trunkList.trunks[0].trunkMember, "8");
            test::put(event.trunkList.trunks[1].trunkGroup, "22");
            expected.trunk_group = "21";
            expected.trunk_member = "8";
            event.trunkList.trunks[0].connection = test::c_connection(7, "T7#2", DYNAMIC_ID);
            expected.trunks = {
                {test::connection(7, "T7#2", true), "21", "8"}, {test::connection(0, "", false), "22", ""}};
        }
        EXPECT_EQ(decoded(c_private(number, event)).call, expected);
    }

    template <class Event>
    void expect_user_data(int number) {
        Event event{};
        fill_user_data(event.userInfo, "hello");
        EXPECT_EQ(decoded(c_private(number, event)).call.user_data, kHello) << number;
    }

    template <class Message>
    void expect_history(int number) {
        Message message{};
        fill_history(message);
        EXPECT_EQ(decoded(c_private(number, message)).call.device_history, history()) << number;
    }

    template <class Event>
    void expect_route_request(int number) {
        SCOPED_TRACE(number);
        Event event{};
        fill_parts(event);
        csta::CallPrivateData expected;
        expected.trunk_group = "12";
        if constexpr (requires { event.trunkMember; }) expected.trunk_member = "3";
        expected.user_data = kHello;
        expected.entered_code = kDigits;
        expected.lookahead = kLookahead;
        if constexpr (requires { event.ucid; }) expected.ucid = kUcid;
        if constexpr (requires { event.deviceHistory; }) expected.device_history = history();
        EXPECT_EQ(decoded(c_private(number, event)).call, expected);
    }

    template <class Message>
    void expect_ucid(int number) {
        Message message{};
        test::put(message.ucid, kUcid);
        EXPECT_EQ(decoded(c_private(number, message)).call.ucid, kUcid) << number;
    }

    TsapiFunctions library = test::linked_library();
};

TEST_F(AttPrivateData, ReadsDeliveredOfEveryVersion) {
    expect_offered<ATTDeliveredEvent_t>(ATT_DELIVERED);
    expect_offered<ATTV6DeliveredEvent_t>(ATTV6_DELIVERED);
    expect_offered<ATTV5DeliveredEvent_t>(ATTV5_DELIVERED);
    expect_offered<ATTV4DeliveredEvent_t>(ATTV4_DELIVERED);
    expect_offered<ATTV3DeliveredEvent_t>(ATTV3_DELIVERED);
}

TEST_F(AttPrivateData, ReadsEstablishedOfEveryVersion) {
    expect_offered<ATTEstablishedEvent_t>(ATT_ESTABLISHED);
    expect_offered<ATTV6EstablishedEvent_t>(ATTV6_ESTABLISHED);
    expect_offered<ATTV5EstablishedEvent_t>(ATTV5_ESTABLISHED);
    expect_offered<ATTV4EstablishedEvent_t>(ATTV4_ESTABLISHED);
    expect_offered<ATTV3EstablishedEvent_t>(ATTV3_ESTABLISHED);
}

TEST_F(AttPrivateData, ReadsTransferredAndConferencedOfEveryVersion) {
    expect_merged<ATTTransferredEvent_t>(ATT_TRANSFERRED);
    expect_merged<ATTV6TransferredEvent_t>(ATTV6_TRANSFERRED);
    expect_merged<ATTV5TransferredEvent_t>(ATTV5_TRANSFERRED);
    expect_merged<ATTV4TransferredEvent_t>(ATTV4_TRANSFERRED);
    expect_merged<ATTV3TransferredEvent_t>(ATTV3_TRANSFERRED);
    expect_merged<ATTConferencedEvent_t>(ATT_CONFERENCED);
    expect_merged<ATTV6ConferencedEvent_t>(ATTV6_CONFERENCED);
    expect_merged<ATTV5ConferencedEvent_t>(ATTV5_CONFERENCED);
    expect_merged<ATTV4ConferencedEvent_t>(ATTV4_CONFERENCED);
    expect_merged<ATTV3ConferencedEvent_t>(ATTV3_CONFERENCED);
}

TEST_F(AttPrivateData, ReadsUserDataOfEveryVersion) {
    expect_user_data<ATTOriginatedEvent_t>(ATT_ORIGINATED);
    expect_user_data<ATTV8OriginatedEvent_t>(ATTV8_ORIGINATED);
    expect_user_data<ATTV5OriginatedEvent_t>(ATTV5_ORIGINATED);
    expect_user_data<ATTConnectionClearedEvent_t>(ATT_CONNECTION_CLEARED);
    expect_user_data<ATTV6ConnectionClearedEvent_t>(ATTV6_CONNECTION_CLEARED);
    expect_user_data<ATTV5ConnectionClearedEvent_t>(ATTV5_CONNECTION_CLEARED);
}

TEST_F(AttPrivateData, ReadsTheLogicalAgentWhoDials) {
    ATTOriginatedEvent_t event{};
    test::put(event.logicalAgent, "2001");
    EXPECT_EQ(decoded(c_private(ATT_ORIGINATED, event)).call.logical_agent, "2001");
    ATTV5OriginatedEvent_t v5{};
    test::put(v5.logicalAgent, "2001");
    EXPECT_EQ(decoded(c_private(ATTV5_ORIGINATED, v5)).call.logical_agent, "2001");
}

TEST_F(AttPrivateData, ReadsTheDeviceHistoryOfEveryMessageThatHasOne) {
    expect_history<ATTQueuedEvent_t>(ATT_QUEUED);
    expect_history<ATTDivertedEvent_t>(ATT_DIVERTED);
    expect_history<ATTV7FailedEvent_t>(ATTV7_FAILED);
    expect_history<ATTConnectionClearedEvent_t>(ATT_CONNECTION_CLEARED);
    expect_history<ATTNetworkReachedEvent_t>(ATT_NETWORK_REACHED);
    expect_history<ATTSnapshotCallConfEvent_t>(ATT_SNAPSHOT_CALL_CONF);
}

TEST_F(AttPrivateData, ReadsRouteRequestsOfEveryVersion) {
    expect_route_request<ATTRouteRequestEvent_t>(ATT_ROUTE_REQUEST);
    expect_route_request<ATTV6RouteRequestEvent_t>(ATTV6_ROUTE_REQUEST);
    expect_route_request<ATTV5RouteRequestEvent_t>(ATTV5_ROUTE_REQUEST);
    expect_route_request<ATTV4RouteRequestEvent_t>(ATTV4_ROUTE_REQUEST);
    ATTRouteUsedEvent_t used{};
    test::put(used.destRoute, "9");
    EXPECT_EQ(decoded(c_private(ATT_ROUTE_USED, used)).dest_route, "9");
}

TEST_F(AttPrivateData, ReadsEnteredDigitsAsAWholeEvent) {
    ATTEnteredDigitsEvent_t digits{};
    digits.connection = test::c_connection(7, "T7#2", DYNAMIC_ID);
    test::put(digits.digits, "4711");
    digits.localConnectionInfo = CS_CONNECT;
    digits.cause = EC_NEW_CALL;
    csta::CallEvent expected;
    expected.body = csta::EnteredDigits{test::connection(7, "T7#2", true), "4711"};
    expected.local = csta::ConnectionState::Connected;
    expected.cause = csta::EventCause::NewCall;
    EXPECT_EQ(decoded(c_private(ATT_ENTERED_DIGITS, digits)).entered_digits, expected);
}

TEST_F(AttPrivateData, ReadsUcids) {
    expect_ucid<ATTServiceInitiatedEvent_t>(ATT_SERVICE_INITIATED);
    expect_ucid<ATTV8ServiceInitiatedEvent_t>(ATTV8_SERVICE_INITIATED);
    expect_ucid<ATTMakeCallConfEvent_t>(ATT_MAKE_CALL_CONF);
    expect_ucid<ATTConsultationCallConfEvent_t>(ATT_CONSULTATION_CALL_CONF);
    expect_ucid<ATTTransferCallConfEvent_t>(ATT_TRANSFER_CALL_CONF);
    expect_ucid<ATTConferenceCallConfEvent_t>(ATT_CONFERENCE_CALL_CONF);
    expect_ucid<ATTMakePredictiveCallConfEvent_t>(ATT_MAKE_PREDICTIVE_CALL_CONF);
}

TEST_F(AttPrivateData, TakesTwentyZerosForNoUcid) {
    ATTMakeCallConfEvent_t message{};
    test::put(message.ucid, ATT_NULL_UCID);
    EXPECT_EQ(decoded(c_private(ATT_MAKE_CALL_CONF, message)).call.ucid, "");
}

TEST_F(AttPrivateData, LeavesOutWhatTheSwitchSaysIsNotThere) {
    ATTDeliveredEvent_t event{};
    event.deliveredType = DELIVERED_TO_STATION;
    event.lookaheadInfo.type = LAI_NO_INTERFLOW;
    event.userEnteredCode.type = UE_NONE;
    event.userInfo.type = UUI_NONE;
    event.originalCallInfo.lookaheadInfo.type = LAI_NO_INTERFLOW;
    event.originalCallInfo.userEnteredCode.type = UE_NONE;
    event.originalCallInfo.userInfo.type = UUI_NONE;
    EXPECT_EQ(decoded(c_private(ATT_DELIVERED, event)).call, csta::CallPrivateData());
}

TEST_F(AttPrivateData, ReadsAgentStatesOfEveryVersion) {
    ATTQueryAgentStateConfEvent_t newest{WM_AUX_WORK, TS_ON_CALL, 4, WM_AUTO_IN, 5};
    csta::AgentStateAnswer expected;
    expected.work_mode = csta::WorkMode::AuxWork;
    expected.talk_state = csta::TalkState::OnCall;
    expected.reason_code = 4;
    expected.pending_work_mode = csta::WorkMode::AutoIn;
    expected.pending_reason_code = 5;
    EXPECT_EQ(decoded(c_private(ATT_QUERY_AGENT_STATE_CONF, newest)).agent, expected);
    expected.pending_work_mode = csta::WorkMode::None;
    expected.pending_reason_code = 0;
    ATTV5QueryAgentStateConfEvent_t v5{WM_AUX_WORK, TS_ON_CALL, 4};
    EXPECT_EQ(decoded(c_private(ATTV5_QUERY_AGENT_STATE_CONF, v5)).agent, expected);
    expected.reason_code = 0;
    ATTV4QueryAgentStateConfEvent_t v4{WM_AUX_WORK, TS_ON_CALL};
    EXPECT_EQ(decoded(c_private(ATTV4_QUERY_AGENT_STATE_CONF, v4)).agent, expected);
}

TEST_F(AttPrivateData, ReadsTheAgentMessages) {
    EXPECT_TRUE(decoded(c_private(ATT_SET_AGENT_STATE_CONF, ATTSetAgentStateConfEvent_t{1})).agent_pending);
    auto on = decoded(c_private(ATT_LOGGED_ON, ATTLoggedOnEvent_t{WM_AUX_WORK}));
    EXPECT_EQ(on.logged_on_work_mode, csta::WorkMode::AuxWork);
    EXPECT_EQ(decoded(c_private(ATT_LOGGED_OFF, ATTLoggedOffEvent_t{9})).logged_off_reason, 9);
}

TEST_F(AttPrivateData, ReadsNetworkReachedAndFailed) {
    ATTNetworkReachedEvent_t reached{};
    reached.progressLocation = PL_PUB_REMOTE;
    reached.progressDescription = PD_INBAND;
    test::put(reached.trunkGroup, "12");
    auto content = decoded(c_private(ATT_NETWORK_REACHED, reached));
    EXPECT_EQ(content.progress_location, PL_PUB_REMOTE);
    EXPECT_EQ(content.progress_description, PD_INBAND);
    EXPECT_EQ(content.call.trunk_group, "12");
    ATTFailedEvent_t failed{};
    failed.callingDevice = c_device("4001");
    fill_history(failed);
    content = decoded(c_private(ATT_FAILED, failed));
    EXPECT_EQ(content.calling, test::party("4001"));
    EXPECT_EQ(content.call.device_history, history());
}

TEST_F(AttPrivateData, KeepsTheEventWhenItsPrivateDataCannotBeDecoded) {
    ATTPrivateData_t data{};
    std::strcpy(data.vendor, "ECS");
    data.length = 3;
    EXPECT_EQ(decoded(data).call, csta::CallPrivateData());
}

ATTPrivateData_t version_answer(std::string_view text) {
    ATTPrivateData_t data{};
    std::copy(text.begin(), text.end(), data.data + 1);
    data.length = static_cast<unsigned short>(text.size() + 2);
    return data;
}

TEST(NegotiatedVersion, IsTheDecimalNumberOfTheAnswer) {
    EXPECT_EQ(negotiated_version(version_answer("9")), 9);
    EXPECT_EQ(negotiated_version(version_answer("10")), 10);
}

TEST(NegotiatedVersion, IsNoneWithoutAnAnswerOrWithNonsense) {
    EXPECT_EQ(negotiated_version({}), 0);
    EXPECT_EQ(negotiated_version(version_answer("x")), 0);
    auto other_encoding = version_answer("9");
    other_encoding.data[0] = 1;
    EXPECT_EQ(negotiated_version(other_encoding), 0);
}

}  // namespace
}  // namespace ctiengine::tsapi

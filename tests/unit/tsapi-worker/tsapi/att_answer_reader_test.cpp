#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tsapi {
namespace {

using csta::Response;
using test::c_private;
using ::testing::ElementsAre;

constexpr auto kUcid = "00001002931700000007";

class AttAnswerReader : public testing::Test {
  protected:
    template <class Message>
    PrivateContent decoded(int number, const Message& message) {
        auto data = c_private(number, message);
        return decode_private_data(library, data);
    }
    TsapiFunctions library = test::linked_library();
};

TEST_F(AttAnswerReader, ReadsAUcid) {
    ATTQueryUcidConfEvent_t conf{};
    test::put(conf.ucid, kUcid);
    EXPECT_EQ(decoded(ATT_QUERY_UCID_CONF, conf).answer, Response(csta::UcidAnswer{kUcid}));
}

TEST_F(AttAnswerReader, ReadsADeviceNameOfEveryVersion) {
    ATTQueryDeviceNameConfEvent_t newest{};
    newest.deviceType = ATT_DT_STATION;
    test::put(newest.device, "4001");
    test::put(newest.name, "Jorg");
    Response plain = csta::DeviceNameAnswer{ATT_DT_STATION, "4001", "Jorg"};
    EXPECT_EQ(decoded(ATT_QUERY_DEVICE_NAME_CONF, newest).answer, plain);
    newest.uname.count = 4;
    newest.uname.value[0] = 'J';
    newest.uname.value[1] = 0xf6;
    newest.uname.value[2] = 'r';
    newest.uname.value[3] = 'g';
    Response unicode = csta::DeviceNameAnswer{ATT_DT_STATION, "4001", "J\xc3\xb6rg"};
    EXPECT_EQ(decoded(ATT_QUERY_DEVICE_NAME_CONF, newest).answer, unicode);
    ATTV6QueryDeviceNameConfEvent_t v6{newest.deviceType, {}, {}, newest.uname};
    test::put(v6.device, "4001");
    EXPECT_EQ(decoded(ATTV6_QUERY_DEVICE_NAME_CONF, v6).answer, unicode);
    ATTV4QueryDeviceNameConfEvent_t v4{newest.deviceType, {}, {}};
    test::put(v4.device, "4001");
    test::put(v4.name, "Jorg");
    EXPECT_EQ(decoded(ATTV4_QUERY_DEVICE_NAME_CONF, v4).answer, plain);
}

TEST_F(AttAnswerReader, ReadsStationsSplitsAndTheTimeOfDay) {
    EXPECT_EQ(
        decoded(ATT_QUERY_STATION_STATUS_CONF, ATTQueryStationStatusConfEvent_t{1}).answer,
        Response(csta::StationStatusAnswer{true})
    );
    EXPECT_EQ(
        decoded(ATT_QUERY_ACD_SPLIT_CONF, ATTQueryAcdSplitConfEvent_t{3, 4, 5}).answer,
        Response(csta::AcdSplitAnswer{3, 4, 5})
    );
    EXPECT_EQ(
        decoded(ATT_QUERY_TOD_CONF, ATTQueryTodConfEvent_t{26, 2, 3, 4, 5, 6}).answer,
        Response(csta::TimeOfDayAnswer{26, 2, 3, 4, 5, 6})
    );
}

TEST_F(AttAnswerReader, ReadsASingleStepConference) {
    Connection_t listed[1] = {{test::c_connection(7, "4003"), test::c_device("4003")}};
    ATTSingleStepConferenceCallConfEvent_t conf{};
    conf.newCall = test::c_connection(7, "4003");
    conf.connList = {1, listed};
    test::put(conf.ucid, kUcid);
    csta::MergedCall expected;
    expected.call = test::connection(7, "4003", false);
    expected.connections = {{test::connection(7, "4003", false), test::party("4003")}};
    expected.ucid = kUcid;
    EXPECT_EQ(decoded(ATT_SINGLE_STEP_CONFERENCE_CALL_CONF, conf).answer, Response(expected));
}

TEST_F(AttAnswerReader, ReadsASingleStepTransferOfBothVersions) {
    ATTSingleStepTransferCallConfEvent_t conf{};
    conf.transferredCall = test::c_connection(7, "4003");
    test::put(conf.ucid, kUcid);
    csta::MergedCall expected;
    expected.call = test::connection(7, "4003", false);
    expected.ucid = kUcid;
    EXPECT_EQ(decoded(ATT_SINGLE_STEP_TRANSFER_CALL_CONF, conf).answer, Response(expected));
    expected.ucid.clear();
    ATTV8SingleStepTransferCallConfEvent_t v8{conf.transferredCall};
    EXPECT_EQ(decoded(ATTV8_SINGLE_STEP_TRANSFER_CALL_CONF, v8).answer, Response(expected));
}

TEST_F(AttAnswerReader, ReadsConfirmationsWithoutContent) {
    const Response done = csta::Done();
    EXPECT_EQ(decoded(ATT_SENDDTMF_TONE_CONF, ATTSendDTMFToneConfEvent_t{}).answer, done);
    EXPECT_EQ(
        decoded(ATT_SELECTIVE_LISTENING_HOLD_CONF, ATTSelectiveListeningHoldConfEvent_t{}).answer, done
    );
    EXPECT_EQ(
        decoded(ATT_SELECTIVE_LISTENING_RETRIEVE_CONF, ATTSelectiveListeningRetrieveConfEvent_t{}).answer,
        done
    );
}

TEST_F(AttAnswerReader, ReadsThePromiseAndThePiecesOfAnAgentList) {
    auto promise = decoded(ATT_QUERY_AGENT_LOGIN_CONF, ATTQueryAgentLoginConfEvent_t{77});
    EXPECT_EQ(promise.promised_agents, 77);
    ATTQueryAgentLoginResp_t piece{};
    piece.privEventCrossRefID = 77;
    piece.list.count = 2;
    test::put(piece.list.device[0], "4001");
    test::put(piece.list.device[1], "4002");
    auto content = decoded(ATT_QUERY_AGENT_LOGIN_RESP, piece);
    ASSERT_TRUE(content.agents);
    EXPECT_EQ(content.agents->cross_ref, 77);
    EXPECT_THAT(content.agents->extensions, ElementsAre("4001", "4002"));
}

TEST_F(AttAnswerReader, TakesAPromiseOfAgentsFromAConfirmationOnly) {
    auto data = c_private(ATT_QUERY_AGENT_LOGIN_CONF, ATTQueryAgentLoginConfEvent_t{77});
    CSTAEvent_t event{};
    event.eventHeader = {1, CSTACONFIRMATION, CSTA_ESCAPE_SVC_CONF};
    event.event.cstaConfirmation.invokeID = 100;
    auto login = decode_agent_login(library, event, data);
    ASSERT_TRUE(login);
    const auto promise = std::get<AgentLoginPromise>(*login);
    EXPECT_EQ(promise.invoke_id, 100u);
    EXPECT_EQ(promise.cross_ref, 77);
    event.eventHeader = {1, CSTAEVENTREPORT, CSTA_PRIVATE};
    EXPECT_FALSE(decode_agent_login(library, event, data));
    event.eventHeader = {1, CSTACONFIRMATION, CSTA_ANSWER_CALL_CONF};
    EXPECT_FALSE(decode_agent_login(library, event, data));
}

TEST_F(AttAnswerReader, ReadsWhatPrivateDataAddsToQueries) {
    EXPECT_EQ(
        decoded(ATT_QUERY_MWI_CONF, ATTQueryMwiConfEvent_t{AT_VOICE | AT_CTI}).message_applications,
        AT_VOICE | AT_CTI
    );
    ATTQueryDeviceInfoConfEvent_t info{EC_LOGICAL_AGENT, EC_PROPRIETARY, {}};
    test::put(info.associatedDevice, "4001");
    auto device = decoded(ATT_QUERY_DEVICE_INFO_CONF, info).device_info;
    EXPECT_EQ(device.extension_class, csta::ExtensionClass::LogicalAgent);
    EXPECT_EQ(device.associated_class, csta::ExtensionClass::Proprietary);
    EXPECT_EQ(device.associated_device, "4001");
    device = decoded(ATTV4_QUERY_DEVICE_INFO_CONF, ATTV4QueryDeviceInfoConfEvent_t{EC_VDN}).device_info;
    EXPECT_EQ(device.extension_class, csta::ExtensionClass::Vdn);
    EXPECT_EQ(device.associated_class, csta::ExtensionClass::Unknown);
}

TEST_F(AttAnswerReader, ReadsTheCapabilitiesOfEveryVersion) {
    ATTGetAPICapsConfEvent_t newest{};
    test::put(newest.switchVersion, "G3V18");
    test::put(newest.softwareVersion, "R018x.01.0.890.0");
    newest.queryUCID = 1;
    newest.singleStepTransfer = 1;
    auto caps = decoded(ATT_GETAPI_CAPS_CONF, newest).caps;
    EXPECT_EQ(caps.switch_version, "G3V18");
    EXPECT_EQ(caps.software_version, "R018x.01.0.890.0");
    EXPECT_THAT(caps.services, ElementsAre("queryUCID", "singleStepTransfer"));
    ATTV6GetAPICapsConfEvent_t v6{};
    test::put(v6.switchVersion, "G3V10");
    v6.singleStepConference = 1;
    caps = decoded(ATTV6_GETAPI_CAPS_CONF, v6).caps;
    EXPECT_EQ(caps.switch_version, "G3V10");
    EXPECT_THAT(caps.services, ElementsAre("singleStepConference"));
    ATTV4GetAPICapsConfEvent_t v4{};
    v4.sendDTMFTone = 1;
    EXPECT_THAT(decoded(ATTV4_GETAPI_CAPS_CONF, v4).caps.services, ElementsAre("sendDTMFTone"));
}

}  // namespace
}  // namespace ctiengine::tsapi

#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tsapi_standin::test {
namespace {

using OpeningStreams = StreamTest;

TEST_F(OpeningStreams, SendsWhatTheProgramGave) {
    OpenParameters parameters("avaya#sim#csta#fake");
    parameters.invoke_id = 77;
    EXPECT_EQ(parameters.open(handle_), ACSPOSITIVE_ACK);
    EXPECT_GT(handle_, 0U);
    const auto frame = switch_.accept()->receive();
    EXPECT_EQ(frame.event_class, ACSREQUEST);
    EXPECT_EQ(frame.reference, 77U);
    EXPECT_EQ(frame.vendor, "");
    const auto pdu = wire::decode_pdu(frame);
    const auto* open = pdu.as<ACSOpenStream_t>();
    ASSERT_NE(open, nullptr) << pdu.error();
    EXPECT_STREQ(open->serverID, FakeSwitch::kTlink);  // spelled as the server spells it
    EXPECT_STREQ(open->loginID, "ctiuser");
    EXPECT_STREQ(open->applicationName, "unit test");
    EXPECT_STREQ(open->apiVer, "TS2");
    EXPECT_STRNE(open->libVer, "");
    EXPECT_EQ(open->cryptPass.length, 8);
}

TEST_F(OpeningStreams, CarriesPrivateDataBothWays) {
    ATTPrivateData_t wanted{};
    set(wanted.vendor, "VERSION");
    const auto length = attMakeVersionString(const_cast<char*>("3-19"), wanted.data + 1);
    ASSERT_GT(length, 0);
    wanted.length = static_cast<unsigned short>(length + 2);
    OpenParameters parameters;
    parameters.private_data = reinterpret_cast<PrivateData_t*>(&wanted);
    ASSERT_EQ(parameters.open(handle_), ACSPOSITIVE_ACK);

    const auto peer = switch_.accept();
    const auto frame = peer->receive();
    EXPECT_EQ(frame.vendor, "VERSION");
    const std::string text(frame.private_data.begin(), frame.private_data.end());
    EXPECT_EQ(text, std::string("\0ECS#3-9\0", 9));

    auto answer =
        wire::make_frame(ACSCONFIRMATION, ACS_OPEN_STREAM_CONF, 1, ACSOpenStreamConfEvent_t{}).value();
    answer.vendor = "ECS";
    answer.private_data = {0, '9', 0};
    peer->send(answer);
    const auto read = block(handle_);
    EXPECT_EQ(read.event.event.acsConfirmation.invokeID, 1U);
    EXPECT_STREQ(read.private_data.vendor, "ECS");
    ASSERT_EQ(read.private_data.length, 3);
    EXPECT_EQ(
        std::string(read.private_data.data, 3), std::string(
                                                    "\0"
                                                    "9\0",
                                                    3
                                                )
    );
}

TEST_F(OpeningStreams, ReturnsItsOwnInvokeIdWhenAsked) {
    OpenParameters parameters;
    parameters.invoke_ids = LIB_GEN_ID;
    parameters.invoke_id = 999;
    const auto made = parameters.open(handle_);
    EXPECT_EQ(made, 1);
    EXPECT_EQ(switch_.accept()->receive().reference, 1U);
}

TEST_F(OpeningStreams, RefusesVersionsItDoesNotHave) {
    for (const auto* version : {"TS3", "TS", "2", "TS2 ", "ts2", "TS4-6", ""}) {
        OpenParameters parameters;
        set(parameters.api_version, version);
        EXPECT_EQ(parameters.open(handle_), ACSERR_APIVERDENIED) << version;
    }
    EXPECT_EQ(handle_, 0U);
}

TEST_F(OpeningStreams, TakesTheHighestVersionOfAList) {
    for (const auto& [list, taken] : {std::pair{"TS1-2", "TS2"}, {"TS1-3:5", "TS2"}, {"TS1", "TS1"}}) {
        OpenParameters parameters;
        set(parameters.api_version, list);
        ACSHandle_t handle = 0;
        ASSERT_EQ(parameters.open(handle), ACSPOSITIVE_ACK) << list;
        const auto pdu = wire::decode_pdu(switch_.accept()->receive());
        EXPECT_STREQ(pdu.as<ACSOpenStream_t>()->apiVer, taken);
        EXPECT_EQ(acsAbortStream(handle, nullptr), ACSPOSITIVE_ACK);
    }
}

TEST_F(OpeningStreams, RefusesMissingParameters) {
    OpenParameters good;
    const auto open = [&good](auto* handle, auto type, auto stream, auto* server, auto* version) {
        return acsOpenStream(
            handle, type, 1, stream, server, &good.login_id, &good.password, &good.application, ACS_LEVEL1,
            version, 0, 0, 0, 0, nullptr
        );
    };
    auto* no_handle = static_cast<ACSHandle_t*>(nullptr);
    auto* no_server = static_cast<ServerID_t*>(nullptr);
    auto* no_version = static_cast<Version_t*>(nullptr);
    EXPECT_EQ(open(no_handle, APP_GEN_ID, ST_CSTA, &good.server_id, &good.api_version), ACSERR_BADPARAMETER);
    EXPECT_EQ(open(&handle_, APP_GEN_ID, ST_CSTA, no_server, &good.api_version), ACSERR_BADPARAMETER);
    EXPECT_EQ(open(&handle_, APP_GEN_ID, ST_CSTA, &good.server_id, no_version), ACSERR_BADPARAMETER);
    EXPECT_EQ(
        open(&handle_, InvokeIDType_t(7), ST_CSTA, &good.server_id, &good.api_version), ACSERR_BADPARAMETER
    );
    EXPECT_EQ(
        open(&handle_, APP_GEN_ID, StreamType_t(0), &good.server_id, &good.api_version), ACSERR_BADPARAMETER
    );
}

TEST_F(OpeningStreams, TellsWhenNobodyOffersTheTlink) {
    OpenParameters parameters("AVAYA#SIM#CSTA#OTHER");
    EXPECT_EQ(parameters.open(handle_), ACSERR_NOSERVER);
}

TEST_F(OpeningStreams, TellsWhenThereIsNoTslibrc) {
    setenv("CTIENGINE_TSLIBRC", "/nonexistent/tslibrc", 1);
    EXPECT_EQ(OpenParameters().open(handle_), ACSERR_NODRIVER);
    const TslibrcFile empty("# no server\n");
    EXPECT_EQ(OpenParameters().open(handle_), ACSERR_NODRIVER);
}

TEST_F(OpeningStreams, TellsThatItHasNoTls) {
    FakeSwitch secure({{"AVAYA#SIM#CSTA-S#FAKE"}});
    const TslibrcFile tslibrc(secure.tslibrc_line());
    EXPECT_EQ(OpenParameters("AVAYA#SIM#csta-s#FAKE").open(handle_), ACSERR_SSL_INIT_FAILED);
}

TEST_F(OpeningStreams, AsksTheNextHostWhenOneIsSilent) {
    const TslibrcFile tslibrc("127.0.0.1 " + std::to_string(unused_port()) + "\n" + switch_.tslibrc_line());
    EXPECT_EQ(OpenParameters().open(handle_), ACSPOSITIVE_ACK);
}

TEST_F(OpeningStreams, TakesAnAlternateAndSaysSo) {
    FakeSwitch both({{"A#SIM#CSTA#DOWN", unused_port()}, {"A#SIM#CSTA#UP"}});
    const TslibrcFile tslibrc(
        both.tslibrc_line() + "Alternates(A#SIM#CSTA#DOWN)=A#SIM#CSTA#GONE:A#SIM#CSTA#UP\n"
    );
    ASSERT_EQ(OpenParameters("A#SIM#CSTA#DOWN").open(handle_), ACSPOSITIVE_ACK);
    ServerID_t opened{};
    EXPECT_EQ(acsGetServerID(handle_, &opened), ACSPOSITIVE_ACK);
    EXPECT_STREQ(opened, "A#SIM#CSTA#UP");
    EXPECT_EQ(
        wire::decode_pdu(both.accept()->receive()).as<ACSOpenStream_t>()->serverID,
        std::string("A#SIM#CSTA#UP")
    );
}

TEST_F(OpeningStreams, ReportsARefusalAsConfirmation) {
    ASSERT_EQ(OpenParameters().open(handle_), ACSPOSITIVE_ACK);
    auto peer = switch_.accept();
    const auto request = peer->receive();
    const ACSUniversalFailureConfEvent_t refusal{TSERVER_BAD_PASSWORD_OR_LOGIN};
    peer->send_pdu(ACSCONFIRMATION, ACS_UNIVERSAL_FAILURE_CONF, request.reference, refusal);
    peer->hang_up();
    const auto read = block(handle_);
    EXPECT_EQ(read.kind(), kind(ACSCONFIRMATION, ACS_UNIVERSAL_FAILURE_CONF));
    EXPECT_EQ(read.event.event.acsConfirmation.invokeID, 1U);
    EXPECT_EQ(read.event.event.acsConfirmation.u.failureEvent.error, TSERVER_BAD_PASSWORD_OR_LOGIN);
    EXPECT_EQ(block(handle_).result, ACSERR_STREAM_FAILED);  // and no unsolicited failure before it
}

TEST_F(OpeningStreams, HandlesDifferForSeveralStreams) {
    open_stream();
    ACSHandle_t second = 0;
    ASSERT_EQ(OpenParameters().open(second), ACSPOSITIVE_ACK);
    EXPECT_NE(second, handle_);
    EXPECT_EQ(acsAbortStream(second, nullptr), ACSPOSITIVE_ACK);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test

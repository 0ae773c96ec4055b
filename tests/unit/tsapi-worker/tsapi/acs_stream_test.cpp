// The real stand-in libraries, loaded as the worker loads them, against a switch that the test drives.
#include "simulator/wire/att.hpp"
#include "simulator/wire/codec.hpp"
#include "tests/unit/simulator/tsapi_standin/fake_switch.hpp"
#include "tsapi-worker/tsapi/tsapi_library.hpp"

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>

#include <cstring>

namespace ctiengine::tsapi {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using tsapi_standin::test::FakeSwitch;
using tsapi_standin::test::SwitchEnd;
using tsapi_standin::test::TslibrcFile;

class AcsStreamTest : public testing::Test {
  protected:
    AcsStreamTest() { library.load().value(); }
    void TearDown() override {
        if (peer) peer->hang_up();  // so that the stream waits for no farewell
    }

    void begin(const std::string& link = FakeSwitch::kTlink) {
        StreamSettings settings;
        settings.link = link;
        settings.user = "ctiuser";
        settings.password = Secret("ctipass");
        stream = library.open(settings, [this](SwitchMessage&& message) {
            received.push_back(std::move(message));
        });
    }

    /// Opens to the end: the switch agreed on version 9.
    void open() {
        begin();
        peer = fake.accept();
        open_request = peer->receive();
        auto conf =
            wire::make_frame(
                ACSCONFIRMATION, ACS_OPEN_STREAM_CONF, open_request.reference, ACSOpenStreamConfEvent_t{}
            )
                .value();
        conf.vendor = "ECS";
        conf.private_data = {0, '9', 0};
        peer->send(conf);
        opened = next<StreamOpened>();
    }

    template <class Pdu, class Att>
    void send_private(
        EventClass_t event_class,
        EventType_t type,
        std::uint32_t reference,
        const Pdu& pdu,
        std::uint16_t number,
        const Att& att
    ) {
        auto frame = wire::make_frame(event_class, type, reference, pdu).value();
        frame.vendor = ECS_VENDOR_STRING;
        frame.private_data = wire::encode_att(number, att).value();
        peer->send(frame);
    }

    /// The next message of the stream, which must be of this type.
    template <class Message>
    Message next() {
        for (auto until = std::chrono::steady_clock::now() + 10s; received.empty();) {
            if (std::chrono::steady_clock::now() > until) throw std::runtime_error("no message in 10 s");
            io.restart();
            io.run_one_for(1s);
        }
        auto message = std::move(received.front());
        received.erase(received.begin());
        return std::get<Message>(std::move(message));
    }

    FakeSwitch fake;
    TslibrcFile tslibrc{fake.tslibrc_line()};
    boost::asio::io_context io;
    TsapiLibrary library{io.get_executor(), CTIENGINE_LIBCSTA, CTIENGINE_LIBATTPRIV};
    std::vector<SwitchMessage> received;
    std::unique_ptr<SwitchEnd> peer;
    std::unique_ptr<SwitchStream> stream;  // ends before its peer does
    wire::Frame open_request;
    StreamOpened opened;
};

TEST_F(AcsStreamTest, OffersItsPrivateDataVersionsAndReadsTheAnswer) {
    open();
    std::string offered(open_request.private_data.begin(), open_request.private_data.end());
    EXPECT_EQ(open_request.vendor, "VERSION");
    EXPECT_EQ(offered, std::string("\0ECS#2-9\0", 9));
    EXPECT_EQ(opened.private_data_version, 9);
    EXPECT_EQ(opened.server_id, FakeSwitch::kTlink);
}

TEST_F(AcsStreamTest, SendsARequestAndHandsItsConfirmationOver) {
    open();
    csta::Request answer = csta::AnswerCall{{7, "4001", false}};
    ASSERT_EQ(stream->send(100, answer), std::nullopt);
    auto request = peer->receive();
    while (request.event_class == ACSREQUEST) request = peer->receive();  // the heartbeat interval
    EXPECT_EQ(request.type, CSTA_ANSWER_CALL);
    EXPECT_EQ(request.reference, 100u);
    peer->send_pdu(CSTACONFIRMATION, CSTA_ANSWER_CALL_CONF, 100, CSTAAnswerCallConfEvent_t{});
    auto confirmation = next<Confirmation>();
    EXPECT_EQ(confirmation.invoke_id, 100u);
    EXPECT_EQ(std::get<csta::Response>(confirmation.answer), csta::Response(csta::Done()));
}

TEST_F(AcsStreamTest, AnswersASingleRequestThatAeServicesItselfRefusesAndLivesOn) {
    open();
    peer->send_pdu(
        ACSCONFIRMATION, ACS_UNIVERSAL_FAILURE_CONF, 100,
        ACSUniversalFailureConfEvent_t{TSERVER_DEVICE_NOT_ON_LIST}
    );
    auto refused = next<Confirmation>();
    EXPECT_EQ(refused.invoke_id, 100u);
    const auto failure = std::get<csta::Failure>(std::get<csta::Response>(refused.answer));
    EXPECT_EQ(static_cast<int>(failure.value), PRIVILEGE_VIOLATION_ON_SPECIFIED_DEVICE);
    peer->send_pdu(CSTACONFIRMATION, CSTA_ANSWER_CALL_CONF, 101, CSTAAnswerCallConfEvent_t{});
    EXPECT_EQ(next<Confirmation>().invoke_id, 101u);
}

TEST_F(AcsStreamTest, KeepsTheOrderOfAnswersAndEvents) {
    open();
    CSTAMonitorEndedEvent_t ended{EC_NONE};
    peer->send_pdu(CSTACONFIRMATION, CSTA_ANSWER_CALL_CONF, 100, CSTAAnswerCallConfEvent_t{});
    peer->send_pdu(CSTAUNSOLICITED, CSTA_MONITOR_ENDED, 5, ended);
    peer->send_pdu(CSTACONFIRMATION, CSTA_ANSWER_CALL_CONF, 101, CSTAAnswerCallConfEvent_t{});
    EXPECT_EQ(next<Confirmation>().invoke_id, 100u);
    EXPECT_EQ(next<MonitorReport>().cross_ref, 5);
    EXPECT_EQ(next<Confirmation>().invoke_id, 101u);
}

TEST_F(AcsStreamTest, GathersAnAgentListFromItsPieces) {
    open();
    ASSERT_EQ(stream->send(100, csta::Request(csta::QueryAgentLogin{"500"})), std::nullopt);
    send_private(
        CSTACONFIRMATION, CSTA_ESCAPE_SVC_CONF, 100, CSTAEscapeSvcConfEvent_t{}, ATT_QUERY_AGENT_LOGIN_CONF,
        ATTQueryAgentLoginConfEvent_t{77}
    );
    ATTQueryAgentLoginResp_t piece{};
    piece.privEventCrossRefID = 77;
    piece.list.count = ATT_MAX_AGENT_EXT;
    for (auto& device : piece.list.device) std::strcpy(device, "4001");
    send_private(CSTAEVENTREPORT, CSTA_PRIVATE, 0, CSTAPrivateEvent_t{}, ATT_QUERY_AGENT_LOGIN_RESP, piece);
    piece.list.count = 1;
    send_private(CSTAEVENTREPORT, CSTA_PRIVATE, 0, CSTAPrivateEvent_t{}, ATT_QUERY_AGENT_LOGIN_RESP, piece);
    auto done = next<Confirmation>();
    EXPECT_EQ(done.invoke_id, 100u);
    const auto list = std::get<csta::AgentLoginAnswer>(std::get<csta::Response>(done.answer));
    EXPECT_EQ(list.extensions.size(), ATT_MAX_AGENT_EXT + 1u);
}

TEST_F(AcsStreamTest, CompletesAConfirmationFromItsRequest) {
    open();
    csta::PickupCall
        pickup;  // step by step: nested aggregates in one expression alarm g++ 12 when it optimises
    pickup.alerting.call = 7;
    pickup.alerting.device = "4001";
    pickup.requesting = "4002";
    ASSERT_EQ(stream->send(100, csta::Request(pickup)), std::nullopt);
    peer->send_pdu(CSTACONFIRMATION, CSTA_PICKUP_CALL_CONF, 100, CSTAPickupCallConfEvent_t{});
    auto picked_up = next<Confirmation>();
    csta::NewCall taken;
    taken.call.call = 7;
    taken.call.device = "4002";
    csta::Response expected = taken;
    EXPECT_EQ(std::get<csta::Response>(picked_up.answer), expected);
}

TEST_F(AcsStreamTest, SaysWhyAnOpenWasRefused) {
    begin();
    peer = fake.accept();
    auto request = peer->receive();
    peer->send_pdu(
        ACSCONFIRMATION, ACS_UNIVERSAL_FAILURE_CONF, request.reference,
        ACSUniversalFailureConfEvent_t{TSERVER_BAD_PASSWORD_OR_LOGIN}
    );
    auto failed = next<StreamFailed>();
    EXPECT_THAT(failed.why, HasSubstr("(25)"));
    EXPECT_THAT(failed.why, HasSubstr("TSAPIPASSWORD"));
    EXPECT_THAT(failed.why, ::testing::Not(HasSubstr("ctipass")));
}

TEST_F(AcsStreamTest, SaysThatNobodyOffersTheTlink) {
    begin("AVAYA#OTHER#CSTA#NONE");
    auto failed = next<StreamFailed>();
    EXPECT_THAT(failed.why, HasSubstr("AVAYA#OTHER#CSTA#NONE"));
    EXPECT_THAT(failed.why, HasSubstr("ACSERR_NOSERVER (-5)"));
}

TEST_F(AcsStreamTest, RefusesATlinkNameThatTheApiCannotCarry) {
    begin(std::string(49, 'L'));
    EXPECT_THAT(next<StreamFailed>().why, HasSubstr("ACSERR_BADPARAMETER"));
}

TEST_F(AcsStreamTest, RefusesRequestsBeforeItIsOpen) {
    begin();
    peer = fake.accept();  // and never confirms; from here on the library reads no file of this test any more
    peer->receive();
    auto refused = stream->send(100, csta::Request(csta::AnswerCall{{7, "4001", false}}));
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->value, csta::UniversalFailure::ResourceOutOfService);
}

TEST_F(AcsStreamTest, TellsABrokenConnectionOnceAfterAllThatCameBefore) {
    open();
    peer->send_pdu(CSTACONFIRMATION, CSTA_ANSWER_CALL_CONF, 100, CSTAAnswerCallConfEvent_t{});
    peer->hang_up();
    EXPECT_EQ(next<Confirmation>().invoke_id, 100u);
    EXPECT_THAT(next<StreamFailed>().why, HasSubstr("(0)"));
    stream.reset();
    io.restart();
    io.run();
    EXPECT_TRUE(received.empty());
}

TEST_F(AcsStreamTest, ClosesPolitelyWhenItIsDestroyed) {
    open();
    std::thread server([&] {
        auto request = peer->receive();
        while (request.type != ACS_CLOSE_STREAM) request = peer->receive();
        peer->send_pdu(
            ACSCONFIRMATION, ACS_CLOSE_STREAM_CONF, request.reference, ACSCloseStreamConfEvent_t{}
        );
    });
    stream.reset();
    server.join();
    EXPECT_FALSE(peer->receive_or_end());  // and then hangs up
}

TEST_F(AcsStreamTest, LeavesAPeerThatConfirmsNoCloseAndCallsNobodyAfterwards) {
    open();
    const auto begun = std::chrono::steady_clock::now();
    stream.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 8s);
    io.restart();
    io.run();
    EXPECT_TRUE(received.empty());
}

TEST_F(AcsStreamTest, EndsWithoutWaitingWhileItIsStillOpening) {
    begin();
    peer = fake.accept();
    peer->receive();  // and never answers
    const auto begun = std::chrono::steady_clock::now();
    stream.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
    auto last = peer->receive_or_end();
    while (last && last->type == ACS_ABORT_STREAM) last = peer->receive_or_end();
    EXPECT_FALSE(last);  // it hung up
}

}  // namespace
}  // namespace ctiengine::tsapi

#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <array>
#include <thread>

namespace ctiengine::tsapi_standin::test {
namespace {

class StreamFailures : public StreamTest {
  protected:
    ~StreamFailures() override { unsetenv("CTIENGINE_STANDIN_HEARTBEAT_MS"); }

    /// The program reads the failure event; afterwards every call but abort says so.
    void expect_failed() {
        const auto read = block(handle_);
        ASSERT_EQ(read.kind(), kind(ACSUNSOLICITED, ACS_UNIVERSAL_FAILURE));
        EXPECT_EQ(read.event.event.acsUnsolicited.u.failureEvent.error, TSERVER_STREAM_FAILED);
        ServerID_t name{};
        EXPECT_EQ(block(handle_).result, ACSERR_STREAM_FAILED);
        EXPECT_EQ(poll_event(handle_).result, ACSERR_STREAM_FAILED);
        EXPECT_EQ(poll_event(0).result, ACSERR_STREAM_FAILED);
        EXPECT_EQ(cstaSysStatReq(handle_, 5, nullptr), ACSERR_STREAM_FAILED);
        EXPECT_EQ(acsCloseStream(handle_, 5, nullptr), ACSERR_STREAM_FAILED);
        EXPECT_EQ(acsSetHeartbeatInterval(handle_, 5, 10, nullptr), ACSERR_STREAM_FAILED);
        EXPECT_EQ(acsSetHeartbeatInterval(handle_, 5, 1, nullptr), ACSERR_STREAM_FAILED);
        EXPECT_EQ(acsFlushEventQueue(handle_), ACSERR_STREAM_FAILED);
        EXPECT_EQ(acsGetServerID(handle_, &name), ACSERR_STREAM_FAILED);
        EXPECT_EQ(acsAbortStream(handle_, nullptr), ACSPOSITIVE_ACK);
        EXPECT_EQ(cstaSysStatReq(handle_, 5, nullptr), ACSERR_BADHDL);
    }
};

TEST_F(StreamFailures, ReportABrokenConnection) {
    open_stream();
    peer_->hang_up();
    expect_failed();
}

TEST_F(StreamFailures, WakeABlockedReader) {
    open_stream();
    ReadEvent read;
    std::thread reader([&] { read = block(handle_); });
    peer_->hang_up();
    reader.join();
    EXPECT_EQ(read.kind(), kind(ACSUNSOLICITED, ACS_UNIVERSAL_FAILURE));
}

TEST_F(StreamFailures, DeliverWhatCameBeforeFirst) {
    open_stream();
    peer_->send_pdu(CSTAEVENTREPORT, CSTA_SYS_STAT, 0, CSTASysStatEvent_t{SS_NORMAL});
    peer_->hang_up();
    EXPECT_EQ(block(handle_).kind(), kind(CSTAEVENTREPORT, CSTA_SYS_STAT));
    expect_failed();
}

TEST_F(StreamFailures, DeliverWhatCameBeforeAlsoThroughAFullQueueAndAfterAReset) {
    OpenParameters parameters;
    parameters.receive_queue = 1;
    open_stream(parameters);
    ASSERT_EQ(cstaSysStatReq(handle_, 5, nullptr), ACSPOSITIVE_ACK);
    peer_->wait_for_bytes();  // and leave them unread, so that hanging up is a reset
    for (int event = 0; event < 5; ++event) {
        peer_->send_pdu(CSTAEVENTREPORT, CSTA_SYS_STAT, 0, CSTASysStatEvent_t{SS_NORMAL});
    }
    peer_->hang_up();
    for (int event = 0; event < 5; ++event) {
        ASSERT_EQ(block(handle_).kind(), kind(CSTAEVENTREPORT, CSTA_SYS_STAT)) << event;
    }
    expect_failed();
}

TEST_F(StreamFailures, ReportASilentServer) {
    setenv("CTIENGINE_STANDIN_HEARTBEAT_MS", "20", 1);
    ASSERT_EQ(OpenParameters().open(handle_), ACSPOSITIVE_ACK);
    expect_failed();
}

TEST_F(StreamFailures, ReportNonsense) {
    open_stream();
    const std::array<std::uint8_t, 8> nonsense{0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4};
    peer_->send_bytes(nonsense);
    expect_failed();
}

TEST_F(StreamFailures, ReportAMessageThatCannotBeDecoded) {
    open_stream();
    wire::Frame frame;
    frame.event_class = CSTAUNSOLICITED;
    frame.type = CSTA_DELIVERED;
    frame.body = {1, 2, 3};
    peer_->send(frame);
    expect_failed();
}

TEST_F(StreamFailures, ComeOnceWhenTheServerReportsThemItself) {
    open_stream();
    peer_->send_pdu(
        ACSUNSOLICITED, ACS_UNIVERSAL_FAILURE, 0, ACSUniversalFailureEvent_t{TSERVER_STREAM_FAILED}
    );
    expect_failed();
}

TEST_F(StreamFailures, AreNotWhatOtherReportsOfTheServerAre) {
    open_stream();
    peer_->send_pdu(
        ACSUNSOLICITED, ACS_UNIVERSAL_FAILURE, 0, ACSUniversalFailureEvent_t{TSERVER_DRIVER_CONGESTION}
    );
    const auto read = block(handle_);
    EXPECT_EQ(read.event.event.acsUnsolicited.u.failureEvent.error, TSERVER_DRIVER_CONGESTION);
    EXPECT_EQ(poll_event(handle_).result, ACSERR_NOMESSAGE);
    EXPECT_EQ(cstaSysStatReq(handle_, 5, nullptr), ACSPOSITIVE_ACK);
}

TEST_F(StreamFailures, DoNotComeFromHeartbeats) {
    open_stream();
    peer_->send_pdu(ACSUNSOLICITED, ACS_CLIENT_HEARTBEAT, 0, ACSClientHeartbeatEvent_t{});
    peer_->send_pdu(CSTAEVENTREPORT, CSTA_SYS_STAT, 0, CSTASysStatEvent_t{SS_NORMAL});
    EXPECT_EQ(
        block(handle_).kind(), kind(CSTAEVENTREPORT, CSTA_SYS_STAT)
    );  // the heartbeat stays in the library
    EXPECT_EQ(poll_event(handle_).result, ACSERR_NOMESSAGE);
}

TEST_F(StreamFailures, DoNotComeFromAProgramThatDoesNotRead) {
    setenv("CTIENGINE_STANDIN_HEARTBEAT_MS", "500", 1);
    OpenParameters parameters;
    parameters.receive_queue = 1;
    ASSERT_EQ(parameters.open(handle_), ACSPOSITIVE_ACK);
    const auto peer = switch_.accept();
    peer->receive();
    peer->send_pdu(ACSCONFIRMATION, ACS_OPEN_STREAM_CONF, 1, ACSOpenStreamConfEvent_t{});
    peer->send_pdu(CSTAEVENTREPORT, CSTA_SYS_STAT, 0, CSTASysStatEvent_t{SS_NORMAL});
    // The queue of one is full from here on. A second stream's heartbeat shows that the time has passed.
    char nothing = 0;
    unsigned short size = 0;
    EXPECT_EQ(acsGetEventBlock(handle_, &nothing, &size, nullptr, nullptr), ACSERR_UBUFSMALL);
    ACSHandle_t clock = 0;
    ASSERT_EQ(OpenParameters().open(clock), ACSPOSITIVE_ACK);
    EXPECT_EQ(block(clock).kind(), kind(ACSUNSOLICITED, ACS_UNIVERSAL_FAILURE));
    EXPECT_EQ(acsAbortStream(clock, nullptr), ACSPOSITIVE_ACK);

    EXPECT_EQ(block(handle_).kind(), kind(ACSCONFIRMATION, ACS_OPEN_STREAM_CONF));
    EXPECT_EQ(block(handle_).kind(), kind(CSTAEVENTREPORT, CSTA_SYS_STAT));
}

TEST_F(StreamFailures, WaitForTheIntervalThatTheServerConfirmed) {
    setenv("CTIENGINE_STANDIN_HEARTBEAT_MS", "60000", 1);
    open_stream();
    EXPECT_EQ(acsSetHeartbeatInterval(handle_, 6, 5, nullptr), ACSPOSITIVE_ACK);
    const auto request = peer_->receive();
    EXPECT_EQ(request.type, ACS_SET_HEARTBEAT_INTERVAL);
    EXPECT_EQ(wire::decode_pdu(request).as<ACSSetHeartbeatInterval_t>()->heartbeatInterval, 5);
    const ACSSetHeartbeatIntervalConfEvent_t answer{5};
    peer_->send_pdu(ACSCONFIRMATION, ACS_SET_HEARTBEAT_INTERVAL_CONF, request.reference, answer);
    const auto read = block(handle_);
    EXPECT_EQ(read.event.event.acsConfirmation.invokeID, 6U);
    EXPECT_EQ(read.event.event.acsConfirmation.u.acssetheartbeatinterval.heartbeatInterval, 5);
}

TEST_F(StreamFailures, DoNotComeFromARefusedInterval) {
    open_stream();
    for (const unsigned short seconds : {0, 4, 61, 65535}) {
        EXPECT_EQ(acsSetHeartbeatInterval(handle_, 6, seconds, nullptr), ACSPOSITIVE_ACK);
        const auto read = block(handle_);
        EXPECT_EQ(read.kind(), kind(ACSCONFIRMATION, ACS_UNIVERSAL_FAILURE_CONF));
        EXPECT_EQ(read.event.event.acsConfirmation.invokeID, 6U);
        EXPECT_EQ(read.event.event.acsConfirmation.u.failureEvent.error, TSERVER_INVALID_HEARTBEAT_INTERVAL);
    }
    EXPECT_EQ(acsSetHeartbeatInterval(handle_ + 1, 6, 1, nullptr), ACSERR_BADHDL);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test

#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <thread>

namespace ctiengine::tsapi_standin::test {
namespace {

using ClosingStreams = StreamTest;

TEST_F(ClosingStreams, DeliversEverythingUpToTheConfirmation) {
    open_stream();
    EXPECT_EQ(acsCloseStream(handle_, 9, nullptr), ACSPOSITIVE_ACK);
    const auto request = peer_->receive();
    EXPECT_EQ(request.type, ACS_CLOSE_STREAM);
    EXPECT_EQ(request.reference, 9U);
    peer_->send_pdu(CSTAEVENTREPORT, CSTA_SYS_STAT, 0, CSTASysStatEvent_t{SS_NORMAL});
    peer_->send_pdu(ACSCONFIRMATION, ACS_CLOSE_STREAM_CONF, 9, ACSCloseStreamConfEvent_t{});
    EXPECT_EQ(block(handle_).kind(), kind(CSTAEVENTREPORT, CSTA_SYS_STAT));
    const auto last = block(handle_);
    EXPECT_EQ(last.kind(), kind(ACSCONFIRMATION, ACS_CLOSE_STREAM_CONF));
    EXPECT_EQ(last.event.event.acsConfirmation.invokeID, 9U);
    EXPECT_EQ(block(handle_).result, ACSERR_BADHDL);
    EXPECT_EQ(acsAbortStream(handle_, nullptr), ACSERR_BADHDL);
    EXPECT_FALSE(peer_->receive_or_end());
}

TEST_F(ClosingStreams, RefusesRequestsMeanwhile) {
    open_stream();
    EXPECT_EQ(acsCloseStream(handle_, 9, nullptr), ACSPOSITIVE_ACK);
    EXPECT_EQ(cstaGetAPICaps(handle_, 10), ACSERR_BADHDL);
    EXPECT_EQ(acsCloseStream(handle_, 11, nullptr), ACSERR_BADHDL);
}

TEST_F(ClosingStreams, WakesABlockedReaderByItsConfirmation) {
    open_stream();
    ReadEvent read;
    std::thread reader([&] { read = block(handle_); });
    EXPECT_EQ(acsCloseStream(handle_, 9, nullptr), ACSPOSITIVE_ACK);
    peer_->receive();
    peer_->send_pdu(ACSCONFIRMATION, ACS_CLOSE_STREAM_CONF, 9, ACSCloseStreamConfEvent_t{});
    reader.join();
    EXPECT_EQ(read.kind(), kind(ACSCONFIRMATION, ACS_CLOSE_STREAM_CONF));
}

TEST_F(ClosingStreams, FailsWhenTheServerGoesWithoutConfirming) {
    open_stream();
    EXPECT_EQ(acsCloseStream(handle_, 9, nullptr), ACSPOSITIVE_ACK);
    peer_->hang_up();
    EXPECT_EQ(block(handle_).kind(), kind(ACSUNSOLICITED, ACS_UNIVERSAL_FAILURE));
}

TEST_F(ClosingStreams, AbortEndsAtOnce) {
    open_stream();
    EXPECT_EQ(acsAbortStream(handle_, nullptr), ACSPOSITIVE_ACK);
    EXPECT_EQ(poll_event(handle_).result, ACSERR_BADHDL);
    EXPECT_EQ(acsAbortStream(handle_, nullptr), ACSERR_BADHDL);
    EXPECT_EQ(peer_->receive().type, ACS_ABORT_STREAM);
    EXPECT_FALSE(peer_->receive_or_end());
}

TEST_F(ClosingStreams, AbortWakesABlockedReader) {
    open_stream();
    ReadEvent read;
    std::thread reader([&] { read = block(handle_); });
    EXPECT_EQ(acsAbortStream(handle_, nullptr), ACSPOSITIVE_ACK);
    reader.join();
    EXPECT_EQ(read.result, ACSERR_BADHDL);
}

TEST_F(ClosingStreams, AbortWakesAReaderOfAnyStream) {
    open_stream();
    ReadEvent read;
    std::thread reader([&] { read = block(0); });
    EXPECT_EQ(acsAbortStream(handle_, nullptr), ACSPOSITIVE_ACK);
    reader.join();
    EXPECT_EQ(read.result, ACSERR_BADHDL);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test

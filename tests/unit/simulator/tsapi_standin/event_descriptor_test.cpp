#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <fcntl.h>
#include <poll.h>
#include <semaphore.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>

namespace ctiengine::tsapi_standin::test {
namespace {

bool readable(int descriptor, int patience_ms) {
    pollfd watched{descriptor, POLLIN, 0};
    return ::poll(&watched, 1, patience_ms) == 1;
}

class EventDescriptor : public StreamTest {
  protected:
    void send_event() { peer_->send_pdu(CSTAEVENTREPORT, CSTA_SYS_STAT, 0, CSTASysStatEvent_t{SS_ENABLED}); }
};

TEST_F(EventDescriptor, IsReadableWhileEventsAreQueued) {
    open_stream();
    const auto descriptor = static_cast<int>(acsGetFile(handle_));
    ASSERT_GE(descriptor, 0);
    EXPECT_EQ(acsGetFile(handle_), descriptor);
    EXPECT_FALSE(readable(descriptor, 0));
    send_event();
    send_event();
    EXPECT_TRUE(readable(descriptor, 10'000));
    EXPECT_EQ(block(handle_).result, ACSPOSITIVE_ACK);
    EXPECT_TRUE(readable(descriptor, 10'000));
    EXPECT_EQ(block(handle_).result, ACSPOSITIVE_ACK);
    EXPECT_FALSE(readable(descriptor, 0));
}

TEST_F(EventDescriptor, TellsOfEventsThatCameBefore) {
    open_stream();
    send_event();
    char nothing = 0;
    unsigned short size = 0;
    EXPECT_EQ(acsGetEventBlock(handle_, &nothing, &size, nullptr, nullptr), ACSERR_UBUFSMALL);
    EXPECT_TRUE(readable(static_cast<int>(acsGetFile(handle_)), 0));
}

sem_t signals;

void count_signal(int) {
    sem_post(&signals);
}

TEST_F(EventDescriptor, SendsASignalForEachArrival) {
    open_stream();
    const auto descriptor = static_cast<int>(acsGetFile(handle_));
    ASSERT_EQ(sem_init(&signals, 0, 0), 0);
    const auto before = signal(SIGIO, &count_signal);
    ASSERT_EQ(fcntl(descriptor, F_SETOWN, getpid()), 0);
    ASSERT_EQ(fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_ASYNC), 0);
    for (int event = 0; event < 2; ++event) {
        send_event();
        while (sem_wait(&signals) != 0) ASSERT_EQ(errno, EINTR);
        ASSERT_EQ(block(handle_).result, ACSPOSITIVE_ACK);
    }
    EXPECT_EQ(acsAbortStream(handle_, nullptr), ACSPOSITIVE_ACK);
    signal(SIGIO, before);
}

TEST_F(EventDescriptor, WakesItsPollerWhenTheStreamIsLost) {
    open_stream();
    const auto descriptor = static_cast<int>(acsGetFile(handle_));
    peer_->hang_up();
    EXPECT_TRUE(readable(descriptor, 10'000));
    EXPECT_EQ(poll_event(handle_).kind(), kind(ACSUNSOLICITED, ACS_UNIVERSAL_FAILURE));
}

TEST_F(EventDescriptor, NeedsAStream) {
    EXPECT_EQ(acsGetFile(1234), ACSERR_BADHDL);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test

// The buffer rules of acsGetEventPoll and acsGetEventBlock that programs written for the vendor's library
// rely on.
#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <vector>

namespace ctiengine::tsapi_standin::test {
namespace {

/// Sends CSTA_CONFERENCED with a list of `parties` connections.
class EventBuffers : public StreamTest {
  protected:
    void send_conferenced(std::size_t parties) {
        std::vector<Connection_t> connections(parties);
        for (auto& each : connections) each.party = connection(42, "3001");
        CSTAConferencedEvent_t event{};
        event.conferenceConnections.count = static_cast<unsigned>(parties);
        event.conferenceConnections.connection = connections.data();
        event.cause = EC_KEY_CONFERENCE;
        peer_->send_pdu(CSTAUNSOLICITED, CSTA_CONFERENCED, 5, event);
    }

    void send_originated(const char* device, std::size_t private_bytes = 0) {
        CSTAOriginatedEvent_t event{};
        set(event.callingDevice.deviceID, device);
        auto frame = wire::make_frame(CSTAUNSOLICITED, CSTA_ORIGINATED, 5, event).value();
        frame.vendor = private_bytes == 0 ? "" : "ECS";
        frame.private_data.assign(private_bytes, 0x5a);
        peer_->send(frame);
    }

    /// Waits for the next event without taking it: a buffer of no bytes fits nothing.
    unsigned short wait_for_event() {
        char nothing = 0;
        unsigned short size = 0;
        EXPECT_EQ(acsGetEventBlock(handle_, &nothing, &size, nullptr, nullptr), ACSERR_UBUFSMALL);
        return size;
    }
};

constexpr std::size_t kConferencedEnd =
    offsetof(CSTAEvent_t, event.cstaUnsolicited.u) + sizeof(CSTAConferencedEvent_t);

TEST_F(EventBuffers, KeepAnEventThatDoesNotFitAndTellItsSize) {
    open_stream();
    send_conferenced(2);
    char buffer[64];
    std::memset(buffer, 0x77, sizeof buffer);
    unsigned short size = sizeof buffer;
    EXPECT_EQ(acsGetEventBlock(handle_, buffer, &size, nullptr, nullptr), ACSERR_UBUFSMALL);
    EXPECT_EQ(size, kConferencedEnd + 2 * sizeof(Connection_t));
    for (char byte : buffer) EXPECT_EQ(byte, 0x77);
    EXPECT_EQ(block(handle_).kind(), kind(CSTAUNSOLICITED, CSTA_CONFERENCED));
}

TEST_F(EventBuffers, AreFilledToTheLastByteAndNoFurther) {
    open_stream();
    for (const std::size_t capacity : {512, 1024, 2048}) {
        send_conferenced(1);
        std::vector<char> buffer(capacity, 0x77);
        auto size = static_cast<unsigned short>(capacity);
        ASSERT_EQ(acsGetEventBlock(handle_, buffer.data(), &size, nullptr, nullptr), ACSPOSITIVE_ACK)
            << capacity;
        ASSERT_EQ(size, kConferencedEnd + sizeof(Connection_t));
        for (std::size_t at = size; at < capacity; ++at) ASSERT_EQ(buffer[at], 0x77) << at;
    }
}

TEST_F(EventBuffers, TakeAnEventOfExactlyTheirSize) {
    open_stream();
    send_originated("3001");
    std::vector<char> buffer(wait_for_event());
    auto size = static_cast<unsigned short>(buffer.size());
    EXPECT_EQ(acsGetEventPoll(handle_, buffer.data(), &size, nullptr, nullptr), ACSPOSITIVE_ACK);
}

TEST_F(EventBuffers, HoldListsDirectlyBehindTheStructWithPointersInside) {
    open_stream();
    send_conferenced(3);
    std::vector<char> buffer(2048);
    auto size = static_cast<unsigned short>(buffer.size());
    ASSERT_EQ(acsGetEventBlock(handle_, buffer.data(), &size, nullptr, nullptr), ACSPOSITIVE_ACK);
    const auto& list = reinterpret_cast<const CSTAEvent_t*>(buffer.data())
                           ->event.cstaUnsolicited.u.conferenced.conferenceConnections;
    ASSERT_EQ(list.count, 3U);
    EXPECT_EQ(reinterpret_cast<const char*>(list.connection), buffer.data() + kConferencedEnd);
    EXPECT_STREQ(list.connection[2].party.deviceID, "3001");
    EXPECT_EQ(list.connection[2].party.callID, 42);
}

TEST_F(EventBuffers, CarryHandleAndCrossReference) {
    open_stream();
    send_originated("3001");
    const auto read = block(handle_);
    EXPECT_EQ(read.event.eventHeader.acsHandle, handle_);
    EXPECT_EQ(read.event.event.cstaUnsolicited.monitorCrossRefId, 5);
    EXPECT_STREQ(read.event.event.cstaUnsolicited.u.originated.callingDevice.deviceID, "3001");
}

TEST_F(EventBuffers, LeaveTheSizeAloneWhenPrivateDataDoesNotFit) {
    open_stream();
    send_originated("3001", 100);
    CSTAEvent_t event{};
    unsigned short size = sizeof event;
    ATTPrivateData_t small{};
    small.length = 99;
    auto* private_data = reinterpret_cast<PrivateData_t*>(&small);
    EXPECT_EQ(acsGetEventBlock(handle_, &event, &size, private_data, nullptr), ACSERR_UBUFSMALL);
    EXPECT_EQ(size, sizeof event);
    small.length = 100;
    EXPECT_EQ(acsGetEventBlock(handle_, &event, &size, private_data, nullptr), ACSPOSITIVE_ACK);
    EXPECT_EQ(small.length, 100);
    EXPECT_STREQ(small.vendor, "ECS");
    EXPECT_EQ(small.data[99], 0x5a);
    EXPECT_EQ(small.data[100], 0);
}

TEST_F(EventBuffers, DropPrivateDataThatTheProgramDoesNotWant) {
    open_stream();
    send_originated("3001", 100);
    send_originated("3002");
    CSTAEvent_t event{};
    unsigned short size = sizeof event;
    EXPECT_EQ(acsGetEventBlock(handle_, &event, &size, nullptr, nullptr), ACSPOSITIVE_ACK);
    const auto next = block(handle_);
    EXPECT_STREQ(next.event.event.cstaUnsolicited.u.originated.callingDevice.deviceID, "3002");
    EXPECT_EQ(next.private_data.length, 0);  // none came with it
}

TEST_F(EventBuffers, CountTheEventsBehind) {
    open_stream();
    for (int event = 0; event < 3; ++event) send_originated("3001");
    // The third has come when two are left behind the first; until then the count is smaller.
    std::vector<unsigned short> counts;
    for (int event = 0; event < 3; ++event) counts.push_back(block(handle_).left);
    EXPECT_LE(counts[0], 2);
    EXPECT_LE(counts[1], 1);
    EXPECT_EQ(counts[2], 0);
}

TEST_F(EventBuffers, SayWhenNothingIsQueued) {
    open_stream();
    EXPECT_EQ(poll_event(handle_).result, ACSERR_NOMESSAGE);
}

TEST_F(EventBuffers, AreNeeded) {
    open_stream();
    CSTAEvent_t event{};
    unsigned short size = sizeof event;
    EXPECT_EQ(acsGetEventPoll(handle_, nullptr, &size, nullptr, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(acsGetEventPoll(handle_, &event, nullptr, nullptr, nullptr), ACSERR_BADPARAMETER);
}

TEST_F(EventBuffers, OfHandleZeroServeEveryStreamInTurn) {
    open_stream();
    ACSHandle_t second = 0;
    ASSERT_EQ(OpenParameters().open(second), ACSPOSITIVE_ACK);
    const auto other = switch_.accept();
    other->receive();
    // Two events on each stream, known to be queued.
    send_originated("3001");
    send_originated("3001");
    wait_for_event();
    other->send_pdu(ACSCONFIRMATION, ACS_OPEN_STREAM_CONF, 1, ACSOpenStreamConfEvent_t{});
    char nothing = 0;
    unsigned short size = 0;
    EXPECT_EQ(acsGetEventBlock(second, &nothing, &size, nullptr, nullptr), ACSERR_UBUFSMALL);
    const auto first_read = block(0);
    const auto second_read = block(0);
    EXPECT_NE(first_read.event.eventHeader.acsHandle, second_read.event.eventHeader.acsHandle);
    EXPECT_EQ(block(0).event.eventHeader.acsHandle, handle_);
    EXPECT_EQ(poll_event(0).result, ACSERR_NOMESSAGE);
    EXPECT_EQ(acsAbortStream(second, nullptr), ACSPOSITIVE_ACK);
}

TEST_F(EventBuffers, OfHandleZeroNeedAStream) {
    EXPECT_EQ(poll_event(0).result, ACSERR_BADHDL);
}

TEST_F(EventBuffers, AreEmptyAfterAFlush) {
    open_stream();
    send_originated("3001");
    wait_for_event();
    EXPECT_EQ(acsFlushEventQueue(handle_), ACSPOSITIVE_ACK);
    EXPECT_EQ(poll_event(handle_).result, ACSERR_NOMESSAGE);
    EXPECT_EQ(acsFlushEventQueue(handle_ + 1), ACSERR_BADHDL);
}

TEST_F(EventBuffers, BoundTheQueueWithoutLosingEvents) {
    OpenParameters parameters;
    parameters.receive_queue = 2;
    open_stream(parameters);
    for (int event = 0; event < 200; ++event) send_originated(std::to_string(event).c_str());
    for (int event = 0; event < 200; ++event) {
        const auto read = block(handle_);
        ASSERT_EQ(
            read.event.event.cstaUnsolicited.u.originated.callingDevice.deviceID, std::to_string(event)
        );
        ASSERT_LE(read.left, 1);
    }
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test

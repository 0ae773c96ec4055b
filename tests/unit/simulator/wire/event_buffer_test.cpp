#include "simulator/wire/event_buffer.hpp"

#include "simulator/wire/pdu.hpp"
#include "tests/fakes/wire_messages/cases.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace ctiengine::wire_test {
namespace {

using wire::decode_event;
using wire::DecodeStatus;

wire::Frame frame_of(const Case& message, Amount amount) {
    wire::Frame frame;
    frame.event_class = message.event_class;
    frame.type = message.type;
    frame.reference = 77;
    frame.body = encoded(message, amount);
    return frame;
}

bool is_event(const Case& message) {
    return message.event_class != ACSREQUEST && message.event_class != wire::kPrivateClass;
}

std::size_t struct_offset(std::uint16_t event_class) {
    const bool bare = event_class == ACSUNSOLICITED || event_class == CSTAEVENTREPORT;
    return bare ? offsetof(CSTAEvent_t, event.cstaEventReport.u)
                : offsetof(CSTAEvent_t, event.cstaUnsolicited.u);
}

// A buffer of exactly the size needed, so that AddressSanitizer sees any byte too many.
TEST(WireEventBuffer, EveryEventFitsExactlyWhatItAskedFor) {
    for (const auto& message : all_cases()) {
        if (!is_event(message)) continue;
        for (const auto amount : kAmounts) {
            SCOPED_TRACE(message.name);
            const auto frame = frame_of(message, amount);
            const auto asked = decode_event(frame, 5, nullptr, 0);
            ASSERT_EQ(asked.status, DecodeStatus::TooSmall);
            const auto buffer = std::make_unique<std::byte[]>(asked.size);
            const auto decoded = decode_event(frame, 5, buffer.get(), asked.size);
            ASSERT_EQ(decoded.status, DecodeStatus::Ok);
            EXPECT_EQ(decoded.size, asked.size);
            Checker checker(amount, buffer.get(), asked.size);
            message.check(checker, buffer.get() + struct_offset(message.event_class));
        }
    }
}

TEST(WireEventBuffer, OneByteTooFewLeavesTheBufferAlone) {
    for (const auto& message : all_cases()) {
        if (!is_event(message)) continue;
        SCOPED_TRACE(message.name);
        const auto frame = frame_of(message, Amount::Most);
        const auto needed = decode_event(frame, 5, nullptr, 0).size;
        std::vector<std::uint8_t> buffer(needed - 1, 0xaa);
        const auto refused = decode_event(frame, 5, buffer.data(), buffer.size());
        EXPECT_EQ(refused.status, DecodeStatus::TooSmall);
        EXPECT_EQ(refused.size, needed);
        EXPECT_TRUE(std::all_of(buffer.begin(), buffer.end(), [](auto byte) { return byte == 0xaa; }));
    }
}

TEST(WireEventBuffer, UnalignedBufferWorks) {
    for (const auto& message : all_cases()) {
        if (!is_event(message)) continue;
        const auto frame = frame_of(message, Amount::Some);
        const auto needed = decode_event(frame, 5, nullptr, 0).size;
        std::vector<std::uint8_t> buffer(needed + 1);
        EXPECT_EQ(decode_event(frame, 5, buffer.data() + 1, needed).status, DecodeStatus::Ok) << message.name;
    }
}

TEST(WireEventBuffer, HeaderCarriesHandleClassAndReference) {
    CSTAEvent_t event;
    const auto confirmed =
        wire::make_frame(CSTACONFIRMATION, CSTA_HOLD_CALL_CONF, 4000000000u, CSTAHoldCallConfEvent_t{});
    ASSERT_EQ(decode_event(*confirmed, 9, &event, sizeof event).status, DecodeStatus::Ok);
    EXPECT_EQ(event.eventHeader.acsHandle, 9u);
    EXPECT_EQ(event.eventHeader.eventClass, CSTACONFIRMATION);
    EXPECT_EQ(event.eventHeader.eventType, CSTA_HOLD_CALL_CONF);
    EXPECT_EQ(event.event.cstaConfirmation.invokeID, 4000000000u);

    const auto ended =
        wire::make_frame(CSTAUNSOLICITED, CSTA_MONITOR_ENDED, 33, CSTAMonitorEndedEvent_t{EC_NONE});
    ASSERT_EQ(decode_event(*ended, 9, &event, sizeof event).status, DecodeStatus::Ok);
    EXPECT_EQ(event.event.cstaUnsolicited.monitorCrossRefId, 33);
    EXPECT_EQ(event.event.cstaUnsolicited.u.monitorEnded.cause, EC_NONE);

    const auto status = wire::make_frame(CSTAEVENTREPORT, CSTA_SYS_STAT, 0, CSTASysStatEvent_t{SS_DISABLED});
    ASSERT_EQ(decode_event(*status, 9, &event, sizeof event).status, DecodeStatus::Ok);
    EXPECT_EQ(event.event.cstaEventReport.u.sysStat.systemStatus, SS_DISABLED);
}

// Field clients look for the first party at the very end of the struct instead of following the pointer.
TEST(WireEventBuffer, PartiesFollowTheTransferredStructDirectly) {
    Connection_t parties[2] = {};
    std::strcpy(parties[0].party.deviceID, "2001");
    CSTATransferredEvent_t pdu{};
    pdu.transferredConnections = {2, parties};
    const auto frame = wire::make_frame(CSTAUNSOLICITED, CSTA_TRANSFERRED, 1, pdu);
    alignas(CSTAEvent_t) std::byte buffer[1024];
    const auto decoded = decode_event(*frame, 1, buffer, sizeof buffer);
    ASSERT_EQ(decoded.status, DecodeStatus::Ok);
    const auto behind = offsetof(CSTAEvent_t, event.cstaUnsolicited.u) + sizeof pdu;
#ifdef __i386__
    EXPECT_EQ(behind, 316u);
#endif
    EXPECT_EQ(decoded.size, behind + sizeof parties);
    EXPECT_STREQ(reinterpret_cast<const Connection_t*>(buffer + behind)->party.deviceID, "2001");
}

TEST(WireEventBuffer, RefusesUnknownAndBrokenFrames) {
    std::byte buffer[64];
    wire::Frame frame;
    frame.event_class = CSTACONFIRMATION;
    frame.type = 999;
    EXPECT_EQ(decode_event(frame, 1, buffer, sizeof buffer).status, DecodeStatus::Malformed);
    frame.type = CSTA_UNIVERSAL_FAILURE_CONF;
    frame.body = {1, 2, 3};
    EXPECT_EQ(decode_event(frame, 1, buffer, sizeof buffer).status, DecodeStatus::Malformed);
    frame.event_class = ACSREQUEST;
    frame.type = ACS_CLOSE_STREAM;
    frame.body = {};
    EXPECT_EQ(decode_event(frame, 1, buffer, sizeof buffer).status, DecodeStatus::Malformed);
}

}  // namespace
}  // namespace ctiengine::wire_test

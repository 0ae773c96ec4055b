#include "simulator/wire/pdu.hpp"

#include "tests/fakes/wire_messages/cases.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <limits>

namespace ctiengine::wire_test {
namespace {

using Bytes = std::vector<std::uint8_t>;

template <class T>
Bytes body_of(std::uint16_t event_class, std::uint16_t type, const T& pdu) {
    const auto frame = wire::make_frame(event_class, type, 1, pdu);
    EXPECT_TRUE(frame);
    return frame ? frame->body : Bytes{};
}

template <std::size_t N>
void set_text(char (&field)[N], const char* text) {
    std::strncpy(field, text, N - 1);
}

TEST(WirePdu, KnowsEveryMessage) {
    EXPECT_EQ(wire::all_pdus().size(), 292u);
    EXPECT_EQ(all_cases().size(), wire::all_pdus().size());
    EXPECT_EQ(wire::find_pdu(CSTAREQUEST, CSTA_MAKE_CALL_CONF), nullptr);
    EXPECT_STREQ(wire::find_pdu(CSTAREQUEST, CSTA_MAKE_CALL)->name, "CSTA_MAKE_CALL");
    EXPECT_STREQ(wire::find_pdu(CSTAREQUEST, CSTA_MAKE_CALL)->layout->name, "CSTAMakeCall_t");
}

TEST(WirePdu, RoundTripsEveryMessage) {
    for (const auto& message : all_cases()) {
        for (const auto amount : kAmounts) {
            SCOPED_TRACE(message.name);
            const auto bytes = encoded(message, amount);
            const auto pdu = wire::decode_pdu(message.event_class, message.type, bytes);
            ASSERT_TRUE(pdu) << pdu.error();
            EXPECT_EQ(pdu.type(), message.type);
            Checker checker(amount, nullptr, 0);
            message.check(checker, pdu.data());
        }
    }
}

TEST(WirePdu, RefusesEveryTruncationAndExtension) {
    for (const auto& message : all_cases()) {
        SCOPED_TRACE(message.name);
        auto bytes = encoded(message, Amount::Some);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const Bytes cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
            ASSERT_STREQ(wire::decode_pdu(message.event_class, message.type, cut).error(), "truncated")
                << size;
        }
        bytes.push_back(0);
        ASSERT_STREQ(wire::decode_pdu(message.event_class, message.type, bytes).error(), "bytes left over");
    }
}

// Nothing to expect but that sanitizers stay silent and that memory stays bounded.
TEST(WirePdu, SurvivesEveryChangedByte) {
    for (const auto& message : all_cases()) {
        const auto bytes = encoded(message, Amount::Some);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (const std::uint8_t value : {0x00, 0x01, 0x7f, 0xff}) {
                auto changed = bytes;
                changed[at] = value;
                (void)wire::decode_pdu(message.event_class, message.type, changed);
            }
        }
    }
}

// The same number on 32 and 64 bits: both produce the same bytes for every message. Change it together with
// the wire format.
TEST(WirePdu, BytesAreTheSameOnEveryArchitecture) {
    std::uint64_t digest = 14695981039346656037u;  // FNV-1a
    for (const auto& message : all_cases()) {
        for (const auto amount : kAmounts) {
            for (const auto byte : encoded(message, amount)) digest = (digest ^ byte) * 1099511628211u;
        }
    }
    EXPECT_EQ(digest, 8314082874085997404u);
}

TEST(WirePdu, MakeCallLooksLikeThis) {
    CSTAMakeCall_t pdu{};
    set_text(pdu.callingDevice, "2001");
    set_text(pdu.calledDevice, "9");
    EXPECT_EQ(body_of(CSTAREQUEST, CSTA_MAKE_CALL, pdu), (Bytes{4, 0, '2', '0', '0', '1', 1, 0, '9'}));
}

TEST(WirePdu, FailureLooksLikeThis) {
    CSTAUniversalFailureConfEvent_t pdu{INVALID_CSTA_DEVICE_IDENTIFIER};
    EXPECT_EQ(body_of(CSTACONFIRMATION, CSTA_UNIVERSAL_FAILURE_CONF, pdu), (Bytes{12, 0, 0, 0}));
}

TEST(WirePdu, EmptyMessageHasNoBytes) {
    EXPECT_EQ(body_of(CSTACONFIRMATION, CSTA_HOLD_CALL_CONF, CSTAHoldCallConfEvent_t{}), Bytes{});
}

TEST(WirePdu, NestedListsLookLikeThis) {
    LocalConnectionState_t states[] = {CS_HOLD, CS_NONE};
    CSTASnapshotDeviceResponseInfo_t info{};
    info.callIdentifier.callID = 258;
    set_text(info.callIdentifier.deviceID, "7");
    info.callIdentifier.devIDType = DYNAMIC_ID;
    info.localCallState = {2, states};
    const CSTASnapshotDeviceConfEvent_t pdu{{1, &info}};
    EXPECT_EQ(
        body_of(CSTACONFIRMATION, CSTA_SNAPSHOT_DEVICE_CONF, pdu),
        (Bytes{1, 0, 2, 1, 0, 0, 1, 0, '7', 1, 0, 0, 0, 2, 0, 4, 0, 0, 0, 255, 255, 255, 255})
    );
}

TEST(WirePdu, CountedBytesAreNotCutAtZero) {
    CSTARouteSelectRequest_t pdu{};
    unsigned char setup[] = {1, 0, 2};
    pdu.setupInformation = {3, setup};
    const auto decoded = wire::decode_pdu(
        CSTAREQUEST, CSTA_ROUTE_SELECT_REQUEST, body_of(CSTAREQUEST, CSTA_ROUTE_SELECT_REQUEST, pdu)
    );
    const auto* found = decoded.as<CSTARouteSelectRequest_t>();
    ASSERT_NE(found, nullptr);
    ASSERT_EQ(found->setupInformation.length, 3u);
    EXPECT_EQ(std::memcmp(found->setupInformation.value, setup, 3), 0);
}

TEST(WirePdu, UnterminatedTextArrivesTerminated) {
    CSTAQueryDnd_t pdu{};
    std::memset(pdu.device, 'x', sizeof pdu.device);
    const auto decoded =
        wire::decode_pdu(CSTAREQUEST, CSTA_QUERY_DND, body_of(CSTAREQUEST, CSTA_QUERY_DND, pdu));
    ASSERT_NE(decoded.as<CSTAQueryDnd_t>(), nullptr);
    EXPECT_STREQ(decoded.as<CSTAQueryDnd_t>()->device, std::string(63, 'x').c_str());
}

TEST(WirePdu, RefusesTextThatFillsItsFieldWithoutZero) {
    Bytes bytes{64, 0};
    bytes.insert(bytes.end(), 64, 'x');
    EXPECT_STREQ(wire::decode_pdu(CSTAREQUEST, CSTA_QUERY_DND, bytes).error(), "text longer than its field");
}

TEST(WirePdu, RefusesListBeyondItsArray) {
    EXPECT_STREQ(
        wire::decode_pdu(CSTACONFIRMATION, CSTA_QUERY_FWD_CONF, Bytes{8, 0}).error(),
        "list longer than its array"
    );
}

TEST(WirePdu, RefusesUnknownMessage) {
    EXPECT_STREQ(wire::decode_pdu(CSTAREQUEST, 999, {}).error(), "unknown message");
    Bytes out{1};
    EXPECT_FALSE(wire::encode_pdu(CSTAREQUEST, 999, &out, out));
    EXPECT_EQ(out, Bytes{1});
}

TEST(WirePdu, RefusesStructOfAnotherMessage) {
    EXPECT_FALSE(wire::make_frame(CSTAREQUEST, CSTA_MAKE_CALL, 1, CSTAAnswerCall_t{}));
    const auto pdu = wire::decode_pdu(CSTACONFIRMATION, CSTA_HOLD_CALL_CONF, {});
    EXPECT_TRUE(pdu);
    EXPECT_EQ(pdu.as<CSTAClearCallConfEvent_t>(), nullptr);
}

TEST(WirePdu, RefusesToEncodeWhatCannotTravel) {
    CSTATransferCallConfEvent_t no_elements{};
    no_elements.connList.count = 1;
    EXPECT_FALSE(wire::make_frame(CSTACONFIRMATION, CSTA_TRANSFER_CALL_CONF, 1, no_elements));
    CSTAQueryFwdConfEvent_t too_many{};
    too_many.forward.count = 8;
    EXPECT_FALSE(wire::make_frame(CSTACONFIRMATION, CSTA_QUERY_FWD_CONF, 1, too_many));
    if constexpr (sizeof(long) > 4) {
        CSTAAnswerCall_t too_big{};
        too_big.alertingCall.callID = static_cast<long>(std::int64_t{1} << 31);
        EXPECT_FALSE(wire::make_frame(CSTAREQUEST, CSTA_ANSWER_CALL, 1, too_big));
    }
}

}  // namespace
}  // namespace ctiengine::wire_test

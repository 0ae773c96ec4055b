#include "simulator/wire/att.hpp"

#include "tests/fakes/wire_messages/cases.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace ctiengine::wire_test {
namespace {

using Bytes = std::vector<std::uint8_t>;
using wire::DecodeStatus;

Bytes private_data(const Case& message, Amount amount) {
    Bytes bytes{2, 0, static_cast<std::uint8_t>(message.type), 0};
    const auto fields = encoded(message, amount);
    bytes.insert(bytes.end(), fields.begin(), fields.end());
    return bytes;
}

TEST(WireAtt, EveryMessageDecodesIntoAnEvent) {
    int count = 0;
    for (const auto& message : all_cases()) {
        if (message.event_class != wire::kPrivateClass) continue;
        SCOPED_TRACE(message.name);
        ++count;
        for (const auto amount : {Amount::Nothing, Amount::Some}) {
            ATTEvent_t event;
            ASSERT_EQ(wire::decode_att(private_data(message, amount), event), DecodeStatus::Ok);
            EXPECT_EQ(event.eventType, message.type);
            Checker checker(amount, event.heap, sizeof event.heap);
            message.check(checker, &event.u);
        }
    }
    EXPECT_EQ(count, 143);
}

TEST(WireAtt, MakeCallLooksLikeThis) {
    ATTV5MakeCall_t body{};
    std::strcpy(body.destRoute, "1");
    body.priorityCalling = 1;
    body.userInfo.type = UUI_IA5_ASCII;
    body.userInfo.data.length = 2;
    std::memcpy(body.userInfo.data.value, "a", 2);
    EXPECT_EQ(
        wire::encode_att(ATTV5_MAKE_CALL, body), (Bytes{2, 0, 3, 0, 1, 0, '1', 1, 4, 0, 0, 0, 2, 0, 'a', 0})
    );
}

TEST(WireAtt, OwnedFormKnowsNumberAndStruct) {
    ATTMakeCallConfEvent_t body{};
    std::strcpy(body.ucid, "00001000011700000001");
    const auto bytes = wire::encode_att(ATT_MAKE_CALL_CONF, body);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(wire::att_pdu_number(*bytes), ATT_MAKE_CALL_CONF);
    const auto owned = wire::decode_att(*bytes);
    ASSERT_TRUE(owned);
    EXPECT_EQ(owned.type(), ATT_MAKE_CALL_CONF);
    ASSERT_NE(owned.as<ATTMakeCallConfEvent_t>(), nullptr);
    EXPECT_STREQ(owned.as<ATTMakeCallConfEvent_t>()->ucid, "00001000011700000001");
}

TEST(WireAtt, ListBeyondTheHeapIsTooSmall) {
    ConnectionID_t parties[20] = {};
    ATTSendDTMFTone_t body{};
    body.receivers = {20, parties};
    const auto bytes = wire::encode_att(ATT_SENDDTMF_TONE, body);
    ATTEvent_t event;
    event.eventType = 0;
    EXPECT_EQ(wire::decode_att(*bytes, event), DecodeStatus::TooSmall);
    EXPECT_EQ(event.eventType, 0) << "nothing may be written";
}

TEST(WireAtt, VersionNegotiationIsNoMessage) {
    const Bytes version{0, 'E', 'C', 'S', '#', '2', '-', '9', 0};
    ATTEvent_t event;
    EXPECT_EQ(wire::att_pdu_number(version), std::nullopt);
    EXPECT_EQ(wire::decode_att(version, event), DecodeStatus::Malformed);
    EXPECT_FALSE(wire::decode_att(version));
}

TEST(WireAtt, RefusesWrongStructUnknownNumberAndOversizedUserInfo) {
    EXPECT_FALSE(wire::encode_att(ATT_MAKE_CALL, ATTV5MakeCall_t{}));
    EXPECT_FALSE(wire::encode_att(9999, ATTMakeCall_t{}));
    ATTMakeCall_t body{};
    body.userInfo.data.length = sizeof body.userInfo.data.value + 1;
    EXPECT_FALSE(wire::encode_att(ATT_MAKE_CALL, body));
}

}  // namespace
}  // namespace ctiengine::wire_test

// The att... functions write the message number and layout of their version; attPrivateData reads any.
#include "tests/unit/simulator/tsapi_standin/att_cases.hpp"

#include <string>
#include <vector>

namespace ctiengine::tsapi_standin::test {
namespace {

std::string version_string(const char* requested) {
    char out[32] = "untouched";
    const auto result = attMakeVersionString(const_cast<char*>(requested), out);
    if (result <= 0) return std::to_string(result);
    EXPECT_EQ(static_cast<std::size_t>(result), std::strlen(out));
    return out;
}

TEST(AttPrivateData, NegotiatesVersions) {
    EXPECT_EQ(version_string("2-9"), "ECS#2-9");
    EXPECT_EQ(version_string("3-19"), "ECS#3-9");
    EXPECT_EQ(version_string("6:8:11"), "ECS#6:8");
    EXPECT_EQ(version_string("10-12"), "0");
    EXPECT_EQ(version_string("none"), std::to_string(ACSERR_BADPARAMETER));
    EXPECT_EQ(attMakeVersionString(nullptr, nullptr), ACSERR_BADPARAMETER);
}

TEST(AttPrivateData, IsWrittenByEveryFunctionInItsOwnLayout) {
    AttArguments arguments;
    std::size_t functions = 0;
    for (const auto& row : all_encodings()) {
        SCOPED_TRACE(row.name);
        Private data{};
        ASSERT_EQ(row.encode(&data, arguments), ACSPOSITIVE_ACK);
        EXPECT_STREQ(data.vendor, "ECS");
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(data.data);
        const auto pdu = wire::decode_att(std::span(bytes, data.length));
        ASSERT_TRUE(pdu) << pdu.error();
        EXPECT_EQ(pdu.type(), row.number);
        EXPECT_TRUE(row.check(pdu));
        EXPECT_EQ(row.encode(nullptr, arguments), ACSERR_BADPARAMETER);
        if (std::string(row.name).find('_') == std::string::npos) ++functions;
    }
    EXPECT_EQ(functions, 42U) << "attpriv.h has 42 functions that encode one message";
}

TEST(AttPrivateData, IsNotWrittenFromBadParameters) {
    AttArguments with;
    Private data{};
    with.short_uui.data.length = 34;  // one more than fits
    EXPECT_EQ(attMakeCall(&data, nullptr, FALSE, &with.short_uui), ACSERR_BADPARAMETER);
    with.receivers.pParty = nullptr;
    EXPECT_EQ(attSendDTMFToneExt(&data, &with.call, &with.receivers, with.tones, 0, 0), ACSERR_BADPARAMETER);
    with.old_receivers.count = ATT_MAX_RECEIVERS + 1;
    EXPECT_EQ(attSendDTMFTone(&data, &with.call, &with.old_receivers, with.tones, 0, 0), ACSERR_BADPARAMETER);
    std::string many(40, '1');
    EXPECT_EQ(attSendDTMFToneExt(&data, &with.call, nullptr, many.data(), 0, 0), ACSERR_BADPARAMETER);
    EXPECT_EQ(attQueryUCID(&data, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(attSelectiveListeningHold(&data, &with.call, FALSE, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(encodePrivate(9999, &with.call, &data), ACSERR_BADPARAMETER);
    EXPECT_EQ(encodePrivate(-1, &with.call, &data), ACSERR_BADPARAMETER);
    EXPECT_EQ(data.length, 0);
}

TEST(AttPrivateData, IsReadBackAsAnEvent) {
    Private data{};
    ATTLinkStatus_t links[2] = {{1, LS_LINK_UP}, {2, LS_LINK_DOWN}};
    ATTLinkStatusEvent_t status{2, links};
    ASSERT_EQ(encodePrivate(ATT_LINK_STATUS, &status, &data), ACSPOSITIVE_ACK);
    const auto event = std::make_unique<ATTEvent_t>();
    ASSERT_EQ(attPrivateData(&data, event.get()), ACSPOSITIVE_ACK);
    EXPECT_EQ(event->eventType, ATT_LINK_STATUS);
    ASSERT_EQ(event->u.linkStatus.count, 2U);
    const auto* list = reinterpret_cast<const char*>(event->u.linkStatus.pLinkStatus);
    EXPECT_GE(list, event->heap);
    EXPECT_LT(list, event->heap + sizeof event->heap);
    EXPECT_EQ(event->u.linkStatus.pLinkStatus[1].linkState, LS_LINK_DOWN);
}

TEST(AttPrivateData, IsNotReadFromWhatIsNone) {
    Private data{};
    ATTEvent_t event{};
    EXPECT_EQ(attPrivateData(nullptr, &event), ACSERR_BADPARAMETER);
    EXPECT_EQ(attPrivateData(&data, nullptr), ACSERR_BADPARAMETER);
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_BADPARAMETER);  // nothing in it
    ASSERT_EQ(attSysStat(&data, TRUE), ACSPOSITIVE_ACK);
    set(data.vendor, "SOMEBODY");
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_BADPARAMETER);
    set(data.vendor, ATT_VENDOR_STRING);
    EXPECT_EQ(attPrivateData(&data, &event), ACSPOSITIVE_ACK);
    --data.length;
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_UNKNOWN);
    data.length = sizeof data.data + 1;
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_BADPARAMETER);
}

TEST(AttPrivateData, SaysWhenItsListsDoNotFit) {
    std::vector<ATTLinkStatus_t> links(150);  // 6 bytes each in private data, 8 in the event's heap
    ATTLinkStatusEvent_t status{150, links.data()};
    Private data{};
    ASSERT_EQ(encodePrivate(ATT_LINK_STATUS, &status, &data), ACSPOSITIVE_ACK);
    ATTEvent_t event{};
    EXPECT_EQ(attPrivateData(&data, &event), ACSERR_UBUFSMALL);
}

}  // namespace
}  // namespace ctiengine::tsapi_standin::test

#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tsapi {
namespace {

using csta::Response;
using ::testing::ElementsAre;

template <class Fill>
std::optional<Response> decoded(EventType_t type, Fill fill, const PrivateContent& content = {}) {
    CSTAConfirmationEvent event{};
    fill(event.u);
    return decode_query_confirmation(type, event, content);
}

TEST(QueryConfirmationDecoder, ReadsFeatures) {
    EXPECT_EQ(
        decoded(CSTA_QUERY_DND_CONF, [](auto& u) { u.queryDnd.doNotDisturb = 1; }),
        Response(csta::DoNotDisturbAnswer{true})
    );
    PrivateContent content;
    content.message_applications = AT_CTI;
    EXPECT_EQ(
        decoded(
            CSTA_QUERY_MWI_CONF, [](auto& u) { u.queryMwi.messages = 1; }, content
        ),
        Response(csta::MessageWaitingAnswer{true, AT_CTI})
    );
    EXPECT_EQ(
        decoded(
            CSTA_QUERY_LAST_NUMBER_CONF, [](auto& u) { test::put(u.queryLastNumber.lastNumber, "0301"); }
        ),
        Response(csta::LastNumberAnswer{"0301"})
    );
}

TEST(QueryConfirmationDecoder, ReadsAtMostTheSevenForwardingsThatThereIsRoomFor) {
    auto answer = decoded(CSTA_QUERY_FWD_CONF, [](auto& u) {
        u.queryFwd.forward.count = 9;
        u.queryFwd.forward.param[0].forwardingType = FWD_BUSY;
        u.queryFwd.forward.param[0].forwardingOn = 1;
        test::put(u.queryFwd.forward.param[0].forwardDN, "4002");
    });
    const auto& entries = std::get<csta::ForwardingAnswer>(*answer).entries;
    ASSERT_EQ(entries.size(), 7u);
    EXPECT_EQ(entries[0], (csta::ForwardingEntry{csta::ForwardingType::Busy, true, "4002"}));
}

TEST(QueryConfirmationDecoder, JoinsDeviceInfoWithItsPrivateData) {
    PrivateContent content;
    content.device_info.extension_class = csta::ExtensionClass::LogicalAgent;
    auto answer = decoded(
        CSTA_QUERY_DEVICE_INFO_CONF,
        [](auto& u) {
            test::put(u.queryDeviceInfo.device, "2001");
            u.queryDeviceInfo.deviceType = DT_ACD;
            u.queryDeviceInfo.deviceClass = DC_VOICE;
        },
        content
    );
    auto expected = content.device_info;
    expected.device = "2001";
    expected.type = csta::DeviceType::Acd;
    expected.device_class = DC_VOICE;
    EXPECT_EQ(answer, Response(expected));
}

TEST(QueryConfirmationDecoder, ReadsAPageOfTheDeviceList) {
    auto answer = decoded(CSTA_GET_DEVICE_LIST_CONF, [](auto& u) {
        u.getDeviceList.driverSdbLevel = ACS_AND_CSTA_CHECKING;
        u.getDeviceList.level = CSTA_CALL_CONTROL;
        u.getDeviceList.index = -1;
        u.getDeviceList.devList.count = 2;
        test::put(u.getDeviceList.devList.device[0], "4001");
        test::put(u.getDeviceList.devList.device[1], "4002");
    });
    csta::DeviceListAnswer expected;
    expected.devices = {"4001", "4002"};
    expected.next_index = -1;
    expected.level = CSTA_CALL_CONTROL;
    EXPECT_EQ(answer, Response(expected));
}

TEST(QueryConfirmationDecoder, SaysThatAUserWithoutChecksMayUseEveryDevice) {
    auto answer = decoded(CSTA_GET_DEVICE_LIST_CONF, [](auto& u) {
        u.getDeviceList.driverSdbLevel = NO_SDB_CHECKING;
        u.getDeviceList.devList.count = 60000;  // never read behind the array
    });
    EXPECT_TRUE(std::get<csta::DeviceListAnswer>(*answer).unrestricted);
    EXPECT_EQ(std::get<csta::DeviceListAnswer>(*answer).devices.size(), std::size_t{CSTA_MAX_GET_DEVICE});
}

TEST(QueryConfirmationDecoder, NamesTheSupportedServicesInTheirOrder) {
    PrivateContent content;
    content.caps = {{"queryUCID"}, "G3V18", "R018x"};
    auto answer = decoded(
        CSTA_GETAPI_CAPS_CONF,
        [](auto& u) {
            u.getAPICaps.sysStatEvent = 1;
            u.getAPICaps.alternateCall = 1;
            u.getAPICaps.makeCall = 2;
        },
        content
    );
    const auto& caps = std::get<csta::ApiCapsAnswer>(*answer);
    EXPECT_THAT(caps.services, ElementsAre("alternateCall", "makeCall", "sysStatEvent", "queryUCID"));
    EXPECT_EQ(caps.switch_version, "G3V18");
    EXPECT_EQ(caps.software_version, "R018x");
}

TEST(QueryConfirmationDecoder, LeavesOthersToTheirOwnDecoder) {
    EXPECT_EQ(decoded(CSTA_MAKE_CALL_CONF, [](auto&) {}), std::nullopt);
}

}  // namespace
}  // namespace ctiengine::tsapi

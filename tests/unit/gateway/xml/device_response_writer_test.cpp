#include "gateway/xml/device_response_writer.hpp"

#include "gateway/xml/feature_response_writer.hpp"
#include "gateway/xml/response_writer.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using ctiengine::test::validate;

/// Without the XML declaration and the root element; valid by the schema.
std::string content(const std::string& text) {
    EXPECT_EQ(validate(text), std::nullopt) << text;
    const auto start = text.find('>', text.find("?>") + 2) + 1;
    return text.substr(start, text.rfind("</") - start);
}
bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(FeatureAnswers, ListEveryForwarding) {
    const csta::ForwardingAnswer answer{
        {{csta::ForwardingType::Immediate, true, "4002"}, {csta::ForwardingType::Busy, false, ""}}};
    EXPECT_EQ(
        content(write_get_forwarding_response(answer, {})),
        "<forwardingList><forwardListItem><forwardingType>forwardImmediate</"
        "forwardingType><forwardStatus>true"
        "</forwardStatus><forwardDN>4002</forwardDN></forwardListItem><forwardListItem><forwardingType>"
        "forwardBusy</forwardingType><forwardStatus>false</forwardStatus></forwardListItem></forwardingList>"
    );
    EXPECT_EQ(content(write_get_forwarding_response({}, {})), "<forwardingList/>");
}

TEST(FeatureAnswers, TellDoNotDisturb) {
    EXPECT_EQ(
        content(write_get_do_not_disturb_response({true}, {})), "<doNotDisturbOn>true</doNotDisturbOn>"
    );
}

TEST(FeatureAnswers, TellWhoLitTheLamp) {
    EXPECT_EQ(
        content(write_get_message_waiting_response({false, 0}, {})),
        "<messageWaitingOn>false</messageWaitingOn>"
    );
    const auto text = content(write_get_message_waiting_response({true, 0x12}, {}));
    EXPECT_TRUE(contains(text, "<mwiApplicationType>CTI_ASAI<")) << text;
    EXPECT_TRUE(contains(text, "<mwiApplicationType>VoiceMessaging<")) << text;
    EXPECT_FALSE(contains(text, "PropertyMgmt")) << text;
    content(write_get_message_waiting_response({true, 0x1F}, {}));
}

TEST(DeviceAnswers, EveryTypeAndClassHoldsAgainstTheSchema) {
    for (int type = -1; type < 256; ++type) {
        for (int extension = -1; extension < 12; ++extension) {
            csta::DeviceInfoAnswer answer;
            answer.device = "4001";
            answer.type = static_cast<csta::DeviceType>(type);
            answer.extension_class = static_cast<csta::ExtensionClass>(extension);
            answer.associated_device = "2001";
            answer.device_class = type;
            const auto text = write_get_logical_device_information_response(answer, {});
            ASSERT_EQ(validate(text), std::nullopt) << text;
        }
    }
}

TEST(DeviceAnswers, AStationHasATelephoneAndAnAgentHasNone) {
    csta::DeviceInfoAnswer answer;
    answer.device = "4001";
    answer.device_class = 0x80;
    answer.extension_class = csta::ExtensionClass::Proprietary;
    EXPECT_EQ(
        content(write_get_logical_device_information_response(answer, {})),
        "<deviceCategory>station</deviceCategory><namedDeviceTypes>station</namedDeviceTypes>"
        "<shortFormDeviceID>4001</shortFormDeviceID><hasPhysicalElement>true</hasPhysicalElement>"
        "<appearanceAddressable>false</appearanceAddressable><appearanceType>basicStandard</appearanceType>"
        "<mediaClassSupport><voice>true</voice></mediaClassSupport>"
    );
    answer.extension_class = csta::ExtensionClass::LogicalAgent;
    answer.associated_device = "4002";
    const auto agent = content(write_get_logical_device_information_response(answer, {}));
    EXPECT_TRUE(contains(agent, "<hasPhysicalElement>false<")) << agent;
    EXPECT_TRUE(contains(agent, "<otherPhysicalDeviceList><deviceID>4002<")) << agent;
    answer.extension_class = csta::ExtensionClass::Vdn;
    EXPECT_TRUE(contains(
        content(write_get_logical_device_information_response(answer, {})),
        "<deviceCategory>routeingDevice</deviceCategory>"
    ));
}

TEST(DeviceAnswers, CapabilitiesAreThoseOfTheSwitch) {
    const auto few =
        content(write_get_switching_function_caps_response({{"makeCall", "heldEvent"}, "", ""}, {}));
    EXPECT_TRUE(contains(few, "<callControlServList><makeCall/></callControlServList>")) << few;
    EXPECT_TRUE(contains(few, "<callControlEvtsList><held/></callControlEvtsList>")) << few;
    EXPECT_FALSE(contains(few, "answerCall")) << few;
    EXPECT_TRUE(contains(few, "<systemStatServList><requestSystemStatus/>")) << few;
    const auto named = content(write_get_switching_function_caps_response({{}, "G3V10", ""}, {}));
    EXPECT_TRUE(contains(named, "<switchingSubDomainName>G3V10<")) << named;
}

TEST(DeviceAnswers, DevicesComeInSegments) {
    EXPECT_EQ(
        content(write_get_switching_function_devices_response("5", {})),
        "<serviceCrossRefID>5</serviceCrossRefID>"
    );
    EXPECT_EQ(
        content(write_switching_function_devices({"5", 2, true, {"4001", "4002"}}, {})),
        "<serviceCrossRefID>5</serviceCrossRefID><segmentID>2</segmentID><lastSegment>true</lastSegment>"
        "<deviceList><device><deviceID>4001</deviceID></device><device><deviceID>4002</deviceID></device>"
        "</deviceList>"
    );
    content(write_switching_function_devices({"5", 1, true, {}}, {}));
}

TEST(DeviceAnswers, AvayasOwn) {
    for (int type = -1; type < 11; ++type) {
        content(write_get_physical_device_name_response({type, "4001", "J\xC3\xBCrgen"}, {}));
    }
    EXPECT_EQ(
        content(write_get_physical_device_name_response({5, "4001", "Ada"}, {})),
        "<deviceType>station</deviceType><device>4001</device><name>Ada</name>"
    );
    EXPECT_EQ(
        content(write_get_acd_split_response({1, 2, 3})),
        "<availableAgents>1</availableAgents><callsInQueue>2</callsInQueue><agentsLoggedIn>3</agentsLoggedIn>"
    );
    EXPECT_EQ(
        content(write_get_time_of_day_response({2024, 2, 29, 23, 59, 58}, "CM1")),
        "<switchName>CM1</switchName><year>2024</year><month>2</month><day>29</day><hour>23</hour>"
        "<minute>59</minute><second>58</second>"
    );
    EXPECT_EQ(
        content(write_agent_login_extension_event("17", {{"4001", "4002"}}, {})),
        "<monitorCrossRefID>17</monitorCrossRefID><agentLoginExtensionList><agentExtension>4001"
        "</agentExtension><agentExtension>4002</agentExtension></agentLoginExtensionList>"
        "<isFinalResponse>true</isFinalResponse>"
    );
}

TEST(DeviceAnswers, TellAvayaClientsOfStationAndLink) {
    const auto busy = content(write_snapshot_device_response({}, {}, csta::StationStatusAnswer{true}));
    EXPECT_TRUE(contains(busy, "<stationStatus>busy<")) << busy;
    for (int status = 0; status < 8; ++status) {
        const auto value = static_cast<csta::SystemStatus>(status);
        const bool up = value != csta::SystemStatus::Initializing && value != csta::SystemStatus::Disabled;
        const auto text = content(write_request_system_status_response(value, {}, "CM1"));
        EXPECT_TRUE(contains(
            text, std::string("<switchTlinkStatus><switchName>CM1</switchName><tlinkStatus>") +
                      (up ? "tlinkUp" : "tlinkDown")
        )) << text;
    }
}

}  // namespace
}  // namespace ctiengine::gateway

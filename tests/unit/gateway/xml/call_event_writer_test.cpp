#include "gateway/xml/event_writer.hpp"
#include "tests/fakes/schema_validator/schema_validator.hpp"
#include "tests/unit/gateway/xml/call_events_under_test.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

using test::kUcid;
using test::provided;

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string kCsta = " xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\"";
const std::string kAvaya = " xmlns=\"http://www.avaya.com/csta\"";

TEST(CallEventWriter, RootsKeepTheSpellingOfTheStandard) {
    const char* const roots[] = {
        "ServiceInitiatedEvent",
        "OriginatedEvent",
        "DeliveredEvent",
        "EstablishedEvent",
        "HeldEvent",
        "RetrievedEvent",
        "QueuedEvent",
        "DivertedEvent",
        "TransferedEvent",
        "ConferencedEvent",
        "FailedEvent",
        "NetworkReachedEvent",
        "ConnectionClearedEvent",
        "CallClearedEvent",
        "CallInformationEvent",
        "EnteredDigitsEvent",
    };
    std::size_t index = 0;
    for (auto& body : test::bodies({}, {})) {
        const auto text = write_call_event({body, {}, {}, {}}, {"1"}, {});
        const auto& ns = std::holds_alternative<csta::EnteredDigits>(body) ? kAvaya : kCsta;
        EXPECT_TRUE(text.starts_with(kHead + "<" + roots[index++] + ns + "><monitorCrossRefID>1<")) << text;
    }
    EXPECT_EQ(index, std::variant_size_v<csta::CallEventBody>);
}

TEST(CallEventWriter, CodesOfCallInformationAreHexadecimal) {
    const csta::CallInformation body{{217, "4001", false}, provided("4001"), "12", "9"};
    const auto text = write_call_event({body, {}, {}, {}}, {"17"}, {});
    EXPECT_NE(text.find("<accountInfo>3132</accountInfo><authCode>39</authCode>"), std::string::npos) << text;
}

TEST(CallEventWriter, EnteredDigitsAreAvayasButTheirConnectionIsOfCsta) {
    const csta::EnteredDigits body{{217, "4001", false}, "12#"};
    Dialect numbered;
    numbered.numbered_events = true;
    EXPECT_EQ(
        write_call_event({body, csta::ConnectionState::Connected, {}, {}}, {"17"}, numbered),
        kHead + "<EnteredDigitsEvent" + kAvaya +
            "><monitorCrossRefID>17</monitorCrossRefID><connection><callID" + kCsta +
            ">217</callID><deviceID" + kCsta +
            ">4001</deviceID></connection><digits>12#</digits><localConnectionInfo>connected"
            "</localConnectionInfo><extensions><privateData" +
            kCsta +
            "><private><EventId xmlns=\"urn:ctiengine:1\"><epoch>0</epoch><seq>0</seq></EventId></private>"
            "</privateData></extensions></EnteredDigitsEvent>"
    );
}

TEST(CallEventWriter, TellsWhereACallHasBeen) {
    csta::CallEvent event{csta::Delivered{{217, "4001", false}, {}, {}, {}, {}}, {}, {}, {}};
    event.private_data.device_history = {{"5000", csta::EventCause::Redirected, {216, "5000", false}}};
    const auto text = write_call_event(event, {"17"}, {});
    EXPECT_NE(
        text.find("<deviceHistory><DeviceHistoryListItem><oldDeviceID><numberDialed>5000</numberDialed>"
                  "</oldDeviceID><eventCause>redirected</eventCause><oldConnectionID><callID>216</callID>"),
        std::string::npos
    ) << text;
}

TEST(CallEventWriter, WritesADeliveredEventInFull) {
    csta::CallEvent event;
    csta::PartyDevice caller = provided("0301234567");
    caller.type = csta::NumberType::ImplicitPublic;
    event.body =
        csta::Delivered{{217, "4001", false}, provided("4001"), caller, provided("5000"), provided("5000")};
    event.local = csta::ConnectionState::Alerting;
    event.cause = csta::EventCause::NewCall;
    event.private_data.trunk_group = "12";
    event.private_data.trunk_member = "3";
    event.private_data.split = "600";
    event.private_data.distributing_vdn = provided("5000");
    event.private_data.user_data = csta::UserData{csta::UserDataProtocol::Ia5Ascii, "Hello"};
    event.private_data.ucid = kUcid;
    Dialect dialect;
    dialect.numbered_events = true;
    EXPECT_EQ(
        write_call_event(event, {"17", MonitorType::Device, {7, 1234}, false}, dialect),
        kHead + "<DeliveredEvent" + kCsta +
            "><monitorCrossRefID>17</monitorCrossRefID>"
            "<connection><callID>217</callID><deviceID>4001</deviceID></connection>"
            "<alertingDevice><deviceIdentifier>4001</deviceIdentifier></alertingDevice>"
            "<callingDevice><deviceIdentifier typeOfNumber=\"implicitPublic\">0301234567</deviceIdentifier>"
            "</callingDevice>"
            "<calledDevice><deviceIdentifier>5000</deviceIdentifier></calledDevice>"
            "<lastRedirectionDevice><numberDialed>5000</numberDialed></lastRedirectionDevice>"
            "<localConnectionInfo>alerting</localConnectionInfo>"
            "<userData><string>48656C6C6F</string></userData>"
            "<cause>newCall</cause>"
            "<callLinkageData><globalCallData><globalCallLinkageID><globallyUniqueCallLinkageID>" +
            kUcid +
            "</globallyUniqueCallLinkageID></globalCallLinkageID></globalCallData></callLinkageData>"
            "<extensions><privateData><private><DeliveredEventPrivateData" +
            kAvaya +
            "><trunkGroup>12</trunkGroup><trunkMember>3</trunkMember><acdGroup>600</acdGroup>"
            "<distributingVDN><deviceIdentifier" +
            kCsta +
            ">5000</deviceIdentifier></distributingVDN></DeliveredEventPrivateData>"
            "<EventId xmlns=\"urn:ctiengine:1\"><epoch>7</epoch><seq>1234</seq></EventId>"
            "</private></privateData></extensions></DeliveredEvent>"
    );
}

TEST(CallEventWriter, WritesATransferInFull) {
    csta::CallEvent event;
    event.body = csta::Transferred{
        {217, "4001", false},
        {218, "4001", false},
        provided("4001"),
        provided("4003"),
        {{{218, "T218#1", true}, {}}, {{218, "4003", false}, provided("4003")}}};
    event.local = csta::ConnectionState::Null;
    event.private_data.ucid = kUcid;
    EXPECT_EQ(
        write_call_event(event, {"17"}, {}),
        kHead + "<TransferedEvent" + kCsta +
            "><monitorCrossRefID>17</monitorCrossRefID>"
            "<primaryOldCall><callID>217</callID><deviceID>4001</deviceID></primaryOldCall>"
            "<secondaryOldCall><callID>218</callID><deviceID>4001</deviceID></secondaryOldCall>"
            "<transferringDevice><deviceIdentifier>4001</deviceIdentifier></transferringDevice>"
            "<transferredToDevice><deviceIdentifier>4003</deviceIdentifier></transferredToDevice>"
            "<transferredConnections>"
            "<connectionListItem><newConnection><callID>218</callID>"
            "<deviceID typeOfNumber=\"dynamic\">T218#1</deviceID></newConnection>"
            "<endpoint><notKnown/></endpoint></connectionListItem>"
            "<connectionListItem><newConnection><callID>218</callID><deviceID>4003</deviceID></newConnection>"
            "<endpoint><deviceID>4003</deviceID></endpoint></connectionListItem>"
            "</transferredConnections>"
            "<localConnectionInfo>null</localConnectionInfo><cause>transfer</cause>"
            "<callLinkageDataList><newCallLinkageData><globalCallData><globalCallLinkageID>"
            "<globallyUniqueCallLinkageID>" +
            kUcid +
            "</globallyUniqueCallLinkageID></globalCallLinkageID></globalCallData></newCallLinkageData>"
            "</callLinkageDataList></TransferedEvent>"
    );
}

TEST(CallEventWriter, WritesDevicesAsTheClientSpellsThem) {
    Dialect dialect;
    ASSERT_TRUE(dialect.forms.learn("4001:CM1::0"));
    const csta::CallEvent event{csta::Held{{217, "4001", false}, provided("4001")}, {}, {}, {}};
    const auto text = write_call_event(event, {"17"}, dialect);
    const std::string form = " typeOfNumber=\"other\" mediaClass=\"notKnown\">4001:CM1::0</";
    EXPECT_NE(text.find("<deviceID" + form), std::string::npos) << text;
    EXPECT_NE(text.find("<deviceIdentifier" + form), std::string::npos) << text;
}

TEST(CallEventWriter, ACallThatWasNotRedirectedSaysSo) {
    csta::Established body;
    body.last_redirection.status = csta::PartyDevice::Status::NotRequired;
    const auto text = write_call_event({body, {}, {}, {}}, {"17"}, {});
    EXPECT_NE(text.find("<lastRedirectionDevice><notRequired/></lastRedirectionDevice>"), std::string::npos);
}

TEST(CallEventWriter, WithoutPrivateDataThereAreNoExtensions) {
    for (auto& body : test::bodies(provided("4001"), {217, "4001", false})) {
        if (std::holds_alternative<csta::NetworkReached>(body)) continue;  // has some in its own fields
        const auto text = write_call_event({body, {}, {}, {}}, {"17"}, {});
        EXPECT_EQ(text.find("extensions"), std::string::npos) << text;
    }
}

TEST(CallEventWriter, AnAnswerHasItsReasonADeliveryNot) {
    csta::CallPrivateData data;
    data.reason = 4;
    const auto answer = write_call_event({csta::Established(), {}, {}, data}, {"17"}, {});
    EXPECT_NE(answer.find("<reason>answerMachineDetected</reason>"), std::string::npos) << answer;
    EXPECT_EQ(
        write_call_event({csta::Delivered(), {}, {}, data}, {"17"}, {}).find("reason"), std::string::npos
    );
}

TEST(EventWriter, TellsThatTheSwitchEndedAMonitor) {
    const auto text = write_monitor_ended({"17"}, {});
    EXPECT_EQ(
        text, kHead + "<MonitorStop" + kCsta + "><monitorCrossRefID>17</monitorCrossRefID></MonitorStop>"
    );
}

TEST(EventWriter, WritesEverySystemStatus) {
    for (int status = 0; status < 9; ++status) {
        const auto text = write_system_status("3", static_cast<csta::SystemStatus>(status), {});
        EXPECT_EQ(ctiengine::test::validate(text), std::nullopt) << text;
    }
    EXPECT_NE(
        write_system_status("3", csta::SystemStatus::Disabled, {})
            .find("<sysStatRegisterID>3</sysStatRegisterID><systemStatus>disabled</systemStatus>"),
        std::string::npos
    );
}

}  // namespace
}  // namespace ctiengine::gateway

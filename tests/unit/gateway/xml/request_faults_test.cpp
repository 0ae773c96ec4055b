#include "gateway/xml/agent_reader.hpp"
#include "gateway/xml/call_control_reader.hpp"
#include "gateway/xml/call_movement_reader.hpp"
#include "gateway/xml/monitoring_reader.hpp"
#include "gateway/xml/session_reader.hpp"

#include <gtest/gtest.h>

namespace ctiengine::gateway {
namespace {

IncomingMessage parsed(std::string_view xml) {
    auto message = IncomingMessage::parse(xml);
    if (!message) throw std::runtime_error(message.error().detail);
    return *std::move(message);
}

TEST(RequestFaults, SayWhatIsAllowed) {
    DeviceForms forms;
    const auto bad_type = read_monitor_start(
        parsed("<MonitorStart><monitorObject><deviceObject>1</deviceObject></monitorObject>"
               "<monitorType>x</monitorType></MonitorStart>"),
        forms
    );
    ASSERT_FALSE(bad_type);
    EXPECT_EQ(bad_type.error().detail, "MonitorStart: monitorType is 'x'; allowed: call, device");
    const auto bad_call = read_answer_call(
        parsed("<AnswerCall><callToBeAnswered><callID>7x</callID><deviceID>1</deviceID></callToBeAnswered>"
               "</AnswerCall>"),
        forms
    );
    ASSERT_FALSE(bad_call);
    EXPECT_EQ(
        bad_call.error().detail,
        "AnswerCall: callToBeAnswered/callID is '7x'; allowed: a decimal number from 1 to 4294967295"
    );
}

TEST(RequestFaults, TellTheFirstOne) {
    DeviceForms forms;
    const auto empty = read_make_call(parsed("<MakeCall/>"), forms);
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().detail, "MakeCall: element callingDevice is missing");
}

TEST(RequestFaults, CutLongValues) {
    DeviceForms forms;
    const auto refused = read_get_agent_state(
        parsed("<GetAgentState><device>" + std::string(3000, '4') + "</device></GetAgentState>"), forms
    );
    ASSERT_FALSE(refused);
    EXPECT_LT(refused.error().detail.size(), 200U);
    EXPECT_NE(refused.error().detail.find("444...'"), std::string::npos);
}

TEST(RequestFaults, QuoteControlCharactersAsSpaces) {
    DeviceForms forms;
    const auto bad = read_clear_call(
        parsed("<ClearCall><callToBeCleared><callID>7&#10;&#9;x</callID></callToBeCleared></ClearCall>"),
        forms
    );
    ASSERT_FALSE(bad);
    EXPECT_EQ(
        bad.error().detail,
        "ClearCall: callToBeCleared/callID is '7  x'; allowed: a decimal number from 1 to 4294967295"
    );
}

TEST(RequestFaults, NeverQuoteAPassword) {
    DeviceForms forms;
    const auto refused = read_set_agent_state(
        parsed("<SetAgentState><device>1</device><requestedAgentState>loggedOn</requestedAgentState>"
               "<password>topsecret</password></SetAgentState>"),
        forms
    );
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail.find("topsecret"), std::string::npos) << refused.error().detail;
}

constexpr const char* kShown =
    "<MakeCall><callingDevice>1</callingDevice><calledDirectoryNumber>2</calledDirectoryNumber>%<extensions>"
    "<privateData><private><ShownNumber xmlns='urn:ctiengine:1'>#</ShownNumber></private></privateData>"
    "</extensions></MakeCall>";

IncomingMessage call_showing(std::string_view number, std::string_view user_data = "") {
    std::string xml = kShown;
    xml.replace(xml.find('#'), 1, number);
    return parsed(xml.replace(xml.find('%'), 1, user_data));
}

TEST(RequestReading, TakesTheNumberThatTheCalledPartyShallSee) {
    DeviceForms forms;
    const auto call = read_make_call(call_showing("0301234567"), forms);
    ASSERT_TRUE(call) << call.error().detail;
    EXPECT_EQ(call->shown_number, "0301234567");
}

TEST(RequestFaults, AShownNumberIsUpToFifteenDigitsAndLeavesNoRoomForUserData) {
    DeviceForms forms;
    for (const auto* number : {"", "+49", "1234567890123456", "12a"}) {
        const auto refused = read_make_call(call_showing(number), forms);
        ASSERT_FALSE(refused) << number;
        EXPECT_EQ(refused.error().code, Errc::InvalidValue);
    }
    const auto both = read_make_call(call_showing("030", "<userData><string>41</string></userData>"), forms);
    ASSERT_FALSE(both);
    EXPECT_EQ(
        both.error().detail,
        "MakeCall: userData is ''; allowed: none, because ShownNumber is given and takes its place"
    );
}

TEST(RequestFaults, ADeflectedCallHasOneDestination) {
    DeviceForms forms;
    const auto refused = read_deflect_call(
        parsed("<DeflectCall><callToBeDiverted><callID>7</callID><deviceID>1</deviceID></callToBeDiverted>"
               "<newDestination><device>2</device><device>3</device></newDestination></DeflectCall>"),
        forms
    );
    ASSERT_FALSE(refused);
    EXPECT_EQ(
        refused.error().detail,
        "DeflectCall: newDestination/device is '3'; allowed: one device: the switch takes one destination"
    );
}

TEST(RequestReading, SelectiveListeningMeansAllPartiesUnlessOneIsNamed) {
    const std::string subject =
        "<subjectConnection><callID>7</callID><deviceID>1</deviceID></subjectConnection>";
    const std::string selected = "<selectedParty><callID>7</callID><deviceID>2</deviceID></selectedParty>";
    const auto read = [](const std::string& content) {
        DeviceForms forms;
        return read_selective_listening(
            parsed(
                "<SelectiveListeningHold><selectiveListening>" + content +
                "</selectiveListening></SelectiveListeningHold>"
            ),
            forms, true
        );
    };
    EXPECT_TRUE(read(subject)->all_parties);
    EXPECT_TRUE(read(subject + "<allParties>true</allParties>" + selected)->all_parties);
    EXPECT_FALSE(read(subject + selected)->all_parties);
    EXPECT_EQ(read(subject + "<allParties>false</allParties>").error().code, Errc::MissingElement);
}

TEST(RequestReading, AcceptsCompoundsWithoutTheirOptionalParts) {
    DeviceForms forms;
    const auto call = read_make_call(
        parsed("<MakeCall><callingDevice>1</callingDevice><calledDirectoryNumber>2</calledDirectoryNumber>"
               "</MakeCall>"),
        forms
    );
    ASSERT_TRUE(call);
    EXPECT_EQ(*call, (csta::MakeCall{"1", "2", std::nullopt, "", false}));
    const auto login = read_set_agent_state(
        parsed("<SetAgentState><device>1</device><requestedAgentState>ready</requestedAgentState></"
               "SetAgentState>"),
        forms
    );
    ASSERT_TRUE(login);
    EXPECT_EQ(login->work_mode, csta::WorkMode::None);
    EXPECT_FALSE(login->enable_pending);
}

TEST(RequestReading, KeepsTrunkPartiesDynamic) {
    DeviceForms forms;
    const auto request = read_clear_connection(
        parsed("<ClearConnection><connectionToBeCleared><deviceID typeOfNumber='dynamic'>T217#2</deviceID>"
               "<callID>217</callID></connectionToBeCleared></ClearConnection>"),
        forms
    );
    ASSERT_TRUE(request);
    EXPECT_EQ(request->connection, (csta::Connection{217, "T217#2", true}));
}

TEST(RequestReading, KnowsEveryAgentState) {
    const std::pair<const char*, csta::AgentMode> rows[] = {
        {"loggedOn", csta::AgentMode::LogIn},
        {"loggedOff", csta::AgentMode::LogOut},
        {"notReady", csta::AgentMode::NotReady},
        {"ready", csta::AgentMode::Ready},
        {"workingAfterCall", csta::AgentMode::WorkNotReady},
    };
    for (const auto& [word, mode] : rows) {
        DeviceForms forms;
        const auto request = read_set_agent_state(
            parsed(
                "<SetAgentState><device>1</device><requestedAgentState>" + std::string(word) +
                "</requestedAgentState></SetAgentState>"
            ),
            forms
        );
        ASSERT_TRUE(request) << word;
        EXPECT_EQ(request->mode, mode) << word;
    }
}

constexpr const char* kStart =
    "<StartApplicationSession><applicationInfo><applicationID>a</applicationID>%</applicationInfo>"
    "<requestedProtocolVersions><protocolVersion>b</protocolVersion><protocolVersion> c </protocolVersion>"
    "</requestedProtocolVersions><requestedSessionDuration>60</requestedSessionDuration>"
    "</StartApplicationSession>";

std::string start_with(std::string_view specific) {
    std::string xml = kStart;
    return xml.replace(xml.find('%'), 1, specific);
}

TEST(SessionReading, KeepsTheOrderOfVersions) {
    const auto request = read_start_application_session(parsed(start_with("")));
    ASSERT_TRUE(request);
    EXPECT_EQ(request->protocol_versions, (std::vector<std::string>{"b", "c"}));
    EXPECT_FALSE(request->login);
    EXPECT_FALSE(request->resume);
}

TEST(SessionReading, AnEmptyEventResumeAsksForNumbersFromNowOn) {
    const auto request = read_start_application_session(
        parsed(start_with("<applicationSpecificInfo><EventResume/></applicationSpecificInfo>"))
    );
    ASSERT_TRUE(request);
    ASSERT_TRUE(request->resume);
    EXPECT_FALSE(request->resume->last);
}

TEST(SessionReading, KeepsThePasswordAsItStands) {
    const auto request = read_start_application_session(parsed(start_with(
        "<applicationSpecificInfo><x:SessionLoginInfo><x:userName> u </x:userName>"
        "<x:password> &lt;p&amp;\xC3\xA9 </x:password></x:SessionLoginInfo></applicationSpecificInfo>"
    )));
    ASSERT_TRUE(request);
    EXPECT_EQ(request->login->user, "u");
    EXPECT_EQ(request->login->password, " <p&\xC3\xA9 ");
    EXPECT_FALSE(request->login->cleanup_delay);
}

TEST(SessionReading, TakesATokenWithoutLogInData) {
    const auto request = read_start_application_session(
        parsed(start_with("<applicationSpecificInfo><Token> a.b.c\n</Token></applicationSpecificInfo>"))
    );
    ASSERT_TRUE(request);
    ASSERT_TRUE(request->login);
    EXPECT_EQ(request->login->token, "a.b.c");
    EXPECT_EQ(request->login->user, "");
}

TEST(SessionReading, TakesAnAbsentTokenForNone) {
    const auto reset = read_reset_application_session_timer(
        parsed("<ResetApplicationSessionTimer><sessionID>1</sessionID><requestedSessionDuration>9"
               "</requestedSessionDuration></ResetApplicationSessionTimer>")
    );
    ASSERT_TRUE(reset);
    EXPECT_EQ(reset->token, "");
}

TEST(SessionReading, TakesTheApplicationsOwnReasonToStop) {
    const auto request = read_stop_application_session(
        parsed("<StopApplicationSession><sessionID>1</sessionID><sessionEndReason><appEndReason>lunch"
               "</appEndReason></sessionEndReason></StopApplicationSession>")
    );
    ASSERT_TRUE(request);
    EXPECT_EQ(request->reason, "lunch");
}

}  // namespace
}  // namespace ctiengine::gateway

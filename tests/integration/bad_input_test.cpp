// What a client does wrong, and the documented answer: every case over a real socket and with the whole
// engine running.
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;

class BadInput : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        engine_ = std::make_unique<EngineUnderTest>(
            "bad-input", std::map<std::string, std::string>{{"MESSAGESIZE", "64K"}}
        );
        engine_->start_all();
    }
    static void TearDownTestSuite() {
        engine_->stop_all();
        engine_.reset();
    }

    /// "category/value" of a CSTAErrorCode.
    static std::string code(const Received& answer) {
        auto root = answer.document->document_element();
        if (std::string(root.name()) != "CSTAErrorCode") return "no error but " + answer.text;
        auto category = root.first_child();
        return std::string(category.name()) + "/" + category.text().get();
    }
    static void expect_alive(Softphone& phone) {
        EXPECT_EQ(phone.request(csta("RequestSystemStatus")).root(), "RequestSystemStatusResponse");
    }

    static inline std::unique_ptr<EngineUnderTest> engine_;
};

struct Refusal {
    const char* name;
    std::string request;
    const char* code;      // category/value
    const char* sentence;  // part of the text that helps the developer
};

class BadRequest : public BadInput, public ::testing::WithParamInterface<Refusal> {};

TEST_P(BadRequest, IsAnsweredOnItsOwnIdAndTheConnectionLives) {
    Softphone phone(engine_->port());
    phone.log_in("4001");
    auto answer = phone.request(GetParam().request);
    EXPECT_EQ(code(answer), GetParam().code) << answer.text;
    EXPECT_THAT(answer.text, ::testing::HasSubstr(GetParam().sentence));
    expect_alive(phone);
}

std::string make_call(const std::string& children) {
    return csta("MakeCall", children);
}

INSTANTIATE_TEST_SUITE_P(
    Cases,
    BadRequest,
    ::testing::Values(
        Refusal{"NotXml", "hello", "operation/invalidParameterValue", ""},
        Refusal{
            "CutOff", "<MakeCall xmlns='" + std::string(kCsta) + "'><callingDevice>",
            "operation/invalidParameterValue", ""},
        Refusal{
            "TwoRoots", csta("RequestSystemStatus") + csta("RequestSystemStatus"),
            "operation/invalidParameterValue", ""},
        Refusal{
            "Doctype", "<!DOCTYPE a [<!ENTITY b 'c'>]>" + csta("RequestSystemStatus"),
            "operation/invalidParameterValue", ""},
        Refusal{"UnknownService", csta("OrderPizza"), "operation/serviceNotSupported", "OrderPizza"},
        Refusal{
            "ForeignNamespace", "<MakeCall xmlns='urn:elsewhere'/>", "operation/serviceNotSupported",
            "urn:elsewhere"},
        Refusal{
            "MissingChild", make_call("<callingDevice>4001</callingDevice>"),
            "operation/atLeastOneConditionalParameterNotProvided", "calledDirectoryNumber"},
        Refusal{
            "WrongType", csta("AnswerCall", connection_xml("callToBeAnswered", "seven", "4001")),
            "operation/invalidParameterValue", "callID"},
        Refusal{
            "WrongEnumeration",
            csta(
                "MonitorStart",
                "<monitorObject><deviceObject>4001</deviceObject></monitorObject><monitorType>x</monitorType>"
            ),
            "operation/invalidParameterValue", "monitorType"},
        Refusal{
            "BadHex",
            make_call("<callingDevice>4001</callingDevice><calledDirectoryNumber>4002</calledDirectoryNumber>"
                      "<userData><string>XYZ</string></userData>"),
            "operation/invalidParameterValue", "userData"},
        Refusal{
            "UnknownDevice",
            csta("MonitorStart", "<monitorObject><deviceObject>99999</deviceObject></monitorObject>"),
            "operation/invalidDeviceID", "MonitorStart"},
        Refusal{
            "UnknownCaller",
            make_call(
                "<callingDevice>99999</callingDevice><calledDirectoryNumber>4002</calledDirectoryNumber>"
            ),
            "operation/invalidCallingDeviceID", "MakeCall"},
        Refusal{
            "UnknownCall", csta("HoldCall", connection_xml("callToBeHeld", "12345", "4001")),
            "operation/invalidConnectionID", "HoldCall"},
        Refusal{
            "UnknownMonitor", csta("MonitorStop", "<monitorCrossRefID>777</monitorCrossRefID>"),
            "operation/invalidMonitorCrossRefID", "777"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST_F(BadInput, ARequestInTheWrongStateIsRefusedByTheSwitch) {
    Softphone phone(engine_->port());
    Softphone other(engine_->port());
    phone.log_in("4011");
    other.log_in("4012");
    auto call = phone.make_call("4012").at("callingDevice/callID");
    other.event("DeliveredEvent");
    auto answer = other.hold(call);  // rings, so it cannot be held
    EXPECT_THAT(code(answer), ::testing::StartsWith("stateIncompatibility/")) << answer.text;
    EXPECT_EQ(phone.clear_connection(call).root(), "ClearConnectionResponse");
    other.event("ConnectionClearedEvent");
}

TEST_F(BadInput, ARepeatedInvokeIdIsNotRun) {
    Softphone phone(engine_->port());
    phone.log_in("4021");
    engine_->ctisim({"delay", "500"});
    phone.socket().send_text("0777" + csta("SnapshotDevice", "<snapshotObject>4021</snapshotObject>"));
    phone.socket().send_text("0777" + csta("SnapshotDevice", "<snapshotObject>4021</snapshotObject>"));
    EXPECT_EQ(code(phone.answer("0777")), "operation/generic") << "the second one, at once";
    EXPECT_EQ(phone.answer("0777").root(), "SnapshotDeviceResponse")
        << "the first one, when the switch has answered";
    engine_->ctisim({"delay", "0"});
    expect_alive(phone);
}

TEST_F(BadInput, ARequestBeforeTheSessionIsRefusedAndTheConnectionLives) {
    Softphone phone(engine_->port());
    auto answer = phone.request(
        make_call("<callingDevice>4001</callingDevice><calledDirectoryNumber>4002</calledDirectoryNumber>")
    );
    EXPECT_EQ(code(answer), "security/generic") << answer.text;
    expect_alive(phone);
    phone.log_in("4001");
}

TEST_F(BadInput, ThreeRefusedLogInsCloseTheConnection) {
    Softphone phone(engine_->port());
    auto start =
        std::string("<StartApplicationSession xmlns=\"") + kSession +
        "\"><applicationInfo><applicationID>test</applicationID></applicationInfo><requestedProtocolVersions>"
        "<protocolVersion>" +
        kCsta +
        "</protocolVersion></requestedProtocolVersions><requestedSessionDuration>600"
        "</requestedSessionDuration></StartApplicationSession>";
    for (int attempt = 0; attempt < 3; ++attempt) {
        auto answer = phone.request(start);
        EXPECT_EQ(answer.root(), "StartApplicationSessionNegResponse");
        EXPECT_EQ(answer.at("errorCode/definedError"), "invalidApplicationInfo") << answer.text;
        EXPECT_THAT(answer.text, ::testing::HasSubstr("SessionLoginInfo"));
    }
    EXPECT_EQ(phone.socket().wait_closed(), 1008);
}

TEST_F(BadInput, AVersionNobodySpeaksIsRefusedByName) {
    Softphone phone(engine_->port());
    auto answer = phone.request(
        std::string("<StartApplicationSession xmlns=\"") + kSession +
        "\"><applicationInfo><applicationID>test</applicationID><applicationSpecificInfo><SessionLoginInfo>"
        "<userName>u</userName></SessionLoginInfo></applicationSpecificInfo></"
        "applicationInfo><requestedProtocolVersions>"
        "<protocolVersion>urn:nobody</protocolVersion></"
        "requestedProtocolVersions><requestedSessionDuration>600"
        "</requestedSessionDuration></StartApplicationSession>"
    );
    EXPECT_EQ(answer.at("errorCode/definedError"), "requestedProtocolVersionNotSupported") << answer.text;
}

struct Farewell {
    const char* name;
    std::vector<std::string> subprotocols;
    std::string message;
    bool binary;
    std::uint16_t close_code;
};

void PrintTo(const Farewell& row, std::ostream* out) {
    *out << row.name;
}
void PrintTo(const Refusal& row, std::ostream* out) {
    *out << row.name;
}

class BadFrame : public BadInput, public ::testing::WithParamInterface<Farewell> {};

TEST_P(BadFrame, ClosesTheConnectionWithItsCode) {
    Softphone phone(engine_->port(), GetParam().subprotocols);
    if (GetParam().binary) {
        phone.socket().send_binary(GetParam().message);
    } else {
        phone.socket().send_text(GetParam().message);
    }
    EXPECT_EQ(phone.socket().wait_closed(), GetParam().close_code) << phone.socket().close_reason();
    if (GetParam().close_code != 1009) {  // 1009 comes from the WebSocket layer, which sends no words
        EXPECT_FALSE(phone.socket().close_reason().empty());
    }
    Softphone next(engine_->port());
    expect_alive(next);
}

INSTANTIATE_TEST_SUITE_P(
    Cases,
    BadFrame,
    ::testing::Values(
        Farewell{"OversizedMessage", {"csta-xml"}, "0001" + std::string(65 * 1024, 'x'), false, 1009},
        Farewell{"ServersInvokeId", {"csta-xml"}, "9999" + csta("RequestSystemStatus"), false, 1002},
        Farewell{"NoInvokeId", {"csta-xml"}, csta("RequestSystemStatus"), false, 1007},
        Farewell{"NotXmlWithoutAnId", {"csta-xml-bare"}, "hello", false, 1007},
        Farewell{"BinaryWhereTextBelongs", {"csta-xml"}, "0001" + csta("RequestSystemStatus"), true, 1003},
        Farewell{
            "AnnexJWithAWrongLength",
            {"csta-xml-annexj"},
            std::string("\0\0\0\x05", 4) + "0001<a/>",
            true,
            1002}
    ),
    [](const auto& row) { return row.param.name; }
);

}  // namespace
}  // namespace ctiengine::tests

#include "tsapi-worker/tsapi/request_calls.hpp"

#include "tests/unit/tsapi-worker/tsapi/fake_library.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tsapi {
namespace {

using csta::UniversalFailure;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr int kNewest = 9;
const csta::Connection kActive{7, "4001", false};
const csta::Connection kHeld{6, "4001", false};
const csta::Connection kTrunk{7, "T7#2", true};
const csta::UserData kUserData{csta::UserDataProtocol::Ia5Ascii, "hello"};

class RequestCalls : public testing::Test {
  protected:
    std::optional<csta::Failure> send(const SwitchRequest& request, int version = kNewest) {
        return call_request({functions, 1, version}, 100, request);
    }
    std::optional<csta::Failure> call(csta::Request request, int version = kNewest) {
        return send(SwitchRequest(std::move(request)), version);
    }

    test::FakeLibrary fake;
    TsapiFunctions functions = fake.functions();
};

struct Row {
    const char* name;
    SwitchRequest request;
    std::vector<std::string> calls;
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class EveryRequest : public RequestCalls, public testing::WithParamInterface<Row> {};

TEST_P(EveryRequest, BecomesItsCall) {
    EXPECT_EQ(send(GetParam().request), std::nullopt);
    EXPECT_EQ(fake.calls, GetParam().calls);
}

csta::Request request(csta::Request value) {
    return value;
}

INSTANTIATE_TEST_SUITE_P(
    Rows,
    EveryRequest,
    testing::Values(
        Row{"MonitorDevice", request(csta::MonitorDevice{"4001"}), {"cstaMonitorDevice 4001 all plain"}},
        Row{"StopMonitor", StopMonitor{42}, {"cstaMonitorStop 42 plain"}},
        Row{"WatchSystemStatus", WatchSystemStatus{}, {"cstaSysStatStart 0 plain"}},
        Row{"SnapshotDevice", request(csta::SnapshotDevice{"4001"}), {"cstaSnapshotDeviceReq 4001 plain"}},
        Row{"SnapshotCall", request(csta::SnapshotCall{kActive}), {"cstaSnapshotCallReq 7@4001 plain"}},
        Row{"MakeCall",
            request(csta::MakeCall{"4001", "4002", {}, "", false}),
            {"cstaMakeCall 4001 4002 plain"}},
        Row{"MakeCallWithUserData",
            request(csta::MakeCall{"4001", "4002", kUserData, "9", true}),
            {"attV6MakeCall 9 priority 4:hello", "cstaMakeCall 4001 4002 private"}},
        Row{"AnswerCall", request(csta::AnswerCall{kActive}), {"cstaAnswerCall 7@4001 plain"}},
        Row{"ClearConnectionOfATrunk",
            request(csta::ClearConnection{kTrunk, {}}),
            {"cstaClearConnection 7@T7#2(dynamic) plain"}},
        Row{"ClearConnectionWithUserData",
            request(csta::ClearConnection{kActive, kUserData}),
            {"attV6ClearConnection 4:hello", "cstaClearConnection 7@4001 private"}},
        Row{"ClearCall", request(csta::ClearCall{{7, "", false}}), {"cstaClearCall 7@ plain"}},
        Row{"HoldCall", request(csta::HoldCall{kActive}), {"cstaHoldCall 7@4001 plain"}},
        Row{"RetrieveCall", request(csta::RetrieveCall{kHeld}), {"cstaRetrieveCall 6@4001 plain"}},
        Row{"AlternateCall",
            request(csta::AlternateCall{kActive, kHeld}),
            {"cstaAlternateCall 7@4001 6@4001 plain"}},
        Row{"ReconnectCall",
            request(csta::ReconnectCall{kActive, kHeld, kUserData}),
            {"attV6ReconnectCall 4:hello", "cstaReconnectCall 7@4001 6@4001 private"}},
        Row{"ConsultationCall",
            request(csta::ConsultationCall{kActive, "4003", kUserData, "", false}),
            {"attV6ConsultationCall  normal 4:hello", "cstaConsultationCall 7@4001 4003 private"}},
        Row{"TransferCall",
            request(csta::TransferCall{kHeld, kActive}),
            {"cstaTransferCall 6@4001 7@4001 plain"}},
        Row{"ConferenceCall",
            request(csta::ConferenceCall{kHeld, kActive}),
            {"cstaConferenceCall 6@4001 7@4001 plain"}},
        Row{"LogIn",
            request(csta::SetAgentState{
                "4001", csta::AgentMode::LogIn, "2001", "500", "1234", csta::WorkMode::AuxWork, 0, false}),
            {"attV6SetAgentState 1 0 now", "cstaSetAgentState 4001 0 2001 500 1234 private"}},
        Row{"NotReadyLater",
            request(csta::SetAgentState{
                "4001", csta::AgentMode::NotReady, "2001", "", "", csta::WorkMode::AuxWork, 7, true}),
            {"attV6SetAgentState 1 7 pending", "cstaSetAgentState 4001 2 2001   private"}},
        Row{"QueryAgentState",
            request(csta::QueryAgentState{"4001", ""}),
            {"cstaQueryAgentState 4001 plain"}},
        Row{"QueryAgentStateOfASplit",
            request(csta::QueryAgentState{"4001", "500"}),
            {"attQueryAgentState 500", "cstaQueryAgentState 4001 private"}},
        Row{"RequestSystemStatus", request(csta::RequestSystemStatus{}), {"cstaSysStatReq plain"}},
        Row{"QueryUcid",
            request(csta::QueryUcid{kActive}),
            {"attQueryUCID 7@4001", "cstaEscapeService private"}}
    ),
    [](const auto& row) { return std::string(row.param.name); }
);

TEST_F(RequestCalls, TakesTheShortUserDataLayoutBelowVersionSix) {
    EXPECT_EQ(call(csta::MakeCall{"4001", "4002", kUserData, "", false}, 5), std::nullopt);
    EXPECT_THAT(fake.calls, ElementsAre("attMakeCall  normal 4:hello", "cstaMakeCall 4001 4002 private"));
}

TEST_F(RequestCalls, TakesTheAgentStateFunctionOfTheVersion) {
    csta::SetAgentState not_ready{"4001", csta::AgentMode::NotReady, "2001", "",
                                  "",     csta::WorkMode::AuxWork,   3,      false};
    EXPECT_EQ(call(not_ready, 5), std::nullopt);
    not_ready.reason_code = 0;
    EXPECT_EQ(call(not_ready, 4), std::nullopt);
    EXPECT_EQ(fake.calls.at(0), "attSetAgentStateExt 1 3");
    EXPECT_EQ(fake.calls.at(2), "attSetAgentState 1");
}

TEST_F(RequestCalls, RefusesUserDataThatTheVersionCannotCarry) {
    csta::UserData long_data{csta::UserDataProtocol::UserSpecific, std::string(33, 'x')};
    auto refused = call(csta::MakeCall{"4001", "4002", long_data, "", false}, 5);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->value, UniversalFailure::ValueOutOfRange);
    EXPECT_THAT(refused->detail, HasSubstr("private data version 5"));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestCalls, RefusesUserDataWithoutAnyAgreedVersionInsteadOfDroppingIt) {
    auto refused = call(csta::MakeCall{"4001", "4002", kUserData, "", false}, 0);
    ASSERT_TRUE(refused);
    EXPECT_THAT(refused->detail, HasSubstr("no private data version"));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestCalls, RefusesAPendingChangeBelowVersionSix) {
    csta::SetAgentState later{"4001", csta::AgentMode::NotReady, "2001", "",
                              "",     csta::WorkMode::AuxWork,   0,      true};
    EXPECT_TRUE(call(later, 5));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestCalls, SendsADeviceOf63Characters) {
    EXPECT_EQ(call(csta::SnapshotDevice{std::string(csta::kMaxDeviceLength, '1')}), std::nullopt);
    EXPECT_EQ(fake.calls.size(), 1u);
}

TEST_F(RequestCalls, RefusesADeviceOf64CharactersAndSendsNothing) {
    auto refused = call(csta::SnapshotDevice{std::string(csta::kMaxDeviceLength + 1, '1')});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->value, UniversalFailure::ValueOutOfRange);
    EXPECT_THAT(refused->detail, HasSubstr("63 characters"));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestCalls, RefusesADeviceWithAZeroByte) {
    EXPECT_TRUE(call(csta::AnswerCall{{7, std::string("40\00001", 5), false}}));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestCalls, NeverRepeatsAPasswordThatIsTooLong) {
    csta::SetAgentState log_in{"4001", csta::AgentMode::LogIn, "2001", "", std::string(40, 's')};
    auto refused = call(log_in);
    ASSERT_TRUE(refused);
    EXPECT_THAT(refused->detail, Not(HasSubstr("sss")));
}

TEST_F(RequestCalls, TellsAFullSendQueueFromADeadStream) {
    fake.csta_result = ACSERR_QUEUE_FULL;
    EXPECT_EQ(call(csta::AnswerCall{kActive})->value, UniversalFailure::OutstandingRequestLimitExceeded);
    fake.csta_result = ACSERR_STREAM_FAILED;
    EXPECT_EQ(call(csta::AnswerCall{kActive})->value, UniversalFailure::ResourceOutOfService);
    fake.csta_result = ACSERR_BADPARAMETER;
    EXPECT_EQ(call(csta::AnswerCall{kActive})->value, UniversalFailure::ValueOutOfRange);
}

TEST_F(RequestCalls, StopsWhenTheLibraryCannotEncodeThePrivateData) {
    fake.att_result = ACSERR_BADPARAMETER;
    EXPECT_TRUE(call(csta::QueryUcid{kActive}));
    EXPECT_THAT(fake.calls, ElementsAre("attQueryUCID 7@4001"));
}

}  // namespace
}  // namespace ctiengine::tsapi

#include "tests/unit/tsapi-worker/tsapi/request_calls_fixture.hpp"

namespace ctiengine::tsapi {
namespace {

using csta::UniversalFailure;
using test::kActive;
using test::kUserData;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class RequestRefusals : public test::RequestCalls {};

TEST_F(RequestRefusals, RefusesUserDataThatTheVersionCannotCarry) {
    csta::UserData long_data{csta::UserDataProtocol::UserSpecific, std::string(33, 'x')};
    auto refused = call(csta::MakeCall{"4001", "4002", long_data, "", false}, 5);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->value, UniversalFailure::ValueOutOfRange);
    EXPECT_THAT(refused->detail, HasSubstr("private data version 5"));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestRefusals, RefusesUserDataWithoutAnyAgreedVersionInsteadOfDroppingIt) {
    auto refused = call(csta::MakeCall{"4001", "4002", kUserData, "", false}, 0);
    ASSERT_TRUE(refused);
    EXPECT_THAT(refused->detail, HasSubstr("no private data version"));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestRefusals, RefusesAPendingChangeBelowVersionSix) {
    csta::SetAgentState later{"4001", csta::AgentMode::NotReady, "2001", "",
                              "",     csta::WorkMode::AuxWork,   0,      true};
    EXPECT_TRUE(call(later, 5));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestRefusals, SendsADeviceOf63Characters) {
    EXPECT_EQ(call(csta::SnapshotDevice{std::string(csta::kMaxDeviceLength, '1')}), std::nullopt);
    EXPECT_EQ(fake.calls.size(), 1u);
}

TEST_F(RequestRefusals, RefusesADeviceOf64CharactersAndSendsNothing) {
    auto refused = call(csta::SnapshotDevice{std::string(csta::kMaxDeviceLength + 1, '1')});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->value, UniversalFailure::ValueOutOfRange);
    EXPECT_THAT(refused->detail, HasSubstr("63 characters"));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestRefusals, RefusesADeviceWithAZeroByte) {
    EXPECT_TRUE(call(csta::AnswerCall{{7, std::string("40\00001", 5), false}}));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestRefusals, NeverRepeatsAPasswordThatIsTooLong) {
    csta::SetAgentState log_in{"4001", csta::AgentMode::LogIn, "2001", "", std::string(40, 's')};
    auto refused = call(log_in);
    ASSERT_TRUE(refused);
    EXPECT_THAT(refused->detail, Not(HasSubstr("sss")));
}

TEST_F(RequestRefusals, TellsAFullSendQueueFromADeadStream) {
    fake.csta_result = ACSERR_QUEUE_FULL;
    EXPECT_EQ(call(csta::AnswerCall{kActive})->value, UniversalFailure::OutstandingRequestLimitExceeded);
    fake.csta_result = ACSERR_STREAM_FAILED;
    EXPECT_EQ(call(csta::AnswerCall{kActive})->value, UniversalFailure::ResourceOutOfService);
    fake.csta_result = ACSERR_BADPARAMETER;
    EXPECT_EQ(call(csta::AnswerCall{kActive})->value, UniversalFailure::ValueOutOfRange);
}

TEST_F(RequestRefusals, StopsWhenTheLibraryCannotEncodeThePrivateData) {
    fake.att_result = ACSERR_BADPARAMETER;
    EXPECT_TRUE(call(csta::QueryUcid{kActive}));
    EXPECT_THAT(fake.calls, ElementsAre("attQueryUCID 7@4001"));
}

TEST_F(RequestRefusals, RefusesTheOneServiceWhoseFunctionTheLibraryLacks) {
    functions.cstaPickupCall = nullptr;
    functions.attQueryDeviceName = nullptr;
    auto refused = call(csta::PickupCall{kActive, "4002"});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->value, UniversalFailure::GenericOperation);
    EXPECT_THAT(refused->detail, HasSubstr("no cstaPickupCall"));
    EXPECT_THAT(call(csta::QueryDeviceName{"4001"})->detail, HasSubstr("no attQueryDeviceName"));
    EXPECT_THAT(fake.calls, IsEmpty());
    EXPECT_EQ(call(csta::DeflectCall{kActive, "4002"}), std::nullopt);
}

TEST_F(RequestRefusals, RefusesDigitsThatAreNoTones) {
    EXPECT_TRUE(call(csta::GenerateDigits{kActive, ""}));
    EXPECT_TRUE(call(csta::GenerateDigits{kActive, std::string(33, '1')}));
    EXPECT_TRUE(call(csta::GenerateDigits{kActive, "1", 400000}));
    EXPECT_TRUE(call(csta::GenerateDigits{kActive, "1", -1}));
    EXPECT_THAT(call(csta::GenerateDigits{kActive, "12x"})->detail, HasSubstr("character 3"));
    EXPECT_THAT(fake.calls, IsEmpty());
    EXPECT_EQ(call(csta::GenerateDigits{kActive, std::string(32, '1')}), std::nullopt);
}

TEST_F(RequestRefusals, RefusesContradictionsInDirectedCalls) {
    csta::MakeCall directed{"4001", "2001", {}, "9", false};
    directed.type_of_call = csta::TypeOfCall::DirectAgent;
    EXPECT_THAT(call(directed)->detail, HasSubstr("no route"));
    csta::MakeCall assisted{"4001", "2001", {}, "", true};
    assisted.type_of_call = csta::TypeOfCall::SupervisorAssist;
    EXPECT_THAT(call(assisted)->detail, HasSubstr("priority"));
    csta::MakeCall with_split{"4001", "2001", {}, "", false};
    with_split.split = "500";
    EXPECT_THAT(call(with_split)->detail, HasSubstr("split"));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestRefusals, RefusesANumberToShowThatNobodyEncoded) {
    csta::MakeCall shown{"4001", "2001", {}, "", false};
    shown.shown_number = "03012345";
    EXPECT_THAT(call(shown)->detail, HasSubstr("ANIMASKING"));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestRefusals, RefusesNumbersOutsideTheRangeOfTheirService) {
    csta::MakePredictiveCall rings;
    rings.max_rings = 16;
    EXPECT_THAT(call(rings)->detail, HasSubstr("from 2 to 15"));
    rings.max_rings = 1;
    EXPECT_TRUE(call(rings));
    csta::RouteSelect route;
    route.collect = csta::CollectCode{UC_TONE_DETECTOR, 25, 10, {}};
    EXPECT_THAT(send(AnswerRoute{1, route})->detail, HasSubstr("from 1 to 24"));
    route.collect = csta::CollectCode{UC_TONE_DETECTOR, 4, 64, {}};
    EXPECT_THAT(send(AnswerRoute{1, route})->detail, HasSubstr("from 0 to 63"));
    route.collect.reset();
    route.provided = csta::ProvidedCode{UP_DATA_BASE_PROVIDED, std::string(25, '1')};
    EXPECT_THAT(send(AnswerRoute{1, route})->detail, HasSubstr("24"));
    route.provided.reset();
    route.remaining_retries = 40000;
    EXPECT_THAT(send(AnswerRoute{1, route})->detail, HasSubstr("retries"));
    EXPECT_TRUE(call(csta::GetDeviceList{0, 8}));
    EXPECT_THAT(fake.calls, IsEmpty());
}

TEST_F(RequestRefusals, LeavesMonitorsAndRoutesToTheRequestsOfThisBorder) {
    EXPECT_TRUE(call(csta::MonitorStart{}));
    EXPECT_TRUE(call(csta::MonitorStop{}));
    EXPECT_TRUE(call(csta::RouteSelect{}));
    EXPECT_TRUE(call(csta::RouteEnd{}));
    EXPECT_TRUE(send(StartMonitor{{csta::MonitorObject::Kind::Routeing, "5000"}}));
    EXPECT_THAT(fake.calls, Not(testing::Contains(HasSubstr("csta"))));
}

}  // namespace
}  // namespace ctiengine::tsapi

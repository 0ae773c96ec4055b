#include "common/csta_proto/csta_proto.hpp"

#include <gtest/gtest.h>

namespace ctiengine::csta_proto {
namespace {

// Every field gets a value of its own, so a field that is forgotten or swapped shows up as a difference.
csta::Connection connection(std::uint32_t call) {
    return {call, "40" + std::to_string(call), call % 2 == 0};
}
csta::PartyDevice party(int seed) {
    return {
        csta::PartyDevice::Status::Provided, "+49" + std::to_string(seed), csta::NumberType::ImplicitPublic};
}
csta::UserData user_data() {
    return {csta::UserDataProtocol::Ia5Ascii, std::string("A\0\xff", 3)};
}
csta::EnteredCode entered_code() {
    return {5, 1, "0815", "5001"};
}
std::vector<csta::ConnectionListItem> connection_list() {
    return {{connection(61), party(62)}, {connection(63), party(64)}};
}

csta::LookaheadInfo lookahead(int seed) {
    return {seed, 2, seed + 3, seed + 4, seed + 5, "50" + std::to_string(seed)};
}
std::vector<csta::DeviceHistoryEntry> history(std::uint32_t call) {
    return {
        {"50" + std::to_string(call), csta::EventCause::Redirected, connection(call)},
        {"51" + std::to_string(call), csta::EventCause::Busy, connection(call + 1)}};
}

csta::CallPrivateData private_data() {
    csta::OriginalCallInfo original{
        csta::OriginalCallReason::Consultation,
        party(70),
        party(71),
        "12",
        "3",
        user_data(),
        "00001002171732300001",
        entered_code(),
        lookahead(1),
        history(80)};
    std::vector<csta::TrunkInfo> trunks{{connection(90), "21", "5"}, {connection(91), "22", "6"}};
    return {"13",           "4",         "600",     user_data(), "00001002171732300000",
            entered_code(), original,    party(72), party(73),   1,
            lookahead(2),   history(82), trunks,    "2002"};
}

const csta::Request kRequests[] = {
    csta::MonitorStart{{csta::MonitorObject::Kind::ViaDevice, "5001", 17}},
    csta::MonitorStop{csta::of_call(connection(3))},
    csta::SnapshotDevice{"4003"},
    csta::SnapshotCall{connection(5)},
    csta::MakeCall{"4001", "4002", user_data(), "9", true, csta::TypeOfCall::DirectAgent, "602", "4711"},
    csta::AnswerCall{connection(7)},
    csta::ClearConnection{connection(8), user_data(), csta::DropResource::ToneGenerator},
    csta::ClearCall{connection(9)},
    csta::HoldCall{connection(10)},
    csta::RetrieveCall{connection(11)},
    csta::AlternateCall{connection(12), connection(13)},
    csta::ReconnectCall{connection(14), connection(15), user_data(), csta::DropResource::CallClassifier},
    csta::ConsultationCall{
        connection(16), "4003", user_data(), "8", true, csta::TypeOfCall::SupervisorAssist, "603", "4712"},
    csta::TransferCall{connection(17), connection(18)},
    csta::ConferenceCall{connection(19), connection(20)},
    csta::SetAgentState{
        "4001", csta::AgentMode::NotReady, "2001", "600", "secret", csta::WorkMode::AuxWork, 7, true},
    csta::QueryAgentState{"4001", "601"},
    csta::RequestSystemStatus{},
    csta::QueryUcid{connection(21)},
    csta::SingleStepConferenceCall{connection(22), "4004", csta::ParticipationType::Silent},
    csta::SingleStepTransferCall{connection(23), "4005"},
    csta::DeflectCall{connection(24), "4006"},
    csta::PickupCall{connection(25), "4007"},
    csta::MakePredictiveCall{
        "5001", "0301234", csta::AllocationState::CallDelivered, user_data(), "7", true, 6,
        csta::AnswerTreatment::Connect},
    csta::GenerateDigits{connection(26), "12*#", 100, 50},
    csta::SelectiveListening{connection(27), false, false, connection(28)},
    csta::SetForwarding{"4008", csta::ForwardingType::NoAnswer, true, "4009"},
    csta::QueryForwarding{"4010"},
    csta::SetDoNotDisturb{"4011", true},
    csta::QueryDoNotDisturb{"4012"},
    csta::SetMessageWaiting{"4013", true},
    csta::QueryMessageWaiting{"4014"},
    csta::QueryLastNumber{"4015"},
    csta::QueryDeviceInfo{"4016"},
    csta::QueryDeviceName{"4017"},
    csta::QueryStationStatus{"4018"},
    csta::QueryAcdSplit{"604"},
    csta::QueryAgentLogin{"605"},
    csta::QueryTimeOfDay{},
    csta::GetDeviceList{20, 3},
    csta::GetApiCaps{},
    csta::RouteSelect{
        "5001", 77, "4019", 2, true, "606", true, "6", csta::CollectCode{32, 5, 10, connection(29), 1},
        csta::ProvidedCode{17, "4321"}, user_data(), true},
    csta::RouteEnd{"5002", 78, csta::UniversalFailure::InvalidDeviceIdentifier},
};

const csta::Response kResponses[] = {
    csta::Done{},
    csta::NewCall{connection(30), "00001002171732300002"},
    csta::MergedCall{connection(31), connection_list(), "00001002171732300003"},
    csta::DeviceSnapshot{
        {{connection(32), {csta::ConnectionState::Hold, csta::ConnectionState::Alerting}},
         {connection(33), {}}}},
    csta::CallSnapshot{{{party(34), connection(35), csta::ConnectionState::Connected}}, history(36)},
    csta::AgentStateSet{true},
    csta::AgentStateAnswer{
        csta::AgentState::Ready, csta::WorkMode::ManualIn, csta::TalkState::OnCall, 3,
        csta::WorkMode::AuxWork, 9, "2001"},
    csta::SystemStatusAnswer{csta::SystemStatus::Disabled},
    csta::UcidAnswer{"00001002171732300004"},
    csta::Failure{csta::UniversalFailure::GenericUnspecified, "why"},
    csta::ForwardingAnswer{
        {{csta::ForwardingType::Busy, true, "4020"}, {csta::ForwardingType::NoAnswer, false, "4021"}}},
    csta::DoNotDisturbAnswer{true},
    csta::MessageWaitingAnswer{true, 9},
    csta::LastNumberAnswer{"0309876"},
    csta::DeviceInfoAnswer{
        "4022", csta::DeviceType::Acd, 5, csta::ExtensionClass::LogicalAgent,
        csta::ExtensionClass::Proprietary, "4023"},
    csta::DeviceNameAnswer{3, "4024", "Müller"},
    csta::StationStatusAnswer{true},
    csta::AcdSplitAnswer{1, 2, 3},
    csta::AgentLoginAnswer{{"4025", "4026"}},
    csta::TimeOfDayAnswer{2026, 11, 23, 4, 5, 6},
    csta::DeviceListAnswer{{"4027", "4028"}, 20, 3, true},
    csta::ApiCapsAnswer{{"makeCall", "answerCall"}, "18.1", "8.1.3"},
};

const csta::CallEventBody kBodies[] = {
    csta::ServiceInitiated{connection(40)},
    csta::Originated{connection(41), party(1), party(2)},
    csta::Delivered{connection(42), party(3), party(4), party(5), party(6)},
    csta::Established{connection(43), party(7), party(8), party(9), party(10)},
    csta::Held{connection(44), party(11)},
    csta::Retrieved{connection(45), party(12)},
    csta::Queued{connection(46), party(13), party(14), party(15), party(16), 17},
    csta::Diverted{connection(47), party(18), party(19)},
    csta::Transferred{connection(48), connection(49), party(20), party(21), connection_list()},
    csta::Conferenced{connection(50), connection(51), party(22), party(23), connection_list()},
    csta::Failed{connection(52), party(24), party(25), party(26)},
    csta::NetworkReached{connection(53), party(27), party(28), 4, 8},
    csta::ConnectionCleared{connection(54), party(29)},
    csta::CallCleared{connection(55)},
    csta::CallInformation{connection(56), party(30), "account", "authorisation"},
    csta::EnteredDigits{connection(57), "0815#"},
};

const csta::FeatureEvent kFeatures[] = {
    csta::ForwardingChanged{party(90), {csta::ForwardingType::Busy, true, "4030"}},
    csta::DoNotDisturbChanged{party(91), true},
    csta::MessageWaitingChanged{party(92), party(93), true},
    csta::InServiceChanged{"4031", false, csta::EventCause::ResourcesNotAvailable},
};

const csta::RouteEvent kRoutes[] = {
    csta::RouteRequested{7, party(94), party(95), connection(96), 1, true, private_data()},
    csta::ReRouteRequested{8},
    csta::RouteUsed{9, party(97), party(98), true, "6"},
    csta::RouteEnded{10, csta::UniversalFailure::ObjectNotKnown},
    csta::RouteRegistrationEnded{},
};

static_assert(std::size(kRequests) == std::variant_size_v<csta::Request>);
static_assert(std::size(kResponses) == std::variant_size_v<csta::Response>);
static_assert(std::size(kBodies) == std::variant_size_v<csta::CallEventBody>);
static_assert(std::size(kFeatures) == std::variant_size_v<csta::FeatureEvent>);
static_assert(std::size(kRoutes) == std::variant_size_v<csta::RouteEvent>);
static_assert(std::variant_size_v<decltype(csta::Event::what)> == 7, "a new kind of event needs a test");

template <class What>
csta::Event event(What what) {
    std::chrono::system_clock::time_point time{std::chrono::microseconds(1'732'300'000'123'456)};
    csta::Event typed{99, csta::of_call(connection(4)), time, true, std::move(what)};
    if (typed.concerns_everybody()) typed.object = {};
    return typed;
}

template <class Message, class Typed>
void expect_round_trip(const Typed& typed) {
    Message message;
    to_proto(typed, message);
    auto parsed = Message();
    ASSERT_TRUE(parsed.ParseFromString(message.SerializeAsString()));
    auto back = from_proto(parsed);
    ASSERT_TRUE(back.has_value()) << message.DebugString();
    EXPECT_EQ(*back, typed) << message.DebugString();
}

TEST(CstaProto, EveryRequestSurvivesTheRoundTrip) {
    for (std::size_t i = 0; i < std::size(kRequests); ++i) {
        ASSERT_EQ(kRequests[i].index(), i) << "keep the list in the order of the variant";
        expect_round_trip<pb::Request>(kRequests[i]);
    }
}

TEST(CstaProto, EveryResponseSurvivesTheRoundTrip) {
    for (std::size_t i = 0; i < std::size(kResponses); ++i) {
        ASSERT_EQ(kResponses[i].index(), i) << "keep the list in the order of the variant";
        expect_round_trip<pb::Response>(kResponses[i]);
    }
}

TEST(CstaProto, EveryCallEventSurvivesTheRoundTrip) {
    for (std::size_t i = 0; i < std::size(kBodies); ++i) {
        ASSERT_EQ(kBodies[i].index(), i) << "keep the list in the order of the variant";
        csta::CallEvent call{
            kBodies[i], csta::ConnectionState::Hold, csta::EventCause::Transfer, private_data()};
        expect_round_trip<pb::Event>(event(std::move(call)));
    }
}

TEST(CstaProto, EveryFeatureEventSurvivesTheRoundTrip) {
    for (std::size_t i = 0; i < std::size(kFeatures); ++i) {
        ASSERT_EQ(kFeatures[i].index(), i) << "keep the list in the order of the variant";
        expect_round_trip<pb::Event>(event(kFeatures[i]));
    }
}

TEST(CstaProto, EveryRouteEventSurvivesTheRoundTrip) {
    for (std::size_t i = 0; i < std::size(kRoutes); ++i) {
        ASSERT_EQ(kRoutes[i].index(), i) << "keep the list in the order of the variant";
        expect_round_trip<pb::Event>(event(kRoutes[i]));
    }
}

TEST(CstaProto, OtherEventsSurviveTheRoundTrip) {
    csta::AgentEvent agent{
        csta::AgentEvent::Kind::Busy, party(80), "2001", "600", csta::WorkMode::ManualIn, 3,
        csta::WorkMode::AuxWork,      4};
    expect_round_trip<pb::Event>(event(agent));
    expect_round_trip<pb::Event>(event(csta::MonitorEnded{csta::EventCause::ResourcesNotAvailable}));
    expect_round_trip<pb::Event>(event(csta::MonitorResumed{}));
    expect_round_trip<pb::Event>(event(csta::SystemStatusChanged{csta::SystemStatus::OverloadReached}));
}

TEST(CstaProto, AbsentUserDataStaysAbsent) {
    expect_round_trip<pb::Request>(csta::Request(csta::MakeCall{"4001", "4002", {}, "", false}));
    csta::CallEvent call{
        csta::CallCleared{connection(1)}, csta::ConnectionState::None, csta::EventCause::None, {}};
    expect_round_trip<pb::Event>(event(std::move(call)));
}

TEST(CstaProto, MessagesOfANewerPeerAreRefusedNotGuessed) {
    EXPECT_FALSE(from_proto(pb::Request()));
    EXPECT_FALSE(from_proto(pb::Response()));
    EXPECT_FALSE(from_proto(pb::Event()));
    pb::Event empty_call;
    empty_call.mutable_call();
    EXPECT_FALSE(from_proto(empty_call));
    pb::Event empty_feature;
    empty_feature.mutable_feature();
    EXPECT_FALSE(from_proto(empty_feature));
    pb::Event empty_route;
    empty_route.mutable_route();
    EXPECT_FALSE(from_proto(empty_route));
}

TEST(CstaProto, ServiceNamesAreThoseOfTheProtoFile) {
    for (const auto& request : kRequests) {
        pb::Request message;
        to_proto(request, message);
        const auto* oneof = pb::Request::descriptor()->FindOneofByName("service");
        const auto* field = message.GetReflection()->GetOneofFieldDescriptor(message, oneof);
        EXPECT_EQ(field->name(), service_name(request));
    }
}

}  // namespace
}  // namespace ctiengine::csta_proto

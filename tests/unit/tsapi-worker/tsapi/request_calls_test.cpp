#include "tests/unit/tsapi-worker/tsapi/request_calls_fixture.hpp"

namespace ctiengine::tsapi {
namespace {

using test::kActive;
using test::kHeld;
using test::kTrunk;
using test::kUserData;
using test::request;
using Kind = csta::MonitorObject::Kind;

struct Row {
    const char* name;
    SwitchRequest request;
    std::vector<std::string> calls;
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}
std::string name_of(const testing::TestParamInfo<Row>& row) {
    return row.param.name;
}

class EveryRequest : public test::RequestCalls, public testing::WithParamInterface<Row> {};

TEST_P(EveryRequest, BecomesItsCall) {
    EXPECT_EQ(send(GetParam().request), std::nullopt);
    EXPECT_EQ(fake.calls, GetParam().calls);
}

csta::MakeCall direct_agent_call() {
    csta::MakeCall call{"4001", "2001", kUserData, "", true};
    call.type_of_call = csta::TypeOfCall::DirectAgent;
    call.split = "500";
    return call;
}
csta::ConsultationCall supervisor_assist() {
    csta::ConsultationCall call{kActive, "4900", {}, "", false};
    call.type_of_call = csta::TypeOfCall::SupervisorAssist;
    call.split = "500";
    return call;
}
csta::MakePredictiveCall predictive_call() {
    return {"5000", "03012345", csta::AllocationState::CallDelivered, kUserData, "9",
            true,   6,          csta::AnswerTreatment::Drop};
}
csta::MakePredictiveCall plain_predictive_call() {
    csta::MakePredictiveCall call;
    call.calling = "5000";
    call.called = "03012345";
    return call;
}
csta::RouteSelect route_with_all() {
    csta::RouteSelect select;
    select.cross_ref = 5;
    select.selected = "4001";
    select.remaining_retries = 3;
    select.route_used_wanted = true;
    select.direct_agent_split = "500";
    select.priority = true;
    select.dest_route = "9";
    select.collect = csta::CollectCode{UC_TONE_DETECTOR, 4, 10, kTrunk, SE_ANSWER};
    select.provided = csta::ProvidedCode{UP_DATA_BASE_PROVIDED, "4711"};
    select.user_data = kUserData;
    select.network_redirection = true;
    return select;
}
csta::RouteSelect plain_route() {
    csta::RouteSelect select;
    select.cross_ref = 5;
    select.selected = "4001";
    return select;
}
csta::RouteEnd route_end() {
    csta::RouteEnd end;
    end.cross_ref = 5;
    return end;
}

INSTANTIATE_TEST_SUITE_P(
    CallControl,
    EveryRequest,
    testing::Values(
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
            {"attV6ClearConnection -1 4:hello", "cstaClearConnection 7@4001 private"}},
        Row{"ClearCall", request(csta::ClearCall{{7, "", false}}), {"cstaClearCall 7@ plain"}},
        Row{"HoldCall", request(csta::HoldCall{kActive}), {"cstaHoldCall 7@4001 plain"}},
        Row{"RetrieveCall", request(csta::RetrieveCall{kHeld}), {"cstaRetrieveCall 6@4001 plain"}},
        Row{"AlternateCall",
            request(csta::AlternateCall{kActive, kHeld}),
            {"cstaAlternateCall 7@4001 6@4001 plain"}},
        Row{"ReconnectCall",
            request(csta::ReconnectCall{kActive, kHeld, kUserData}),
            {"attV6ReconnectCall -1 4:hello", "cstaReconnectCall 7@4001 6@4001 private"}},
        Row{"ConsultationCall",
            request(csta::ConsultationCall{kActive, "4003", kUserData, "", false}),
            {"attV6ConsultationCall  normal 4:hello", "cstaConsultationCall 7@4001 4003 private"}},
        Row{"TransferCall",
            request(csta::TransferCall{kHeld, kActive}),
            {"cstaTransferCall 6@4001 7@4001 plain"}},
        Row{"ConferenceCall",
            request(csta::ConferenceCall{kHeld, kActive}),
            {"cstaConferenceCall 6@4001 7@4001 plain"}},
        Row{"DirectAgentCall",
            request(direct_agent_call()),
            {"attV6DirectAgentCall 500 priority 4:hello", "cstaMakeCall 4001 2001 private"}},
        Row{"SupervisorAssistCall",
            request(supervisor_assist()),
            {"attV6SupervisorAssistCall 500 -", "cstaConsultationCall 7@4001 4900 private"}},
        Row{"PlainPredictiveCall",
            request(plain_predictive_call()),
            {"cstaMakePredictiveCall 5000 03012345 1 plain"}},
        Row{"PredictiveCallWithAll",
            request(predictive_call()),
            {"attV6MakePredictiveCall priority 6 2 9 4:hello",
             "cstaMakePredictiveCall 5000 03012345 0 private"}},
        Row{"DropOfAResource",
            request(csta::ClearConnection{kActive, {}, csta::DropResource::ToneGenerator}),
            {"attV6ClearConnection 1 -", "cstaClearConnection 7@4001 private"}},
        Row{"ReconnectCallWithADrop",
            request(csta::ReconnectCall{kActive, kHeld, {}, csta::DropResource::CallClassifier}),
            {"attV6ReconnectCall 0 -", "cstaReconnectCall 7@4001 6@4001 private"}},
        Row{"DeflectCall",
            request(csta::DeflectCall{kActive, "4002"}),
            {"cstaDeflectCall 7@4001 4002 plain"}},
        Row{"PickupCall", request(csta::PickupCall{kActive, "4002"}), {"cstaPickupCall 7@4001 4002 plain"}},
        Row{"SingleStepConference",
            request(csta::SingleStepConferenceCall{kActive, "4002", csta::ParticipationType::Silent}),
            {"attSingleStepConferenceCall 7@4001 4002 0 quiet", "cstaEscapeService private"}},
        Row{"SingleStepTransfer",
            request(csta::SingleStepTransferCall{kActive, "4002"}),
            {"attSingleStepTransferCall 7@4001 4002", "cstaEscapeService private"}},
        Row{"GenerateDigits",
            request(csta::GenerateDigits{kActive, "12*#A", 350, 5}),
            {"attSendDTMFToneExt 7@4001 all 12*#A 35 1", "cstaEscapeService private"}},
        Row{"StopHearingAll",
            request(csta::SelectiveListening{kActive, true, true, {}}),
            {"attSelectiveListeningHold 7@4001 all", "cstaEscapeService private"}},
        Row{"HearOneAgain",
            request(csta::SelectiveListening{kActive, false, false, kTrunk}),
            {"attSelectiveListeningRetrieve 7@4001 7@T7#2(dynamic)", "cstaEscapeService private"}}
    ),
    name_of
);

INSTANTIATE_TEST_SUITE_P(
    Features,
    EveryRequest,
    testing::Values(
        Row{"LogIn",
            request(csta::SetAgentState{
                "4001", csta::AgentMode::LogIn, "2001", "500", "1234", csta::WorkMode::AuxWork, 0, false}),
            {"attV6SetAgentState 1 0 now", "cstaSetAgentState 4001 0 2001 500 1234 private"}},
        Row{"NotReadyLater",
            request(csta::SetAgentState{
                "4001", csta::AgentMode::NotReady, "2001", "", "", csta::WorkMode::AuxWork, 7, true}),
            {"attV6SetAgentState 1 7 pending", "cstaSetAgentState 4001 2 2001   private"}},
        Row{"SetForwarding",
            request(csta::SetForwarding{"4001", csta::ForwardingType::NoAnswer, true, "4002"}),
            {"cstaSetForwarding 4001 2 on 4002 plain"}},
        Row{"SetDoNotDisturb",
            request(csta::SetDoNotDisturb{"4001", true}),
            {"cstaSetDoNotDisturb 4001 on plain"}},
        Row{"SetMessageWaiting",
            request(csta::SetMessageWaiting{"4001", false}),
            {"cstaSetMsgWaitingInd 4001 off plain"}}
    ),
    name_of
);

INSTANTIATE_TEST_SUITE_P(
    Queries,
    EveryRequest,
    testing::Values(
        Row{"SnapshotDevice", request(csta::SnapshotDevice{"4001"}), {"cstaSnapshotDeviceReq 4001 plain"}},
        Row{"SnapshotCall", request(csta::SnapshotCall{kActive}), {"cstaSnapshotCallReq 7@4001 plain"}},
        Row{"QueryAgentState",
            request(csta::QueryAgentState{"4001", ""}),
            {"cstaQueryAgentState 4001 plain"}},
        Row{"QueryAgentStateOfASplit",
            request(csta::QueryAgentState{"4001", "500"}),
            {"attQueryAgentState 500", "cstaQueryAgentState 4001 private"}},
        Row{"QueryForwarding", request(csta::QueryForwarding{"4001"}), {"cstaQueryForwarding 4001 plain"}},
        Row{"QueryDoNotDisturb",
            request(csta::QueryDoNotDisturb{"4001"}),
            {"cstaQueryDoNotDisturb 4001 plain"}},
        Row{"QueryMessageWaiting",
            request(csta::QueryMessageWaiting{"4001"}),
            {"cstaQueryMsgWaitingInd 4001 plain"}},
        Row{"QueryLastNumber", request(csta::QueryLastNumber{"4001"}), {"cstaQueryLastNumber 4001 plain"}},
        Row{"QueryDeviceInfo", request(csta::QueryDeviceInfo{"4001"}), {"cstaQueryDeviceInfo 4001 plain"}},
        Row{"QueryDeviceName",
            request(csta::QueryDeviceName{"4001"}),
            {"attQueryDeviceName 4001", "cstaEscapeService private"}},
        Row{"QueryStationStatus",
            request(csta::QueryStationStatus{"4001"}),
            {"attQueryStationStatus 4001", "cstaEscapeService private"}},
        Row{"QueryAcdSplit",
            request(csta::QueryAcdSplit{"500"}),
            {"attQueryAcdSplit 500", "cstaEscapeService private"}},
        Row{"QueryAgentLogin",
            request(csta::QueryAgentLogin{"500"}),
            {"attQueryAgentLogin 500", "cstaEscapeService private"}},
        Row{"QueryTimeOfDay",
            request(csta::QueryTimeOfDay{}),
            {"attQueryTimeOfDay", "cstaEscapeService private"}},
        Row{"QueryUcid",
            request(csta::QueryUcid{kActive}),
            {"attQueryUCID 7@4001", "cstaEscapeService private"}},
        Row{"GetDeviceList", request(csta::GetDeviceList{20, 3}), {"cstaGetDeviceList 20 3 plain"}},
        Row{"GetApiCaps", request(csta::GetApiCaps{}), {"cstaGetAPICaps plain"}},
        Row{"RequestSystemStatus", request(csta::RequestSystemStatus{}), {"cstaSysStatReq plain"}},
        Row{"WatchSystemStatus", WatchSystemStatus{}, {"cstaSysStatStart 0 plain"}}
    ),
    name_of
);

INSTANTIATE_TEST_SUITE_P(
    Monitors,
    EveryRequest,
    testing::Values(
        Row{"MonitorAtDevice",
            StartMonitor{{Kind::AtDevice, "4001"}},
            {"attMonitorFilterExt 64", "cstaMonitorDevice 4001 all private"}},
        Row{"MonitorViaDevice",
            StartMonitor{{Kind::ViaDevice, "5000"}},
            {"attMonitorCallsViaDevice 64 predictive", "cstaMonitorCallsViaDevice 5000 all private"}},
        Row{"MonitorOfCall",
            StartMonitor{{Kind::OfCall, "4001", 7}},
            {"attMonitorFilterExt 64", "cstaMonitorCall 7@4001 all private"}},
        Row{"MonitorOfCallByItsTrunk",
            StartMonitor{{Kind::OfCall, "T7#2", 7}},
            {"attMonitorFilterExt 64", "cstaMonitorCall 7@T7#2(dynamic) all private"}},
        Row{"StopMonitor", StopMonitor{42}, {"cstaMonitorStop 42 plain"}}
    ),
    name_of
);

INSTANTIATE_TEST_SUITE_P(
    Routing,
    EveryRequest,
    testing::Values(
        Row{"RegisterRoute", RegisterRoute{"5000"}, {"cstaRouteRegisterReq 5000 plain"}},
        Row{"RegisterForAllOtherVdns", RegisterRoute{""}, {"cstaRouteRegisterReq  plain"}},
        Row{"CancelRoute", CancelRoute{3}, {"cstaRouteRegisterCancel 3 plain"}},
        Row{"PlainRoute",
            AnswerRoute{3, plain_route()},
            {"cstaRouteSelectInv 3 5 4001 -1 no-setup quiet plain"}},
        Row{"RouteWithAll",
            AnswerRoute{3, route_with_all()},
            {"attV7RouteSelect 500 priority 9 32/4/10/7@T7#2(dynamic)/11 17/4711 4:hello network",
             "cstaRouteSelectInv 3 5 4001 3 no-setup tell private"}},
        Row{"RouteEnd", AnswerRoute{3, route_end()}, {"cstaRouteEndInv 3 5 0 plain"}}
    ),
    name_of
);

}  // namespace
}  // namespace ctiengine::tsapi

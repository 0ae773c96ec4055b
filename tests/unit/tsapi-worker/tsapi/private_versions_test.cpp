// Each version of private data has its own encoder.
#include "tests/unit/tsapi-worker/tsapi/request_calls_fixture.hpp"

namespace ctiengine::tsapi {
namespace {

using test::kActive;
using test::kHeld;
using test::kUserData;
using test::request;
using Kind = csta::MonitorObject::Kind;

struct Row {
    const char* name;
    int version;
    SwitchRequest request;
    const char* encoder;  ///< how the encoder was called; null = refused
};
void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name << " with version " << row.version;
}

class PrivateVersions : public test::RequestCalls, public testing::WithParamInterface<Row> {};

TEST_P(PrivateVersions, HaveTheirOwnEncoder) {
    const auto& row = GetParam();
    auto refused = send(row.request, row.version);
    if (row.encoder) {
        EXPECT_EQ(refused, std::nullopt);
        ASSERT_EQ(fake.calls.size(), 2u);
        EXPECT_EQ(fake.calls[0], row.encoder);
    } else {
        ASSERT_TRUE(refused);
        EXPECT_EQ(refused->value, csta::UniversalFailure::ValueOutOfRange);
        EXPECT_THAT(refused->detail, testing::HasSubstr("private data version"));
        EXPECT_THAT(fake.calls, testing::IsEmpty());
    }
}

csta::Request make(csta::TypeOfCall type) {
    csta::MakeCall call{"4001", "4002", kUserData, "", false};
    call.type_of_call = type;
    return call;
}
csta::Request consult(csta::TypeOfCall type) {
    csta::ConsultationCall call{kActive, "4002", kUserData, "", false};
    call.type_of_call = type;
    return call;
}
csta::Request predict() {
    csta::MakePredictiveCall call;
    call.max_rings = 4;
    return call;
}
AnswerRoute route(bool network) {
    csta::RouteSelect select;
    select.user_data = kUserData;
    select.network_redirection = network;
    return {1, select};
}
csta::Request state(std::int32_t reason, bool pending) {
    return csta::SetAgentState{"4001", csta::AgentMode::NotReady, "2001", "",
                               "",     csta::WorkMode::AuxWork,   reason, pending};
}
using Type = csta::TypeOfCall;

INSTANTIATE_TEST_SUITE_P(
    Calls,
    PrivateVersions,
    testing::Values(
        Row{"MakeCall5", 5, make(Type::Normal), "attMakeCall  normal 4:hello"},
        Row{"MakeCall6", 6, make(Type::Normal), "attV6MakeCall  normal 4:hello"},
        Row{"MakeCall0", 0, make(Type::Normal), nullptr},
        Row{"DirectAgent5", 5, make(Type::DirectAgent), "attDirectAgentCall  normal 4:hello"},
        Row{"DirectAgent6", 6, make(Type::DirectAgent), "attV6DirectAgentCall  normal 4:hello"},
        Row{"SupervisorAssist2", 2, make(Type::SupervisorAssist), "attSupervisorAssistCall  4:hello"},
        Row{"SupervisorAssist9", 9, make(Type::SupervisorAssist), "attV6SupervisorAssistCall  4:hello"},
        Row{"SupervisorAssist0", 0, make(Type::SupervisorAssist), nullptr},
        Row{"Consultation5", 5, consult(Type::Normal), "attConsultationCall  normal 4:hello"},
        Row{"Consultation6", 6, consult(Type::Normal), "attV6ConsultationCall  normal 4:hello"},
        Row{"ConsultAnAgent5", 5, consult(Type::DirectAgent), "attDirectAgentCall  normal 4:hello"},
        Row{"Predictive5", 5, predict(), "attMakePredictiveCall normal 4 0  -"},
        Row{"Predictive6", 6, predict(), "attV6MakePredictiveCall normal 4 0  -"},
        Row{"Predictive0", 0, predict(), nullptr},
        Row{"Clear5", 5, request(csta::ClearConnection{kActive, kUserData}), "attClearConnection -1 4:hello"},
        Row{"Reconnect5", 5, request(csta::ReconnectCall{kActive, kHeld, kUserData}),
            "attReconnectCall -1 4:hello"},
        Row{"Tones4", 4, request(csta::GenerateDigits{kActive, "1"}), "attSendDTMFTone 7@4001 all 1 0 0"},
        Row{"Tones5", 5, request(csta::GenerateDigits{kActive, "1"}), "attSendDTMFToneExt 7@4001 all 1 0 0"},
        Row{"Tones0", 0, request(csta::GenerateDigits{kActive, "1"}), nullptr},
        Row{"Listening4", 4, request(csta::SelectiveListening{kActive, true, true, {}}), nullptr},
        Row{"Listening5", 5, request(csta::SelectiveListening{kActive, true, true, {}}),
            "attSelectiveListeningHold 7@4001 all"},
        Row{"Conference4", 4, request(csta::SingleStepConferenceCall{kActive, "4002"}), nullptr},
        Row{"Conference5", 5, request(csta::SingleStepConferenceCall{kActive, "4002"}),
            "attSingleStepConferenceCall 7@4001 4002 1 quiet"},
        Row{"Transfer7", 7, request(csta::SingleStepTransferCall{kActive, "4002"}), nullptr},
        Row{"Transfer8", 8, request(csta::SingleStepTransferCall{kActive, "4002"}),
            "attSingleStepTransferCall 7@4001 4002"}
    ),
    [](const auto& row) { return std::string(row.param.name); }
);

INSTANTIATE_TEST_SUITE_P(
    AgentsQueriesMonitorsRoutes,
    PrivateVersions,
    testing::Values(
        Row{"State4", 4, state(0, false), "attSetAgentState 1"},
        Row{"StateWithReason4", 4, state(3, false), nullptr},
        Row{"StateWithReason5", 5, state(3, false), "attSetAgentStateExt 1 3"},
        Row{"LaterState5", 5, state(0, true), nullptr},
        Row{"LaterState6", 6, state(3, true), "attV6SetAgentState 1 3 pending"},
        Row{"Ucid4", 4, request(csta::QueryUcid{kActive}), nullptr},
        Row{"Ucid5", 5, request(csta::QueryUcid{kActive}), "attQueryUCID 7@4001"},
        Row{"Split0", 0, request(csta::QueryAcdSplit{"500"}), nullptr},
        Row{"Split2", 2, request(csta::QueryAcdSplit{"500"}), "attQueryAcdSplit 500"},
        Row{"Time0", 0, request(csta::QueryTimeOfDay{}), nullptr},
        Row{"AtDevice4", 4, StartMonitor{{Kind::AtDevice, "4001"}}, "attMonitorFilter 0"},
        Row{"AtDevice5", 5, StartMonitor{{Kind::AtDevice, "4001"}}, "attMonitorFilterExt 64"},
        Row{"ViaDevice7", 7, StartMonitor{{Kind::ViaDevice, "5000"}}, "attMonitorFilterExt 64"},
        Row{"ViaDevice8", 8, StartMonitor{{Kind::ViaDevice, "5000"}},
            "attMonitorCallsViaDevice 64 predictive"},
        Row{"Route5", 5, route(false), "attRouteSelect  normal  - - 4:hello"},
        Row{"Route6", 6, route(false), "attV6RouteSelect  normal  - - 4:hello"},
        Row{"Route7", 7, route(false), "attV7RouteSelect  normal  - - 4:hello vdn"},
        Row{"NetworkRoute6", 6, route(true), nullptr},
        Row{"NetworkRoute7", 7, route(true), "attV7RouteSelect  normal  - - 4:hello network"},
        Row{"Route0", 0, route(false), nullptr}
    ),
    [](const auto& row) { return std::string(row.param.name); }
);

class WithoutPrivateData : public test::RequestCalls {};

TEST_F(WithoutPrivateData, MonitorsStartAllTheSame) {
    EXPECT_EQ(send(StartMonitor{{Kind::AtDevice, "4001"}}, 0), std::nullopt);
    EXPECT_THAT(fake.calls, testing::ElementsAre("cstaMonitorDevice 4001 all plain"));
}

}  // namespace
}  // namespace ctiengine::tsapi

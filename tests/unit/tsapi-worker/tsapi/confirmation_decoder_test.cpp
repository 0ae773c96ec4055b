#include "tests/unit/tsapi-worker/tsapi/events_under_test.hpp"

#include <gmock/gmock.h>

namespace ctiengine::tsapi {
namespace {

using test::c_connection;
using test::c_device;
using test::party;
using ::testing::HasSubstr;

class ConfirmationDecoder : public testing::Test {
  protected:
    template <class Fill>
    csta::Response decoded(EventType_t type, Fill fill, PrivateContent content = {}) {
        CSTAConfirmationEvent event{};
        fill(event.u);
        return std::get<csta::Response>(decode_confirmation(library, type, event, std::move(content)));
    }
    PrivateContent with_ucid() {
        PrivateContent content;
        content.call.ucid = "00001002931700000007";
        return content;
    }
    TsapiFunctions library = test::linked_library();
};

TEST_F(ConfirmationDecoder, TakesFailureZeroForAFailure) {
    auto response =
        decoded(CSTA_UNIVERSAL_FAILURE_CONF, [](auto& u) { u.universalFailure.error = GENERIC_UNSPECIFIED; });
    const auto& failure = std::get<csta::Failure>(response);
    EXPECT_EQ(failure.value, csta::UniversalFailure::GenericUnspecified);
    EXPECT_THAT(failure.detail, HasSubstr("GENERIC_UNSPECIFIED (0)"));
}

TEST_F(ConfirmationDecoder, CarriesNumbersThroughThatTheHeadersDoNotHave) {
    auto status =
        decoded(CSTA_SYS_STAT_REQ_CONF, [](auto& u) { test::put_number(u.sysStatReq.systemStatus, 250); });
    EXPECT_EQ(static_cast<int>(std::get<csta::SystemStatusAnswer>(status).status), 250);
    auto agent = decoded(CSTA_QUERY_AGENT_STATE_CONF, [](auto& u) {
        test::put_number(u.queryAgentState.agentState, 251);
    });
    EXPECT_EQ(static_cast<int>(std::get<csta::AgentStateAnswer>(agent).state), 251);
}

TEST_F(ConfirmationDecoder, ReadsNewCallsWithTheirUcid) {
    csta::Response expected = csta::NewCall{test::connection(7, "4001", false), "00001002931700000007"};
    EXPECT_EQ(
        decoded(
            CSTA_MAKE_CALL_CONF, [](auto& u) { u.makeCall.newCall = c_connection(7, "4001"); }, with_ucid()
        ),
        expected
    );
    EXPECT_EQ(
        decoded(
            CSTA_CONSULTATION_CALL_CONF,
            [](auto& u) { u.consultationCall.newCall = c_connection(7, "4001"); }, with_ucid()
        ),
        expected
    );
}

TEST_F(ConfirmationDecoder, ReadsMergedCallsWithTheirParties) {
    Connection_t listed[1] = {{c_connection(8, "4003"), c_device("4003")}};
    csta::Response expected = csta::MergedCall{
        test::connection(8, "0", true),
        {{test::connection(8, "4003", false), party("4003")}},
        "00001002931700000007"};
    EXPECT_EQ(
        decoded(
            CSTA_TRANSFER_CALL_CONF,
            [&](auto& u) {
                u.transferCall = {c_connection(8, "0", DYNAMIC_ID), {1, listed}};
            },
            with_ucid()
        ),
        expected
    );
    EXPECT_EQ(
        decoded(
            CSTA_CONFERENCE_CALL_CONF,
            [&](auto& u) {
                u.conferenceCall = {c_connection(8, "0", DYNAMIC_ID), {1, listed}};
            },
            with_ucid()
        ),
        expected
    );
}

TEST_F(ConfirmationDecoder, ReadsADeviceSnapshotWithAllStates) {
    LocalConnectionState_t states[2] = {CS_HOLD, CS_CONNECT};
    CSTASnapshotDeviceResponseInfo_t info[1] = {{c_connection(7, "4001"), {2, states}}};
    auto response = decoded(CSTA_SNAPSHOT_DEVICE_CONF, [&](auto& u) {
        u.snapshotDevice.snapshotData = {1, info};
    });
    csta::DeviceCall call{
        test::connection(7, "4001", false), {csta::ConnectionState::Hold, csta::ConnectionState::Connected}};
    EXPECT_EQ(response, csta::Response(csta::DeviceSnapshot{{call}}));
}

TEST_F(ConfirmationDecoder, ReadsACallSnapshot) {
    CSTASnapshotCallResponseInfo_t info[1] = {{c_device("4001"), c_connection(7, "4001"), CS_ALERTING}};
    auto response = decoded(CSTA_SNAPSHOT_CALL_CONF, [&](auto& u) {
        u.snapshotCall.snapshotData = {1, info};
    });
    csta::CallParty one{party("4001"), test::connection(7, "4001", false), csta::ConnectionState::Alerting};
    EXPECT_EQ(response, csta::Response(csta::CallSnapshot{{one}}));
}

TEST_F(ConfirmationDecoder, ReadsAnEmptySnapshot) {
    auto response = decoded(CSTA_SNAPSHOT_DEVICE_CONF, [](auto&) {});
    EXPECT_EQ(response, csta::Response(csta::DeviceSnapshot()));
}

TEST_F(ConfirmationDecoder, JoinsTheAgentStateWithItsPrivateData) {
    PrivateContent content;
    csta::AgentStateAnswer answer;
    answer.work_mode = csta::WorkMode::AuxWork;
    answer.reason_code = 4;
    content.agent = answer;
    auto response = decoded(
        CSTA_QUERY_AGENT_STATE_CONF, [](auto& u) { u.queryAgentState.agentState = AG_NOT_READY; }, content
    );
    answer.state = csta::AgentState::NotReady;
    EXPECT_EQ(response, csta::Response(answer));
}

TEST_F(ConfirmationDecoder, ReadsPendingAgentStatesAndTheSystemStatus) {
    PrivateContent content;
    content.agent_pending = true;
    EXPECT_EQ(
        decoded(
            CSTA_SET_AGENT_STATE_CONF, [](auto&) {}, content
        ),
        csta::Response(csta::AgentStateSet{true})
    );
    auto status = decoded(CSTA_SYS_STAT_REQ_CONF, [](auto& u) { u.sysStatReq.systemStatus = SS_DISABLED; });
    EXPECT_EQ(status, csta::Response(csta::SystemStatusAnswer{csta::SystemStatus::Disabled}));
}

TEST_F(ConfirmationDecoder, TakesTheAnswerOfAnEscapeServiceFromPrivateData) {
    PrivateContent content;
    content.answer = csta::StationStatusAnswer{true};
    auto nothing = [](auto&) {};
    EXPECT_EQ(
        decoded(CSTA_ESCAPE_SVC_CONF, nothing, content), csta::Response(csta::StationStatusAnswer{true})
    );
    EXPECT_EQ(decoded(CSTA_ESCAPE_SVC_CONF, nothing), csta::Response(csta::Done()));
}

TEST_F(ConfirmationDecoder, ReadsAPredictiveCallAndTheHistoryOfASnapshot) {
    EXPECT_EQ(
        decoded(
            CSTA_MAKE_PREDICTIVE_CALL_CONF,
            [](auto& u) { u.makePredictiveCall.newCall = c_connection(7, "5000"); }, with_ucid()
        ),
        csta::Response(csta::NewCall{test::connection(7, "5000", false), "00001002931700000007"})
    );
    PrivateContent content;
    content.call.device_history = {{"5000", csta::EventCause::Redirected, {}}};
    auto snapshot = decoded(
        CSTA_SNAPSHOT_CALL_CONF, [](auto&) {}, content
    );
    EXPECT_EQ(std::get<csta::CallSnapshot>(snapshot).device_history, content.call.device_history);
}

TEST_F(ConfirmationDecoder, TellsTheNumbersOfMonitorsAndRegistrations) {
    CSTAConfirmationEvent event{};
    event.u.monitorStart.monitorCrossRefID = 42;
    auto answer = decode_confirmation(library, CSTA_MONITOR_CONF, event, {});
    EXPECT_EQ(std::get<MonitorStarted>(answer).cross_ref, 42);
    event = {};
    event.u.routeRegister.registerReqID = 43;
    answer = decode_confirmation(library, CSTA_ROUTE_REGISTER_REQ_CONF, event, {});
    EXPECT_EQ(std::get<RouteRegistered>(answer).register_id, 43);
}

TEST_F(ConfirmationDecoder, TakesConfirmationsWithoutContentForDone) {
    for (auto type :
         {CSTA_ANSWER_CALL_CONF, CSTA_HOLD_CALL_CONF, CSTA_CLEAR_CALL_CONF, CSTA_MONITOR_STOP_CONF})
        EXPECT_EQ(decoded(static_cast<EventType_t>(type), [](auto&) {}), csta::Response(csta::Done()));
}

TEST_F(ConfirmationDecoder, PutsClassesIntoTheirMessages) {
    ATTPrivateData_t none{};
    CSTAEvent_t event{};
    event.eventHeader = {1, CSTACONFIRMATION, CSTA_ANSWER_CALL_CONF};
    event.event.cstaConfirmation.invokeID = 77;
    EXPECT_EQ(std::get<Confirmation>(*decode_event(library, event, none)).invoke_id, 77u);

    event = {};
    event.eventHeader = {1, CSTAEVENTREPORT, CSTA_SYS_STAT};
    event.event.cstaEventReport.u.sysStat.systemStatus = SS_DISABLED;
    EXPECT_EQ(
        std::get<StatusReport>(*decode_event(library, event, none)).status, csta::SystemStatus::Disabled
    );

    event = {};
    event.eventHeader = {1, CSTAUNSOLICITED, CSTA_MONITOR_ENDED};
    event.event.cstaUnsolicited.monitorCrossRefId = 5;
    event.event.cstaUnsolicited.u.monitorEnded.cause = EC_RESOURCES_NOT_AVAILABLE;
    auto report = std::get<MonitorReport>(*decode_event(library, event, none));
    EXPECT_EQ(report.cross_ref, 5);
    EXPECT_EQ(std::get<csta::MonitorEnded>(report.what).cause, csta::EventCause::ResourcesNotAvailable);

    event = {};
    event.eventHeader = {1, CSTAEVENTREPORT, CSTA_PRIVATE};
    EXPECT_FALSE(decode_event(library, event, none));
}

}  // namespace
}  // namespace ctiengine::tsapi

// Long because it is a table: one line per message.
#include "tests/conformance/sent_messages.hpp"

#include "gateway/xml/device_response_writer.hpp"
#include "gateway/xml/error_writer.hpp"
#include "gateway/xml/event_writer.hpp"
#include "gateway/xml/feature_response_writer.hpp"
#include "gateway/xml/response_writer.hpp"
#include "gateway/xml/routeing_writer.hpp"
#include "gateway/xml/session_writer.hpp"
#include "tests/unit/gateway/xml/call_events_under_test.hpp"

#include <iterator>

namespace ctiengine::conformance {
namespace {

using namespace gateway;
using namespace std::chrono_literals;
using gateway::test::provided;
using Texts = std::vector<std::string>;

const csta::Connection kCall{217, "4001", false};
const csta::NewCall kNewCall{kCall, gateway::test::kUcid};
const csta::MergedCall kMerged{
    {218, "0", false}, {{{218, "4002", false}, provided("4002")}}, gateway::test::kUcid};

Texts session_messages() {
    return {
        write_session_started({"1", "v", 30s, ResumeReport{}}),
        write_session_not_started(StartRefusal::InvalidApplicationInfo, "why"),
        write_session_stopped(),
        write_session_not_stopped("why"),
        write_timer_reset(30s),
        write_timer_not_reset(ResetRefusal::InvalidSessionId, "why"),
        write_session_terminated("1", Termination::SessionTimerExpired),
        write_csta_error({ErrorCategory::Operation, "generic", "why"}, Edition::Ed3),
    };
}

Texts done_messages(const Dialect& d) {
    Texts texts;
    for (const auto* name :
         {"AnswerCall", "ClearConnection", "ClearCall", "HoldCall", "RetrieveCall", "AlternateCall",
          "ReconnectCall", "DeflectCall", "GenerateDigits", "MonitorStop", "SystemRegisterCancel",
          "SetForwarding", "SetDoNotDisturb", "SetMessageWaitingIndicator", "RouteRegisterCancel"}) {
        texts.push_back(write_done(name, d));
    }
    for (const auto* name :
         {"ReleaseDeviceId", "SelectiveListeningHold", "SelectiveListeningRetrieve", "GetAgentLogin"}) {
        texts.push_back(write_avaya_done(name));
    }
    return texts;
}

Texts call_answers(const Dialect& d) {
    const csta::CallSnapshot call{
        {{provided("4001"), kCall, csta::ConnectionState::Connected}},
        gateway::test::full_private_data().device_history};
    return {
        write_make_call_response(kNewCall, d),
        write_consultation_call_response(kNewCall, d),
        write_make_predictive_call_response(kNewCall, d),
        write_directed_pickup_call_response(kNewCall, d),
        write_transfer_call_response(kMerged, d),
        write_conference_call_response(kMerged, d),
        write_single_step_transfer_call_response(kMerged, d),
        write_single_step_conference_call_response(kMerged, d),
        write_monitor_start_response({"17", {}, true}, d),
        write_change_monitor_filter_response({}, d),
        write_snapshot_device_response(
            {{{kCall, {csta::ConnectionState::Connected}}}}, d, csta::StationStatusAnswer{true}
        ),
        write_snapshot_call_response(call, d),
        write_get_call_linkage_data_response({gateway::test::kUcid}, d),
    };
}

Texts other_answers(const Dialect& d) {
    csta::DeviceInfoAnswer info;
    info.device = "4001";
    info.device_class = 0x80;
    return {
        write_set_agent_state_response({true}, csta::AgentMode::Ready, d),
        write_get_agent_state_response({}, d),
        write_request_system_status_response(csta::SystemStatus::Normal, d, "CM1"),
        write_system_register_response({"3", {}}, d),
        write_get_third_party_device_id_response("4001:CM1::0"),
        write_get_device_id_response("4001:CM1::0"),
        write_get_forwarding_response({{{csta::ForwardingType::Immediate, true, "4002"}}}, d),
        write_get_do_not_disturb_response({true}, d),
        write_get_message_waiting_response({true, 0x1F}, d),
        write_get_logical_device_information_response(info, d),
        write_get_switching_function_caps_response({{"makeCall"}, "CM", ""}, d),
        write_get_switching_function_devices_response("5", d),
        write_switching_function_devices({"5", 1, true, {"4001"}}, d),
        write_get_physical_device_name_response({5, "4001", "Ada"}, d),
        write_get_acd_split_response({1, 2, 3}),
        write_get_time_of_day_response({2024, 2, 29, 23, 59, 58}, "CM1"),
        write_agent_login_extension_event("17", {{"4001"}}, d),
        write_route_register_response("3", d),
    };
}

Texts call_events(const Dialect& d, const csta::PartyDevice& party, const csta::CallPrivateData& data) {
    Texts texts;
    for (auto& body : gateway::test::bodies(party, kCall)) {
        texts.push_back(write_call_event({body, csta::ConnectionState::Connected, {}, data}, {"17"}, d));
    }
    return texts;
}

Texts agent_events(const Dialect& d) {
    Texts texts;
    for (int kind = 0; kind < 6; ++kind) {
        csta::AgentEvent event;
        event.kind = static_cast<csta::AgentEvent::Kind>(kind);
        event.agent_device = provided("4001");
        texts.push_back(write_agent_event(event, {"17"}, d));
    }
    return texts;
}

Texts feature_events(const Dialect& d) {
    const auto party = provided("4001");
    return {
        write_feature_event(csta::ForwardingChanged{party, {{}, true, "4002"}}, {"17"}, d),
        write_feature_event(csta::DoNotDisturbChanged{party, true}, {"17"}, d),
        write_feature_event(csta::MessageWaitingChanged{party, party, true}, {"17"}, d),
        write_feature_event(csta::InServiceChanged{"4001", true, {}}, {"17"}, d),
        write_feature_event(csta::InServiceChanged{"4001", false, {}}, {"17"}, d),
        write_system_status("3", csta::SystemStatus::Normal, d),
        write_monitor_ended({"17"}, d),
    };
}

Texts route_events(const Dialect& d) {
    const auto party = provided("5000");
    return {
        write_route_event(
            csta::RouteRequested{12, party, party, kCall, 0, true, gateway::test::full_private_data()}, "3", d
        ),
        write_route_event(csta::ReRouteRequested{12}, "3", d),
        write_route_event(csta::RouteUsed{12, party, party, true, "9"}, "3", d),
        write_route_event(csta::RouteEnded{12, csta::UniversalFailure::ObjectNotKnown}, "3", d),
        write_route_event(csta::RouteRegistrationEnded{}, "3", d),
    };
}

void append(Texts& to, Texts more) {
    std::move(more.begin(), more.end(), std::back_inserter(to));
}

}  // namespace

std::vector<std::string> sent_messages(const Dialect& dialect) {
    auto texts = session_messages();
    append(texts, done_messages(dialect));
    append(texts, call_answers(dialect));
    append(texts, other_answers(dialect));
    append(texts, call_events(dialect, provided("4001"), gateway::test::full_private_data()));
    append(texts, agent_events(dialect));
    append(texts, feature_events(dialect));
    append(texts, route_events(dialect));
    return texts;
}

std::vector<std::string> bare_sent_messages(const Dialect& dialect) {
    auto texts = call_events(dialect, {}, {});
    append(
        texts,
        {write_make_call_response({{}, ""}, dialect), write_transfer_call_response({{}, {}, ""}, dialect),
         write_snapshot_device_response({}, dialect), write_snapshot_call_response({}, dialect),
         write_get_forwarding_response({}, dialect), write_route_event(csta::RouteRequested{}, "3", dialect),
         write_get_logical_device_information_response({}, dialect)}
    );
    return texts;
}

}  // namespace ctiengine::conformance

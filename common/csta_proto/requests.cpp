#include "common/csta_proto/request_fields.hpp"

namespace ctiengine::csta_proto {
namespace {

using Service = pb::Request::ServiceCase;

struct Writer {
    pb::Request& out;

    template <class Typed>
    void operator()(const Typed& m) const {
        write(m, out);
    }
    void operator()(const csta::MonitorStart& m) const {
        to_proto(m.object, *out.mutable_monitor_start()->mutable_object());
    }
    void operator()(const csta::MonitorStop& m) const {
        to_proto(m.object, *out.mutable_monitor_stop()->mutable_object());
    }
    void operator()(const csta::SnapshotDevice& m) const {
        out.mutable_snapshot_device()->set_device(m.device);
    }
    void operator()(const csta::SnapshotCall& m) const {
        to_proto(m.call, *out.mutable_snapshot_call()->mutable_call());
    }
    void operator()(const csta::MakeCall& m) const {
        auto& make = *out.mutable_make_call();
        make.set_calling(m.calling);
        make.set_called(m.called);
        if (m.user_data) to_proto(*m.user_data, *make.mutable_user_data());
        make.set_dest_route(m.dest_route);
        make.set_priority(m.priority);
        special_call(m, make);
    }
    void operator()(const csta::AnswerCall& m) const {
        to_proto(m.alerting, *out.mutable_answer_call()->mutable_alerting());
    }
    void operator()(const csta::ClearConnection& m) const {
        auto& clear = *out.mutable_clear_connection();
        to_proto(m.connection, *clear.mutable_connection());
        if (m.user_data) to_proto(*m.user_data, *clear.mutable_user_data());
        clear.set_drop_resource(number(m.drop_resource));
    }
    void operator()(const csta::ClearCall& m) const {
        to_proto(m.call, *out.mutable_clear_call()->mutable_call());
    }
    void operator()(const csta::HoldCall& m) const {
        to_proto(m.active, *out.mutable_hold_call()->mutable_active());
    }
    void operator()(const csta::RetrieveCall& m) const {
        to_proto(m.held, *out.mutable_retrieve_call()->mutable_held());
    }
    void operator()(const csta::AlternateCall& m) const { two_calls(m, *out.mutable_alternate_call()); }
    void operator()(const csta::ReconnectCall& m) const {
        two_calls(m, *out.mutable_reconnect_call());
        if (m.user_data) to_proto(*m.user_data, *out.mutable_reconnect_call()->mutable_user_data());
        out.mutable_reconnect_call()->set_drop_resource(number(m.drop_resource));
    }
    void operator()(const csta::ConsultationCall& m) const {
        auto& consult = *out.mutable_consultation_call();
        to_proto(m.active, *consult.mutable_active());
        consult.set_consulted(m.consulted);
        if (m.user_data) to_proto(*m.user_data, *consult.mutable_user_data());
        consult.set_dest_route(m.dest_route);
        consult.set_priority(m.priority);
        special_call(m, consult);
    }
    void operator()(const csta::TransferCall& m) const { two_calls(m, *out.mutable_transfer_call()); }
    void operator()(const csta::ConferenceCall& m) const { two_calls(m, *out.mutable_conference_call()); }
    void operator()(const csta::SetAgentState& m) const {
        auto& set = *out.mutable_set_agent_state();
        set.set_device(m.device);
        set.set_mode(number(m.mode));
        set.set_agent_id(m.agent_id);
        set.set_group(m.group);
        set.set_password(m.password);
        set.set_work_mode(number(m.work_mode));
        set.set_reason_code(m.reason_code);
        set.set_enable_pending(m.enable_pending);
    }
    void operator()(const csta::QueryAgentState& m) const {
        out.mutable_query_agent_state()->set_device(m.device);
        out.mutable_query_agent_state()->set_group(m.group);
    }
    void operator()(const csta::RequestSystemStatus&) const { out.mutable_request_system_status(); }
    void operator()(const csta::QueryUcid& m) const {
        to_proto(m.call, *out.mutable_query_ucid()->mutable_call());
    }

  private:
    template <class Typed, class Message>
    static void special_call(const Typed& typed, Message& message) {
        message.set_type_of_call(number(typed.type_of_call));
        message.set_split(typed.split);
        message.set_shown_number(typed.shown_number);
    }
    template <class Typed, class Message>
    static void two_calls(const Typed& typed, Message& message) {
        to_proto(typed.active, *message.mutable_active());
        to_proto(typed.held, *message.mutable_held());
    }
};

csta::MakeCall read(const pb::MakeCall& in) {
    return {in.calling(),    in.called(),      user_data_from(in.has_user_data(), in.user_data()),
            in.dest_route(), in.priority(),    static_cast<csta::TypeOfCall>(in.type_of_call()),
            in.split(),      in.shown_number()};
}

csta::ConsultationCall read(const pb::ConsultationCall& in) {
    return {
        from_proto(in.active()),
        in.consulted(),
        user_data_from(in.has_user_data(), in.user_data()),
        in.dest_route(),
        in.priority(),
        static_cast<csta::TypeOfCall>(in.type_of_call()),
        in.split(),
        in.shown_number()};
}

csta::SetAgentState read(const pb::SetAgentState& in) {
    return {
        in.device(),   static_cast<csta::AgentMode>(in.mode()),     in.agent_id(),    in.group(),
        in.password(), static_cast<csta::WorkMode>(in.work_mode()), in.reason_code(), in.enable_pending()};
}

csta::ClearConnection read(const pb::ClearConnection& in) {
    return {
        from_proto(in.connection()), user_data_from(in.has_user_data(), in.user_data()),
        static_cast<csta::DropResource>(in.drop_resource())};
}

csta::ReconnectCall read(const pb::ReconnectCall& in) {
    return {
        from_proto(in.active()), from_proto(in.held()), user_data_from(in.has_user_data(), in.user_data()),
        static_cast<csta::DropResource>(in.drop_resource())};
}

}  // namespace

void to_proto(const csta::Request& request, pb::Request& out) {
    std::visit(Writer{out}, request);
}

std::optional<csta::Request> from_proto(const pb::Request& in) {  // long: one line per service
    switch (in.service_case()) {
        case Service::kMonitorStart: return csta::MonitorStart{from_proto(in.monitor_start().object())};
        case Service::kMonitorStop: return csta::MonitorStop{from_proto(in.monitor_stop().object())};
        case Service::kSnapshotDevice: return csta::SnapshotDevice{in.snapshot_device().device()};
        case Service::kSnapshotCall: return csta::SnapshotCall{from_proto(in.snapshot_call().call())};
        case Service::kMakeCall: return read(in.make_call());
        case Service::kAnswerCall: return csta::AnswerCall{from_proto(in.answer_call().alerting())};
        case Service::kClearConnection: return read(in.clear_connection());
        case Service::kClearCall: return csta::ClearCall{from_proto(in.clear_call().call())};
        case Service::kHoldCall: return csta::HoldCall{from_proto(in.hold_call().active())};
        case Service::kRetrieveCall: return csta::RetrieveCall{from_proto(in.retrieve_call().held())};
        case Service::kAlternateCall:
            return csta::AlternateCall{
                from_proto(in.alternate_call().active()), from_proto(in.alternate_call().held())};
        case Service::kReconnectCall: return read(in.reconnect_call());
        case Service::kConsultationCall: return read(in.consultation_call());
        case Service::kTransferCall:
            return csta::TransferCall{
                from_proto(in.transfer_call().held()), from_proto(in.transfer_call().active())};
        case Service::kConferenceCall:
            return csta::ConferenceCall{
                from_proto(in.conference_call().held()), from_proto(in.conference_call().active())};
        case Service::kSetAgentState: return read(in.set_agent_state());
        case Service::kQueryAgentState:
            return csta::QueryAgentState{in.query_agent_state().device(), in.query_agent_state().group()};
        case Service::kRequestSystemStatus: return csta::RequestSystemStatus{};
        case Service::kQueryUcid: return csta::QueryUcid{from_proto(in.query_ucid().call())};
        case Service::kSingleStepConferenceCall: return read(in.single_step_conference_call());
        case Service::kSingleStepTransferCall: return read(in.single_step_transfer_call());
        case Service::kDeflectCall: return read(in.deflect_call());
        case Service::kPickupCall: return read(in.pickup_call());
        case Service::kMakePredictiveCall: return read(in.make_predictive_call());
        case Service::kGenerateDigits: return read(in.generate_digits());
        case Service::kSelectiveListening: return read(in.selective_listening());
        case Service::kSetForwarding: return read(in.set_forwarding());
        case Service::kQueryForwarding: return read(in.query_forwarding());
        case Service::kSetDoNotDisturb: return read(in.set_do_not_disturb());
        case Service::kQueryDoNotDisturb: return read(in.query_do_not_disturb());
        case Service::kSetMessageWaiting: return read(in.set_message_waiting());
        case Service::kQueryMessageWaiting: return read(in.query_message_waiting());
        case Service::kQueryLastNumber: return read(in.query_last_number());
        case Service::kQueryDeviceInfo: return read(in.query_device_info());
        case Service::kQueryDeviceName: return read(in.query_device_name());
        case Service::kQueryStationStatus: return read(in.query_station_status());
        case Service::kQueryAcdSplit: return read(in.query_acd_split());
        case Service::kQueryAgentLogin: return read(in.query_agent_login());
        case Service::kQueryTimeOfDay: return read(in.query_time_of_day());
        case Service::kGetDeviceList: return read(in.get_device_list());
        case Service::kGetApiCaps: return read(in.get_api_caps());
        case Service::kRouteSelect: return read(in.route_select());
        case Service::kRouteEnd: return read(in.route_end());
        case Service::SERVICE_NOT_SET: break;
    }
    return std::nullopt;
}

const char* service_name(const csta::Request& request) {
    static constexpr const char* kNames[] = {
        "monitor_start",
        "monitor_stop",
        "snapshot_device",
        "snapshot_call",
        "make_call",
        "answer_call",
        "clear_connection",
        "clear_call",
        "hold_call",
        "retrieve_call",
        "alternate_call",
        "reconnect_call",
        "consultation_call",
        "transfer_call",
        "conference_call",
        "set_agent_state",
        "query_agent_state",
        "request_system_status",
        "query_ucid",
        "single_step_conference_call",
        "single_step_transfer_call",
        "deflect_call",
        "pickup_call",
        "make_predictive_call",
        "generate_digits",
        "selective_listening",
        "set_forwarding",
        "query_forwarding",
        "set_do_not_disturb",
        "query_do_not_disturb",
        "set_message_waiting",
        "query_message_waiting",
        "query_last_number",
        "query_device_info",
        "query_device_name",
        "query_station_status",
        "query_acd_split",
        "query_agent_login",
        "query_time_of_day",
        "get_device_list",
        "get_api_caps",
        "route_select",
        "route_end"};
    static_assert(std::size(kNames) == std::variant_size_v<csta::Request>);
    return kNames[request.index()];
}

}  // namespace ctiengine::csta_proto

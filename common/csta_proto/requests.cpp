#include "common/csta_proto/common_fields.hpp"

namespace ctiengine::csta_proto {
namespace {

using Service = pb::Request::ServiceCase;

struct Writer {
    pb::Request& out;

    template <class NotMappedYet>
    void operator()(const NotMappedYet&) const {}
    void operator()(const csta::MonitorDevice& m) const {
        out.mutable_monitor_device()->set_device(m.device);
    }
    void operator()(const csta::MonitorStop& m) const { out.mutable_monitor_stop()->set_device(m.device); }
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
    }
    void operator()(const csta::AnswerCall& m) const {
        to_proto(m.alerting, *out.mutable_answer_call()->mutable_alerting());
    }
    void operator()(const csta::ClearConnection& m) const {
        auto& clear = *out.mutable_clear_connection();
        to_proto(m.connection, *clear.mutable_connection());
        if (m.user_data) to_proto(*m.user_data, *clear.mutable_user_data());
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
    }
    void operator()(const csta::ConsultationCall& m) const {
        auto& consult = *out.mutable_consultation_call();
        to_proto(m.active, *consult.mutable_active());
        consult.set_consulted(m.consulted);
        if (m.user_data) to_proto(*m.user_data, *consult.mutable_user_data());
        consult.set_dest_route(m.dest_route);
        consult.set_priority(m.priority);
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
    static void two_calls(const Typed& typed, Message& message) {
        to_proto(typed.active, *message.mutable_active());
        to_proto(typed.held, *message.mutable_held());
    }
};

std::optional<csta::UserData> optional_user_data(bool present, const pb::UserData& in) {
    if (!present) return std::nullopt;
    return from_proto(in);
}

csta::MakeCall read(const pb::MakeCall& in) {
    return {
        in.calling(), in.called(), optional_user_data(in.has_user_data(), in.user_data()), in.dest_route(),
        in.priority()};
}

csta::ConsultationCall read(const pb::ConsultationCall& in) {
    return {
        from_proto(in.active()), in.consulted(), optional_user_data(in.has_user_data(), in.user_data()),
        in.dest_route(), in.priority()};
}

csta::SetAgentState read(const pb::SetAgentState& in) {
    return {
        in.device(),   static_cast<csta::AgentMode>(in.mode()),     in.agent_id(),    in.group(),
        in.password(), static_cast<csta::WorkMode>(in.work_mode()), in.reason_code(), in.enable_pending()};
}

}  // namespace

void to_proto(const csta::Request& request, pb::Request& out) {
    std::visit(Writer{out}, request);
}

std::optional<csta::Request> from_proto(const pb::Request& in) {  // long: one line per service
    switch (in.service_case()) {
        case Service::kMonitorDevice: return csta::MonitorDevice{in.monitor_device().device()};
        case Service::kMonitorStop: return csta::MonitorStop{in.monitor_stop().device()};
        case Service::kSnapshotDevice: return csta::SnapshotDevice{in.snapshot_device().device()};
        case Service::kSnapshotCall: return csta::SnapshotCall{from_proto(in.snapshot_call().call())};
        case Service::kMakeCall: return read(in.make_call());
        case Service::kAnswerCall: return csta::AnswerCall{from_proto(in.answer_call().alerting())};
        case Service::kClearConnection: {
            const auto& clear = in.clear_connection();
            return csta::ClearConnection{
                from_proto(clear.connection()), optional_user_data(clear.has_user_data(), clear.user_data())};
        }
        case Service::kClearCall: return csta::ClearCall{from_proto(in.clear_call().call())};
        case Service::kHoldCall: return csta::HoldCall{from_proto(in.hold_call().active())};
        case Service::kRetrieveCall: return csta::RetrieveCall{from_proto(in.retrieve_call().held())};
        case Service::kAlternateCall:
            return csta::AlternateCall{
                from_proto(in.alternate_call().active()), from_proto(in.alternate_call().held())};
        case Service::kReconnectCall: {
            const auto& reconnect = in.reconnect_call();
            return csta::ReconnectCall{
                from_proto(reconnect.active()), from_proto(reconnect.held()),
                optional_user_data(reconnect.has_user_data(), reconnect.user_data())};
        }
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
        case Service::SERVICE_NOT_SET: break;
    }
    return std::nullopt;
}

const char* service_name(const csta::Request& request) {
    static constexpr const char* kNames[] = {
        "monitor_device",    "monitor_stop",          "snapshot_device",  "snapshot_call",
        "make_call",         "answer_call",           "clear_connection", "clear_call",
        "hold_call",         "retrieve_call",         "alternate_call",   "reconnect_call",
        "consultation_call", "transfer_call",         "conference_call",  "set_agent_state",
        "query_agent_state", "request_system_status", "query_ucid"};
    if (request.index() >= std::size(kNames)) return "not_mapped_yet";
    return kNames[request.index()];
}

}  // namespace ctiengine::csta_proto

#include "common/csta_proto/response_fields.hpp"

namespace ctiengine::csta_proto {
namespace {

using Result = pb::Response::ResultCase;

struct Writer {
    pb::Response& out;

    template <class Typed>
    void operator()(const Typed& m) const {
        write(m, out);
    }
    void operator()(const csta::Done&) const { out.mutable_done(); }
    void operator()(const csta::NewCall& m) const {
        to_proto(m.call, *out.mutable_new_call()->mutable_call());
        out.mutable_new_call()->set_ucid(m.ucid);
    }
    void operator()(const csta::MergedCall& m) const {
        auto& merged = *out.mutable_merged_call();
        to_proto(m.call, *merged.mutable_call());
        connections_to(m.connections, merged);
        merged.set_ucid(m.ucid);
    }
    void operator()(const csta::DeviceSnapshot& m) const {
        auto& snapshot = *out.mutable_device_snapshot();
        for (const auto& call : m.calls) {
            auto& item = *snapshot.add_calls();
            to_proto(call.connection, *item.mutable_connection());
            for (auto state : call.states) item.add_states(number(state));
        }
    }
    void operator()(const csta::CallSnapshot& m) const {
        auto& snapshot = *out.mutable_call_snapshot();
        for (const auto& party : m.parties) {
            auto& item = *snapshot.add_parties();
            to_proto(party.device, *item.mutable_device());
            to_proto(party.connection, *item.mutable_connection());
            item.set_state(number(party.state));
        }
        device_history_to(m.device_history, snapshot);
    }
    void operator()(const csta::AgentStateSet& m) const {
        out.mutable_agent_state_set()->set_pending(m.pending);
    }
    void operator()(const csta::AgentStateAnswer& m) const {
        auto& state = *out.mutable_agent_state();
        state.set_state(number(m.state));
        state.set_work_mode(number(m.work_mode));
        state.set_talk_state(number(m.talk_state));
        state.set_reason_code(m.reason_code);
        state.set_pending_work_mode(number(m.pending_work_mode));
        state.set_pending_reason_code(m.pending_reason_code);
        state.set_agent_id(m.agent_id);
    }
    void operator()(const csta::SystemStatusAnswer& m) const {
        out.mutable_system_status()->set_status(number(m.status));
    }
    void operator()(const csta::UcidAnswer& m) const { out.mutable_ucid()->set_ucid(m.ucid); }
    void operator()(const csta::Failure& m) const {
        out.mutable_failure()->set_value(number(m.value));
        out.mutable_failure()->set_detail(m.detail);
    }
};

csta::DeviceSnapshot read(const pb::DeviceSnapshot& in) {
    csta::DeviceSnapshot snapshot;
    for (const auto& item : in.calls()) {
        auto& call = snapshot.calls.emplace_back();
        call.connection = from_proto(item.connection());
        for (auto state : item.states()) call.states.push_back(static_cast<csta::ConnectionState>(state));
    }
    return snapshot;
}

csta::CallSnapshot read(const pb::CallSnapshot& in) {
    csta::CallSnapshot snapshot;
    for (const auto& item : in.parties()) {
        auto& party = snapshot.parties.emplace_back();
        party.device = from_proto(item.device());
        party.connection = from_proto(item.connection());
        party.state = static_cast<csta::ConnectionState>(item.state());
    }
    snapshot.device_history = device_history_from(in.device_history());
    return snapshot;
}

csta::AgentStateAnswer read(const pb::AgentStateAnswer& in) {
    return {
        static_cast<csta::AgentState>(in.state()),
        static_cast<csta::WorkMode>(in.work_mode()),
        static_cast<csta::TalkState>(in.talk_state()),
        in.reason_code(),
        static_cast<csta::WorkMode>(in.pending_work_mode()),
        in.pending_reason_code(),
        in.agent_id()};
}

}  // namespace

void to_proto(const csta::Response& response, pb::Response& out) {
    std::visit(Writer{out}, response);
}

std::optional<csta::Response> from_proto(const pb::Response& in) {
    switch (in.result_case()) {
        case Result::kDone: return csta::Done{};
        case Result::kNewCall: return csta::NewCall{from_proto(in.new_call().call()), in.new_call().ucid()};
        case Result::kMergedCall: {
            const auto& merged = in.merged_call();
            return csta::MergedCall{
                from_proto(merged.call()), connections_from(merged.connections()), merged.ucid()};
        }
        case Result::kDeviceSnapshot: return read(in.device_snapshot());
        case Result::kCallSnapshot: return read(in.call_snapshot());
        case Result::kAgentStateSet: return csta::AgentStateSet{in.agent_state_set().pending()};
        case Result::kAgentState: return read(in.agent_state());
        case Result::kSystemStatus:
            return csta::SystemStatusAnswer{static_cast<csta::SystemStatus>(in.system_status().status())};
        case Result::kUcid: return csta::UcidAnswer{in.ucid().ucid()};
        case Result::kFailure:
            return csta::Failure{
                static_cast<csta::UniversalFailure>(in.failure().value()), in.failure().detail()};
        case Result::kForwarding: return read(in.forwarding());
        case Result::kDoNotDisturb: return read(in.do_not_disturb());
        case Result::kMessageWaiting: return read(in.message_waiting());
        case Result::kLastNumber: return read(in.last_number());
        case Result::kDeviceInfo: return read(in.device_info());
        case Result::kDeviceName: return read(in.device_name());
        case Result::kStationStatus: return read(in.station_status());
        case Result::kAcdSplit: return read(in.acd_split());
        case Result::kAgentLogin: return read(in.agent_login());
        case Result::kTimeOfDay: return read(in.time_of_day());
        case Result::kDeviceList: return read(in.device_list());
        case Result::kApiCaps: return read(in.api_caps());
        case Result::RESULT_NOT_SET: break;
    }
    return std::nullopt;
}

}  // namespace ctiengine::csta_proto

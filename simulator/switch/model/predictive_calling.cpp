#include "simulator/switch/model/predictive_calling.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {
namespace {

using Kind = Destination::Kind;

std::chrono::milliseconds patience_of(int max_rings, std::chrono::milliseconds ring) {
    constexpr int kFewest = 2;
    constexpr int kMost = 15;
    constexpr int kUsual = 10;
    return ring * (max_rings < kFewest || max_rings > kMost ? kUsual : max_rings);
}

bool is_distributed(const Destination& destination) {
    return destination.kind == Kind::Vdn || destination.kind == Kind::Skill;
}

}  // namespace

Outcome<std::string> PredictiveCalling::originator(const std::string& device) {
    if (is_distributed(core_.directory.resolve(device))) return device;
    return setup_.caller_station(device);
}

Outcome<NewCall> PredictiveCalling::make(const PredictiveCall& asked) {
    const auto from = originator(asked.originator);
    if (!from) return from.error();
    if (const auto checked = setup_.check(asked.called, asked.options); !checked) return checked.error();
    Call* call = core_.calls.create();
    if (call == nullptr) return core_.refuse(Denial::UserBusy, "the switch has no call ID left");
    call->calling = core_.name_of_station(*from);
    call->user_data = asked.options.user_data;
    const auto id = call->id;
    call->predictive = PredictiveState{*from, asked.allocation, asked.treatment};
    call->predictive->timer = core_.timeline.schedule(
        patience_of(asked.max_rings, core_.plan.ring), [this, id] { not_answered(id); }
    );
    NewCall made{{id, *from, false}, call->ucid};
    dial(*call, asked);
    return made;
}

void PredictiveCalling::dial(Call& call, const PredictiveCall& asked) {
    const auto id = call.id;
    const auto destination = core_.directory.resolve(asked.called, asked.options.dest_route);
    const bool outside = destination.kind == Kind::Outside;
    call.called =
        outside ? core_.name_of_outside(destination.outside_number) : core_.name_of_station(asked.called);
    if (outside && !asked.options.priority) return dial_outside(call, destination);
    const auto* station = destination.station;
    if (destination.agent != nullptr) {
        station = core_.directory.station(core_.station_of_agent(destination.agent->agent_id));
    }
    const auto& causes = core_.profile.causes;
    if (station == nullptr) return fail(call, causes.invalid_number, AR_SIT_VACANT_CODE);
    if (!core_.deliver(call, *station)) return fail(call, causes.busy, AR_NONE);
    progressed(id);
}

void PredictiveCalling::dial_outside(Call& call, const Destination& destination) {
    if (destination.trunk_group->idle() == 0) {
        return fail(call, core_.profile.causes.all_trunks_busy, AR_SIT_NO_CIRCUIT);
    }
    const auto id = call.id;
    setup_.offer(call, destination, core_.profile.causes.delivered);
    progressed(id);  // a trunk that tells of its seizure only counts as answered
}

void PredictiveCalling::progressed(CallId id) {
    Call* call = core_.calls.find(id);
    if (call == nullptr || !call->predictive) return;
    auto& state = *call->predictive;
    const auto is_called = [&state](const Party& party) { return party.device != state.originator; };
    const auto rings = [&](const Party& party) { return is_called(party) && party.state == CS_ALERTING; };
    const auto talks = [&](const Party& party) { return is_called(party) && party.state == CS_CONNECT; };
    const auto& parties = call->parties;
    const bool answered = std::any_of(parties.begin(), parties.end(), talks);
    if (answered) {
        core_.timeline.cancel(state.timer);
        if (call->reason == AR_NONE) call->reason = AR_ANSWER_NORMAL;
    }
    if (state.connected) return;
    if (answered && call->reason == AR_ANSWER_MACHINE_DETECTED && state.treatment == AT_DROP) {
        (void)clearing_.clear_call(id);
        return;
    }
    const bool early =
        state.allocation == AS_CALL_DELIVERED && std::any_of(parties.begin(), parties.end(), rings);
    if (answered || early) connect_originator(*call);
}

void PredictiveCalling::connect_originator(Call& call) {
    call.predictive->connected = true;
    const auto& device = call.predictive->originator;
    const auto destination = core_.directory.resolve(device);
    if (is_distributed(destination)) return setup_.lead_on(call, device, destination);
    if (call.find(device) != nullptr || !core_.has_free_appearance(*destination.station)) {
        (void)clearing_.clear_call(call.id);
        return;
    }
    setup_.offer(call, destination, core_.profile.causes.delivered);
}

void PredictiveCalling::not_answered(CallId id) {
    const Call* call = core_.calls.find(id);
    if (call == nullptr) return;
    // A call that has become a conference goes on for the others.
    if (call->parties.size() <= 2) failed(id, FarEndPlan::Behaviour::NoAnswer);
}

void PredictiveCalling::failed(CallId id, FarEndPlan::Behaviour how) {
    Call* call = core_.calls.find(id);
    if (call == nullptr) return;
    const auto& causes = core_.profile.causes;
    switch (how) {
        case FarEndPlan::Behaviour::Busy: return fail(*call, causes.busy, AR_NONE);
        case FarEndPlan::Behaviour::Congestion: return fail(*call, causes.congestion, AR_SIT_NO_CIRCUIT);
        case FarEndPlan::Behaviour::Invalid: return fail(*call, causes.invalid_number, AR_SIT_VACANT_CODE);
        default: return fail(*call, causes.not_answered, AR_NONE);
    }
}

void PredictiveCalling::fail(Call& call, CSTAEventCause_t cause, ATTReasonCode_t reason) {
    call.reason = reason;
    const auto device = call.predictive->originator;
    auto event = core_.event(call, CSTA_FAILED, cause);
    event.connection = {call.id, call.trunk_name(1), true};
    if (!call.parties.empty()) event.connection = call.connection(call.parties.front());
    event.subject = call.parties.empty() ? SwitchCore::nobody() : call.parties.front().address;
    event.called = call.called;
    event.data.calling = call.calling;
    if (core_.directory.station(device) == nullptr) {
        auto& followers = call.acd.followers;
        if (std::find(followers.begin(), followers.end(), device) == followers.end())
            followers.push_back(device);
    } else if (call.find(device) == nullptr) {
        core_.report_to({{device, CS_NULL}}, event);
    }
    core_.report(call, event);
    (void)clearing_.clear_call(call.id);
}

}  // namespace ctiengine::simulator

#include "simulator/switch/model/call_setup.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {
namespace {

constexpr std::size_t kMaxUserDataOctets = ATT_MAX_UUI_SIZE;

}  // namespace

Outcome<std::string> CallSetup::caller_station(const std::string& calling) const {
    if (core_.directory.station(calling) != nullptr) return calling;
    if (core_.directory.agent(calling) == nullptr) {
        return core_.refuse(Denial::UnknownCaller, "'" + calling + "' is no station");
    }
    auto extension = core_.station_of_agent(calling);
    if (extension.empty())
        return core_.refuse(Denial::AgentNotLoggedIn, "agent " + calling + " is logged out");
    return extension;
}

Outcome<void> CallSetup::check(const std::string& called, const CallOptions& options) const {
    if (called.empty()) return core_.refuse(Denial::MissingElement, "no number to call was given");
    if (options.user_data && options.user_data->octets.size() > kMaxUserDataOctets) {
        return core_.refuse(Denial::ValueOutOfRange, "user data is longer than 96 octets");
    }
    for (const auto& split : {options.direct_agent_split, options.assist_split}) {
        if (split.empty() || core_.directory.skill(split) != nullptr) continue;
        return core_.refuse(Denial::NotASplit, "'" + split + "' is no split and no skill");
    }
    return {};
}

Outcome<void> CallSetup::check_assistance(const std::string& extension, const CallOptions& options) const {
    if (options.assist_split.empty()) return {};
    const auto* agent = core_.directory.agent(core_.agent_at(extension));
    if (agent == nullptr) {
        return core_.refuse(Denial::AgentNotLoggedIn, "only an agent may call for assistance");
    }
    const auto& skills = agent->skills;
    if (std::find(skills.begin(), skills.end(), options.assist_split) == skills.end()) {
        return core_.refuse(
            Denial::AgentNotMember, "agent " + agent->agent_id + " has not skill " + options.assist_split
        );
    }
    return {};
}

Outcome<void> CallSetup::check_in_service(const std::string& extension) const {
    if (!std::as_const(core_.stations).of(extension).out_of_service) return {};
    return core_.refuse(Denial::StationOutOfService, "station " + extension + " is out of service");
}

Outcome<NewCall> CallSetup::make_call(
    const std::string& calling, const std::string& called, const CallOptions& options
) {
    const auto extension = caller_station(calling);
    if (!extension) return extension.error();
    if (const auto checked = check(called, options); !checked) return checked.error();
    if (const auto checked = check_assistance(*extension, options); !checked) return checked.error();

    if (const auto works = check_in_service(*extension); !works) return works.error();
    const Leg active = core_.calls.active_leg(*extension);
    Call* call = active.call;
    if (call != nullptr && active.party->state != CS_INITIATE) {
        return core_.refuse(Denial::UserBusy, "station " + *extension + " is off-hook on another call");
    }
    if (call == nullptr && !core_.has_free_appearance(*core_.directory.station(*extension))) {
        return core_.refuse(Denial::UserBusy, "station " + *extension + " has no free appearance");
    }
    if (call == nullptr) call = open_line(*extension, ATT_CM_NONE, std::nullopt);
    if (call == nullptr) return core_.refuse(Denial::UserBusy, "the switch has no call ID left");
    NewCall made{call->connection(*call->find(*extension)), call->ucid};
    dial(*call, called, options);
    return made;
}

Outcome<NewCall> CallSetup::lift_handset(const std::string& extension) {
    const auto* station = core_.directory.station(extension);
    if (station == nullptr) return core_.refuse(Denial::UnknownCaller, "'" + extension + "' is no station");
    if (const auto works = check_in_service(extension); !works) return works.error();
    if (core_.calls.active_leg(extension).party != nullptr || !core_.has_free_appearance(*station)) {
        return core_.refuse(
            Denial::UserBusy, "station " + extension + " is off-hook or has no free appearance"
        );
    }
    Call* call = open_line(extension, ATT_CM_NONE, std::nullopt);
    if (call == nullptr) return core_.refuse(Denial::UserBusy, "the switch has no call ID left");
    return NewCall{call->connection(call->parties.front()), call->ucid};
}

Outcome<NewCall> CallSetup::consult(
    const std::string& extension, const std::string& called, const CallOptions& options, OriginalCall original
) {
    Call* call = open_line(extension, ATT_CM_CONSULTATION, std::move(original));
    if (call == nullptr) return core_.refuse(Denial::UserBusy, "the switch has no call ID left");
    NewCall made{call->connection(call->parties.front()), call->ucid};
    dial(*call, called, options);
    return made;
}

Call* CallSetup::open_line(
    const std::string& extension, ATTConsultMode_t mode, std::optional<OriginalCall> original
) {
    Call* call = core_.calls.create();
    if (call == nullptr) return nullptr;
    call->consult_mode = mode;
    call->original = std::move(original);
    call->calling = core_.name_of_station(extension);
    auto& caller = core_.calls.add_station(*call, extension, call->calling);
    caller.state = CS_INITIATE;
    auto event = core_.event(*call, CSTA_SERVICE_INITIATED, core_.profile.causes.service_initiated);
    event.connection = call->connection(caller);
    core_.report(*call, event);
    return call;
}

void CallSetup::dial(Call& call, const std::string& digits, const CallOptions& options) {
    auto& caller = call.parties.front();
    core_.stations.of(caller.device).last_number = options.dest_route + digits;
    const auto destination = core_.directory.resolve(digits, options.dest_route);
    const auto kind = destination.kind;
    call.user_data = options.user_data;
    const bool barred =
        options.priority && kind == Destination::Kind::Outside;  // priority is for inside calls
    if (kind == Destination::Kind::Invalid || barred) {
        if (core_.profile.originated_before_invalid_number) originated(call, caller, digits, options);
        fail_invalid(call);
        return;
    }
    const bool outside = kind == Destination::Kind::Outside;
    call.called = outside ? core_.name_of_outside(destination.outside_number) : core_.name_of_station(digits);
    if (outside) caller.state = CS_CONNECT;
    originated(call, caller, digits, options);
    caller.state = CS_CONNECT;
    if (outside) {
        go_outside(call, destination);
        return;
    }
    call.acd.typed_ahead = options.digits;
    if (options.direct_agent_split.empty()) {
        enter(call, digits, destination);
    } else if (!core_.enter_agent_queue(call, options.direct_agent_split, digits)) {
        fail_invalid(call);
    }
}

const StationPlan* CallSetup::station_behind(const Destination& destination) {
    if (destination.agent == nullptr) return destination.station;
    return core_.directory.station(core_.station_of_agent(destination.agent->agent_id));
}

void CallSetup::enter(Call& call, const std::string& digits, const Destination& destination) {
    if (destination.vdn != nullptr) {
        core_.enter_vdn(call, *destination.vdn);
        return;
    }
    if (destination.skill != nullptr) {
        if (!core_.enter_skill(call, *destination.skill)) give_busy(call, digits);
        return;
    }
    const auto* station = station_behind(destination);
    const bool rings = station != nullptr && core_.deliver(call, *station);
    if (!rings) fail_busy(call, station == nullptr ? digits : station->extension);
}

void CallSetup::offer(Call& call, const Destination& destination, CSTAEventCause_t cause) {
    if (destination.kind == Destination::Kind::Outside) {
        go_outside(call, destination);
    } else {
        ring(call, *destination.station, cause);
    }
}

bool CallSetup::can_reach(const Call& call, const Destination& destination) {
    using Kind = Destination::Kind;
    if (destination.kind == Kind::Vdn || destination.kind == Kind::Skill) return true;
    if (destination.kind == Kind::Outside) return destination.trunk_group->idle() > 0;
    const auto* station = station_behind(destination);
    return station != nullptr && call.find(station->extension) == nullptr && core_.can_deliver(*station);
}

void CallSetup::lead_on(Call& call, const std::string& digits, const Destination& destination) {
    if (destination.kind == Destination::Kind::Outside) {
        go_outside(call, destination);
    } else {
        enter(call, digits, destination);
    }
}

void CallSetup::originated(Call& call, Party& caller, const std::string& digits, const CallOptions& options) {
    auto event = core_.event(call, CSTA_ORIGINATED, core_.profile.causes.originated);
    event.connection = call.connection(caller);
    event.calling = call.calling;
    event.called = call.called;
    event.called.number = options.dest_route + digits;
    event.called.status = ID_PROVIDED;
    event.data.user_data = call.user_data;
    event.data.logical_agent = core_.agent_at(caller.device);
    core_.report(call, event);
}

void CallSetup::ring(Call& call, const StationPlan& station, CSTAEventCause_t cause) {
    auto& ringing =
        core_.calls.add_station(call, station.extension, core_.name_of_station(station.extension));
    ringing.state = CS_ALERTING;
    give_up_later(call, ringing);
    auto event = core_.two_ended_event(call, ringing, CSTA_DELIVERED);
    event.cause = cause;
    core_.report(call, event);
}

void CallSetup::give_up_later(Call& call, Party& ringing) {
    if (!core_.plan.caller_patience) return;
    const auto caller = call.parties.front().serial;
    core_.set_timer(ringing, *core_.plan.caller_patience, [this, caller, waited_for = ringing.serial] {
        const Leg there = core_.calls.leg(waited_for);
        if (there.party == nullptr || there.party->state != CS_ALERTING) return;
        there.party->timer = 0;
        const Leg waiting = core_.calls.leg(caller);
        const bool pair = waiting.call == there.call && there.call->parties.size() == 2;
        clearing_.drop(pair ? waiting : there);
    });
}

Outcome<Destination> CallSetup::called_from_outside(const IncomingCall& incoming) {
    const auto destination = core_.directory.resolve(incoming.to);
    const auto* station = station_behind(destination);
    if (destination.vdn != nullptr || destination.skill != nullptr) {
        if (const auto checked = check(incoming.to, {incoming.user_data}); !checked) return checked.error();
        return destination;
    }
    if (station == nullptr) {
        return core_.refuse(
            Denial::UnknownDevice, "'" + incoming.to + "' is no station and no agent logged in"
        );
    }
    if (const auto checked = check(incoming.to, {incoming.user_data}); !checked) return checked.error();
    if (!core_.can_deliver(*station)) {
        return core_.refuse(Denial::UserBusy, "station " + station->extension + " is busy");
    }
    return destination;
}

Outcome<TrunkLine> CallSetup::line_from_outside(int trunk_group) {
    auto* group =
        trunk_group == 0 ? core_.directory.first_trunk_group() : core_.directory.trunk_group(trunk_group);
    if (group == nullptr) return core_.refuse(Denial::NoTrunk, "there is no such trunk group");
    const auto line = group->seize();
    if (!line) return core_.refuse(Denial::NoTrunk, "all circuits of the trunk group are in use");
    return *line;
}

Outcome<NewCall> CallSetup::incoming(const IncomingCall& incoming) {
    const auto destination = called_from_outside(incoming);
    if (!destination) return destination.error();
    const auto line = line_from_outside(incoming.trunk_group);
    if (!line) return line.error();
    Call* call = core_.calls.create();
    if (call == nullptr) {
        core_.directory.release(*line);
        return core_.refuse(Denial::UserBusy, "the switch has no call ID left");
    }
    auto& caller = core_.calls.add_trunk(*call, *line);
    caller.state = CS_CONNECT;
    caller.address =
        incoming.from.empty() ? core_.name_of_trunk(caller.device) : core_.name_of_outside(incoming.from);
    call->calling = caller.address;
    call->called = core_.name_of_station(incoming.to);
    call->incoming_line = *line;
    call->user_data = incoming.user_data;
    NewCall made{call->connection(caller), call->ucid};
    if (incoming.patience) hang_up_unanswered(caller, *incoming.patience);
    call->acd.typed_ahead = incoming.digits;
    enter(*call, incoming.to, *destination);
    return made;
}

void CallSetup::hang_up_unanswered(Party& caller, std::chrono::milliseconds patience) {
    core_.set_timer(caller, patience, [this, serial = caller.serial] {
        const Leg leg = core_.calls.leg(serial);
        if (leg.party == nullptr) return;
        leg.party->timer = 0;
        const bool rings = leg.call->parties.size() == 2 && leg.call->has_state(CS_ALERTING);
        if (rings || leg.call->acd.in_vector) clearing_.drop(leg);
    });
}

}  // namespace ctiengine::simulator

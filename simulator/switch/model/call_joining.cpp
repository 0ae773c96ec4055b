#include "simulator/switch/model/call_joining.hpp"

#include "simulator/switch/model/redirect_target.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {

Outcome<void> CallJoining::check_free(const Call& call, const Joining& joining) {
    const auto* station = core_.directory.station(joining.device);
    if (station == nullptr) {
        return core_.refuse(Denial::UnknownDevice, "'" + joining.device + "' is no station");
    }
    if (call.find(joining.device) != nullptr) {
        return core_.refuse(Denial::AlreadyOnCall, joining.device + " is on the call already");
    }
    if (core_.calls.active_leg(joining.device).party != nullptr || !core_.has_free_appearance(*station)) {
        return core_.refuse(
            Denial::UserBusy, "station " + joining.device + " is off-hook or has no free appearance"
        );
    }
    if (call.parties.size() >= CallMerging::kMaxParties) {
        return core_.refuse(Denial::ConferenceFull, "a call has at most six parties");
    }
    return {};
}

Outcome<MergedCall> CallJoining::join(const Joining& joining) {
    const auto leg = core_.leg(joining.active);
    if (!leg) return leg.error();
    if (joining.alert && core_.profile.refuse_single_step_alerting) {
        return core_.refuse(Denial::ValueOutOfRange, "a party that joins by single step is not alerted");
    }
    Call& call = *leg->call;
    if (call.acd.in_vector) {
        return core_.refuse(Denial::WrongCallState, "a vector works on the call");
    }
    if (call.parties.size() < 2) {
        return core_.refuse(Denial::WrongCallState, "the call has no second party");
    }
    if (const auto checked = check_free(call, joining); !checked) return checked.error();
    auto& joined = core_.calls.add_station(call, joining.device, core_.name_of_station(joining.device));
    joined.state = CS_CONNECT;
    joined.silent = joining.participation == PT_SILENT;
    report_joined(call, joined, joining);
    return MergedCall{call.id, call.ucid, call.list()};
}

Outcome<ConnectionRef> CallJoining::observe(CallId id, const std::string& device) {
    Call* call = core_.calls.find(id);
    if (call == nullptr || call->parties.size() < 2) {
        return core_.refuse(
            Denial::UnknownConnection, "there is no call " + std::to_string(id) + " of two parties"
        );
    }
    if (call->acd.in_vector) return core_.refuse(Denial::WrongCallState, "a vector works on the call");
    if (const auto checked = check_free(*call, {{}, device}); !checked) return checked.error();
    auto& observer = core_.calls.add_station(*call, device, core_.name_of_station(device));
    observer.state = CS_CONNECT;
    observer.silent = true;
    auto event = core_.two_ended_event(*call, observer, CSTA_ESTABLISHED);
    event.cause = core_.profile.causes.observed;
    event.data.reason = AR_SERVICE_OBSERVER;
    core_.report(*call, event);
    return call->connection(observer);
}

void CallJoining::report_joined(Call& call, const Party& joined, const Joining& joining) {
    const auto& causes = core_.profile.causes;
    const auto cause = joined.silent ? causes.single_step_silent : causes.single_step_active;
    auto established = core_.two_ended_event(call, joined, CSTA_ESTABLISHED);
    established.cause = cause;
    core_.report(call, established);
    auto event = core_.event(call, CSTA_CONFERENCED, cause);
    event.connection = joining.active;
    event.secondary = joining.active;
    event.subject = call.find(joining.active.device)->address;
    event.added = joined.address;
    event.parties = call.list();
    event.data.original = call.original;
    core_.report(call, event);
}

CallEvent CallJoining::transferred_event(const Call& call, const Party& leaving, const Destination& to)
    const {
    auto event = core_.event(call, CSTA_TRANSFERRED, core_.profile.causes.single_step_transferred);
    event.connection = call.connection(leaving);
    event.secondary = event.connection;
    event.subject = leaving.address;
    if (to.station != nullptr) {
        const auto& extension = to.station->extension;
        event.added = core_.name_of_station(extension);
        event.parties = {{{call.id, extension, false}, event.added, {}}};
    } else {
        const auto trunk = call.trunk_name(call.last_party_number + 1);
        event.added = core_.name_of_trunk(trunk);
        event.parties = {{{call.id, trunk, true}, event.added, {}}};
    }
    const std::string ucid = core_.profile.send_ucid ? call.ucid : std::string();
    event.data.original =
        OriginalCall{OR_TRANSFERRED, call.calling, call.called, call.incoming_line, call.user_data, ucid};
    return event;
}

Outcome<SteppedTransfer> CallJoining::transfer(const ConnectionRef& active, const std::string& to) {
    const auto leg = core_.leg(active);
    if (!leg) return leg.error();
    Call& call = *leg->call;
    const bool talks = leg->party->state == CS_CONNECT && !leg->party->silent && !leg->party->trunk;
    const auto answered = [&active](const Party& party) {
        const bool on_the_line = party.state == CS_CONNECT || party.state == CS_HOLD;
        return on_the_line && !party.silent && party.device != active.device;
    };
    if (!talks || std::none_of(call.parties.begin(), call.parties.end(), answered)) {
        return core_.refuse(Denial::WrongCallState, active.device + " does not talk to anybody on this call");
    }
    const auto target = redirect_target(core_, call, to);
    if (!target) return target.error();

    auto event = transferred_event(call, *leg->party, *target);
    const SteppedTransfer done{event.parties.front().party, call.ucid};
    SwitchCore::Audience told{{active.device, CS_NULL}};
    call.history = {{active.device, event.cause, event.connection}};
    call.original = event.data.original;
    event.data.history = call.history;
    core_.take_out(call, active.device);
    const auto stay = call.list();
    event.parties.insert(event.parties.begin(), stay.begin(), stay.end());
    for (const auto& party : call.parties) {
        if (!party.trunk) told.emplace_back(party.device, party.state);
    }
    core_.report_to(told, event);
    core_.report_to_followers(call, event);
    setup_.offer(call, *target, core_.profile.causes.delivered);
    return done;
}

}  // namespace ctiengine::simulator

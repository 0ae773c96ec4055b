#include "simulator/switch/model/call_diverting.hpp"

#include "simulator/switch/model/redirect_target.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {

Outcome<Leg> CallDiverting::ringing_leg(const ConnectionRef& alerting) {
    auto leg = core_.leg(alerting);
    if (!leg) return leg.error();
    if (leg->party->trunk || leg->party->state != CS_ALERTING) {
        return core_.refuse(Denial::NotAlerting, "the call does not ring at " + alerting.device);
    }
    return leg;
}

CallEvent CallDiverting::diverted_event(const Call& call, const Party& left, const NamedDevice& to) const {
    auto event = core_.event(call, CSTA_DIVERTED, core_.profile.causes.diverted);
    event.connection = call.connection(left);
    event.subject = left.address;
    event.called = to;
    return event;
}

void CallDiverting::leave(Call& call, const ConnectionRef& alerting, const CallEvent& diverted) {
    call.last_redirection = diverted.subject;
    call.history = {{alerting.device, diverted.cause, alerting}};
    core_.take_out(call, alerting.device);
}

Outcome<void> CallDiverting::deflect(const ConnectionRef& alerting, const std::string& to) {
    const auto leg = ringing_leg(alerting);
    if (!leg) return leg.error();
    Call& call = *leg->call;
    if (to == call.calling.number) {
        return core_.refuse(Denial::AlreadyOnCall, "the call cannot be sent to its own caller");
    }
    const auto target = redirect_target(core_, call, to);
    if (!target) return target.error();
    const bool outside = target->station == nullptr;
    const auto name = outside ? core_.name_of_outside(target->outside_number)
                              : core_.name_of_station(target->station->extension);
    const auto event = diverted_event(call, *leg->party, name);
    leave(call, alerting, event);
    core_.report_to({{alerting.device, CS_NULL}}, event);
    core_.report_to_followers(call, event);
    setup_.offer(call, *target, core_.profile.causes.redirected);
    return {};
}

Outcome<void> CallDiverting::pick_up(const ConnectionRef& alerting, const std::string& by) {
    const auto leg = ringing_leg(alerting);
    if (!leg) return leg.error();
    Call& call = *leg->call;
    const auto* station = core_.directory.station(by);
    if (station == nullptr) {
        return core_.refuse(Denial::InvalidDestination, "'" + by + "' is no station");
    }
    if (call.find(by) != nullptr) {
        return core_.refuse(Denial::AlreadyOnCall, by + " is on the call already");
    }
    if (core_.calls.active_leg(by).party != nullptr || !core_.has_free_appearance(*station)) {
        return core_.refuse(Denial::UserBusy, "station " + by + " is off-hook or has no free appearance");
    }
    const auto event = diverted_event(call, *leg->party, core_.name_of_station(by));
    leave(call, alerting, event);
    core_.calls.add_station(call, by, event.called).state = CS_ALERTING;
    core_.report(call, event);
    core_.report_to({{alerting.device, CS_NULL}}, event);
    auto& taker = *call.find(by);
    taker.state = CS_CONNECT;
    core_.report(call, core_.two_ended_event(call, taker, CSTA_ESTABLISHED));
    core_.progressed(call.id);
    return {};
}

}  // namespace ctiengine::simulator

#include "simulator/switch/model/call_handling.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {
namespace {

/// Off-hook, and not just listening to a tone or to others.
bool can_be_held(const Party& party) {
    return party.state == CS_CONNECT && !party.silent;
}

}  // namespace

Outcome<Leg> CallHandling::station_leg(const ConnectionRef& connection) {
    auto leg = core_.leg(connection);
    if (!leg) return leg.error();
    if (leg->party->trunk) {
        return core_.refuse(Denial::UnknownConnection, connection.device + " is a trunk, not a station");
    }
    return leg;
}

Outcome<void> CallHandling::answer(const ConnectionRef& alerting) {
    const auto leg = station_leg(alerting);
    if (!leg) return leg.error();
    auto& party = *leg->party;
    if (party.state == CS_CONNECT) return {};
    if (party.state != CS_ALERTING) {
        return core_.refuse(Denial::WrongCallState, "the call does not ring at " + party.device);
    }
    if (core_.calls.active_leg(party.device).party != nullptr) {
        return core_.refuse(Denial::UserBusy, "station " + party.device + " is off-hook on another call");
    }
    core_.stop_timer(party);
    party.state = CS_CONNECT;
    party.answered_acd = !party.acd_split.empty();
    core_.report(*leg->call, core_.two_ended_event(*leg->call, party, CSTA_ESTABLISHED));
    core_.progressed(leg->call->id);
    return {};
}

Outcome<void> CallHandling::hold(const ConnectionRef& active) {
    const auto leg = station_leg(active);
    if (!leg) return leg.error();
    if (leg->party->state == CS_HOLD) return {};
    if (!can_be_held(*leg->party)) {
        return core_.refuse(
            Denial::WrongCallState, "station " + active.device + " does not talk on this call"
        );
    }
    put_on_hold(*leg, ATT_CM_NONE);
    return {};
}

Outcome<void> CallHandling::retrieve(const ConnectionRef& held) {
    const auto leg = station_leg(held);
    if (!leg) return leg.error();
    if (leg->party->state != CS_HOLD) {
        return core_.refuse(Denial::WrongCallState, "station " + held.device + " does not hold this call");
    }
    if (core_.calls.active_leg(held.device).party != nullptr) {
        return core_.refuse(Denial::UserBusy, "station " + held.device + " is off-hook on another call");
    }
    take_from_hold(*leg);
    return {};
}

Outcome<CallHandling::TwoLegs> CallHandling::active_and_held(
    const ConnectionRef& active, const ConnectionRef& held
) {
    const auto first = station_leg(active);
    if (!first) return first.error();
    const auto second = station_leg(held);
    if (!second) return second.error();
    const bool one_station = active.device == held.device && active.call != held.call;
    if (!one_station || second->party->state != CS_HOLD) {
        return core_.refuse(Denial::NoHeldAndActive, "'" + held.device + "' does not hold the second call");
    }
    return TwoLegs{*first, *second};
}

Outcome<void> CallHandling::alternate(const ConnectionRef& active, const ConnectionRef& held) {
    const auto legs = active_and_held(active, held);
    if (!legs) return legs.error();
    if (!can_be_held(*legs->active.party)) {
        return core_.refuse(
            Denial::NoHeldAndActive, "station " + active.device + " does not talk on the first"
        );
    }
    put_on_hold(legs->active, ATT_CM_NONE);
    take_from_hold(legs->held);
    return {};
}

Outcome<void> CallHandling::reconnect(
    const ConnectionRef& active, const ConnectionRef& held, const std::optional<UserData>& user_data
) {
    const auto legs = active_and_held(active, held);
    if (!legs) return legs.error();
    const auto state = legs->active.party->state;
    if (state != CS_CONNECT && state != CS_INITIATE && state != CS_FAIL) {
        return core_.refuse(
            Denial::NoHeldAndActive, "station " + active.device + " is not on the first call"
        );
    }
    clearing_.drop(legs->active, user_data);
    take_from_hold(core_.calls.leg(held));
    return {};
}

Outcome<NewCall> CallHandling::consult(
    const ConnectionRef& active, const std::string& called, const CallOptions& options
) {
    const auto leg = station_leg(active);
    if (!leg) return leg.error();
    if (const auto checked = setup_.check(called, options); !checked) return checked.error();
    if (const auto checked = setup_.check_assistance(active.device, options); !checked)
        return checked.error();
    const bool held = leg->party->state == CS_HOLD;
    if (!held && !can_be_held(*leg->party)) {
        return core_.refuse(
            Denial::WrongCallState, "station " + active.device + " does not talk on this call"
        );
    }
    if (held && core_.calls.active_leg(active.device).party != nullptr) {
        return core_.refuse(Denial::UserBusy, "station " + active.device + " is off-hook on another call");
    }
    if (!core_.has_free_appearance(*core_.directory.station(active.device))) {
        return core_.refuse(Denial::UserBusy, "station " + active.device + " has no free appearance");
    }
    if (!held) put_on_hold(*leg, ATT_CM_CONSULTATION);
    const Call& first = *leg->call;
    const std::string ucid = core_.profile.send_ucid ? first.ucid : std::string();
    OriginalCall original{OR_CONSULTATION, first.calling, first.called,     first.incoming_line,
                          first.user_data, ucid,          first.acd.entered};
    return setup_.consult(active.device, called, options, std::move(original));
}

void CallHandling::put_on_hold(const Leg& leg, ATTConsultMode_t mode) {
    leg.party->state = CS_HOLD;
    auto event = core_.event(*leg.call, CSTA_HELD, core_.profile.causes.held);
    event.connection = leg.call->connection(*leg.party);
    event.subject = leg.party->address;
    event.data.consult_mode = mode;
    core_.report(*leg.call, event);
}

void CallHandling::take_from_hold(const Leg& leg) {
    leg.party->state = CS_CONNECT;
    auto event = core_.event(*leg.call, CSTA_RETRIEVED, core_.profile.causes.retrieved);
    event.connection = leg.call->connection(*leg.party);
    event.subject = leg.party->address;
    core_.report(*leg.call, event);
}

}  // namespace ctiengine::simulator

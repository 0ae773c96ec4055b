// The part of CallSetup that looks outwards: trunks, far ends, and calls that fail.
#include "simulator/switch/model/call_setup.hpp"
#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {

void CallSetup::go_outside(Call& call, const Destination& destination) {
    const auto line = destination.trunk_group->seize();
    if (!line) {
        fail(
            call, core_.profile.causes.all_trunks_busy, next_trunk_leg(call), SwitchCore::nobody(),
            call.called
        );
        return;
    }
    auto& trunk = core_.calls.add_trunk(call, *line);
    trunk.state = CS_INITIATE;
    trunk.address = core_.name_of_trunk(trunk.device);
    const auto plan = core_.directory.far_end(destination.outside_number);
    if (!destination.trunk_group->plan().isdn) {
        network_reached(call, trunk, plan);
        return;
    }
    after(trunk.serial, plan.alert_after, [this, serial = trunk.serial, plan] {
        far_end_reacts(serial, plan);
    });
}

void CallSetup::network_reached(Call& call, Party& trunk, const FarEndPlan& plan) {
    trunk.state = CS_CONNECT;
    auto event = core_.event(call, CSTA_NETWORK_REACHED, core_.profile.causes.network_reached);
    event.connection = call.connection(trunk);
    event.subject = trunk.address;
    event.called = call.called;
    event.data.line = trunk.line;
    core_.report(call, event);
    if (!core_.profile.network_reached_then_answer) return;
    after(trunk.serial, plan.answer_after, [this, serial = trunk.serial, plan] {
        far_end_answers(serial, plan);
    });
}

void CallSetup::far_end_reacts(std::uint64_t serial, const FarEndPlan& plan) {
    using Behaviour = FarEndPlan::Behaviour;
    const Leg leg = core_.calls.leg(serial);
    if (leg.party == nullptr) return;
    const bool rings = plan.behaviour == Behaviour::Answer || plan.behaviour == Behaviour::NoAnswer ||
                       plan.behaviour == Behaviour::Machine;
    if (!rings) return far_end_fails(leg, plan.behaviour);
    leg.party->state = CS_ALERTING;
    core_.report(*leg.call, core_.two_ended_event(*leg.call, *leg.party, CSTA_DELIVERED));
    const auto id = leg.call->id;
    core_.progressed(id);
    if (plan.behaviour == Behaviour::NoAnswer) return;
    after(serial, plan.answer_after, [this, serial, plan] { far_end_answers(serial, plan); });
}

void CallSetup::far_end_answers(std::uint64_t serial, const FarEndPlan& plan) {
    const Leg leg = core_.calls.leg(serial);
    if (leg.party == nullptr) return;
    leg.party->state = CS_CONNECT;
    auto& predictive = leg.call->predictive;
    if (predictive) leg.call->reason = predictive->classify(plan.behaviour == FarEndPlan::Behaviour::Machine);
    core_.report(*leg.call, core_.two_ended_event(*leg.call, *leg.party, CSTA_ESTABLISHED));
    core_.progressed(leg.call->id);
    if (!plan.hang_up_after || core_.calls.leg(serial).party == nullptr) return;
    after(serial, *plan.hang_up_after, [this, serial] {
        const Leg still = core_.calls.leg(serial);
        if (still.party != nullptr) clearing_.drop(still);
    });
}

void CallSetup::far_end_fails(const Leg& leg, FarEndPlan::Behaviour how) {
    Call& call = *leg.call;
    if (call.predictive && call.parties.size() == 1) return core_.predictive_failed(call.id, how);
    const Party* caller = call.other_than(leg.party->device);
    if (call.parties.size() != 2 || caller->trunk || caller->state != CS_CONNECT) {
        clearing_.drop(leg);  // the caller has moved on: for the others a party just leaves
        return;
    }
    const auto failed = call.connection(*leg.party);
    const auto trunk = leg.party->address;
    core_.take_out(call, failed.device);
    const auto& causes = core_.profile.causes;
    switch (how) {
        case FarEndPlan::Behaviour::Busy: fail(call, causes.busy, failed, trunk, call.called); break;
        case FarEndPlan::Behaviour::Congestion:
            fail(call, causes.congestion, failed, SwitchCore::nobody(), call.called);
            break;
        default: fail(call, causes.invalid_number, failed, trunk, SwitchCore::nobody()); break;
    }
}

void CallSetup::after(std::uint64_t serial, std::chrono::milliseconds delay, std::function<void()> action) {
    const Leg leg = core_.calls.leg(serial);
    if (delay.count() <= 0) {
        action();
    } else if (leg.party != nullptr) {
        core_.set_timer(*leg.party, delay, [this, serial, action = std::move(action)] {
            const Leg due = core_.calls.leg(serial);
            if (due.party != nullptr) due.party->timer = 0;
            action();
        });
    }
}

ConnectionRef CallSetup::next_trunk_leg(const Call& call) const {
    return {call.id, call.trunk_name(call.last_party_number + 1), true};
}

void CallSetup::fail(
    Call& call, CSTAEventCause_t cause, ConnectionRef failed, NamedDevice failing, NamedDevice called
) {
    call.parties.front().state = CS_FAIL;
    auto event = core_.event(call, CSTA_FAILED, cause);
    event.connection = std::move(failed);
    event.subject = std::move(failing);
    event.called = std::move(called);
    event.data.calling = call.calling;
    core_.report(call, event);
    const bool station = core_.directory.station(event.connection.device) != nullptr;
    if (station && core_.profile.failed_event_at_busy_station) {
        core_.report_to({{event.connection.device, CS_FAIL}}, event);
    }
}

void CallSetup::give_busy(Call& call, const std::string& device) {
    const bool listens =
        call.parties.front().state == CS_CONNECT;  // somebody who holds the call hears nothing
    if (listens) fail_busy(call, device);
    if (!listens || call.parties.front().trunk) (void)clearing_.clear_call(call.id);
}

void CallSetup::fail_busy(Call& call, const std::string& device) {
    const auto name = core_.name_of_station(device);
    fail(call, core_.profile.causes.busy, {call.id, device, false}, name, name);
}

void CallSetup::fail_invalid(Call& call) {
    const auto leg = next_trunk_leg(call);
    const auto name = core_.name_of_trunk(leg.device);
    fail(call, core_.profile.causes.invalid_number, leg, name, SwitchCore::nobody());
}

}  // namespace ctiengine::simulator

#include "simulator/switch/model/call_merging.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {

Outcome<CallMerging::Pair> CallMerging::check(
    const ConnectionRef& held, const ConnectionRef& active, bool controller_stays
) {
    const auto first = core_.leg(held);
    if (!first) return first.error();
    const auto second = core_.leg(active);
    if (!second) return second.error();
    const bool one_station = held.device == active.device && held.call != active.call && !first->party->trunk;
    const bool talks = second->party->state == CS_CONNECT && !second->party->silent;
    if (!one_station || first->party->state != CS_HOLD || !talks) {
        return core_.refuse(
            Denial::NoHeldAndActive, "'" + held.device + "' has no held and active call of these"
        );
    }
    Pair pair{first->call, second->call, held.device};
    if (const auto checked = check_parties(pair, controller_stays); !checked) return checked.error();
    return pair;
}

Outcome<void> CallMerging::check_parties(const Pair& pair, bool controller_stays) const {
    const auto& first = *pair.held;
    const auto& second = *pair.active;
    const bool into_vector = second.acd.in_vector && !controller_stays && core_.profile.transfer_into_vector;
    if (first.acd.in_vector || (second.acd.in_vector && !into_vector)) {
        return core_.refuse(Denial::InVector, "a call that a vector works on cannot be merged");
    }
    if (first.parties.size() < 2 || (second.parties.size() < 2 && !into_vector)) {
        return core_.refuse(Denial::NoHeldAndActive, "a call without a second party cannot be merged");
    }
    for (const auto& party : first.parties) {
        if (party.device != pair.controller && second.find(party.device) != nullptr) {
            return core_.refuse(Denial::AlreadyOnCall, party.device + " is on both calls");
        }
    }
    const auto parties = first.parties.size() + second.parties.size() - (controller_stays ? 1 : 2);
    if (parties > kMaxParties) {
        return core_.refuse(Denial::ConferenceFull, "a call has at most six parties");
    }
    const auto answered = [&pair](const Party& party) {
        const bool other = party.device != pair.controller && !party.silent;
        return other && (party.state == CS_CONNECT || party.state == CS_HOLD);
    };
    const auto any_answered = [&answered](const Call& call) {
        return std::any_of(call.parties.begin(), call.parties.end(), answered);
    };
    if (!any_answered(first) && !any_answered(second)) {
        return core_.refuse(Denial::BothAlerting, "neither of the two calls was answered");
    }
    return {};
}

CallEvent CallMerging::merge_event(const Pair& pair, int type, CSTAEventCause_t cause) {
    const Call& first = *pair.held;
    const auto* added = pair.active->other_than(pair.controller);
    auto event = core_.event(*pair.active, type, cause);
    event.connection = {first.id, pair.controller, false};
    event.secondary = {pair.active->id, pair.controller, false};
    event.subject = core_.name_of_station(pair.controller);
    if (!first.acd.vdn.empty()) event.data.distributing_vdn = core_.name_of_station(first.acd.vdn);
    event.added = added == nullptr ? pair.active->called : added->address;
    const auto reason = type == CSTA_TRANSFERRED ? OR_TRANSFERRED : OR_CONFERENCED;
    const std::string ucid = core_.profile.send_ucid ? first.ucid : std::string();
    event.data.original = OriginalCall{reason,          first.calling, first.called,     first.incoming_line,
                                       first.user_data, ucid,          first.acd.entered};
    return event;
}

SwitchCore::Audience CallMerging::audience(const Call& call, const Pair& pair, const std::string& added) {
    // As traced: the added party, the controller, the rest.
    SwitchCore::Audience audience;
    const auto add = [&audience](const Party& party) {
        if (!party.trunk) audience.emplace_back(party.device, party.state);
    };
    if (const auto* party = call.find(added)) add(*party);
    if (const auto* party = call.find(pair.controller)) add(*party);
    for (const auto& party : call.parties) {
        if (party.device != added && party.device != pair.controller) add(party);
    }
    return audience;
}

/// Brings the held call's parties to the front of the active call and ends the held call.
void CallMerging::move_all(Pair& pair) {
    Call& first = *pair.held;
    Call& second = *pair.active;
    const auto stayed = second.parties.size();
    while (!first.parties.empty()) core_.calls.move_party(first, first.parties.front().device, second);
    const auto moved = second.parties.begin() + static_cast<std::ptrdiff_t>(stayed);
    std::rotate(second.parties.begin(), moved, second.parties.end());
    if (!second.user_data) second.user_data = first.user_data;
    for (const auto& device : first.acd.followers) {
        auto& followers = second.acd.followers;
        if (std::find(followers.begin(), followers.end(), device) == followers.end())
            followers.push_back(device);
    }
    core_.call_ends(first.id);
    core_.end_merged(first.id, second.id);
    pair.held = nullptr;
}

Outcome<MergedCall> CallMerging::transfer(const ConnectionRef& held, const ConnectionRef& active) {
    auto checked = check(held, active, false);
    if (!checked) return checked.error();
    auto& pair = *checked;
    auto event = merge_event(pair, CSTA_TRANSFERRED, core_.profile.causes.transferred);
    const auto* added_party = pair.active->other_than(pair.controller);
    const auto added_device = added_party == nullptr ? std::string() : added_party->device;
    core_.take_out(*pair.held, pair.controller);
    pair.active->find(pair.controller)->state = CS_NULL;
    move_all(pair);

    Call& call = *pair.active;
    auto told = audience(call, pair, added_device);
    call.history = {
        {pair.controller, core_.profile.causes.transferred, event.connection}};  // the last one only
    core_.take_out(call, pair.controller);
    call.consult_mode = ATT_CM_NONE;
    call.original = event.data.original;
    event.parties = call.list();
    event.data.history = call.history;
    core_.report_to(told, event);
    core_.report_to_followers(call, event);
    return MergedCall{call.id, call.ucid, event.parties};
}

Outcome<MergedCall> CallMerging::conference(const ConnectionRef& held, const ConnectionRef& active) {
    auto checked = check(held, active, true);
    if (!checked) return checked.error();
    auto& pair = *checked;
    auto event = merge_event(pair, CSTA_CONFERENCED, core_.profile.causes.conferenced);
    const auto added = pair.active->other_than(pair.controller)->device;
    core_.take_out(*pair.held, pair.controller);
    move_all(pair);

    Call& call = *pair.active;
    const auto controller = std::find_if(call.parties.begin(), call.parties.end(), [&](const auto& party) {
        return party.device == pair.controller;
    });
    std::rotate(call.parties.begin(), controller, controller + 1);  // the list begins with the controller
    call.consult_mode = ATT_CM_NONE;
    call.original = event.data.original;
    event.parties = call.list();
    core_.report_to(audience(call, pair, added), event);
    core_.report_to_followers(call, event);
    return MergedCall{call.id, call.ucid, event.parties};
}

}  // namespace ctiengine::simulator

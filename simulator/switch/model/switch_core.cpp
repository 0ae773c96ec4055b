#include "simulator/switch/model/switch_core.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {

SwitchCore::SwitchCore(const SwitchPlan& switch_plan, Timeline& time, SwitchObserver& observer)
    : plan(switch_plan),
      profile(plan.profile),
      timeline(time),
      directory(plan),
      calls(plan.ucid_node, plan.first_call, time),
      agent_at([](auto) { return std::string(); }),
      station_of_agent([](auto) { return std::string(); }),
      deliver([](auto&, const auto&) { return false; }),
      can_deliver([](const auto&) { return false; }),
      progressed([](auto) {}),
      predictive_failed([](auto, auto) {}),
      left_call([](const auto&) {}),
      enter_vdn([](auto&, const auto&) {}),
      enter_skill([](auto&, const auto&) { return false; }),
      enter_agent_queue([](auto&, const auto&, const auto&) { return false; }),
      end_vector([](auto) {}),
      call_ends([](auto) {}),
      agent_free([] {}),
      observer_(observer) {}

Refusal SwitchCore::refuse(Denial denial, std::string why) const {
    return {profile.refusals.failure(denial), std::move(why)};
}

Outcome<Leg> SwitchCore::leg(const ConnectionRef& connection) {
    const Leg found = calls.leg(connection);
    if (found.party != nullptr) return found;
    return refuse(
        Denial::UnknownConnection,
        "'" + connection.device + "' is not on call " + std::to_string(connection.call)
    );
}

bool SwitchCore::has_free_appearance(const StationPlan& station) {
    if (stations.of(station.extension).out_of_service) return false;
    return static_cast<int>(calls.legs_of(station.extension).size()) < station.appearances;
}

NamedDevice SwitchCore::name_of_station(std::string_view extension) const {
    return {std::string(extension), profile.number_types.station, ID_PROVIDED};
}

NamedDevice SwitchCore::name_of_outside(std::string_view number) const {
    return {std::string(number), profile.number_types.outside, ID_PROVIDED};
}

NamedDevice SwitchCore::name_of_trunk(std::string_view made_up_name) const {
    return {std::string(made_up_name), profile.number_types.trunk, ID_PROVIDED};
}

CallEvent SwitchCore::event(const Call& call, int type, CSTAEventCause_t cause) const {
    CallEvent event;
    event.type = type;
    event.cause = cause;
    event.data.history = call.history;
    event.data.consult_mode = call.consult_mode;
    if (profile.send_ucid) event.data.ucid = call.ucid;
    return event;
}

CallEvent SwitchCore::two_ended_event(const Call& call, const Party& subject, int type) const {
    const bool delivered = type == CSTA_DELIVERED;
    auto event = this->event(call, type, delivered ? profile.causes.delivered : profile.causes.established);
    event.connection = call.connection(subject);
    event.subject = subject.trunk ? name_of_trunk(subject.device) : subject.address;
    event.calling = call.calling;
    event.called = call.called;
    event.last_redirection = call.last_redirection;
    if (delivered && call.last_redirection.status == ID_PROVIDED) event.cause = profile.causes.redirected;
    fill_private(event, call);
    event.data.reason = call.reason;
    event.data.delivered_type = subject.trunk ? DELIVERED_OTHER : DELIVERED_TO_STATION;
    if (!subject.acd_split.empty()) {
        event.data.split = subject.acd_split;
        event.data.delivered_type = DELIVERED_TO_ACD;
        const auto& distributor = call.acd.vdn.empty() ? subject.acd_split : call.acd.vdn;
        event.data.distributing_device = name_of_station(distributor);
        if (!delivered && call.reason == AR_NONE) event.data.reason = AR_ANSWER_NORMAL;
    }
    return event;
}

void SwitchCore::fill_private(CallEvent& event, const Call& call) const {
    event.data.user_data = call.user_data;
    const bool caller_unknown = call.calling.type == profile.number_types.trunk;
    if (profile.trunk_group_always || caller_unknown) event.data.line = call.incoming_line;
    event.data.original = call.original;
    event.data.entered = call.acd.entered;
    if (!call.acd.vdn.empty()) event.data.distributing_vdn = name_of_station(call.acd.vdn);
}

void SwitchCore::report(const Call& call, const CallEvent& event) {
    report_to_stations(call, event);
    report_to_followers(call, event);
}

void SwitchCore::report_to_followers(const Call& call, const CallEvent& event) {
    observer_.on_watched_call_event(call.id, event);
    for (const auto& device : call.acd.followers) observer_.on_call_event(device, CS_NONE, event);
}

void SwitchCore::report_to_stations(const Call& call, const CallEvent& event) {
    for (const auto& party : call.parties) {
        if (!party.trunk) observer_.on_call_event(party.device, party.state, event);
    }
}

void SwitchCore::end_merged(CallId ended, CallId lives) {
    observer_.on_calls_merged(ended, lives);
    const auto& predictive = calls.find(ended)->predictive;
    if (predictive) timeline.cancel(predictive->timer);
    calls.erase(ended);
}

void SwitchCore::end_call(const Call& call) {
    auto cleared = event(call, CSTA_CALL_CLEARED, profile.causes.call_cleared);
    cleared.connection = {call.id, "0", true};
    cleared.data.reason = call.reason;
    if (call.predictive) timeline.cancel(call.predictive->timer);
    report_to_followers(call, cleared);
    observer_.on_call_over(call.id);
    calls.erase(call.id);
}

void SwitchCore::report_to(const Audience& audience, const CallEvent& event) {
    for (const auto& [device, state] : audience) observer_.on_call_event(device, state, event);
}

void SwitchCore::take_out(Call& call, const std::string& device) {
    Party* party = call.find(device);
    if (party == nullptr) return;
    stop_timer(*party);
    if (party->trunk) directory.release(party->line);
    const Party left = std::move(*party);
    call.parties.erase(call.parties.begin() + (party - call.parties.data()));
    if (!left.trunk) left_call(left);
}

void SwitchCore::set_timer(Party& party, std::chrono::milliseconds delay, std::function<void()> action) {
    stop_timer(party);
    party.timer = timeline.schedule(delay, std::move(action));
}

void SwitchCore::stop_timer(Party& party) {
    if (party.timer != 0) timeline.cancel(party.timer);
    party.timer = 0;
}

}  // namespace ctiengine::simulator

#include "simulator/switch/model/call_distribution.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

#include <algorithm>

namespace ctiengine::simulator {
namespace {

/// The VDN or split that the call came to: what was dialled, or where a predictive call began.
NamedDevice entrance(const SwitchCore& core, const Call& call) {
    return call.predictive ? core.name_of_station(call.predictive->originator) : call.called;
}

}  // namespace

bool CallDistribution::has_skill(const std::string& agent_id, const std::string& skill) const {
    const auto* agent = core_.directory.agent(agent_id);
    return agent != nullptr &&
           std::find(agent->skills.begin(), agent->skills.end(), skill) != agent->skills.end();
}

bool CallDistribution::is_free(const AgentStatus& agent) const {
    if (std::as_const(core_.stations).of(agent.extension).out_of_service) return false;
    return agent.state() == AG_READY && !agent.pending && core_.calls.legs_of(agent.extension).empty();
}

std::vector<AgentStatus> CallDistribution::free_agents() const {
    auto agents = desk_.logged_in();
    std::erase_if(agents, [this](const auto& agent) { return !is_free(agent); });
    std::sort(agents.begin(), agents.end(), [](const auto& a, const auto& b) {
        return a.free_since < b.free_since;
    });
    return agents;
}

CallDistribution::Offer CallDistribution::offer(Call& call, const std::string& skill, int priority) {
    const QueuedCall place{call.id, skill, priority, queue_.next_order(), {}};
    for (const auto& agent : free_agents()) {
        if (!has_skill(agent.agent_id, skill)) continue;
        deliver(call, place, agent.extension);
        return Offer::Delivered;
    }
    const bool new_place = !queue_.holds(call.id, skill);
    const auto* plan = core_.directory.skill(skill);
    if (new_place &&
        (queue_.count(skill) >= plan->queue_limit || queue_.places_of(call.id) >= kMaxSkillsPerCall)) {
        return Offer::Refused;
    }
    return queue_up(call, place);
}

CallDistribution::Offer CallDistribution::offer_to_agent(
    Call& call, const std::string& skill, const std::string& agent_id
) {
    const auto extension = desk_.station_of(agent_id);
    if (extension.empty() || !has_skill(agent_id, skill)) return Offer::Refused;
    const QueuedCall place{call.id, skill, 2, queue_.next_order(), agent_id};
    const auto agent = desk_.query(extension);
    if (agent && is_free(*agent)) {
        deliver(call, place, extension);
        return Offer::Delivered;
    }
    return queue_up(call, place);
}

CallDistribution::Offer CallDistribution::queue_up(Call& call, QueuedCall place) {
    const auto skill = place.skill;
    call.acd.in_vector = true;
    queue_.enter(std::move(place));
    report_queued(call, skill);
    return Offer::Queued;
}

void CallDistribution::report_queued(Call& call, const std::string& skill) {
    auto event = core_.event(call, CSTA_QUEUED, core_.profile.causes.queued);
    event.connection = {call.id, skill, false};
    event.subject = core_.name_of_station(skill);
    event.calling = call.calling;
    event.called = call.called;
    event.last_redirection = entrance(core_, call);
    event.number_queued = queue_.count(skill);
    core_.report(call, event);
}

void CallDistribution::look_soon() {
    if (looking_ || queue_.all().empty()) return;
    looking_ = true;
    core_.timeline.schedule(std::chrono::milliseconds(0), [this] {
        looking_ = false;
        serve_free_agents();
    });
}

void CallDistribution::serve_free_agents() {
    while (serve_one()) {
    }
}

bool CallDistribution::serve_one() {
    for (const auto& agent : free_agents()) {
        const auto* plan = core_.directory.agent(agent.agent_id);
        const auto place = queue_.next_for(agent.agent_id, plan->skills);
        if (!place) continue;
        deliver(*core_.calls.find(place->call), *place, agent.extension);
        return true;
    }
    return false;
}

void CallDistribution::deliver(Call& call, const QueuedCall& place, const std::string& extension) {
    core_.end_vector(call.id);
    queue_.leave(call.id);
    call.acd.in_vector = false;
    call.acd.split = place.skill;
    call.last_redirection = place.agent.empty() ? entrance(core_, call) : NamedDevice{};
    auto& ringing = core_.calls.add_station(call, extension, core_.name_of_station(extension));
    ringing.state = CS_ALERTING;
    ringing.acd_split = place.skill;
    const auto* skill = core_.directory.skill(place.skill);
    if (skill->redirect_after.count() > 0) {
        core_.set_timer(ringing, skill->redirect_after, [this, serial = ringing.serial, place] {
            not_answered(serial, place);
        });
    }
    core_.report(call, core_.two_ended_event(call, ringing, CSTA_DELIVERED));
}

void CallDistribution::not_answered(std::uint64_t party, const QueuedCall& place) {
    const Leg leg = core_.calls.leg(party);
    if (leg.party == nullptr || leg.party->state != CS_ALERTING) return;
    leg.party->timer = 0;
    Call& call = *leg.call;
    const auto extension = leg.party->device;
    auto event = core_.event(call, CSTA_DIVERTED, core_.profile.causes.diverted);
    event.connection = call.connection(*leg.party);
    event.subject = leg.party->address;
    core_.report_to({{extension, CS_NONE}}, event);
    call.acd.split.clear();
    call.acd.in_vector = true;
    call.history = {{extension, core_.profile.causes.redirected, event.connection}};
    core_.take_out(call, extension);
    core_.report(call, event);
    desk_.did_not_answer(extension);
    auto again = place;
    again.call = call.id;
    if (place.agent.empty()) {
        for (const auto& agent : free_agents()) {
            if (!has_skill(agent.agent_id, place.skill)) continue;
            deliver(call, again, agent.extension);
            return;
        }
    }
    queue_up(call, again);
}

SkillLoad CallDistribution::load(const std::string& skill) const {
    SkillLoad load;
    load.calls_in_queue = queue_.count(skill);
    for (const auto& agent : desk_.logged_in()) {
        if (!has_skill(agent.agent_id, skill)) continue;
        ++load.agents_logged_in;
        if (is_free(agent)) ++load.available_agents;
    }
    return load;
}

std::vector<std::string> CallDistribution::stations_of(const std::string& skill) const {
    std::vector<std::string> stations;
    for (const auto& agent : desk_.logged_in()) {
        if (has_skill(agent.agent_id, skill)) stations.push_back(agent.extension);
    }
    return stations;
}

}  // namespace ctiengine::simulator

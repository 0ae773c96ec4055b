#include "simulator/switch/model/vector_processing.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {

VectorProcessing::VectorProcessing(
    SwitchCore& core, CallSetup& setup, CallClearing& clearing, CallDistribution& distribution
)
    : core_(core), setup_(setup), clearing_(clearing), distribution_(distribution) {}

void VectorProcessing::arrive(Call& call, const std::string& device) {
    auto& followers = call.acd.followers;
    if (std::find(followers.begin(), followers.end(), device) == followers.end()) followers.push_back(device);
    auto event = core_.event(call, CSTA_DELIVERED, core_.profile.causes.delivered);
    event.connection = {call.id, device, false};
    event.subject = core_.name_of_station(device);
    event.calling = call.calling;
    event.called = event.subject;
    event.last_redirection = call.last_redirection;
    core_.fill_private(event, call);
    event.data.delivered_type = DELIVERED_TO_ACD;
    core_.report_to({{device, CS_NONE}}, event);
}

void VectorProcessing::enter_vdn(Call& call, const VdnPlan& vdn) {
    constexpr int kMostVdns = 20;  // vectors that lead back to themselves
    end(call.id);
    if (++call.acd.vdns_entered > kMostVdns) {
        give_busy(call);
        return;
    }
    call.acd.in_vector = true;
    call.acd.vdn = vdn.extension;
    arrive(call, vdn.extension);
    runs_[call.id].vector = core_.directory.vector(vdn.vector);
    go_on(call.id);
}

bool VectorProcessing::enter_skill(Call& call, const SkillPlan& skill) {
    arrive(call, skill.extension);
    if (distribution_.load(skill.extension).agents_logged_in == 0) return false;
    call.acd.in_vector = true;
    if (distribution_.offer(call, skill.extension, 2) != CallDistribution::Offer::Refused) return true;
    call.acd.in_vector = false;
    return false;
}

void VectorProcessing::end(CallId call, bool call_is_over) {
    const auto found = runs_.find(call);
    if (found == runs_.end()) return;
    const auto run = found->second;
    runs_.erase(found);
    if (run.timer != 0) core_.timeline.cancel(run.timer);
    if (run.asked && asker_ != nullptr) asker_->withdraw(call, call_is_over);
}

void VectorProcessing::go_on(CallId id) {
    for (;;) {
        const auto found = runs_.find(id);
        Call* call = core_.calls.find(id);
        if (found == runs_.end() || call == nullptr) return;
        auto& run = found->second;
        run.timer = 0;
        if (run.next >= run.vector->steps.size()) {
            stop(id);
            return;
        }
        const auto& step = run.vector->steps[run.next++];
        if (!perform(*call, run, step)) return;
    }
}

bool VectorProcessing::perform(Call& call, Run& run, const VectorStep& step) {
    using Kind = VectorStep::Kind;
    const bool leaves_time = step.kind == Kind::Announce || step.kind == Kind::Wait;
    if (run.asked && !leaves_time && asker_ != nullptr) {
        run.asked = false;
        asker_->withdraw(call.id, false);
    }
    switch (step.kind) {
        case Kind::Announce:
        case Kind::Wait: return pause(call.id, run, step.time);
        case Kind::Collect: return collect(call, run, step);
        case Kind::QueueToSkill:
            return distribution_.offer(call, step.target, step.priority) !=
                   CallDistribution::Offer::Delivered;
        case Kind::RouteTo: return !route_to(call, step.target);
        case Kind::RouteRequest: return ask_for_route(call, run);
        case Kind::Busy: give_busy(call); return false;
        case Kind::Disconnect: (void)clearing_.clear_call(call.id); return false;
        case Kind::Stop: break;
    }
    stop(call.id);
    return false;
}

bool VectorProcessing::pause(CallId call, Run& run, std::chrono::milliseconds time) {
    run.timer = core_.timeline.schedule(time, [this, call] { go_on(call); });
    return false;
}

bool VectorProcessing::collect(Call& call, Run& run, const VectorStep& step) {
    run.digits_wanted = step.digits;
    if (call.acd.typed_ahead.size() >= static_cast<std::size_t>(step.digits)) {
        take_digits(call, run);
        return true;
    }
    run.timer = core_.timeline.schedule(step.time, [this, id = call.id] {
        Call* waiting = core_.calls.find(id);
        const auto found = runs_.find(id);
        if (waiting == nullptr || found == runs_.end()) return;
        take_digits(*waiting, found->second);
        go_on(id);
    });
    return false;
}

void VectorProcessing::take_digits(Call& call, Run& run) {
    auto& typed = call.acd.typed_ahead;
    const auto count = std::min(typed.size(), static_cast<std::size_t>(run.digits_wanted));
    run.digits_wanted = 0;
    if (count == 0) return;
    call.acd.entered = EnteredCode{UE_CALL_PROMPTER, UE_ENTERED, typed.substr(0, count), call.acd.vdn};
    typed.erase(0, count);
}

Outcome<void> VectorProcessing::type_digits(CallId id, const std::string& digits) {
    Call* call = core_.calls.find(id);
    if (call == nullptr) {
        return core_.refuse(Denial::UnknownConnection, "there is no call " + std::to_string(id));
    }
    if (digits.empty() || digits.find_first_not_of("0123456789*#") != std::string::npos) {
        return core_.refuse(Denial::ValueOutOfRange, "digits are 0 to 9, * and #");
    }
    call->acd.typed_ahead += digits;
    const auto found = runs_.find(id);
    if (found == runs_.end()) {
        detect_tones(*call);
        return {};
    }
    auto& run = found->second;
    const auto wanted = static_cast<std::size_t>(run.digits_wanted);
    if (wanted == 0 || call->acd.typed_ahead.size() < wanted) return {};
    core_.timeline.cancel(run.timer);
    take_digits(*call, run);
    go_on(id);
    return {};
}

void VectorProcessing::detect_tones(Call& call) {
    auto& typed = call.acd.typed_ahead;
    const auto wanted = static_cast<std::size_t>(call.acd.tone_digits);
    if (wanted == 0 || typed.size() < wanted || call.parties.empty()) return;
    auto event = core_.event(call, CSTA_PRIVATE_STATUS, core_.profile.causes.entered_digits);
    event.connection = call.connection(call.parties.front());
    event.digits = typed.substr(0, wanted);
    typed.erase(0, wanted);
    call.acd.tone_digits = 0;
    core_.report(call, event);
}

bool VectorProcessing::route_to(Call& call, const std::string& number) {
    const auto destination = core_.directory.resolve(number);
    const auto id = call.id;
    if (!setup_.can_reach(call, destination)) return false;
    end(id);
    distribution_.forget(id);
    call.acd.in_vector = false;
    call.last_redirection = call.called;
    setup_.lead_on(call, number, destination);
    return true;
}

bool VectorProcessing::ask_for_route(Call& call, Run& run) {
    if (asker_ == nullptr || call.parties.empty()) return true;
    RouteQuestion question;
    question.call = call.id;
    question.connection = call.connection(call.parties.front());
    question.vdn = call.acd.vdn;
    question.calling = call.calling;
    question.called = core_.name_of_station(call.acd.vdn);
    CallEvent carrier = core_.event(call, CSTA_DELIVERED, EC_NONE);
    core_.fill_private(carrier, call);
    question.data = carrier.data;
    run.asked = asker_->ask(question);
    return true;
}

bool VectorProcessing::select_route(CallId id, const RouteChoice& choice) {
    Call* call = core_.calls.find(id);
    const auto run = runs_.find(id);
    if (call == nullptr || run == runs_.end()) return false;
    const auto destination = core_.directory.resolve(choice.to, choice.dest_route);
    const bool direct = !choice.direct_agent_split.empty();
    const bool reachable = direct ? distribution_.has_skill(choice.to, choice.direct_agent_split) &&
                                        !core_.station_of_agent(choice.to).empty()
                                  : setup_.can_reach(*call, destination);
    if (!reachable) return false;
    run->second.asked = false;
    if (choice.user_data) call->user_data = choice.user_data;
    if (choice.provided) {
        call->acd.entered = choice.provided;
        call->acd.entered->collect_vdn = call->acd.vdn;
    }
    end(id);
    distribution_.forget(id);
    call->acd.in_vector = false;
    call->acd.tone_digits = choice.collect_digits;
    call->last_redirection = call->called;
    if (choice.through_network && call->parties.front().trunk) {
        (void)clearing_.clear_call(id);  // the network takes the call back and leads it on
    } else if (direct) {
        distribution_.offer_to_agent(*call, choice.direct_agent_split, choice.to);
    } else {
        setup_.lead_on(*call, choice.dest_route + choice.to, destination);
    }
    return true;
}

void VectorProcessing::close_question(CallId call) {
    const auto run = runs_.find(call);
    if (run != runs_.end()) run->second.asked = false;
}

void VectorProcessing::give_busy(Call& call) {
    end(call.id);
    distribution_.forget(call.id);
    call.acd.in_vector = false;
    setup_.give_busy(call, call.acd.vdn);
}

void VectorProcessing::stop(CallId call) {
    end(call);
    if (!distribution_.is_queued(call)) (void)clearing_.clear_call(call);
}

}  // namespace ctiengine::simulator

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

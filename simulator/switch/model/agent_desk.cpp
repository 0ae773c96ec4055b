#include "simulator/switch/model/agent_desk.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {
namespace {

constexpr int kMaxReasonCode = 99;

int event_type(ATTWorkMode_t mode) {
    switch (mode) {
        case WM_AUTO_IN:
        case WM_MANUAL_IN: return CSTA_READY;
        case WM_AFTCAL_WK: return CSTA_WORK_NOT_READY;
        default: return CSTA_NOT_READY;
    }
}

}  // namespace

AgentState_t AgentStatus::state() const {
    if (agent_id.empty()) return AG_NULL;
    switch (mode.work_mode) {
        case WM_AUTO_IN:
        case WM_MANUAL_IN: return AG_READY;
        case WM_AFTCAL_WK: return AG_WORK_NOT_READY;
        default: return AG_NOT_READY;
    }
}

Outcome<bool> AgentDesk::set_state(const AgentRequest& request) {
    if (request.mode == AM_LOG_IN) return log_in(request);
    const auto agent = find(request.device);
    if (agent == at_station_.end()) {
        if (core_.directory.station(request.device) == nullptr &&
            core_.directory.agent(request.device) == nullptr) {
            return core_.refuse(Denial::UnknownDevice, "'" + request.device + "' is no station");
        }
        return core_.refuse(Denial::AgentNotLoggedIn, "nobody is logged in at " + request.device);
    }
    if (request.mode == AM_LOG_OUT) return log_out(request, agent);
    return change_mode(request, agent->second);
}

Outcome<bool> AgentDesk::log_in(const AgentRequest& request) {
    if (core_.directory.station(request.device) == nullptr) {
        return core_.refuse(Denial::UnknownDevice, "'" + request.device + "' is no station");
    }
    const auto* plan = core_.directory.agent(request.agent_id);
    if (plan == nullptr || plan->password != request.password) {
        return core_.refuse(Denial::AgentWrongPassword, "agent ID or password is wrong");
    }
    const auto there = at_station_.find(request.device);
    if (there != at_station_.end()) {
        const bool same = there->second.agent_id == request.agent_id;
        return core_.refuse(
            same ? Denial::AgentSameState : Denial::AgentBadState,
            "agent " + there->second.agent_id + " is logged in at " + request.device
        );
    }
    if (!station_of(request.agent_id).empty()) {
        return core_.refuse(Denial::AgentBadState, "agent " + request.agent_id + " is logged in elsewhere");
    }
    if (!core_.calls.legs_of(request.device).empty()) {
        return core_.refuse(Denial::UserBusy, "station " + request.device + " is off-hook or rings");
    }
    auto mode = request.work_mode == WM_NONE ? core_.profile.agents.log_in_mode : request.work_mode;
    if (const auto checked = check_reason(request, mode); !checked) return checked.error();
    auto& agent = at_station_[request.device];
    agent = {};
    agent.agent_id = request.agent_id;
    agent.extension = request.device;
    agent.mode = {mode, request.reason_code};
    report(agent, CSTA_LOGGED_ON);
    report_to_skills(agent, CSTA_LOGGED_ON);
    becomes_free(agent);
    return false;
}

Outcome<bool> AgentDesk::log_out(const AgentRequest& request, AtStation::iterator agent) {
    if (const auto checked = check_reason(request, WM_AUX_WORK); !checked) return checked.error();
    auto leaving = agent->second;
    leaving.mode.reason_code = request.reason_code;
    at_station_.erase(agent);
    report(leaving, CSTA_LOGGED_OFF);
    report_to_skills(leaving, CSTA_LOGGED_OFF);
    return false;
}

Outcome<bool> AgentDesk::change_mode(const AgentRequest& request, AgentStatus& agent) {
    const auto wanted = wanted_mode(request);
    if (!wanted) return wanted.error();
    if (const auto checked = check_reason(request, *wanted); !checked) return checked.error();
    const AgentMode mode{*wanted, *wanted == WM_AUX_WORK ? request.reason_code : 0};
    if (request.enable_pending && is_on_call(agent.extension)) {
        agent.pending = mode;
        return true;
    }
    agent.pending.reset();
    apply(agent, mode);
    return false;
}

Outcome<ATTWorkMode_t> AgentDesk::wanted_mode(const AgentRequest& request) const {
    const auto given = request.work_mode;
    ATTWorkMode_t wanted = WM_NONE;
    bool fits = given == WM_NONE;
    switch (request.mode) {
        case AM_NOT_READY:
            wanted = WM_AUX_WORK;
            fits = fits || given == WM_AUX_WORK;
            break;
        case AM_READY:
            wanted = given == WM_NONE ? core_.profile.agents.ready_mode : given;
            fits = fits || given == WM_AUTO_IN || given == WM_MANUAL_IN;
            break;
        case AM_WORK_NOT_READY:
            wanted = WM_AFTCAL_WK;
            fits = fits || given == WM_AFTCAL_WK;
            break;
        default: fits = false; break;
    }
    if (!fits) return core_.refuse(Denial::AgentModeUnknown, "agent mode and work mode do not go together");
    return wanted;
}

Outcome<void> AgentDesk::check_reason(const AgentRequest& request, ATTWorkMode_t wanted) const {
    if (!core_.profile.agents.check_reason_codes) return {};
    if (request.reason_code < 0 || request.reason_code > kMaxReasonCode) {
        return core_.refuse(Denial::ValueOutOfRange, "reason codes are 0 to 99");
    }
    if (request.reason_code != 0 && wanted != WM_AUX_WORK) {
        return core_.refuse(Denial::AgentReasonNotAllowed, "a reason goes with not ready and log-out only");
    }
    return {};
}

Outcome<AgentStatus> AgentDesk::query(const std::string& device) const {
    auto status = AgentStatus{};
    status.extension = core_.directory.agent(device) != nullptr ? station_of(device) : device;
    const auto found = at_station_.find(status.extension);
    if (found != at_station_.end()) status = found->second;
    if (core_.directory.station(device) == nullptr && core_.directory.agent(device) == nullptr) {
        return core_.refuse(Denial::UnknownDevice, "'" + device + "' is no station and no agent");
    }
    status.on_call = is_on_call(status.extension);
    return status;
}

std::vector<AgentStatus> AgentDesk::logged_in() const {
    std::vector<AgentStatus> agents;
    for (const auto& [extension, agent] : at_station_) {
        agents.push_back(agent);
        agents.back().on_call = is_on_call(extension);
    }
    return agents;
}

std::string AgentDesk::agent_at(std::string_view extension) const {
    const auto found = at_station_.find(extension);
    return found == at_station_.end() ? std::string() : found->second.agent_id;
}

std::string AgentDesk::station_of(std::string_view agent_id) const {
    for (const auto& [extension, agent] : at_station_) {
        if (agent.agent_id == agent_id) return extension;
    }
    return {};
}

AgentDesk::AtStation::iterator AgentDesk::find(const std::string& device) {
    const auto at_station = at_station_.find(device);
    return at_station != at_station_.end() ? at_station : at_station_.find(station_of(device));
}

bool AgentDesk::is_on_call(std::string_view extension) const {
    for (const auto& leg : core_.calls.legs_of(extension)) {
        if (leg.party->state == CS_CONNECT || leg.party->state == CS_HOLD) return true;
    }
    return false;
}

void AgentDesk::call_left(const Party& party) {
    const auto found = at_station_.find(party.device);
    if (found == at_station_.end()) return;
    auto& agent = found->second;
    agent.owes_after_call_work = agent.owes_after_call_work || party.answered_acd;
    if (is_on_call(party.device)) return;
    const bool work = core_.profile.agents.after_call_work_after_any_call || agent.owes_after_call_work;
    agent.owes_after_call_work = false;
    if (agent.pending) {
        const auto mode = *agent.pending;
        agent.pending.reset();
        apply(agent, mode);
    } else if (work && agent.mode.work_mode == WM_MANUAL_IN) {
        apply(agent, {WM_AFTCAL_WK, 0});
    } else {
        becomes_free(agent);
    }
}

void AgentDesk::did_not_answer(const std::string& extension) {
    const auto found = at_station_.find(extension);
    if (found != at_station_.end()) apply(found->second, {WM_AUX_WORK, 0});
}

void AgentDesk::becomes_free(AgentStatus& agent) {
    if (agent.state() != AG_READY) return;
    agent.free_since = ++times_free_;
    core_.agent_free();
}

void AgentDesk::report_to_skills(const AgentStatus& agent, int type) const {
    const auto* plan = core_.directory.agent(agent.agent_id);
    if (plan == nullptr) return;
    for (const auto& skill : plan->skills) {
        core_.report_agent(
            {type, agent.extension, agent.agent_id, agent.mode.work_mode, agent.mode.reason_code, skill}
        );
    }
}

void AgentDesk::apply(AgentStatus& agent, const AgentMode& mode) {
    if (agent.mode == mode) return;
    agent.mode = mode;
    report(agent, event_type(mode.work_mode));
    becomes_free(agent);
}

void AgentDesk::report(const AgentStatus& agent, int type) const {
    if (!core_.profile.agents.mode_events) return;
    core_.report_agent({type, agent.extension, agent.agent_id, agent.mode.work_mode, agent.mode.reason_code});
}

}  // namespace ctiengine::simulator

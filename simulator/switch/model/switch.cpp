#include "simulator/switch/model/switch.hpp"

namespace ctiengine::simulator {

Switch::Switch(const SwitchPlan& plan, Timeline& timeline, SwitchObserver& observer)
    : core_(plan, timeline, observer),
      clearing_(core_),
      setup_(core_, clearing_),
      handling_(core_, setup_, clearing_),
      merging_(core_),
      joining_(core_, setup_),
      diverting_(core_, setup_),
      listening_(core_),
      delivery_(core_, setup_),
      features_(core_, clearing_),
      predictive_(core_, setup_, clearing_),
      agents_(core_),
      distribution_(core_, agents_),
      vectors_(core_, setup_, clearing_, distribution_) {
    core_.deliver = [this](Call& call, const StationPlan& station) {
        return delivery_.deliver(call, station);
    };
    core_.can_deliver = [this](const StationPlan& station) {
        return delivery_.route(station, nullptr).has_value();
    };
    core_.progressed = [this](CallId call) { predictive_.progressed(call); };
    core_.predictive_failed = [this](CallId call, FarEndPlan::Behaviour how) {
        predictive_.failed(call, how);
    };
    core_.agent_at = [this](std::string_view extension) { return agents_.agent_at(extension); };
    core_.station_of_agent = [this](std::string_view agent_id) { return agents_.station_of(agent_id); };
    core_.left_call = [this](const Party& party) { agents_.call_left(party); };
    connect_call_centre();
}

void Switch::connect_call_centre() {
    core_.agent_free = [this] { distribution_.look_soon(); };
    core_.enter_vdn = [this](Call& call, const VdnPlan& vdn) { vectors_.enter_vdn(call, vdn); };
    core_.enter_skill = [this](Call& call, const SkillPlan& skill) {
        return vectors_.enter_skill(call, skill);
    };
    core_.enter_agent_queue = [this](Call& call, const std::string& skill, const std::string& agent_id) {
        return distribution_.offer_to_agent(call, skill, agent_id) != CallDistribution::Offer::Refused;
    };
    core_.end_vector = [this](CallId call) { vectors_.end(call); };
    core_.call_ends = [this](CallId call) {
        vectors_.end(call, true);
        distribution_.forget(call);
    };
}

Outcome<NewCall> Switch::dial_by_hand(const std::string& extension, const std::string& number) {
    if (number.empty()) return setup_.lift_handset(extension);
    return setup_.make_call(extension, number, {});
}

Outcome<ConnectionRef> Switch::leg_in_state(
    const std::string& device, CallId call, std::initializer_list<LocalConnectionState_t> states
) {
    for (const auto state : states) {
        for (const auto& [id, candidate] : core_.calls.all()) {
            const auto* party = candidate.find(device);
            if (party == nullptr || (call != 0 && id != call)) continue;
            if (party->state == state) return candidate.connection(*party);
        }
    }
    const auto where = call == 0 ? std::string("any call") : "call " + std::to_string(call);
    return core_.refuse(Denial::WrongCallState, "'" + device + "' is not in that state on " + where);
}

Outcome<ConnectionRef> Switch::answer_by_hand(const std::string& extension, CallId call) {
    auto leg = leg_in_state(extension, call, {CS_ALERTING});
    if (!leg) return leg;
    if (const auto answered = handling_.answer(*leg); !answered) return answered.error();
    return leg;
}

Outcome<ConnectionRef> Switch::hang_up(const std::string& device, CallId call) {
    auto leg = leg_in_state(device, call, {CS_CONNECT, CS_FAIL, CS_INITIATE, CS_ALERTING, CS_HOLD});
    if (!leg) return leg;
    if (const auto cleared = clearing_.clear_connection(*leg); !cleared) return cleared.error();
    return leg;
}

}  // namespace ctiengine::simulator

#include "simulator/switch/plan/json_section.hpp"
#include "simulator/switch/plan/simulator_plan.hpp"

#include <utility>

namespace ctiengine::simulator {

namespace {

constexpr int kHighestFailure = 100;
constexpr int kHighestCause = 87;

void read_causes(JsonSection& profile, Profile::Causes& causes) {
    auto section = profile.section("causes");
    const std::pair<const char*, CSTAEventCause_t*> keys[] = {
        {"serviceInitiated", &causes.service_initiated},
        {"originated", &causes.originated},
        {"delivered", &causes.delivered},
        {"established", &causes.established},
        {"held", &causes.held},
        {"retrieved", &causes.retrieved},
        {"connectionCleared", &causes.cleared},
        {"callCleared", &causes.call_cleared},
        {"conferenced", &causes.conferenced},
        {"transferred", &causes.transferred},
        {"busy", &causes.busy},
        {"invalidNumber", &causes.invalid_number},
        {"congestion", &causes.congestion},
        {"allTrunksBusy", &causes.all_trunks_busy},
        {"networkReached", &causes.network_reached},
        {"singleStepActive", &causes.single_step_active},
        {"singleStepSilent", &causes.single_step_silent},
        {"singleStepTransferred", &causes.single_step_transferred},
        {"diverted", &causes.diverted},
        {"redirected", &causes.redirected},
        {"forwarded", &causes.forwarded},
        {"forwardedBusy", &causes.forwarded_busy},
        {"forwardedNoAnswer", &causes.forwarded_no_answer},
        {"notAnswered", &causes.not_answered},
        {"observed", &causes.observed},
        {"serviceChanged", &causes.service_changed},
        {"enteredDigits", &causes.entered_digits},
        {"callMonitorEnded", &causes.call_monitor_ended},
        {"monitorEnded", &causes.monitor_ended},
        {"queued", &causes.queued}};
    for (const auto& [key, cause] : keys) {
        *cause = static_cast<CSTAEventCause_t>(section.number(key, -1, kHighestCause, *cause));
    }
    section.done();
}

void read_number_types(JsonSection& profile, Profile::NumberTypes& types) {
    auto section = profile.section("deviceIdTypes");
    const auto read = [&section](const char* key, DeviceIDType_t usual) {
        return static_cast<DeviceIDType_t>(section.number(key, 0, TRUNK_GROUP_IDENTIFIER, usual));
    };
    types.station = read("station", types.station);
    types.outside = read("outside", types.outside);
    types.trunk = read("trunk", types.trunk);
    section.done();
}

void read_agents(JsonSection& profile, Profile::Agents& agents) {
    auto section = profile.section("agents");
    const auto read = [&section](const char* key, ATTWorkMode_t usual) {
        return static_cast<ATTWorkMode_t>(section.number(key, WM_AUX_WORK, WM_MANUAL_IN, usual));
    };
    agents.log_in_mode = read("logInWorkMode", agents.log_in_mode);
    agents.ready_mode = read("readyWorkMode", agents.ready_mode);
    agents.check_reason_codes = section.flag("checkReasonCodes", agents.check_reason_codes);
    agents.after_call_work_after_any_call =
        section.flag("afterCallWorkAfterAnyCall", agents.after_call_work_after_any_call);
    agents.mode_events = section.flag("agentModeEvents", agents.mode_events);
    section.done();
}

void read_refusals(JsonSection& profile, RefusalTable& refusals) {
    auto section = profile.section("refusals");
    for (const auto& [name, value] : section.all().items()) {
        const int failure = section.number(name, 0, kHighestFailure);
        if (!refusals.replace(name, static_cast<CSTAUniversalFailure_t>(failure))) {
            section.fail(name, "is no situation in which this switch refuses");
        }
    }
}

void read_routing(JsonSection& profile, Profile::Routing& routing) {
    auto section = profile.section("routing");
    const std::pair<const char*, CSTAUniversalFailure_t*> keys[] = {
        {"routed", &routing.routed},
        {"vectorWentOn", &routing.vector_went_on},
        {"callOver", &routing.call_over},
        {"badDestination", &routing.bad_destination},
        {"linkLost", &routing.link_lost}};
    for (const auto& [key, failure] : keys) {
        *failure = static_cast<CSTAUniversalFailure_t>(section.number(key, 0, kHighestFailure, *failure));
    }
    routing.ask_again = section.flag("askAgain", routing.ask_again);
    section.done();
}

Profile::ConfirmationOrder read_order(JsonSection& profile) {
    using Order = Profile::ConfirmationOrder;
    const auto order = profile.text("confirmation", "first");
    if (order == "first") return Order::First;
    if (order == "afterServiceInitiated") return Order::AfterServiceInitiated;
    if (order == "last") return Order::Last;
    profile.fail("confirmation", "must be first, afterServiceInitiated or last");
}

}  // namespace

Profile parse_profile(const std::string& text, const std::string& origin) {
    const auto json = parse_json(text, origin);
    JsonSection section(json, origin);
    Profile profile;
    read_causes(section, profile.causes);
    read_number_types(section, profile.number_types);
    read_agents(section, profile.agents);
    read_refusals(section, profile.refusals);
    read_routing(section, profile.routing);
    profile.confirmation_order = read_order(section);
    const std::pair<const char*, bool*> flags[] = {
        {"originatedBeforeInvalidNumber", &profile.originated_before_invalid_number},
        {"failedEventAtBusyStation", &profile.failed_event_at_busy_station},
        {"trunkGroupAlways", &profile.trunk_group_always},
        {"sendUcid", &profile.send_ucid},
        {"networkReachedThenAnswer", &profile.network_reached_then_answer},
        {"clearAlertingStation", &profile.clear_alerting_station},
        {"refuseSingleStepAlerting", &profile.refuse_single_step_alerting},
        {"callMonitorFollowsMerge", &profile.call_monitor_follows_merge},
        {"forwardImmediateOnly", &profile.forward_immediate_only},
        {"featureEvents", &profile.feature_events},
        {"maintenanceEvents", &profile.maintenance_events},
        {"monitorsEndOnLinkLoss", &profile.monitors_end_on_link_loss},
        {"openWhileLinkDown", &profile.open_while_link_down},
        {"transferIntoVector", &profile.transfer_into_vector}};
    for (const auto& [key, flag] : flags) *flag = section.flag(key, *flag);
    section.text("comment", "");
    section.done();
    return profile;
}

Profile load_profile(const std::string& path) {
    return parse_profile(read_plan_file(path), path);
}

}  // namespace ctiengine::simulator

#include "simulator/switch/model/call_clearing.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {

Outcome<void> CallClearing::clear_connection(
    const ConnectionRef& connection, const std::optional<UserData>& user_data
) {
    const auto leg = core_.leg(connection);
    if (!leg) return leg.error();
    if (leg->party->state == CS_ALERTING && !leg->party->trunk && !core_.profile.clear_alerting_station) {
        return core_.refuse(Denial::WrongCallState, "a ringing station cannot be dropped");
    }
    drop(*leg, user_data);
    return {};
}

Outcome<void> CallClearing::clear_call(CallId id) {
    Call* call = core_.calls.find(id);
    if (call == nullptr) {
        return core_.refuse(Denial::UnknownConnection, "there is no call " + std::to_string(id));
    }
    end(*call);
    return {};
}

void CallClearing::drop(const Leg& leg, const std::optional<UserData>& user_data) {
    Call& call = *leg.call;
    report_and_remove(call, leg.party->device, user_data);
    if (must_end(call)) end(call);
}

void CallClearing::report_and_remove(
    Call& call, const std::string& device, const std::optional<UserData>& user_data
) {
    Party* party = call.find(device);
    party->state = CS_NULL;
    auto event = core_.event(call, CSTA_CONNECTION_CLEARED, core_.profile.causes.cleared);
    event.connection = call.connection(*party);
    event.subject = party->address;
    event.data.user_data = user_data;
    core_.report_to_stations(call, event);
    // Monitors of VDNs, splits and calls hear of the last party by CALL_CLEARED only.
    if (call.parties.size() > 1) core_.report_to_followers(call, event);
    core_.take_out(call, device);
}

bool CallClearing::must_end(const Call& call) {
    const auto speaks = [](const Party& party) { return !party.silent; };
    const auto speakers = std::count_if(call.parties.begin(), call.parties.end(), speaks);
    if (speakers < (call.acd.in_vector ? 1 : 2)) return true;
    // Without a party that is on the line there is nobody to ring for.
    const auto on_the_line = [&speaks](const Party& party) {
        const auto state = party.state;
        return speaks(party) && (state == CS_CONNECT || state == CS_HOLD || state == CS_INITIATE);
    };
    return std::none_of(call.parties.begin(), call.parties.end(), on_the_line);
}

void CallClearing::end(Call& call) {
    core_.call_ends(call.id);
    while (!call.parties.empty()) report_and_remove(call, call.parties.back().device, std::nullopt);
    core_.end_call(call);
}

}  // namespace ctiengine::simulator

#include "simulator/switch/model/call_delivery.hpp"

#include "tsapi-worker/tsapi/abi/csta_pdus.h"

namespace ctiengine::simulator {
namespace {

const std::string* forwarded(const StationState& state, ForwardingType_t type) {
    const auto found = state.forwarding.find(type);
    return found == state.forwarding.end() ? nullptr : &found->second;
}

}  // namespace

std::optional<Destination> CallDelivery::reachable(const std::string& digits, const Call* call) {
    auto found = core_.directory.resolve(digits);
    if (found.kind == Destination::Kind::Outside) {
        if (found.trunk_group->idle() == 0) return std::nullopt;
        return found;
    }
    if (found.agent != nullptr) found.station = core_.directory.station(core_.station_of_agent(digits));
    if (found.station == nullptr) return std::nullopt;
    if (call != nullptr && call->find(found.station->extension) != nullptr) return std::nullopt;
    return found;
}

std::optional<Destination> CallDelivery::cover_point(const StationPlan& station, const Call* call) {
    const auto* path = core_.directory.coverage(station.coverage_path);
    if (path == nullptr) return std::nullopt;
    for (const auto& point : path->points) {
        auto found = reachable(point, call);
        if (!found || found->station == &station) continue;
        if (found->station == nullptr || core_.has_free_appearance(*found->station)) return found;
    }
    return std::nullopt;
}

std::optional<CallDelivery::Hop> CallDelivery::hop(const StationPlan& station, const Call* call) {
    const auto& causes = core_.profile.causes;
    const auto& state = std::as_const(core_.stations).of(station.extension);
    const auto* path = core_.directory.coverage(station.coverage_path);
    if (const auto* to = forwarded(state, FWD_IMMEDIATE)) {
        if (auto found = reachable(*to, call)) return Hop{found, causes.forwarded};
    }
    if (path != nullptr && (state.send_all_calls || path->all)) {
        if (auto found = cover_point(station, call)) return Hop{found, causes.redirected};
    }
    const bool on_the_call = call != nullptr && call->find(station.extension) != nullptr;
    if (!on_the_call && core_.has_free_appearance(station)) return std::nullopt;
    if (const auto* to = forwarded(state, FWD_BUSY)) {
        if (auto found = reachable(*to, call)) return Hop{found, causes.forwarded_busy};
    }
    if (path != nullptr && path->busy) {
        if (auto found = cover_point(station, call)) return Hop{found, causes.redirected};
    }
    return Hop{};
}

std::optional<DeliveryRoute> CallDelivery::route(const StationPlan& station, const Call* call) {
    DeliveryRoute route;
    route.to.kind = Destination::Kind::Station;
    route.to.station = &station;
    const bool sent_on = call != nullptr && call->last_redirection.status == ID_PROVIDED;
    route.cause = sent_on ? core_.profile.causes.redirected : core_.profile.causes.delivered;
    for (int hops = 0; hops <= kMostHops; ++hops) {
        const auto& at = *route.to.station;
        const auto next = hop(at, call);
        if (!next) return route;
        if (!next->to) return std::nullopt;
        route.to = *next->to;
        route.cause = next->cause;
        route.last_redirection = core_.name_of_station(at.extension);
        route.history = {{at.extension, next->cause, {call == nullptr ? 0 : call->id, at.extension, false}}};
        if (route.to.station == nullptr) return route;
    }
    return std::nullopt;  // stations that forward to each other
}

bool CallDelivery::deliver(Call& call, const StationPlan& station) {
    const auto found = route(station, &call);
    if (!found) return false;
    if (found->last_redirection.status == ID_PROVIDED) {
        call.last_redirection = found->last_redirection;
        call.history = found->history;
    }
    const auto* rings_at = found->to.station;
    setup_.offer(call, found->to, found->cause);
    if (rings_at == &station) wait_for_answer(call, station);
    return true;
}

std::optional<std::chrono::milliseconds> CallDelivery::patience(const StationPlan& station) const {
    const auto* path = core_.directory.coverage(station.coverage_path);
    const auto& state = std::as_const(core_.stations).of(station.extension);
    const bool covered = path != nullptr && path->no_answer;
    if (!covered && forwarded(state, FWD_NO_ANS) == nullptr) return std::nullopt;
    return core_.plan.ring * (covered ? path->rings : core_.plan.forward_rings);
}

void CallDelivery::wait_for_answer(Call& call, const StationPlan& station) {
    const auto time = patience(station);
    auto* ringing = call.find(station.extension);
    if (!time || ringing == nullptr) return;
    core_.set_timer(*ringing, *time, [this, serial = ringing->serial] { not_answered(serial); });
}

void CallDelivery::not_answered(std::uint64_t serial) {
    const Leg leg = core_.calls.leg(serial);
    if (leg.party == nullptr) return;
    leg.party->timer = 0;
    if (leg.party->state != CS_ALERTING) return;
    Call& call = *leg.call;
    const std::string left = leg.party->device;
    const auto& state = std::as_const(core_.stations).of(left);
    auto cause = core_.profile.causes.forwarded_no_answer;
    std::optional<Destination> target;
    if (const auto* to = forwarded(state, FWD_NO_ANS)) target = reachable(*to, &call);
    const bool free = target && (target->station == nullptr || core_.has_free_appearance(*target->station));
    if (!free) {
        target = cover_point(*core_.directory.station(left), &call);
        cause = core_.profile.causes.redirected;
    }
    if (!target) return setup_.give_up_later(call, *leg.party);
    auto event = core_.event(call, CSTA_DIVERTED, core_.profile.causes.diverted);
    event.connection = call.connection(*leg.party);
    event.subject = leg.party->address;
    call.last_redirection = event.subject;
    call.history = {{left, event.cause, event.connection}};
    core_.take_out(call, left);
    core_.report_to({{left, CS_NONE}}, event);
    core_.report_to_followers(call, event);
    setup_.offer(call, *target, cause);
}

}  // namespace ctiengine::simulator

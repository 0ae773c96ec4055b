#include "common/csta/device_view.hpp"

namespace ctiengine::csta {
namespace {

/// The call an event is about: the surviving one after a transfer or conference.
struct CallOf {
    std::uint32_t operator()(const ServiceInitiated& e) const { return e.initiated.call; }
    std::uint32_t operator()(const Originated& e) const { return e.originated.call; }
    std::uint32_t operator()(const Delivered& e) const { return e.connection.call; }
    std::uint32_t operator()(const Established& e) const { return e.established.call; }
    std::uint32_t operator()(const Held& e) const { return e.held.call; }
    std::uint32_t operator()(const Retrieved& e) const { return e.retrieved.call; }
    std::uint32_t operator()(const Queued& e) const { return e.queued.call; }
    std::uint32_t operator()(const Diverted& e) const { return e.connection.call; }
    std::uint32_t operator()(const Transferred& e) const { return e.secondary_old.call; }
    std::uint32_t operator()(const Conferenced& e) const { return e.secondary_old.call; }
    std::uint32_t operator()(const Failed& e) const { return e.failed.call; }
    std::uint32_t operator()(const NetworkReached& e) const { return e.connection.call; }
    std::uint32_t operator()(const ConnectionCleared& e) const { return e.dropped.call; }
    std::uint32_t operator()(const CallCleared& e) const { return e.cleared.call; }
    std::uint32_t operator()(const CallInformation& e) const { return e.connection.call; }
    std::uint32_t operator()(const EnteredDigits& e) const { return e.connection.call; }
};

CallEvent event(CallEventBody body, ConnectionState local) {
    return {std::move(body), local, EventCause::None, {}};
}

}  // namespace

void DeviceView::set(std::uint32_t call, ConnectionState state) {
    if (state == ConnectionState::Null) {
        calls_.erase(call);
    } else if (state != ConnectionState::None) {
        calls_[call] = state;
    }
}

void DeviceView::apply(const CallEvent& event) {
    auto call = std::visit(CallOf(), event.body);
    if (const auto* cleared = std::get_if<ConnectionCleared>(&event.body);
        cleared && cleared->dropped.device == device_) {
        calls_.erase(call);
        return;
    }
    if (std::holds_alternative<CallCleared>(event.body)) {
        calls_.erase(call);
        return;
    }
    if (const auto* transferred = std::get_if<Transferred>(&event.body))
        calls_.erase(transferred->primary_old.call);
    if (const auto* conferenced = std::get_if<Conferenced>(&event.body))
        calls_.erase(conferenced->primary_old.call);
    set(call, event.local);
}

CallEvent DeviceView::ended(std::uint32_t call) const {
    return event(ConnectionCleared{own(call), self()}, ConnectionState::Null);
}

std::vector<CallEvent> DeviceView::arrived(std::uint32_t call, ConnectionState state) const {
    switch (state) {
        case ConnectionState::Initiated: return {event(ServiceInitiated{own(call)}, state)};
        case ConnectionState::Alerting: return {event(Delivered{own(call), self(), {}, {}, {}}, state)};
        case ConnectionState::Connected: return {event(Established{own(call), self(), {}, {}, {}}, state)};
        case ConnectionState::Hold:
            return {
                event(Established{own(call), self(), {}, {}, {}}, ConnectionState::Connected),
                event(Held{own(call), self()}, state)};
        case ConnectionState::Fail: return {event(Failed{own(call), self(), {}, {}}, state)};
        default: return {};
    }
}

std::vector<CallEvent> DeviceView::changed(std::uint32_t call, ConnectionState from, ConnectionState to)
    const {
    if (to == ConnectionState::Hold && from == ConnectionState::Connected)
        return {event(Held{own(call), self()}, to)};
    if (to == ConnectionState::Connected && from == ConnectionState::Hold) {
        return {event(Retrieved{own(call), self()}, to)};
    }
    return arrived(call, to);
}

std::vector<CallEvent> DeviceView::apply(const DeviceSnapshot& truth) {
    std::map<std::uint32_t, ConnectionState> now;
    for (const auto& call : truth.calls) {
        now[call.connection.call] = call.states.empty() ? ConnectionState::None : call.states.front();
    }
    std::vector<CallEvent> changes;
    for (const auto& [call, state] : calls_) {
        if (!now.contains(call)) changes.push_back(ended(call));
    }
    for (const auto& [call, state] : now) {
        auto known = calls_.find(call);
        if (known != calls_.end() && known->second == state) continue;
        auto steps = known == calls_.end() ? arrived(call, state) : changed(call, known->second, state);
        changes.insert(changes.end(), steps.begin(), steps.end());
    }
    calls_ = std::move(now);
    return changes;
}

}  // namespace ctiengine::csta

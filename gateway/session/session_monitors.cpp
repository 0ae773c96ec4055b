// What other sessions of the same user may ask of this one. Part of Session.
#include "gateway/session/session.hpp"

namespace ctiengine::gateway {

std::optional<std::vector<PeerMonitor>> Session::active_monitors(const std::string& session_id) const {
    if (ending_ || softphone_.session_id != session_id) return std::nullopt;
    std::vector<PeerMonitor> monitors;
    for (const auto* monitor : softphone_.monitors.active()) {
        const auto* form = softphone_.dialect.forms.find(monitor->object.device);
        monitors.emplace_back(*monitor, form ? *form : std::string());
    }
    return monitors;
}

void Session::give_up_monitors(const std::string& session_id, const std::vector<std::string>& cross_ref_ids) {
    if (ending_ || softphone_.session_id != session_id) return;
    logging::info(at({}), "{} monitors were taken over by another session", cross_ref_ids.size());
    for (const auto& id : cross_ref_ids) {
        const auto* monitor = softphone_.monitors.find(id);
        if (!monitor) continue;
        auto object = monitor->object;
        softphone_.monitors.remove(id);
        requests_.spawn(executor(), unwatch(shared_from_this(), std::move(object)), "unwatch");
    }
}

Task<void> Session::unwatch(std::shared_ptr<Session> self, csta::MonitorObject object) {
    CallContext call{
        self->settings_.request_budget, self->softphone_.session_id, self->softphone_.session_id};
    co_await self->link_.unwatch(std::move(object), self, std::move(call));
}

}  // namespace ctiengine::gateway

#include "gateway/session/held_events.hpp"

namespace ctiengine::gateway {

std::uint64_t HeldEvents::begin(const csta::MonitorObject& object) {
    waiting_[object].proof = ++last_proof_;
    return last_proof_;
}

HeldEvents::Kept HeldEvents::keep(const Event& event) {
    const auto found = waiting_.find(event->event.object);
    if (found == waiting_.end()) return Kept::No;
    if (found->second.events.size() >= kMost) {
        waiting_.erase(found);
        return Kept::TooMany;
    }
    found->second.events.push_back(event);
    return Kept::Yes;
}

std::optional<HeldEvents::Events> HeldEvents::end(const csta::MonitorObject& object, std::uint64_t proof) {
    const auto found = waiting_.find(object);
    if (found == waiting_.end() || found->second.proof != proof) return std::nullopt;
    auto events = std::move(found->second.events);
    waiting_.erase(found);
    return events;
}

}  // namespace ctiengine::gateway

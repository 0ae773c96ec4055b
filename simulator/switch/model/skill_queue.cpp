#include "simulator/switch/model/skill_queue.hpp"

#include <algorithm>

namespace ctiengine::simulator {

void SkillQueue::enter(QueuedCall place) {
    const auto same = std::find_if(places_.begin(), places_.end(), [&place](const auto& other) {
        return other.call == place.call && other.skill == place.skill;
    });
    if (same != places_.end()) {
        place.order = same->order;
        places_.erase(same);
    }
    if (place.order == 0) place.order = ++last_order_;
    const auto served_later = [&place](const QueuedCall& other) {
        return other.priority < place.priority ||
               (other.priority == place.priority && other.order > place.order);
    };
    const auto behind = std::find_if(places_.begin(), places_.end(), served_later);
    places_.insert(behind, std::move(place));
}

void SkillQueue::leave(CallId call) {
    std::erase_if(places_, [call](const auto& place) { return place.call == call; });
}

bool SkillQueue::holds(CallId call) const {
    return places_of(call) > 0;
}

bool SkillQueue::holds(CallId call, const std::string& skill) const {
    return std::any_of(places_.begin(), places_.end(), [&](const auto& place) {
        return place.call == call && place.skill == skill;
    });
}

int SkillQueue::places_of(CallId call) const {
    return static_cast<int>(std::count_if(places_.begin(), places_.end(), [call](const auto& place) {
        return place.call == call;
    }));
}

int SkillQueue::count(const std::string& skill) const {
    return static_cast<int>(std::count_if(places_.begin(), places_.end(), [&skill](const auto& place) {
        return place.skill == skill && place.agent.empty();
    }));
}

std::optional<QueuedCall> SkillQueue::next_for(
    const std::string& agent, const std::vector<std::string>& skills
) const {
    for (const auto& place : places_) {
        if (place.agent == agent) return place;
    }
    for (const auto& place : places_) {
        const bool has_skill = std::find(skills.begin(), skills.end(), place.skill) != skills.end();
        if (place.agent.empty() && has_skill) return place;
    }
    return std::nullopt;
}

}  // namespace ctiengine::simulator

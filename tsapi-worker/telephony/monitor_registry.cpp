#include "tsapi-worker/telephony/monitor_registry.hpp"

namespace ctiengine::telephony {

MonitorRegistry::Entry& MonitorRegistry::watch(
    const csta::MonitorObject& object, const std::string& gateway
) {
    auto& entry = entries_.try_emplace(object, object).first->second;
    entry.watchers.insert(gateway);
    entry.idle_since.reset();
    return entry;
}

void MonitorRegistry::unwatch(const csta::MonitorObject& object, const std::string& gateway, TimePoint now) {
    auto* entry = find(object);
    if (!entry || entry->watchers.erase(gateway) == 0) return;
    if (entry->watchers.empty()) entry->idle_since = now;
}

void MonitorRegistry::forget_gateway(const std::string& gateway, TimePoint now) {
    for (auto& [object, entry] : entries_) {
        if (entry.watchers.erase(gateway) > 0 && entry.watchers.empty()) entry.idle_since = now;
    }
}

MonitorRegistry::Entry* MonitorRegistry::find(const csta::MonitorObject& object) {
    auto found = entries_.find(object);
    return found == entries_.end() ? nullptr : &found->second;
}

MonitorRegistry::Numbers& MonitorRegistry::numbers_of(const csta::MonitorObject& object) {
    return object.kind == csta::MonitorObject::Kind::Routeing ? by_register_id_ : by_cross_ref_;
}

const csta::MonitorObject* MonitorRegistry::find(const Numbers& numbers, std::int32_t id) {
    auto found = numbers.find(id);
    return found == numbers.end() ? nullptr : &found->second;
}

const csta::MonitorObject* MonitorRegistry::object_of(std::int32_t cross_ref_id) const {
    return find(by_cross_ref_, cross_ref_id);
}

const csta::MonitorObject* MonitorRegistry::routeing_of(std::int32_t register_id) const {
    return find(by_register_id_, register_id);
}

void MonitorRegistry::confirmed(const csta::MonitorObject& object, std::int32_t cross_ref_id) {
    auto* entry = find(object);
    if (!entry) return;
    entry->state = State::Active;
    entry->cross_ref_id = cross_ref_id;
    numbers_of(object)[cross_ref_id] = object;
}

void MonitorRegistry::remove(csta::MonitorObject object) {
    forget_number(object);
    entries_.erase(object);
}

void MonitorRegistry::lose(const csta::MonitorObject& object) {
    auto* entry = find(object);
    if (!entry) return;
    forget_number(object);
    if (entry->state == State::Active) entry->restoring = true;
    entry->state = State::Lost;
}

void MonitorRegistry::forget_number(const csta::MonitorObject& object) {
    auto* entry = find(object);
    if (!entry) return;
    // An entry that was lost holds a number that the new link may have given to another object.
    auto& numbers = numbers_of(object);
    auto mapped = numbers.find(entry->cross_ref_id);
    if (mapped != numbers.end() && mapped->second == object) numbers.erase(mapped);
}

void MonitorRegistry::lose_all() {
    by_cross_ref_.clear();
    by_register_id_.clear();
    for (auto& [object, entry] : entries_) {
        if (entry.state == State::Active) entry.restoring = true;
        entry.state = State::Lost;
    }
}

std::vector<MonitorRegistry::Answer> MonitorRegistry::take_late(TimePoint now) {
    std::vector<Answer> late;
    for (auto& [object, entry] : entries_) {
        for (auto place = entry.waiting.begin(); place != entry.waiting.end();) {
            if (place->deadline > now) {
                ++place;
                continue;
            }
            if (place->new_watcher) unwatch(object, place->gateway, now);
            late.push_back(std::move(place->answer));
            place = entry.waiting.erase(place);
        }
    }
    return late;
}

std::vector<csta::MonitorObject> MonitorRegistry::lost() const {
    std::vector<csta::MonitorObject> objects;
    for (const auto& [object, entry] : entries_) {
        if (entry.state == State::Lost) objects.push_back(object);
    }
    return objects;
}

std::vector<csta::MonitorObject> MonitorRegistry::overdue(TimePoint now) const {
    std::vector<csta::MonitorObject> objects;
    for (const auto& [object, entry] : entries_) {
        bool idle = entry.idle_since && *entry.idle_since + linger_ <= now;
        if (idle && entry.state != State::Starting) objects.push_back(object);
    }
    return objects;
}

}  // namespace ctiengine::telephony

#include "tsapi-worker/telephony/command_memory.hpp"

#include <algorithm>
#include <utility>

namespace ctiengine::telephony {
namespace {

template <class... Any>
struct OneOf {
    template <class Typed>
    static constexpr bool holds = (std::is_same_v<Typed, Any> || ...);
};

/// Asking again is harmless, and a gateway has to watch for itself.
using Repeatable = OneOf<
    csta::MonitorStart,
    csta::MonitorStop,
    csta::SnapshotDevice,
    csta::SnapshotCall,
    csta::QueryAgentState,
    csta::RequestSystemStatus,
    csta::QueryUcid,
    csta::QueryForwarding,
    csta::QueryDoNotDisturb,
    csta::QueryMessageWaiting,
    csta::QueryLastNumber,
    csta::QueryDeviceInfo,
    csta::QueryDeviceName,
    csta::QueryStationStatus,
    csta::QueryAcdSplit,
    csta::QueryAgentLogin,
    csta::QueryTimeOfDay,
    csta::GetDeviceList,
    csta::GetApiCaps>;

}  // namespace

bool is_command(const csta::Request& request) {
    auto changes_something = [](const auto& typed) {
        return !Repeatable::holds<std::decay_t<decltype(typed)>>;
    };
    return std::visit(changes_something, request);
}

std::optional<CommandMemory::Answer> CommandMemory::begin(
    const CommandKey& key, Answer answer, std::function<TimePoint()> now
) {
    auto [place, fresh] = commands_.try_emplace(key);
    auto& command = place->second;
    if (command.response) {
        answer(*command.response);
        return std::nullopt;
    }
    command.waiting.push_back(std::move(answer));
    if (!fresh) return std::nullopt;
    if (commands_.size() > most_) forget_oldest();
    return
        [this, key, now = std::move(now)](csta::Response response) { done(key, std::move(response), now()); };
}

bool CommandMemory::repeat(const CommandKey& key, Answer answer) {
    const auto found = commands_.find(key);
    if (found == commands_.end()) return false;
    auto& command = found->second;
    if (command.response) {
        answer(*command.response);
    } else {
        command.waiting.push_back(std::move(answer));
    }
    return true;
}

void CommandMemory::done(const CommandKey& key, csta::Response response, TimePoint now) {
    auto found = commands_.find(key);
    if (found == commands_.end()) return;
    auto waiting = std::exchange(found->second.waiting, {});
    found->second.response = response;
    found->second.answered_at = now;
    for (auto& answer : waiting) answer(response);
}

void CommandMemory::tick(TimePoint now) {
    std::erase_if(commands_, [&](const auto& entry) {
        return entry.second.response && entry.second.answered_at + age_ <= now;
    });
}

void CommandMemory::forget_oldest() {
    auto older = [](const auto& a, const auto& b) {
        if (a.second.response.has_value() != b.second.response.has_value())
            return a.second.response.has_value();
        return a.second.answered_at < b.second.answered_at;
    };
    auto oldest = std::min_element(commands_.begin(), commands_.end(), older);
    if (oldest != commands_.end() && oldest->second.response) commands_.erase(oldest);
}

}  // namespace ctiengine::telephony

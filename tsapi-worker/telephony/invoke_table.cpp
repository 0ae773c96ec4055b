#include "tsapi-worker/telephony/invoke_table.hpp"

#include <utility>

namespace ctiengine::telephony {

std::uint32_t InvokeTable::add(Answer answer, TimePoint deadline) {
    do last_id_ = last_id_ < kLastId ? last_id_ + 1 : kFirstId;
    while (invokes_.contains(last_id_));
    invokes_.emplace(last_id_, Invoke{std::move(answer), deadline});
    return last_id_;
}

std::optional<InvokeTable::Answer> InvokeTable::take(std::uint32_t invoke_id) {
    auto found = invokes_.find(invoke_id);
    if (found == invokes_.end()) return std::nullopt;
    auto answer = std::move(found->second.answer);
    invokes_.erase(found);
    return answer;
}

std::vector<InvokeTable::Answer> InvokeTable::take_late(TimePoint now) {
    std::vector<Answer> late;
    for (auto place = invokes_.begin(); place != invokes_.end();) {
        if (place->second.deadline > now) {
            ++place;
            continue;
        }
        late.push_back(std::move(place->second.answer));
        place = invokes_.erase(place);
    }
    return late;
}

std::vector<InvokeTable::Answer> InvokeTable::take_all() {
    std::vector<Answer> all;
    for (auto& [id, invoke] : std::exchange(invokes_, {})) all.push_back(std::move(invoke.answer));
    return all;
}

}  // namespace ctiengine::telephony

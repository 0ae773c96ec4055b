#include "simulator/weblm/model/answer_store.hpp"

namespace ctiengine::weblm_sim {

const weblm::Response* AnswerStore::find(const weblm::Request& request) const {
    const auto found = answers_.find(key_of(request));
    return found == answers_.end() ? nullptr : &found->second;
}

void AnswerStore::keep(const weblm::Request& request, const weblm::Response& answer) {
    auto key = key_of(request);
    if (!answers_.emplace(key, answer).second) return;
    order_.push_back(std::move(key));
    if (order_.size() <= most_) return;
    answers_.erase(order_.front());
    order_.pop_front();
}

void AnswerStore::clear() {
    answers_.clear();
    order_.clear();
}

}  // namespace ctiengine::weblm_sim

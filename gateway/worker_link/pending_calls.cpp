#include "gateway/worker_link/pending_calls.hpp"

#include <utility>
#include <vector>

namespace ctiengine::gateway {

std::uint64_t PendingCalls::add(Resume resume, TimePoint deadline) {
    calls_.emplace(++last_id_, Call{std::move(resume), deadline});
    return last_id_;
}

bool PendingCalls::answer(std::uint64_t request_id, csta::Response response) {
    auto found = calls_.find(request_id);
    if (found == calls_.end()) return false;
    auto resume = std::move(found->second.resume);
    calls_.erase(found);
    resume(std::move(response));
    return true;
}

void PendingCalls::expire(TimePoint now) {
    std::vector<std::uint64_t> late;
    for (const auto& [id, call] : calls_) {
        if (call.deadline <= now) late.push_back(id);
    }
    csta::Failure failure{
        csta::UniversalFailure::RequestTimeoutRejection, "the worker did not answer in time"};
    for (auto id : late) answer(id, failure);
}

void PendingCalls::fail_all(const csta::Failure& failure) {
    auto calls = std::exchange(calls_, {});
    for (auto& [id, call] : calls) call.resume(failure);
}

}  // namespace ctiengine::gateway

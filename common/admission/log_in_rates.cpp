#include "common/admission/log_in_rates.hpp"

namespace ctiengine::admission {

bool NamedBuckets::take(const std::string& name, TimePoint now) {
    if (const auto known = by_name_.find(name); known != by_name_.end()) {
        by_use_.splice(by_use_.begin(), by_use_, known->second);
        return known->second->bucket.take(now);
    }
    make_room(now);
    by_use_.push_front({name, TokenBucket(per_minute_ / 60, per_minute_, now)});
    by_name_.emplace(name, by_use_.begin());
    return by_use_.front().bucket.take(now);
}

void NamedBuckets::make_room(TimePoint now) {
    while (!by_use_.empty() && (by_use_.size() >= most_names_ || by_use_.back().bucket.full(now))) {
        by_name_.erase(by_use_.back().name);
        by_use_.pop_back();
    }
}

}  // namespace ctiengine::admission

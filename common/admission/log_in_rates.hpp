#pragma once
#include "common/admission/token_bucket.hpp"

#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

namespace ctiengine::admission {

/// Token buckets by name, bounded: the one that was used longest ago makes room, and full ones are forgotten,
/// so that nobody can fill memory with names. Belongs to one strand.
class NamedBuckets {
  public:
    using TimePoint = TokenBucket::TimePoint;

    NamedBuckets(unsigned per_minute, std::size_t most_names)
        : per_minute_(per_minute), most_names_(most_names) {}

    bool take(const std::string& name, TimePoint now);
    std::size_t size() const { return by_name_.size(); }

  private:
    struct Named {
        std::string name;
        TokenBucket bucket;
    };

    void make_room(TimePoint now);

    double per_minute_;
    std::size_t most_names_;
    std::list<Named> by_use_;  // the latest first
    std::unordered_map<std::string, std::list<Named>::iterator> by_name_;
};

/// How often users and addresses may try to log in (LOGINSPERUSER, LOGINSPERSOURCE). Any thread; the lock is
/// held for a look-up.
class LogInRates {
  public:
    using TimePoint = TokenBucket::TimePoint;

    LogInRates(unsigned per_user, unsigned per_source, std::size_t most_names = 20'000)
        : users_(per_user, most_names), sources_(per_source, most_names) {}

    /// One more attempt from `source`? An attempt that is refused counts as well.
    bool source_may(const std::string& source, TimePoint now) {
        const std::lock_guard hold(mutex_);
        return sources_.take(source, now);
    }
    /// One more attempt for `user`?
    bool user_may(const std::string& user, TimePoint now) {
        const std::lock_guard hold(mutex_);
        return users_.take(user, now);
    }

  private:
    std::mutex mutex_;
    NamedBuckets users_;
    NamedBuckets sources_;
};

}  // namespace ctiengine::admission

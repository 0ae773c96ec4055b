#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace ctiengine::admission {

/// Connections that have not logged in yet: so many in all, and so many from one address (MAXUNAUTHENTICATED,
/// MAXUNAUTHENTICATEDPERSOURCE). Any thread.
class WaitingRoom : public std::enable_shared_from_this<WaitingRoom> {
  public:
    enum class Full { InAll, OfThisSource };

    /// A place in the room; given back when it is destroyed, that is at the log-in or at the end.
    class Place {
      public:
        Place(std::shared_ptr<WaitingRoom> room, std::string source)
            : room_(std::move(room)), source_(std::move(source)) {}
        ~Place() { room_->leave(source_); }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

      private:
        std::shared_ptr<WaitingRoom> room_;
        std::string source_;
    };

    WaitingRoom(std::size_t most, std::size_t most_of_source)
        : most_(most), most_of_source_(most_of_source) {}

    /// A place for a connection from `source`; empty `source` = a balancer, which stands for many. Null =
    /// `why` tells.
    std::unique_ptr<Place> enter(const std::string& source, Full& why) {
        const std::lock_guard hold(mutex_);
        if (waiting_ >= most_) {
            why = Full::InAll;
            return nullptr;
        }
        if (!source.empty() && by_source_[source] >= most_of_source_) {
            why = Full::OfThisSource;
            return nullptr;
        }
        ++waiting_;
        if (!source.empty()) ++by_source_[source];
        return std::make_unique<Place>(shared_from_this(), source);
    }

    std::size_t waiting() const {
        const std::lock_guard hold(mutex_);
        return waiting_;
    }

  private:
    void leave(const std::string& source) {
        const std::lock_guard hold(mutex_);
        --waiting_;
        if (source.empty()) return;
        const auto found = by_source_.find(source);
        if (found != by_source_.end() && --found->second == 0) by_source_.erase(found);
    }

    const std::size_t most_;
    const std::size_t most_of_source_;
    mutable std::mutex mutex_;
    std::size_t waiting_ = 0;
    std::unordered_map<std::string, std::size_t> by_source_;
};

}  // namespace ctiengine::admission

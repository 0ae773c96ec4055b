#pragma once
#include "common/connection/message_connection.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace ctiengine::tcp_server {

/// The connections of a listener, so that it can close them all. Any thread; the lock is held for a
/// look-up only.
class OpenConnections {
  public:
    /// Keeps a connection in the list for its own life.
    class Entry {
      public:
        Entry(
            OpenConnections& list, std::uint64_t id, std::weak_ptr<connection::MessageConnection> connection
        )
            : list_(list), id_(id) {
            const std::lock_guard hold(list_.mutex_);
            list_.by_id_.emplace(id_, std::move(connection));
        }
        ~Entry() {
            const std::lock_guard hold(list_.mutex_);
            list_.by_id_.erase(id_);
        }
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;

      private:
        OpenConnections& list_;
        std::uint64_t id_;
    };

    std::vector<std::shared_ptr<connection::MessageConnection>> all() const {
        std::vector<std::shared_ptr<connection::MessageConnection>> alive;
        const std::lock_guard hold(mutex_);
        for (const auto& [id, connection] : by_id_) {
            if (auto kept = connection.lock()) alive.push_back(std::move(kept));
        }
        return alive;
    }

  private:
    mutable std::mutex mutex_;
    std::unordered_map<std::uint64_t, std::weak_ptr<connection::MessageConnection>> by_id_;
};

}  // namespace ctiengine::tcp_server

#pragma once
#include "common/websocket/websocket_connection.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace ctiengine::websocket {

/// The connections a listener has now, so that it can close them all. Any thread; the lock is held for a
/// look-up only.
class OpenConnections {
  public:
    /// Keeps a connection in the list for its own life.
    class Entry {
      public:
        Entry(OpenConnections& list, std::uint64_t id, std::weak_ptr<WebSocketConnection> connection)
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

    std::vector<std::shared_ptr<WebSocketConnection>> all() const {
        std::vector<std::shared_ptr<WebSocketConnection>> alive;
        const std::lock_guard hold(mutex_);
        for (const auto& [id, connection] : by_id_) {
            if (auto kept = connection.lock()) alive.push_back(std::move(kept));
        }
        return alive;
    }

  private:
    mutable std::mutex mutex_;
    std::unordered_map<std::uint64_t, std::weak_ptr<WebSocketConnection>> by_id_;
};

}  // namespace ctiengine::websocket

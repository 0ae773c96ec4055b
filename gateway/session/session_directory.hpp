#pragma once
#include "gateway/requests/session_peers.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace ctiengine::gateway {

class Session;

/// The sessions that are open in this process, by session ID. Any thread; the lock is held for a look-up
/// only, everything else runs on the strand of the session concerned.
class SessionDirectory final : public SessionPeers {
  public:
    void enter(const std::string& session_id, const std::string& user, std::weak_ptr<Session> session);
    void leave(const std::string& session_id);

    std::vector<std::string> sessions_of(const std::string& user) const override;
    Task<std::optional<std::vector<PeerMonitor>>> monitors_of(std::string user, std::string session_id)
        override;
    void give_up(
        const std::string& user, const std::string& session_id, std::vector<std::string> cross_ref_ids
    ) override;

  private:
    struct Entry {
        std::string user;
        std::weak_ptr<Session> session;
    };

    std::shared_ptr<Session> find(const std::string& user, const std::string& session_id) const;

    mutable std::mutex mutex_;
    std::map<std::string, Entry> by_id_;
};

}  // namespace ctiengine::gateway

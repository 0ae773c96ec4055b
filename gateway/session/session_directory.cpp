#include "gateway/session/session_directory.hpp"

#include "gateway/session/session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

namespace ctiengine::gateway {
namespace {

namespace asio = boost::asio;

Task<std::optional<std::vector<PeerMonitor>>> look_at(
    std::shared_ptr<Session> session, std::string session_id
) {
    co_return session->active_monitors(session_id);
}

}  // namespace

void SessionDirectory::enter(
    const std::string& session_id, const std::string& user, std::weak_ptr<Session> session
) {
    const std::lock_guard hold(mutex_);
    by_id_[session_id] = Entry{user, std::move(session)};
}

void SessionDirectory::leave(const std::string& session_id) {
    const std::lock_guard hold(mutex_);
    by_id_.erase(session_id);
}

std::vector<std::string> SessionDirectory::sessions_of(const std::string& user) const {
    std::vector<std::string> ids;
    const std::lock_guard hold(mutex_);
    for (const auto& [id, entry] : by_id_) {
        if (entry.user == user) ids.push_back(id);
    }
    return ids;
}

Task<std::optional<std::vector<PeerMonitor>>> SessionDirectory::monitors_of(
    std::string user, std::string session_id
) {
    auto session = find(user, session_id);
    if (!session) co_return std::nullopt;
    auto strand = session->executor();
    auto monitors = co_await asio::co_spawn(
        strand, look_at(std::move(session), std::move(session_id)), asio::use_awaitable
    );
    co_return monitors;
}

void SessionDirectory::give_up(
    const std::string& user, const std::string& session_id, std::vector<std::string> cross_ref_ids
) {
    auto session = find(user, session_id);
    if (!session) return;
    auto strand = session->executor();
    asio::post(strand, [session = std::move(session), session_id, ids = std::move(cross_ref_ids)] {
        session->give_up_monitors(session_id, ids);
    });
}

std::shared_ptr<Session> SessionDirectory::find(const std::string& user, const std::string& session_id)
    const {
    const std::lock_guard hold(mutex_);
    const auto found = by_id_.find(session_id);
    if (found == by_id_.end() || found->second.user != user) return nullptr;
    return found->second.session.lock();
}

}  // namespace ctiengine::gateway

// Whose requests are whose: what the worker is told of sessions. Part of WorkerLink.
#include "gateway/worker_link/worker_link_impl.hpp"

#include <boost/asio/post.hpp>

namespace ctiengine::gateway {

void WorkerLinkImpl::open_session(std::string session_id, std::string user, identity::Rights rights) {
    OpenSession session{std::move(user), std::move(rights)};
    asio::post(
        strand_,
        [self = shared_from_this(), id = std::move(session_id), session = std::move(session)]() mutable {
            self->sessions_.insert_or_assign(id, std::move(session));
            if (self->status_.attached) self->send_session(id);
        }
    );
}

void WorkerLinkImpl::close_session(std::string session_id) {
    asio::post(strand_, [self = shared_from_this(), id = std::move(session_id)] {
        if (self->sessions_.erase(id) == 0 || !self->status_.attached) return;
        pb::GatewayMessage message;
        message.mutable_session_closed()->set_session_id(id);
        self->stream_->send(std::move(message));
    });
}

void WorkerLinkImpl::send_session(const std::string& session_id) {
    const auto& [user, rights] = sessions_.at(session_id);
    pb::GatewayMessage message;
    auto& out = *message.mutable_session_opened();
    out.set_session_id(session_id);
    out.set_user(user);
    out.set_role(static_cast<int>(rights.role));
    for (const auto& device : rights.devices) out.add_devices(device);
    for (const auto& agent : rights.agent_ids) out.add_agent_ids(agent);
    stream_->send(std::move(message));
}

void WorkerLinkImpl::send_all_sessions() {
    for (const auto& [id, session] : sessions_) send_session(id);
}

}  // namespace ctiengine::gateway

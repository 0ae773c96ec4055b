#include "common/grpc_security/unix_listener.hpp"

#include "common/grpc_security/socket_folder.hpp"
#include "common/logging/log.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ctiengine::grpc_security {
namespace {

constexpr auto kPauseAfterFailure = std::chrono::milliseconds(100);  // e.g. no descriptors left
constexpr mode_t kMode = 0660;

/// A socket file that nobody listens on any more keeps a new server from binding.
void remove_dead_socket(const sockaddr_un& address) {
    struct stat found {};
    if (::lstat(address.sun_path, &found) != 0 || !S_ISSOCK(found.st_mode)) return;
    Descriptor probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!probe) return;
    bool dead = ::connect(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 &&
                errno == ECONNREFUSED;
    if (dead) ::unlink(address.sun_path);
}

Error cannot(const char* what) {
    return Error{Errc::Io, fmt::format("{}: {}", what, std::strerror(errno))};
}

}  // namespace

UnixListener::UnixListener(boost::asio::any_io_executor executor, std::string path, AllowedUsers users)
    : path_(std::move(path)), users_(std::move(users)), acceptor_(executor), pause_(executor) {}

UnixListener::~UnixListener() {
    stop();
}

Result<std::shared_ptr<UnixListener>> UnixListener::open(
    boost::asio::any_io_executor executor, std::string path, AllowedUsers users
) {
    if (auto safe = check_socket_folder(path, users); !safe) return safe.error();
    std::shared_ptr<UnixListener> listener(
        new UnixListener(std::move(executor), std::move(path), std::move(users))
    );
    if (auto listening = listener->listen(); !listening) return listening.error();
    return listener;
}

Result<void> UnixListener::listen() {
    auto address = unix_address(path_);
    if (!address) return address.error();
    remove_dead_socket(*address);
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket) return cannot("no socket to be had");
    if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0) {
        return cannot(errno == EADDRINUSE ? "another process listens there" : "cannot make the socket file");
    }
    // Nobody can connect before listen(), so the mode is right from the first moment.
    struct stat made {};
    if (::chmod(path_.c_str(), kMode) != 0 || ::stat(path_.c_str(), &made) != 0) {
        auto error = cannot("cannot set the mode of the socket file");
        ::unlink(path_.c_str());
        return error;
    }
    device_ = made.st_dev;
    inode_ = made.st_ino;
    if (::listen(socket.get(), SOMAXCONN) != 0) return cannot("cannot listen");
    acceptor_.assign(Protocol(), socket.release());
    return {};
}

void UnixListener::start(Handlers handlers) {
    std::lock_guard lock(mutex_);
    handlers_ = std::move(handlers);
    if (!stopped_) accept_next();
}

void UnixListener::accept_next() {
    acceptor_.async_accept([weak = weak_from_this()](const auto& failed, Protocol::socket socket) {
        if (auto self = weak.lock()) self->accepted(failed, std::move(socket));
    });
}

void UnixListener::accepted(const boost::system::error_code& failed, Protocol::socket socket) {
    std::lock_guard lock(mutex_);
    if (stopped_) return;
    if (failed) return pause();
    boost::system::error_code error;
    Descriptor connection(socket.release(error));
    if (connection && !error) look_at(std::move(connection));
    accept_next();
}

void UnixListener::pause() {
    pause_.expires_after(kPauseAfterFailure);
    pause_.async_wait([weak = weak_from_this()](const auto&) {
        auto self = weak.lock();
        if (!self) return;
        std::lock_guard lock(self->mutex_);
        if (!self->stopped_) self->accept_next();
    });
}

void UnixListener::look_at(Descriptor socket) {
    auto peer = peer_process(socket.get());
    if (!peer) return logging::error("{}: a connection was closed: {}", path_, peer.error().detail);
    if (!users_.contains(peer->user)) {
        { Descriptor closing = std::move(socket); }
        return handlers_.turned_away(*peer);
    }
    ::fcntl(socket.get(), F_SETFD, FD_CLOEXEC);
    ::fcntl(socket.get(), F_SETFL, ::fcntl(socket.get(), F_GETFL) | O_NONBLOCK);
    handlers_.accepted(std::move(socket));
}

void UnixListener::stop() {
    std::lock_guard lock(mutex_);
    if (std::exchange(stopped_, true)) return;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    struct stat found {};
    bool ours = ::lstat(path_.c_str(), &found) == 0 && found.st_dev == device_ && found.st_ino == inode_;
    if (ours) ::unlink(path_.c_str());
}

}  // namespace ctiengine::grpc_security

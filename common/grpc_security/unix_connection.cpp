#include "common/grpc_security/unix_connection.hpp"

#include <fmt/core.h>

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ctiengine::grpc_security {

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Result<PeerProcess> peer_process(int socket) {
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) {
        return Error{
            Errc::Io, fmt::format("the kernel does not tell who is there: {}", std::strerror(errno))};
    }
    return PeerProcess{peer.uid, peer.pid};
}

Result<sockaddr_un> unix_address(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path) {
        return Error{
            Errc::InvalidSettings, fmt::format(
                                       "the path of a Unix socket has 1 to {} bytes, '{}' has {}",
                                       sizeof address.sun_path - 1, path, path.size()
                                   )};
    }
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

Result<Descriptor> connect_to_peer(const std::string& path, const AllowedUsers& users) {
    auto address = unix_address(path);
    if (!address) return address.error();
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket) return Error{Errc::Io, fmt::format("no socket to be had: {}", std::strerror(errno))};
    if (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0) {
        return Error{Errc::NotConnected, std::strerror(errno)};
    }
    auto peer = peer_process(socket.get());
    if (!peer) return peer.error();
    if (!users.contains(peer->user)) {
        return Error{
            Errc::Refused,
            fmt::format(
                "who listens there is a stranger: user {}, process {}; PEERUSERS names the users to trust",
                peer->user, peer->process
            )};
    }
    return socket;
}

}  // namespace ctiengine::grpc_security

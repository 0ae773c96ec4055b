#include "simulator/tsapi_standin/network/tcp_socket.hpp"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace ctiengine::tsapi_standin {
namespace {

using AddressList = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

AddressList addresses_of(const std::string& host, std::uint16_t port) {
    addrinfo wanted{};
    wanted.ai_family = AF_UNSPEC;
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found) != 0) found = nullptr;
    return {found, &freeaddrinfo};
}

/// Waits until the socket is ready; false at the deadline.
bool wait_for(int socket, short events, Deadline deadline) {
    for (;;) {
        using std::chrono::milliseconds;
        const auto left = std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        pollfd watched{socket, events, 0};
        const int ready = poll(&watched, 1, static_cast<int>(left.count()));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
}

bool connected(int socket, const addrinfo& address, Deadline deadline) {
    if (connect(socket, address.ai_addr, address.ai_addrlen) == 0) return true;
    if (errno != EINPROGRESS || !wait_for(socket, POLLOUT, deadline)) return false;
    int failure = 0;
    socklen_t size = sizeof failure;
    return getsockopt(socket, SOL_SOCKET, SO_ERROR, &failure, &size) == 0 && failure == 0;
}

bool try_again() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) close(number_);
}

Descriptor connect_tcp(const std::string& host, std::uint16_t port, Deadline deadline) {
    const auto addresses = addresses_of(host, port);
    for (const addrinfo* address = addresses.get(); address != nullptr; address = address->ai_next) {
        Descriptor made(socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        if (!made || !connected(made.number(), *address, deadline)) continue;
        const int at_once = 1;
        setsockopt(made.number(), IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
        return made;
    }
    return Descriptor{};
}

bool send_all(const Descriptor& socket, std::span<const std::uint8_t> bytes, Deadline deadline) {
    while (!bytes.empty()) {
        const auto sent = send(socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        } else if (!try_again() || !wait_for(socket.number(), POLLOUT, deadline)) {
            return false;
        }
    }
    return true;
}

std::size_t receive_some(const Descriptor& socket, std::span<std::uint8_t> room, Deadline deadline) {
    for (;;) {
        const auto received = recv(socket.number(), room.data(), room.size(), 0);
        if (received >= 0) return static_cast<std::size_t>(received);
        if (!try_again() || !wait_for(socket.number(), POLLIN, deadline)) return 0;
    }
}

}  // namespace ctiengine::tsapi_standin

#include "tests/attack/raw_socket.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace ctiengine::tests {

RawSocket::RawSocket(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket_ >= 0 && ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0)
        return;
    const int reason = errno;
    if (socket_ >= 0) ::close(socket_);
    throw std::system_error(reason, std::generic_category(), "cannot connect");
}

RawSocket::~RawSocket() {
    if (socket_ >= 0) ::close(socket_);
}

RawSocket::RawSocket(RawSocket&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

bool RawSocket::send(std::string_view bytes) {
    return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

bool RawSocket::ended(std::chrono::milliseconds limit) {
    std::string ignored;
    return read_to_end(limit, ignored);
}

std::string RawSocket::receive_all(std::chrono::milliseconds limit) {
    std::string all;
    read_to_end(limit, all);
    return all;
}

bool RawSocket::read_to_end(std::chrono::milliseconds limit, std::string& into) {
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd descriptor{socket_, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&descriptor, 1, static_cast<int>(left.count())) <= 0) return false;
        std::array<char, 4096> room;
        const auto got = ::recv(socket_, room.data(), room.size(), 0);
        if (got <= 0) return true;
        into.append(room.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace ctiengine::tests

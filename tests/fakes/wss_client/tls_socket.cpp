#include "tests/fakes/wss_client/tls_socket.hpp"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace ctiengine::testing {

namespace {

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error("test client: " + what);
}

std::string ssl_error() {
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return text.data();
}

void bind_to(int socket, const std::string& source) {
    if (source.empty()) return;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (inet_pton(AF_INET, source.c_str(), &address.sin_addr) != 1) fail(source + " is no IPv4 address");
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        fail("cannot connect from " + source + ": " + std::strerror(errno));
    }
}

}  // namespace

Deadline deadline_in(std::chrono::milliseconds limit) {
    return std::chrono::steady_clock::now() + limit;
}

TlsSocket::TlsSocket(const WssOptions& options, bool encrypted) {
    std::signal(SIGPIPE, SIG_IGN);  // a server that cuts is a case to test, not the end of the test
    try {
        connect_tcp(options);
        if (!options.preamble.empty()) write_plain(options.preamble, deadline_in(options.limit));
        if (encrypted) connect_tls(options);
    } catch (...) {
        if (socket_ >= 0) ::close(socket_);
        throw;
    }
}

TlsSocket::~TlsSocket() {
    if (socket_ >= 0) ::close(socket_);
}

void TlsSocket::connect_tcp(const WssOptions& options) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const auto port = std::to_string(options.port);
    if (const int failed = getaddrinfo(options.host.c_str(), port.c_str(), &hints, &found); failed != 0) {
        fail(options.host + ": " + gai_strerror(failed));
    }
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> addresses(found, freeaddrinfo);
    int last_error = 0;
    for (const auto* each = found; each && socket_ < 0; each = each->ai_next) {
        socket_ = ::socket(each->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        bind_to(socket_, options.source);
        if (::connect(socket_, each->ai_addr, each->ai_addrlen) == 0) break;
        last_error = errno;
        if (last_error == EINPROGRESS && wait(POLLOUT, deadline_in(options.limit))) {
            socklen_t size = sizeof last_error;
            getsockopt(socket_, SOL_SOCKET, SO_ERROR, &last_error, &size);
            if (last_error == 0) break;
        }
        ::close(std::exchange(socket_, -1));
    }
    if (socket_ < 0)
        fail("cannot connect to " + options.host + ":" + port + ": " + std::strerror(last_error));
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void TlsSocket::connect_tls(const WssOptions& options) {
    context_.reset(SSL_CTX_new(TLS_client_method()));
    if (!options.trust.empty()) {
        if (SSL_CTX_load_verify_locations(context_.get(), options.trust.c_str(), nullptr) != 1) {
            fail("cannot read the certificates of " + options.trust.string());
        }
        SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
    }
    ssl_.reset(SSL_new(context_.get()));
    std::array<unsigned char, sizeof(in6_addr)> address{};
    const bool numeric = inet_pton(AF_INET, options.host.c_str(), address.data()) == 1 ||
                         inet_pton(AF_INET6, options.host.c_str(), address.data()) == 1;
    if (numeric) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl_.get()), options.host.c_str());
    } else {
        SSL_set1_host(ssl_.get(), options.host.c_str());
        SSL_set_tlsext_host_name(ssl_.get(), options.host.c_str());
    }
    SSL_set_fd(ssl_.get(), socket_);
    const auto end = deadline_in(options.limit);
    for (int result; (result = SSL_connect(ssl_.get())) != 1;) {
        if (!wait_for_ssl(result, end)) fail("TLS handshake failed: " + ssl_error());
    }
}

bool TlsSocket::wait(short events, Deadline end) const {
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd descriptor{socket_, events, 0};
        const int ready = ::poll(&descriptor, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
        if (ready > 0) return true;
        if (ready == 0 || errno != EINTR) return false;
    }
}

/// False = it is an error, or the deadline passed.
bool TlsSocket::wait_for_ssl(int result, Deadline end) {
    switch (SSL_get_error(ssl_.get(), result)) {
        case SSL_ERROR_WANT_READ: return wait(POLLIN, end);
        case SSL_ERROR_WANT_WRITE: return wait(POLLOUT, end);
        default: return false;
    }
}

void TlsSocket::write(std::string_view bytes, Deadline end) {
    if (!ssl_) return write_plain(bytes, end);
    while (!bytes.empty()) {
        std::size_t written = 0;
        const int result = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &written);
        if (result == 1) {
            bytes.remove_prefix(written);
        } else if (!wait_for_ssl(result, end)) {
            fail("cannot send: the connection is gone or the peer does not read");
        }
    }
}

void TlsSocket::write_plain(std::string_view bytes, Deadline end) {
    while (!bytes.empty()) {
        const auto written = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EAGAIN || !wait(POLLOUT, end)) {
            fail("cannot send: the connection is gone or the peer does not read");
        }
    }
}

Got TlsSocket::read(std::string& into, Deadline end) {
    if (!ssl_) return read_plain(into, end);
    std::array<char, 16384> room;
    for (;;) {
        std::size_t got = 0;
        ERR_clear_error();
        const int result = SSL_read_ex(ssl_.get(), room.data(), room.size(), &got);
        if (result == 1) {
            into.append(room.data(), got);
            return Got::Bytes;
        }
        const int why = SSL_get_error(ssl_.get(), result);
        if (why == SSL_ERROR_ZERO_RETURN) return Got::End;
        if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) return Got::Cut;
        if (!wait(why == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, end)) return Got::Nothing;
    }
}

Got TlsSocket::read_plain(std::string& into, Deadline end) {
    std::array<char, 16384> room;
    if (!wait(POLLIN, end)) return Got::Nothing;
    const auto got = ::recv(socket_, room.data(), room.size(), 0);
    if (got == 0) return Got::End;
    if (got < 0) return Got::Cut;
    into.append(room.data(), static_cast<std::size_t>(got));
    return Got::Bytes;
}

void TlsSocket::cut(bool reset) {
    if (reset) {
        const linger at_once{1, 0};
        setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
    ::close(std::exchange(socket_, -1));
    ssl_.reset();
}

}  // namespace ctiengine::testing

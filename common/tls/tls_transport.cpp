#include "common/tls/tls_transport.hpp"

#include <openssl/bio.h>

#include <sys/socket.h>

#include <cerrno>
#include <new>

namespace ctiengine::tls {

namespace {

/// One record of ours, and then what a peer can provoke without reading it: answers to key updates, alerts.
constexpr std::size_t kBacklogLimit = 128 * 1024;

bool would_block() {
    return errno == EAGAIN || errno == EWOULDBLOCK;
}

TlsTransport& transport_of(BIO* bio) {
    return *static_cast<TlsTransport*>(BIO_get_data(bio));
}

}  // namespace

BIO* TlsTransport::make_bio() {
    BIO* const bio = BIO_new(bio_method());
    if (!bio) throw std::bad_alloc();
    BIO_set_data(bio, this);
    BIO_set_init(bio, 1);
    return bio;
}

const BIO_METHOD* TlsTransport::bio_method() {
    static const BIO_METHOD* const kMethod = [] {
        BIO_METHOD* const made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "ctiengine socket");
        if (!made) throw std::bad_alloc();
        BIO_meth_set_read(made, bio_read);
        BIO_meth_set_write(made, bio_write);
        BIO_meth_set_ctrl(made, bio_control);
        return made;
    }();
    return kMethod;
}

std::ptrdiff_t TlsTransport::receive(char* out, std::size_t size) {
    std::ptrdiff_t got;
    do {
        got = ::recv(socket_.native_handle(), out, size, MSG_DONTWAIT);
    } while (got < 0 && errno == EINTR);
    return got;
}

std::ptrdiff_t TlsTransport::send(std::string_view bytes) {
    std::ptrdiff_t sent;
    do {
        sent = ::send(socket_.native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent >= 0) return sent;
    if (would_block()) return 0;
    failed_ = errno;
    return -1;
}

bool TlsTransport::flush() {
    if (backlog_.empty()) return true;
    std::size_t done = 0;
    while (done < backlog_.size()) {
        const auto sent = send(std::string_view(backlog_).substr(done));
        if (sent <= 0) break;
        done += static_cast<std::size_t>(sent);
    }
    if (done == backlog_.size() || failed_ != 0) {
        std::string().swap(backlog_);  // gives the memory back
        return true;
    }
    backlog_.erase(0, done);
    return false;
}

boost::system::error_code TlsTransport::error() const {
    return {failed_, boost::system::system_category()};
}

int TlsTransport::bio_read(BIO* bio, char* out, int size) {
    auto& self = transport_of(bio);
    BIO_clear_retry_flags(bio);
    if (self.emptied_) {
        BIO_set_retry_read(bio);
        return -1;
    }
    const auto got = self.receive(out, static_cast<std::size_t>(size));
    if (got > 0) {
        self.emptied_ = got < size;
    } else if (got == 0) {
        self.at_end_ = true;
    } else if (would_block()) {
        self.emptied_ = true;
        BIO_set_retry_read(bio);
    } else {
        self.failed_ = errno;
    }
    return static_cast<int>(got);
}

/// Takes all bytes or fails for good: OpenSSL never has to repeat a write.
int TlsTransport::bio_write(BIO* bio, const char* in, int size) {
    auto& self = transport_of(bio);
    BIO_clear_retry_flags(bio);
    std::string_view rest(in, static_cast<std::size_t>(size));
    if (self.backlog_.empty()) {
        const auto sent = self.send(rest);
        if (sent < 0) return -1;
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    if (self.backlog_.size() + rest.size() > kBacklogLimit) {
        self.failed_ = ENOBUFS;
        return -1;
    }
    self.backlog_.append(rest);
    return size;
}

long TlsTransport::bio_control(BIO* bio, int command, long, void*) {
    if (command == BIO_CTRL_FLUSH) return 1;
    if (command == BIO_CTRL_EOF) return transport_of(bio).at_end_ ? 1 : 0;
    return 0;
}

}  // namespace ctiengine::tls

#include "common/tls/tls_engine.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <new>

namespace ctiengine::tls {
namespace asio = boost::asio;

void prepare_for_engine(SSL_CTX* context) {
    SSL_CTX_set_mode(
        context,
        SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER
    );
    SSL_CTX_set_read_ahead(context, 1);  // a record's header and body in one system call
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
}

void TlsEngine::Free::operator()(SSL* ssl) const {
    SSL_free(ssl);
}

TlsEngine::TlsEngine(SSL_CTX* context, asio::ip::tcp::socket& socket, TlsRole role)
    : transport_(socket), ssl_(SSL_new(context)) {
    if (!ssl_) throw std::bad_alloc();
    BIO* const bio = transport_.make_bio();
    SSL_set_bio(ssl_.get(), bio, bio);
    if (role == TlsRole::Server) {
        SSL_set_accept_state(ssl_.get());
    } else {
        SSL_set_connect_state(ssl_.get());
    }
}

Want TlsEngine::handshake(boost::system::error_code& error) {
    ERR_clear_error();
    const int result = SSL_do_handshake(ssl_.get());
    return result == 1 ? Want::Nothing : outcome(result, error);
}

Want TlsEngine::shutdown(boost::system::error_code& error) {
    if (!SSL_is_init_finished(ssl_.get())) return Want::Nothing;
    ERR_clear_error();
    const int result = SSL_shutdown(ssl_.get());
    return result >= 0 ? Want::Nothing : outcome(result, error);
}

Want TlsEngine::read(asio::mutable_buffer room, std::size_t& got, boost::system::error_code& error) {
    ERR_clear_error();
    const int result = SSL_read_ex(ssl_.get(), room.data(), room.size(), &got);
    if (result == 1) last_read_.note(room.data(), got);
    return result == 1 ? Want::Nothing : outcome(result, error);
}

Want TlsEngine::write(asio::const_buffer bytes, std::size_t& taken, boost::system::error_code& error) {
    ERR_clear_error();
    const int result = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &taken);
    return result == 1 ? Want::Nothing : outcome(result, error);
}

bool TlsEngine::has_pending_input() const {
    return SSL_has_pending(ssl_.get()) != 0;
}

bool TlsEngine::input_possible() const {
    return transport_.worth_reading() || has_pending_input();
}

Want TlsEngine::outcome(int result, boost::system::error_code& error) {
    switch (SSL_get_error(ssl_.get(), result)) {
        case SSL_ERROR_WANT_READ: return Want::Read;
        case SSL_ERROR_WANT_WRITE: return Want::Write;
        case SSL_ERROR_ZERO_RETURN: error = asio::error::eof; return Want::Nothing;
        default: break;
    }
    if (transport_.error()) {
        error = transport_.error();
    } else if (transport_.at_end()) {
        error = asio::ssl::error::stream_truncated;
    } else if (const auto code = ERR_get_error(); code != 0) {
        error = {static_cast<int>(code), asio::error::get_ssl_category()};
    } else {
        error = asio::error::connection_aborted;
    }
    return Want::Nothing;
}

}  // namespace ctiengine::tls

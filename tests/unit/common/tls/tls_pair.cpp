#include "tests/unit/common/tls/tls_pair.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/buffer.hpp>
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <stdexcept>
#include <utility>

namespace ctiengine::tls {
namespace asio = boost::asio;
using tcp = asio::ip::tcp;

TlsPair::TlsPair(bool tickets) {
    static const ctiengine::testing::Identity identity;
    TlsSettings settings;
    settings.certificate_chain = directory_.write("certificate.pem", identity.certificate_pem());
    settings.private_key = directory_.write("key.pem", identity.key_pem());
    settings.session_tickets = tickets;
    auto loaded = TlsContext::load(settings);
    if (!loaded) throw std::runtime_error(loaded.error().detail);
    server_context_ = *loaded;
    client_context_.reset(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    prepare_for_engine(client_context_.get());
    reconnect();
}

void TlsPair::reconnect() {
    client_.reset();
    server_.reset();
    tcp::acceptor acceptor(runner_.context(), tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    tcp::socket near(runner_.executor());
    near.connect(acceptor.local_endpoint());
    tcp::socket far(runner_.executor());
    acceptor.accept(far);
    for (auto* socket : {&near, &far}) {
        socket->non_blocking(true);
        socket->set_option(asio::socket_base::send_buffer_size(16 * 1024));
        socket->set_option(asio::socket_base::receive_buffer_size(16 * 1024));
        socket->set_option(tcp::no_delay(true));
    }
    client_ = std::make_unique<TlsStream>(std::move(near), client_context_.get(), TlsRole::Client);
    server_ = std::make_unique<TlsStream>(std::move(far), server_context_->native_handle(), TlsRole::Server);
}

void TlsPair::handshake() {
    const auto near = start_handshake(client());
    const auto far = start_handshake(server());
    EXPECT_EQ(wait(near).error, boost::system::error_code());
    EXPECT_EQ(wait(far).error, boost::system::error_code());
}

std::shared_ptr<Outcome> TlsPair::start_handshake(TlsStream& stream, asio::cancellation_slot slot) {
    auto outcome = std::make_shared<Outcome>();
    stream.async_handshake(asio::bind_cancellation_slot(slot, [outcome](boost::system::error_code error) {
        outcome->error = error;
    }));
    return outcome;
}

std::shared_ptr<Outcome> TlsPair::start_shutdown(TlsStream& stream, asio::cancellation_slot slot) {
    auto outcome = std::make_shared<Outcome>();
    stream.async_shutdown(asio::bind_cancellation_slot(slot, [outcome](boost::system::error_code error) {
        outcome->error = error;
    }));
    return outcome;
}

std::shared_ptr<Outcome> TlsPair::start_read(
    TlsStream& stream, std::string& into, asio::cancellation_slot slot
) {
    auto outcome = std::make_shared<Outcome>();
    auto done = [outcome](boost::system::error_code error, std::size_t bytes) { *outcome = {error, bytes}; };
    stream.async_read_some(asio::buffer(into), asio::bind_cancellation_slot(slot, done));
    return outcome;
}

std::shared_ptr<Outcome> TlsPair::start_write(
    TlsStream& stream, const std::string& bytes, asio::cancellation_slot slot
) {
    auto outcome = std::make_shared<Outcome>();
    auto done = [outcome](boost::system::error_code error, std::size_t size) { *outcome = {error, size}; };
    stream.async_write_some(asio::buffer(bytes), asio::bind_cancellation_slot(slot, done));
    return outcome;
}

Outcome TlsPair::wait(const std::shared_ptr<Outcome>& outcome) {
    runner_.run_until([&outcome] { return outcome->error.has_value(); });
    return *outcome;
}

std::string TlsPair::read_all(TlsStream& stream, std::size_t size) {
    std::string all;
    while (all.size() < size) {
        std::string room(std::min<std::size_t>(size - all.size(), 20000), '\0');
        const auto outcome = wait(start_read(stream, room));
        if (*outcome.error) throw std::runtime_error("read: " + outcome.error->message());
        all.append(room, 0, outcome.bytes);
    }
    return all;
}

void TlsPair::write_all(TlsStream& stream, const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const auto rest = bytes.substr(done);
        const auto outcome = wait(start_write(stream, rest));
        if (*outcome.error) throw std::runtime_error("write: " + outcome.error->message());
        done += outcome.bytes;
    }
}

std::shared_ptr<Outcome> TlsPair::fill(
    TlsStream& from, const std::string& block, std::size_t& written, asio::cancellation_slot slot
) {
    for (;;) {
        auto outcome = start_write(from, block, slot);
        runner_.poll();
        runner_.poll();  // a write that the kernel takes at once is done now
        if (!outcome->error) return outcome;
        if (*outcome->error) throw std::runtime_error("write: " + outcome->error->message());
        written += outcome->bytes;
    }
}

}  // namespace ctiengine::tls

#include "tests/bench/tls_echo_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>

#include <thread>

namespace ctiengine::tests {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;

struct TlsEchoServer::Impl {
    Impl(const std::filesystem::path& certificate, const std::filesystem::path& private_key) {
        tls.use_certificate_chain_file(certificate.string());
        tls.use_private_key_file(private_key.string(), asio::ssl::context::pem);
        thread = std::thread([this] { serve_one(); });
    }
    ~Impl() {
        beast::error_code ignored;
        tcp::socket(io).connect(
            {asio::ip::address_v4::loopback(), acceptor.local_endpoint().port()}, ignored
        );
        thread.join();
    }

    void serve_one() {
        beast::error_code failed;
        tcp::socket socket(io);
        acceptor.accept(socket, failed);
        if (failed) return;
        socket.set_option(tcp::no_delay(true), failed);
        beast::websocket::stream<asio::ssl::stream<tcp::socket>> stream(std::move(socket), tls);
        stream.next_layer().handshake(asio::ssl::stream_base::server, failed);
        if (!failed) stream.accept(failed);
        beast::flat_buffer buffer;
        while (!failed) {
            stream.read(buffer, failed);
            if (failed) break;
            stream.text(stream.got_text());
            stream.write(buffer.data(), failed);
            buffer.clear();
        }
    }

    asio::io_context io;
    asio::ssl::context tls{asio::ssl::context::tls_server};
    tcp::acceptor acceptor{io, {asio::ip::address_v4::loopback(), 0}};
    std::thread thread;
};

TlsEchoServer::TlsEchoServer(
    const std::filesystem::path& certificate, const std::filesystem::path& private_key
)
    : impl_(std::make_unique<Impl>(certificate, private_key)) {}
TlsEchoServer::~TlsEchoServer() = default;
std::uint16_t TlsEchoServer::port() const {
    return impl_->acceptor.local_endpoint().port();
}

}  // namespace ctiengine::tests

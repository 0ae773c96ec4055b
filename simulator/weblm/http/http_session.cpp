// The only file of the simulator that instantiates Beast's reading over TLS and over TCP.
#include "simulator/weblm/http/http_session.hpp"

#include "common/logging/log.hpp"
#include "common/tls/tls_stream.hpp"
#include "common/tls/tls_teardown.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/string_body.hpp>

#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace ctiengine::weblm_sim {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using error_code = boost::system::error_code;

std::string wire_text(const HttpResponse& response, const std::string& method, bool keep_alive) {
    std::string text = "HTTP/1.1 " + std::to_string(response.status) + " ";
    text += std::string(http::obsolete_reason(static_cast<http::status>(response.status))) + "\r\n";
    for (const auto& [name, value] : response.headers) text += name + ": " + value + "\r\n";
    if (!response.body.empty()) text += "Content-Type: " + response.content_type + "\r\n";
    text += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
    text += keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (method != "HEAD") text += response.body;
    return text;
}

namespace {

/// Closes a socket when its time is up. The session's own object; stops when it is destroyed.
class TimeLimit {
  public:
    TimeLimit(tcp::socket& socket, std::chrono::milliseconds limit)
        : timer_(std::make_shared<asio::steady_timer>(socket.get_executor(), limit)) {
        timer_->async_wait([running = std::weak_ptr(timer_), &socket](error_code stopped) {
            error_code ignored;
            if (!stopped && !running.expired()) socket.close(ignored);
        });
    }

  private:
    std::shared_ptr<asio::steady_timer> timer_;
};

tcp::socket& socket_of(tls::TlsStream& stream) {
    return stream.next_layer();
}
tcp::socket& socket_of(tcp::socket& stream) {
    return stream;
}

Task<void> end(tls::TlsStream& stream) {
    auto [ignored] = co_await tls::async_end(stream, as_result);
    (void)ignored;
}
Task<void> end(tcp::socket& stream) {
    error_code ignored;
    stream.shutdown(tcp::socket::shutdown_both, ignored);
    stream.close(ignored);
    co_return;
}

Task<void> pause_for(std::chrono::milliseconds time) {
    asio::steady_timer timer(co_await asio::this_coro::executor, time);
    auto [ignored] = co_await timer.async_wait(as_result);
    (void)ignored;
}

HttpRequest request_from(http::request<http::string_body>& message, const std::string& peer) {
    HttpRequest request;
    request.method = std::string(message.method_string());
    const std::string target(message.target());
    const auto question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.query = target.substr(std::min(question + 1, target.size()));
    for (const auto& header : message)
        request.headers.emplace_back(std::string(header.name_string()), std::string(header.value()));
    request.body = std::move(message.body());
    request.peer = peer;
    return request;
}

/// What a client gets whose request cannot be read; none = it has just gone.
std::optional<HttpResponse> refusal_of(error_code failed) {
    if (failed == http::error::body_limit) return plain_text(413, "The body is longer than allowed.\n");
    if (failed == http::error::header_limit) return plain_text(431, "The headers are longer than allowed.\n");
    const bool of_http = failed.category() == make_error_code(http::error::end_of_stream).category();
    if (!of_http || failed == http::error::end_of_stream || failed == http::error::partial_message)
        return std::nullopt;
    return plain_text(400, "This is no HTTP request that can be read.\n");
}

/// One connection after its handshake.
template <class Stream>
class Session {
  public:
    Session(Stream& stream, const HttpPortSettings& settings, const HttpHandler& handler, std::string peer)
        : stream_(stream), settings_(settings), handler_(handler), peer_(std::move(peer)) {}

    Task<void> run() {
        beast::flat_buffer buffer(settings_.header_bytes + settings_.body_bytes);
        bool more = true;
        while (more) more = co_await one_request(buffer);
        if (socket_of(stream_).is_open()) co_await end(stream_);
    }

  private:
    /// True = the client may ask once more.
    Task<bool> one_request(beast::flat_buffer& buffer) {
        http::request_parser<http::string_body> parser;
        parser.header_limit(static_cast<std::uint32_t>(settings_.header_bytes));
        parser.body_limit(settings_.body_bytes);
        std::optional<TimeLimit> limit;
        limit.emplace(socket_of(stream_), settings_.idle_limit);
        auto [failed, size] = co_await http::async_read(stream_, buffer, parser, as_result);
        limit.reset();
        if (failed) {
            auto refusal = refusal_of(failed);
            if (refusal) co_await write(wire_text(*refusal, "GET", false));
            co_return false;
        }
        const bool keep_alive = parser.get().keep_alive();
        auto request = request_from(parser.get(), peer_);
        const auto method = request.method;
        auto answer = co_await handler_(std::move(request));
        const bool sent = co_await deliver(answer, method, keep_alive);
        co_return sent&& keep_alive;
    }

    /// True = the connection is still of use.
    Task<bool> deliver(const HttpAnswer& answer, const std::string& method, bool keep_alive) {
        const auto& delivery = answer.delivery;
        auto text = wire_text(answer.response, method, keep_alive);
        if (delivery.delay.count() > 0) co_await pause_for(delivery.delay);
        switch (delivery.how) {
            case Delivery::How::Normal: break;
            case Delivery::How::Hang: co_await wait_for_the_end(); co_return false;
            case Delivery::How::Reset: reset(); co_return false;
            case Delivery::How::Drip: {
                const bool dripped = co_await drip(text, delivery.drip_every);
                co_return dripped;
            }
            case Delivery::How::Truncate:
                co_await write(text.substr(0, text.size() - answer.response.body.size() / 2));
                co_return false;
            case Delivery::How::Twice: text += text; break;
        }
        const bool sent = co_await write(std::move(text));
        co_return sent;
    }

    Task<bool> write(std::string text) {
        std::optional<TimeLimit> limit;
        limit.emplace(socket_of(stream_), settings_.idle_limit);
        auto [failed, size] = co_await asio::async_write(stream_, asio::buffer(text), as_result);
        co_return !failed;
    }

    Task<bool> drip(std::string text, std::chrono::milliseconds every) {
        for (char& letter : text) {
            auto [failed, size] = co_await asio::async_write(stream_, asio::buffer(&letter, 1), as_result);
            if (failed) co_return false;
            co_await pause_for(every);
        }
        co_return true;
    }

    /// Whatever the client still sends is of no interest.
    Task<void> wait_for_the_end() {
        std::array<char, 512> room;
        error_code gone;
        while (!gone) {
            auto [failed, size] = co_await stream_.async_read_some(asio::buffer(room), as_result);
            gone = failed;
        }
    }

    void reset() {
        error_code ignored;
        socket_of(stream_).set_option(tcp::socket::linger(true, 0), ignored);
        socket_of(stream_).close(ignored);
    }

    Stream& stream_;
    const HttpPortSettings& settings_;
    const HttpHandler& handler_;
    const std::string peer_;
};

Task<void> serve_tls(
    tcp_server::Accepted accepted, const HttpPortSettings& settings, const HttpHandler& handler
) {
    const auto context = settings.tls->get();
    tls::TlsStream stream(std::move(accepted.socket), context->native_handle(), tls::TlsRole::Server);
    std::optional<TimeLimit> limit;
    limit.emplace(stream.next_layer(), settings.idle_limit);
    auto [failed] = co_await stream.async_handshake(as_result);
    limit.reset();
    if (failed) {
        logging::info("TLS with {} failed: {}", accepted.client_address, failed.message());
        co_return;
    }
    Session<tls::TlsStream> session(stream, settings, handler, accepted.client_address);
    co_await session.run();
}

}  // namespace

Task<void> serve_http(
    tcp_server::Accepted accepted, const HttpPortSettings& settings, const HttpHandler& handler
) {
    if (accepted.refusal) co_return;  // more connections than anybody needs: closed without a word
    if (settings.tls) {
        co_await serve_tls(std::move(accepted), settings, handler);
    } else {
        Session<tcp::socket> session(accepted.socket, settings, handler, accepted.client_address);
        co_await session.run();
    }
}

}  // namespace ctiengine::weblm_sim

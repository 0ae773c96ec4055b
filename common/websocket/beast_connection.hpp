#pragma once
// For beast_connection.cpp and http_stage.cpp only: whoever includes this pays for Beast.
#include "common/logging/log.hpp"
#include "common/websocket/connection_server.hpp"
#include "common/websocket/tls_teardown_hook.hpp"
#include "common/websocket/upgrade_request.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::websocket {

/// The one implementation of WebSocketConnection: Beast over TlsStream. Made for an accepted socket;
/// establish() brings it to an open WebSocket or answers what the peer wanted instead.
class BeastConnection final : public WebSocketConnection,
                              public std::enable_shared_from_this<BeastConnection> {
  public:
    BeastConnection(std::shared_ptr<ConnectionServer> server, Arrival arrival);

    /// TLS, HTTP, upgrade, each within its time limit. True = an open WebSocket; false = the transport has
    /// been ended or is of no use.
    Task<bool> establish();

    using WebSocketConnection::send;
    Task<Result<Frame>> receive() override;
    Task<Result<void>> send(std::shared_ptr<const std::string> payload, bool binary) override;
    Task<void> close(CloseCode code, std::string reason) override;
    void abort() override;
    const ConnectionInfo& info() const override { return info_; }
    std::optional<std::uint16_t> close_code_received() const override { return close_received_; }
    boost::asio::any_io_executor executor() const override { return executor_; }

    logging::LogContext at() const { return {info_.id, {}}; }

  private:
    using error_code = boost::system::error_code;
    using Stream = boost::beast::websocket::stream<tls::TlsStream, false>;
    using Clock = std::chrono::steady_clock;

    // ---- before the WebSocket
    Task<bool> speaks_tls();
    Task<void> answer_plain_http();
    Task<bool> http_stage();
    Task<void> refuse_unreadable(error_code failed);
    Task<bool> answer(const RequestHeader& request, bool has_body);
    Task<bool> respond(const RequestHeader& request, HttpResponse answer, bool keep_alive);
    Task<bool> upgrade(const RequestHeader& request, std::size_t bytes_behind);
    void prepare_stream();
    Task<void> end_transport();

    // ---- open
    Task<error_code> read_message(Frame& frame);
    Error failure_of(error_code failed, bool cancelled);
    void on_control(boost::beast::websocket::frame_type type);
    void remember_close_code();

    // ---- life signs and time limits
    void heard() { last_heard_ = Clock::now(); }
    void watch_peer();
    void on_silence();
    void send_ping();
    void limit(std::chrono::milliseconds most);
    void unlimit();
    void cut(Errc why);

    tls::TlsStream& transport() { return stream_.next_layer(); }
    boost::asio::ip::tcp::socket& socket() { return transport().next_layer(); }

    const std::shared_ptr<ConnectionServer> server_;
    const bool busy_;
    ConnectionInfo info_;
    boost::asio::ip::tcp::endpoint peer_;
    boost::asio::any_io_executor executor_;
    Stream stream_;
    boost::asio::steady_timer limit_timer_;
    boost::asio::steady_timer silence_timer_;
    Clock::time_point last_heard_{};
    std::optional<Clock::time_point> pinged_;  ///< empty = no answer is awaited
    std::optional<Errc> over_;                 ///< why the connection is over
    std::optional<std::uint16_t> close_received_;
    bool closing_ = false;                                 ///< close() was called
    std::optional<boost::asio::steady_timer> close_runs_;  ///< wakes whoever waits for a close() that runs
    bool ping_runs_ = false;
};

}  // namespace ctiengine::websocket

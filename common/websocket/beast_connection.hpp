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
#include <vector>

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
    Task<bool> alive(std::chrono::milliseconds limit) override;
    void authenticated() override;
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
    Task<std::optional<HttpResponse>> judge(const RequestHeader& request, std::size_t bytes_behind);
    void prepare_stream();
    Task<void> end_transport();

    // ---- open
    Task<error_code> read_message(Frame& frame);
    bool frame_fits(std::size_t got);
    Error failure_of(error_code failed, bool cancelled);
    Error too_large();
    void on_control(boost::beast::websocket::frame_type type);
    void remember_close_code();

    // ---- life signs and time limits
    void heard();
    void watch_peer();
    void on_silence();
    void send_ping();
    void limit(std::chrono::milliseconds most);
    void unlimit();
    void cut(Errc why);
    void note(refusals::Refusal refusal, std::string detail = {});
    std::size_t most_message_bytes() const;

    tls::TlsStream& transport() { return stream_.next_layer(); }
    boost::asio::ip::tcp::socket& socket() { return transport().next_layer(); }

    const std::shared_ptr<ConnectionServer> server_;
    ConnectionInfo info_;
    const boost::asio::ip::address peer_;
    const bool client_told_by_proxy_;
    const std::optional<refusals::Refusal> refusal_;          ///< every request is answered with it
    std::unique_ptr<admission::WaitingRoom::Place> waiting_;  ///< until the user has logged in
    std::shared_ptr<void> place_;                             ///< of the client's source
    bool authenticated_ = false;
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
    std::vector<boost::asio::steady_timer*> askers_;       ///< each alive() that waits for a sign of life
    bool opened_ = false;                                  ///< the upgrade was answered with 101
    std::size_t frame_bytes_ = 0;                          ///< of the frame at hand, so far
    bool frame_too_large_ = false;
    bool ping_runs_ = false;
    bool ping_again_ = false;
};

}  // namespace ctiengine::websocket

#pragma once
#include "common/annexj/frame_reader.hpp"
#include "common/annexj_server/annexj_listener.hpp"
#include "common/annexj_server/byte_stream.hpp"
#include "common/annexj_server/watchdog.hpp"

#include <memory>
#include <optional>
#include <string>

namespace ctiengine::annexj_server {

/// A byte stream as a connection that carries whole messages.
class StreamConnection final : public connection::MessageConnection,
                               public std::enable_shared_from_this<StreamConnection> {
  public:
    StreamConnection(
        std::unique_ptr<ByteStream> stream,
        boost::asio::any_io_executor strand,
        connection::ConnectionInfo info,
        const AnnexJSettings& settings
    );

    /// The TLS handshake, within its limit. False = the connection is of no use.
    Task<bool> establish();

    using MessageConnection::send;
    Task<Result<connection::Frame>> receive() override;
    Task<Result<void>> send(std::shared_ptr<const std::string> payload, bool binary) override;
    Task<void> close(connection::CloseCode code, std::string reason) override;
    void abort() override { cut(Errc::Cancelled); }
    /// TCP offers no question that the peer's program would answer: keep-alive finds dead ones by itself.
    Task<bool> alive(std::chrono::milliseconds) override { co_return !cut_ && !received_all_; }
    void authenticated() override { waiting_.reset(); }
    void keep(std::unique_ptr<admission::WaitingRoom::Place> waiting, std::shared_ptr<void> place) {
        waiting_ = std::move(waiting);
        place_ = std::move(place);
    }
    const connection::ConnectionInfo& info() const override { return info_; }
    std::optional<std::uint16_t> close_code_received() const override { return std::nullopt; }
    boost::asio::any_io_executor executor() const override { return executor_; }

  private:
    using error_code = boost::system::error_code;

    Task<error_code> read_more();
    Error end_of_stream(error_code failed) const;
    void guard(Watchdog& watchdog, std::chrono::milliseconds limit);
    void cut(Errc why);

    const AnnexJSettings settings_;
    connection::ConnectionInfo info_;
    boost::asio::any_io_executor executor_;
    std::unique_ptr<ByteStream> stream_;
    annexj::FrameReader reader_;
    Watchdog frame_watch_;
    Watchdog send_watch_;
    Watchdog close_watch_;
    boost::asio::steady_timer changed_;  ///< never expires; cancelled when a send or a close has ended
    std::optional<Errc> cut_;            ///< why the socket was closed
    bool received_all_ = false;          ///< receive() has given its error
    bool sending_ = false;
    bool closing_ = false;
    std::unique_ptr<admission::WaitingRoom::Place> waiting_;  ///< until the user has logged in
    std::shared_ptr<void> place_;                             ///< of the client's source
};

}  // namespace ctiengine::annexj_server

#pragma once
#include "common/admission/gatekeeper.hpp"
#include "common/admission/waiting_room.hpp"
#include "common/connection/message_connection.hpp"
#include "common/tcp_server/tcp_server.hpp"
#include "common/tls/current_tls.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace ctiengine::annexj_server {

struct AnnexJSettings {
    std::string address = "::";       ///< IP address to listen on; "::" takes IPv4 as well
    std::uint16_t port = 0;           ///< 0 = any free one
    std::size_t frame_bytes = 65535;  ///< one frame with its header; longer ones end the connection

    std::chrono::milliseconds handshake_limit{5000};  ///< for TLS
    std::chrono::milliseconds frame_limit{30000};     ///< for the rest of a frame that has begun
    std::chrono::milliseconds write_limit{30000};     ///< for the peer to take one frame
    std::chrono::milliseconds close_limit{3000};      ///< for the end of TLS and TCP
    std::chrono::seconds keep_alive_after{25};  ///< silence before TCP asks whether the peer still lives

    client_address::AddressList balancers{};  ///< LOADBALANCER
    bool proxy_protocol = false;              ///< they begin each connection with a PROXY header
};

/// What the port shares with others of the process.
struct AnnexJParts {
    std::shared_ptr<tcp_server::Admission> admission;
    std::shared_ptr<admission::WaitingRoom> waiting{};  ///< null = no limit for those who have not logged in
    std::shared_ptr<admission::Gatekeeper> gatekeeper{};  ///< null = everybody is admitted
    std::shared_ptr<refusals::RefusalBook> refusals{};    ///< null = nobody counts
};

/// Runs one connection's session, on the connection's strand, until it returns; then the connection is closed
/// and destroyed.
using RunSession = std::function<Task<void>(std::shared_ptr<connection::MessageConnection>)>;

/// A port that speaks frames of annex J over TCP, or over TLS when `tls` is given. Each frame is one binary
/// Frame of the connection, header included, as in the WebSocket subprotocol csta-xml-annexj; that is what
/// ConnectionInfo::subprotocol says. A connection over the limit of `parts.admission` is closed at once.
/// Errors of TcpServer::open().
Result<std::unique_ptr<tcp_server::TcpServer>> open_annexj_listener(
    boost::asio::any_io_executor executor,
    const AnnexJSettings& settings,
    std::shared_ptr<tls::CurrentTls> tls,
    AnnexJParts parts,
    RunSession session
);

}  // namespace ctiengine::annexj_server

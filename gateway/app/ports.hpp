#pragma once
#include "common/admission/gatekeeper.hpp"
#include "common/annexj_server/annexj_listener.hpp"
#include "common/tls/current_tls.hpp"
#include "common/websocket/listener.hpp"
#include "config/gateway_settings.hpp"
#include "gateway/session/session_services.hpp"
#include "gateway/session/session_settings.hpp"

namespace ctiengine::gateway {

/// What the ports share with the rest of the process.
struct PortParts {
    boost::asio::any_io_executor executor;
    std::shared_ptr<tls::CurrentTls> tls;
    std::shared_ptr<refusals::RefusalBook> refusals;
    std::shared_ptr<admission::LogInRates> rates;
    identity::Authenticator* authenticator;  ///< outlives the ports
};

/// The ports at which clients arrive: secure WebSockets, and optionally frames of annex J. They share the
/// certificate, the limits and the gatekeeper.
class Ports {
  public:
    using RunSession = std::function<Task<void>(std::shared_ptr<connection::MessageConnection>)>;

    /// Binds both; nothing is accepted before start(). Throws ops::StartError.
    Ports(const config::GatewaySettings& settings, PortParts parts, RunSession session);

    void start();
    /// Politely: 1012 to every client, then the rest is cut.
    Task<void> stop();

    std::size_t connections() const;

  private:
    void open_web_port(const config::GatewaySettings& settings, const PortParts& parts);
    void open_annex_j_port(const config::GatewaySettings& settings, const PortParts& parts);

    config::AnnexJ annex_j_kind_;
    RunSession session_;
    std::shared_ptr<tcp_server::Admission> admission_;
    std::shared_ptr<admission::WaitingRoom> waiting_;
    std::shared_ptr<admission::Gatekeeper> gatekeeper_;
    std::unique_ptr<websocket::Listener> web_port_;
    std::unique_ptr<tcp_server::TcpServer> annex_j_port_;  ///< null = off
};

}  // namespace ctiengine::gateway

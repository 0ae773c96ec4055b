#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/grpc_security/method_rules.hpp"
#include "common/grpc_security/peer_settings.hpp"
#include "common/grpc_security/seldom.hpp"
#include "common/grpc_security/unix_listener.hpp"

#include <grpcpp/server.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace ctiengine::grpc_security {

struct PeerServerSettings {
    std::string address;  ///< unix:PATH or HOST:PORT (port 0 = any)
    Role own = Role::Worker;
    MethodRules rules{};  ///< for TCP; grpc.health.v1.Health is open to every role
    PeerSettings peers{};
};

/// A gRPC server that only processes of ours get into: by user over a Unix socket, by certificate and role
/// over TCP. Whoever is turned away is counted, and once a second logged and recorded for the audit. Health
/// service, no reflection.
class PeerServer {
  public:
    /// `services` and `audit` outlive it. `executor` takes connections of the Unix socket; it is not used for
    /// TCP. Io or InvalidSettings when it cannot listen or a peer file or folder is not good enough; the
    /// sentence tells what to do.
    static Result<std::unique_ptr<PeerServer>> open(
        boost::asio::any_io_executor executor,
        PeerServerSettings settings,
        const std::vector<grpc::Service*>& services,
        audit::AuditTrail& audit
    );
    ~PeerServer();

    /// unix:PATH, or HOST:PORT with the bound port.
    const std::string& address() const { return address_; }

    /// Connections of strangers (Unix socket) and calls of the wrong role (TCP) so far. Handshakes that
    /// failed are only logged. Any thread.
    std::uint64_t turned_away() const { return turned_away_.load(std::memory_order_relaxed); }

    /// Ends what still runs and waits, for at most three seconds. Never on a thread that a handler needs.
    void shut_down();

  private:
    explicit PeerServer(audit::AuditTrail& audit) : audit_(audit) {}
    Result<void> open_unix(boost::asio::any_io_executor executor, const PeerServerSettings& settings);
    Result<void> start(const PeerServerSettings& settings, const std::vector<grpc::Service*>& services);
    void take_unix_connections();
    void note_stranger(const PeerProcess& who);
    void note_denied(const std::string& peer, const std::string& method);

    audit::AuditTrail& audit_;
    std::atomic<std::uint64_t> turned_away_{0};
    Seldom spoken_{std::chrono::seconds(1)};
    std::string configured_;  // as in the settings, for log and audit; set before any thread reads it
    std::string address_;
    std::shared_ptr<UnixListener> listener_;  // null for TCP
    std::unique_ptr<grpc::Server> server_;
};

}  // namespace ctiengine::grpc_security

#pragma once
#include "common/grpc_security/method_rules.hpp"
#include "common/grpc_security/peer_settings.hpp"

#include <grpcpp/security/credentials.h>
#include <grpcpp/security/server_credentials.h>

#include <functional>
#include <memory>

namespace ctiengine::grpc_security {

/// A call that a verified peer may not make.
struct DeniedCall {
    std::string peer;  ///< its URI, or that it has none or several
    std::string method;
};

/// Called on gRPC's threads.
using CallDenied = std::function<void(const DeniedCall&)>;

/// A port that asks every client for a certificate of our authority and lets each call through by the role
/// in it, before any handler is reached. The files are looked at again every few seconds; connections that
/// are open stay.
std::shared_ptr<grpc::ServerCredentials> tls_server_credentials(
    const PeerSettings& settings, MethodRules rules, CallDenied denied
);

/// The other end: shows our certificate and accepts only a server whose role is `server`. The host's name
/// plays no part, so certificates need not know where a process runs.
std::shared_ptr<grpc::ChannelCredentials> tls_channel_credentials(const PeerSettings& settings, Role server);

}  // namespace ctiengine::grpc_security

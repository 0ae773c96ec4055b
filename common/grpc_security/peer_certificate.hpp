#pragma once
#include "common/grpc_security/peer_settings.hpp"
#include "common/grpc_security/role.hpp"
#include "common/result/result.hpp"

#include <chrono>

namespace ctiengine::grpc_security {

/// Looks at the three files before gRPC does, because gRPC only says that a handshake failed. Are they there
/// and readable, do key and certificate belong together, did the authority sign the certificate, is it valid
/// at `now`, may it be used for `own`'s end of a connection, and is its one URI that of `own`?
///
/// InvalidSettings names the setting and the file and tells the way out.
Result<void> check_peer_files(
    const PeerSettings& settings, Role own, std::chrono::system_clock::time_point now
);

}  // namespace ctiengine::grpc_security

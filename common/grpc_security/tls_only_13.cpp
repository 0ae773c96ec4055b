#include "common/grpc_security/tls_only_13.hpp"

#include "common/grpc_security/seldom.hpp"
#include "common/logging/log.hpp"

#include <grpc/support/log.h>

#include <cstdlib>
#include <string_view>

namespace ctiengine::grpc_security {
namespace {

/// A server says that for each client, because our certificates name no hosts.
bool is_noise(std::string_view message) {
    return message.starts_with("No match found for server name");
}

/// Failed handshakes are only told here, once a second at most.
void log_for_grpc(gpr_log_func_args* line) {
    if (line->severity != GPR_LOG_SEVERITY_ERROR || is_noise(line->message))
        return logging::debug("grpc: {}", line->message);
    static auto& spoken = *new Seldom(std::chrono::seconds(1));  // gRPC's threads may outlive static objects
    if (auto quiet = spoken.ask(line->message, std::chrono::steady_clock::now()))
        logging::warn("grpc: {}{}", line->message, and_more(*quiet));
}

}  // namespace

void allow_only_tls_13() {
    ::setenv("GRPC_SSL_CIPHER_SUITES", "PSK-AES256-GCM-SHA384", 1);
    ::gpr_set_log_function(log_for_grpc);
}

}  // namespace ctiengine::grpc_security

#include "common/grpc_security/tls_only_13.hpp"

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

/// Failed handshakes are only told here.
void log_for_grpc(gpr_log_func_args* line) {
    if (line->severity == GPR_LOG_SEVERITY_ERROR && !is_noise(line->message))
        return logging::warn("grpc: {}", line->message);
    logging::debug("grpc: {}", line->message);
}

}  // namespace

void allow_only_tls_13() {
    ::setenv("GRPC_SSL_CIPHER_SUITES", "PSK-AES256-GCM-SHA384", 1);
    ::gpr_set_log_function(log_for_grpc);
}

}  // namespace ctiengine::grpc_security

#pragma once

namespace ctiengine::grpc_security {

/// Makes gRPC speak TLS 1.3 only, and its own messages lines of our log. Called first thing in main(), while
/// the process has one thread (it sets an environment variable) and before anything touches gRPC.
///
/// gRPC 1.51 has no option for the lowest version with certificates that are read again at run time. What it
/// has is the list of cipher suites for TLS 1.2 (environment variable GRPC_SSL_CIPHER_SUITES; those of
/// TLS 1.3 are not touched by it): we leave only suites there that need a key agreed upon beforehand, which
/// neither end ever has. peers_test looks from outside that TLS 1.2 is refused.
void allow_only_tls_13();

}  // namespace ctiengine::grpc_security

#pragma once
#include "common/result/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace ctiengine::tls {

/// Asks clients for a certificate of one of the authorities in `authorities` (PEM) and checks what they send:
/// chain, validity, purpose. A client without one goes on without; one with a bad one fails its handshake.
Result<void> ask_for_certificates(SSL_CTX* context, const std::filesystem::path& authorities);

/// The names in the client's certificate that was checked in the handshake (also of a resumed one): "DNS:…",
/// "email:…", "URI:…", and "CN:…" of the subject. A name with a NUL or control character in it is left out.
/// Empty = the client sent none.
std::vector<std::string> names_of_client(SSL* connection);

}  // namespace ctiengine::tls

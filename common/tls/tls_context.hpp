#pragma once
#include "common/result/result.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

using SSL_CTX = struct ssl_ctx_st;

namespace ctiengine::tls {

struct TlsSettings {
    std::filesystem::path certificate_chain;  ///< PEM: the server's certificate first, then the intermediates
    std::filesystem::path private_key;        ///< PEM, not encrypted

    /// OpenSSL names for TLS 1.2; "PROFILE=SYSTEM" follows the host's crypto policy.
    std::string tls12_ciphers =
        "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
        "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
        "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
    bool session_tickets = true;                 ///< with keys in memory only, new ones for each context
    std::filesystem::path client_authorities{};  ///< PEM; empty = clients are asked for no certificate
};

/// A server's certificate, key and TLS rules (1.2 and 1.3, no renegotiation, no compression, ALPN http/1.1),
/// loaded and checked. Immutable, shared by all connections that were accepted with it.
class TlsContext {
  public:
    /// Each usual mistake has a message of its own that names the file and the way out: file missing or not
    /// readable, DER instead of PEM, encrypted key, key of another certificate, server certificate not first,
    /// chain out of order, expired, not yet valid. `now`: injected for tests.
    static Result<std::shared_ptr<const TlsContext>> load(
        const TlsSettings& settings,
        std::chrono::system_clock::time_point now = std::chrono::system_clock::now()
    );

    /// Things that work but will bite, one sentence each (no subjectAltName, RSA below 2048 bits).
    const std::vector<std::string>& warnings() const { return warnings_; }

    /// Is this one of the names of the server's certificate? Wildcards count as they do for browsers; an IPv6
    /// address may stand in brackets.
    bool is_named(const std::string& host) const;

    /// Subject and serial number of the server's certificate, for logs: "CN=cti.company.test (serial 4F2A)".
    std::string description() const;

    /// When the server's certificate expires.
    std::chrono::system_clock::time_point not_after() const { return not_after_; }

    SSL_CTX* native_handle() const { return context_.get(); }

  private:
    TlsContext() = default;

    std::shared_ptr<SSL_CTX> context_;
    std::vector<std::string> warnings_;
    std::chrono::system_clock::time_point not_after_{};
};

}  // namespace ctiengine::tls

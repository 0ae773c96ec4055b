#include "common/tls/tls_context.hpp"

#include "common/tls/client_certificate.hpp"
#include "common/tls/tls_certificate.hpp"
#include "common/tls/tls_engine.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <new>
#include <utility>

namespace ctiengine::tls {

namespace {

constexpr char kTls13Suites[] = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";

std::string openssl_reason() {
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return text.data();
}

/// HTTP/2 is not spoken here; a client that offers only that goes on without ALPN and gets a clear HTTP
/// answer.
constexpr std::chrono::seconds kTicketLifetime = std::chrono::hours(12);  // as long as a ticket key lives

int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char* offered, unsigned int offered_size, void*) {
    static constexpr std::array<unsigned char, 9> kHttp11{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* found = nullptr;
    const int result = SSL_select_next_proto(
        &found, size, kHttp11.data(), static_cast<unsigned>(kHttp11.size()), offered, offered_size
    );
    *chosen = found;
    return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

Result<void> apply_rules(SSL_CTX* context, const TlsSettings& settings) {
    prepare_for_engine(context);
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);  // tickets do without
    static constexpr std::string_view kName = "ctiengine";
    SSL_CTX_set_session_id_context(
        context, reinterpret_cast<const unsigned char*>(kName.data()), static_cast<unsigned>(kName.size())
    );
    SSL_CTX_set_timeout(context, static_cast<long>(kTicketLifetime.count()));
    SSL_CTX_set_num_tickets(context, settings.session_tickets ? 1 : 0);
    if (!settings.session_tickets) SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
    if (SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") != 1) {
        return Error{Errc::InvalidSettings, "this OpenSSL refuses the usual curves: " + openssl_reason()};
    }
    if (SSL_CTX_set_ciphersuites(context, kTls13Suites) != 1) {
        return Error{
            Errc::InvalidSettings, "this OpenSSL refuses the suites of TLS 1.3: " + openssl_reason()};
    }
    if (!settings.client_authorities.empty()) {
        auto asked = ask_for_certificates(context, settings.client_authorities);
        if (!asked) return asked.error();
    }
    if (SSL_CTX_set_cipher_list(context, settings.tls12_ciphers.c_str()) != 1) {
        return Error{
            Errc::InvalidSettings, "no TLS 1.2 cipher of \"" + settings.tls12_ciphers +
                                       "\" is known to OpenSSL: " + openssl_reason()};
    }
    return {};
}

Result<void> install(SSL_CTX* context, const std::vector<Certificate>& chain, EVP_PKEY* key) {
    bool done = SSL_CTX_use_certificate(context, chain.front().get()) == 1;
    for (std::size_t index = 1; done && index < chain.size(); ++index) {
        done = SSL_CTX_add1_chain_cert(context, chain[index].get()) == 1;
    }
    if (done && SSL_CTX_use_PrivateKey(context, key) == 1) return {};
    return Error{Errc::InvalidSettings, "OpenSSL refuses the certificate or key: " + openssl_reason()};
}

}  // namespace

Result<std::shared_ptr<const TlsContext>> TlsContext::load(
    const TlsSettings& settings, std::chrono::system_clock::time_point now
) {
    const auto chain = read_certificates(settings.certificate_chain);
    if (!chain) return chain.error();
    const auto key = read_private_key(settings.private_key);
    if (!key) return key.error();
    auto checked =
        check_certificates(*chain, key->get(), settings.certificate_chain, settings.private_key, now);
    if (!checked) return checked.error();

    const std::shared_ptr<TlsContext> made(new TlsContext);
    made->context_.reset(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!made->context_) throw std::bad_alloc();
    if (auto applied = apply_rules(made->native_handle(), settings); !applied) return applied.error();
    if (auto installed = install(made->native_handle(), *chain, key->get()); !installed)
        return installed.error();
    made->warnings_ = certificate_warnings(chain->front().get(), settings.certificate_chain);
    made->not_after_ = end_of_validity(chain->front().get());
    return std::shared_ptr<const TlsContext>(made);
}

std::string TlsContext::description() const {
    X509* const leaf = SSL_CTX_get0_certificate(native_handle());
    const std::unique_ptr<BIO, int (*)(BIO*)> out(BIO_new(BIO_s_mem()), BIO_free);
    X509_NAME_print_ex(out.get(), X509_get_subject_name(leaf), 0, XN_FLAG_RFC2253);
    BIO_puts(out.get(), " (serial ");
    i2a_ASN1_INTEGER(out.get(), X509_get0_serialNumber(leaf));
    BIO_puts(out.get(), ")");
    char* text = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

bool TlsContext::is_named(const std::string& host) const {
    X509* const leaf = SSL_CTX_get0_certificate(native_handle());
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    const auto address = bracketed ? host.substr(1, host.size() - 2) : host;
    if (X509_check_ip_asc(leaf, address.c_str(), 0) == 1) return true;
    return X509_check_host(leaf, host.c_str(), host.size(), 0, nullptr) == 1;
}

}  // namespace ctiengine::tls

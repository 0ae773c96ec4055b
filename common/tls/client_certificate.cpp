#include "common/tls/client_certificate.hpp"

#include "common/tls/tls_certificate.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace ctiengine::tls {
namespace {

struct FreeNames {
    void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};

/// A NUL inside a name has fooled programs that stop reading there.
bool is_clean(std::string_view name) {
    return !name.empty() && std::none_of(name.begin(), name.end(), [](char byte) {
        return static_cast<unsigned char>(byte) < 0x21 || byte == 0x7f;
    });
}

void add(std::vector<std::string>& names, const char* kind, const ASN1_STRING* text) {
    const std::string_view name(
        reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
        static_cast<std::size_t>(ASN1_STRING_length(text))
    );
    if (is_clean(name)) names.push_back(kind + std::string(name));
}

void add_alternative_names(std::vector<std::string>& names, X509* certificate) {
    const std::unique_ptr<GENERAL_NAMES, FreeNames> all(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr))
    );
    for (int index = 0; all && index < sk_GENERAL_NAME_num(all.get()); ++index) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(all.get(), index);
        if (name->type == GEN_DNS) add(names, "DNS:", name->d.dNSName);
        if (name->type == GEN_EMAIL) add(names, "email:", name->d.rfc822Name);
        if (name->type == GEN_URI) add(names, "URI:", name->d.uniformResourceIdentifier);
    }
}

}  // namespace

Result<void> ask_for_certificates(SSL_CTX* context, const std::filesystem::path& authorities) {
    auto readable = read_certificates(authorities);
    if (!readable) return readable.error();
    STACK_OF(X509_NAME)* const offered = SSL_load_client_CA_file(authorities.c_str());
    if (!offered || SSL_CTX_load_verify_locations(context, authorities.c_str(), nullptr) != 1) {
        sk_X509_NAME_pop_free(offered, X509_NAME_free);
        ERR_clear_error();
        return Error{
            Errc::InvalidSettings, authorities.string() + ": OpenSSL does not take these authorities"};
    }
    SSL_CTX_set_client_CA_list(context, offered);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    return {};
}

std::vector<std::string> names_of_client(SSL* connection) {
    std::vector<std::string> names;
    const Certificate certificate(SSL_get1_peer_certificate(connection));
    if (!certificate || SSL_get_verify_result(connection) != X509_V_OK) return names;
    add_alternative_names(names, certificate.get());
    const X509_NAME* subject = X509_get_subject_name(certificate.get());
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at >= 0) add(names, "CN:", X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    return names;
}

}  // namespace ctiengine::tls

#include "common/grpc_security/peer_certificate.hpp"

#include <fmt/core.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

namespace ctiengine::grpc_security {
namespace {

template <auto Function>
struct Free {
    template <class T>
    void operator()(T* object) const {
        Function(object);
    }
};
using File = std::unique_ptr<std::FILE, Free<std::fclose>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificates = std::vector<Certificate>;

/// One of the three settings, for messages.
struct Place {
    const char* tag;
    const std::filesystem::path& file;
};

Error wrong(const Place& place, const std::string& what) {
    ERR_clear_error();
    return Error{Errc::InvalidSettings, fmt::format("{} {}: {}", place.tag, place.file.string(), what)};
}

Result<File> open_file(const Place& place) {
    if (place.file.empty()) {
        return Error{
            Errc::InvalidSettings,
            fmt::format(
                "{} is not set: processes talk over TCP with certificates only, and need PEERCERTIFICATE, "
                "PEERPRIVATEKEY and PEERCA for that; or use a WORKERADDRESS of unix:PATH",
                place.tag
            )};
    }
    File file(std::fopen(place.file.c_str(), "re"));
    std::error_code ignored;
    if (file && !std::filesystem::is_directory(place.file, ignored)) return file;
    return wrong(
        place, fmt::format(
                   "cannot be read ({}); correct the path or the file's permissions",
                   file ? "is a folder" : std::strerror(errno)
               )
    );
}

Result<Certificates> read_certificates(const Place& place) {
    auto file = open_file(place);
    if (!file) return file.error();
    Certificates read;
    while (X509* next = PEM_read_X509(file->get(), nullptr, nullptr, nullptr)) read.emplace_back(next);
    auto stopped = ERR_GET_REASON(ERR_peek_last_error());
    if (!read.empty() && stopped == PEM_R_NO_START_LINE) {
        ERR_clear_error();
        return read;
    }
    return wrong(place, "holds no certificate in PEM form (-----BEGIN CERTIFICATE-----), or a damaged one");
}

Result<Key> read_key(const Place& place) {
    auto file = open_file(place);
    if (!file) return file.error();
    // Nobody is there to type a password, and OpenSSL must not ask the terminal.
    auto no_password = [](char*, int, int, void*) { return -1; };
    Key key(PEM_read_PrivateKey(file->get(), nullptr, no_password, nullptr));
    if (key) return key;
    return wrong(
        place,
        "holds no private key that can be read without a password (-----BEGIN PRIVATE KEY-----); decrypt it: "
        "openssl pkey -in FILE -out key.pem"
    );
}

std::vector<std::string> uris_of(X509* certificate) {
    std::vector<std::string> uris;
    auto* names =
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        int type = 0;
        const auto* value =
            static_cast<const ASN1_STRING*>(GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names, i), &type));
        if (type != GEN_URI) continue;
        uris.emplace_back(
            reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
            static_cast<std::size_t>(ASN1_STRING_length(value))
        );
    }
    GENERAL_NAMES_free(names);
    return uris;
}

Result<void> check_role(const Place& place, X509* certificate, Role own) {
    auto uris = uris_of(certificate);
    if (uris.size() == 1 && uris.front() == uri_of(own)) return {};
    std::string found = uris.empty() ? "no URI" : uris.front();
    if (uris.size() > 1) found += fmt::format(" and {} more", uris.size() - 1);
    return wrong(
        place, fmt::format(
                   "this process is the {}, so the subjectAltName has to hold URI:{} and no other URI; it "
                   "holds {}",
                   to_string(own), uri_of(own), found
               )
    );
}

/// By the rules that the other end will apply: signed by the authority, in time, for this use.
Result<void> check_chain(
    const Place& place,
    const Certificates& chain,
    const Certificates& authorities,
    int purpose,
    std::chrono::system_clock::time_point now
) {
    std::unique_ptr<X509_STORE, Free<X509_STORE_free>> store(X509_STORE_new());
    for (const auto& authority : authorities) X509_STORE_add_cert(store.get(), authority.get());
    STACK_OF(X509)* others = sk_X509_new_null();
    for (std::size_t i = 1; i < chain.size(); ++i) sk_X509_push(others, chain[i].get());
    std::unique_ptr<X509_STORE_CTX, Free<X509_STORE_CTX_free>> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), chain.front().get(), others);
    X509_STORE_CTX_set_purpose(context.get(), purpose);
    X509_STORE_CTX_set_time(context.get(), 0, std::chrono::system_clock::to_time_t(now));
    bool good = X509_verify_cert(context.get()) == 1;
    int why = X509_STORE_CTX_get_error(context.get());
    sk_X509_free(others);
    if (good) return {};
    return wrong(
        place,
        fmt::format(
            "no other process will accept this certificate: {}; renew it with the authority of PEERCA, and "
            "check the clock of this host",
            X509_verify_cert_error_string(why)
        )
    );
}

}  // namespace

Result<void> check_peer_files(
    const PeerSettings& settings, Role own, std::chrono::system_clock::time_point now
) {
    const Place certificate_place{"PEERCERTIFICATE", settings.certificate};
    const Place key_place{"PEERPRIVATEKEY", settings.private_key};
    auto chain = read_certificates(certificate_place);
    if (!chain) return chain.error();
    auto key = read_key(key_place);
    if (!key) return key.error();
    auto authorities = read_certificates({"PEERCA", settings.authority});
    if (!authorities) return authorities.error();
    if (X509_check_private_key(chain->front().get(), key->get()) != 1) {
        return wrong(key_place, "does not belong to the certificate of PEERCERTIFICATE");
    }
    const int purpose =
        own == Role::Worker || own == Role::License ? X509_PURPOSE_SSL_SERVER : X509_PURPOSE_SSL_CLIENT;
    if (auto good = check_chain(certificate_place, *chain, *authorities, purpose, now); !good) return good;
    return check_role(certificate_place, chain->front().get(), own);
}

}  // namespace ctiengine::grpc_security

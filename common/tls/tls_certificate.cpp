#include "common/tls/tls_certificate.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace ctiengine::tls {

namespace {

struct FreeBio {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using MemoryBio = std::unique_ptr<BIO, FreeBio>;

Error bad_file(const std::filesystem::path& file, const std::string& what) {
    return Error{Errc::InvalidSettings, file.string() + ": " + what};
}

Result<std::string> read_file(const std::filesystem::path& file, std::string_view role) {
    std::ifstream input(file, std::ios::binary);
    std::error_code ignored;
    if (!input || std::filesystem::is_directory(file, ignored)) {
        const std::string reason = input ? "is a directory" : std::strerror(errno);
        return bad_file(
            file, "the " + std::string(role) + " cannot be read (" + reason +
                      "); check the path in the settings and the file's permissions"
        );
    }
    return std::string(std::istreambuf_iterator<char>(input), {});
}

bool is_pem(std::string_view content) {
    return content.find("-----BEGIN ") != std::string_view::npos;
}
bool is_binary_asn1(std::string_view content) {
    return !content.empty() && content.front() == '\x30';
}

MemoryBio bio_over(const std::string& content) {
    return MemoryBio(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
}

std::string subject_of(X509* certificate) {
    const MemoryBio out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), X509_get_subject_name(certificate), 0, XN_FLAG_RFC2253);
    char* text = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &text);
    return "\"" + std::string(text, static_cast<std::size_t>(size)) + "\"";
}

std::string text_of(std::chrono::system_clock::time_point when) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    const auto size = std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S UTC", &parts);
    return {text, size};
}

std::chrono::system_clock::time_point time_point_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
    return std::chrono::system_clock::from_time_t(timegm(&parts));
}

Result<void> check_order(
    const std::vector<Certificate>& chain,
    EVP_PKEY* key,
    const std::filesystem::path& chain_file,
    const std::filesystem::path& key_file
) {
    if (X509_check_private_key(chain.front().get(), key) != 1) {
        for (std::size_t index = 1; index < chain.size(); ++index) {
            if (X509_check_private_key(chain[index].get(), key) != 1) continue;
            return bad_file(
                chain_file, "the server's certificate must stand first: the key belongs to " +
                                subject_of(chain[index].get()) + ", but the file begins with " +
                                subject_of(chain.front().get()) + "; put the server's certificate on top"
            );
        }
        return bad_file(
            key_file, "this key does not belong to the certificate " + subject_of(chain.front().get()) +
                          " in " + chain_file.string() +
                          "; use the key that the certificate was requested with"
        );
    }
    for (std::size_t index = 0; index + 1 < chain.size(); ++index) {
        if (X509_check_issued(chain[index + 1].get(), chain[index].get()) == X509_V_OK) continue;
        return bad_file(
            chain_file, "the chain is out of order: " + subject_of(chain[index].get()) +
                            " was not issued by " + subject_of(chain[index + 1].get()) +
                            ", which follows it; each certificate must be followed by its issuer"
        );
    }
    return {};
}

/// A PEM file without a certificate: what people take for one.
std::string what_it_holds(std::string_view content) {
    const auto holds = [&](std::string_view label) { return content.find(label) != std::string_view::npos; };
    if (holds("PRIVATE KEY-----")) {
        return "holds a private key instead of a certificate; are the two files exchanged in the settings?";
    }
    if (holds("CERTIFICATE REQUEST-----")) {
        return "holds a request for a certificate; send it to your authority and put what comes back here";
    }
    if (holds("PUBLIC KEY-----")) return "holds a bare public key; a certificate with it is needed";
    return "holds no certificate (no line -----BEGIN CERTIFICATE-----)";
}

bool has_wildcard(X509* certificate) {
    auto* names =
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    bool found = false;
    for (int index = 0; names && index < sk_GENERAL_NAME_num(names); ++index) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names, index);
        if (name->type != GEN_DNS) continue;
        const auto* text = ASN1_STRING_get0_data(name->d.dNSName);
        found = found || (ASN1_STRING_length(name->d.dNSName) > 1 && text[0] == '*');
    }
    GENERAL_NAMES_free(names);
    return found;
}

}  // namespace

Result<std::vector<Certificate>> read_certificates(const std::filesystem::path& file) {
    auto content = read_file(file, "certificate");
    if (!content) return content.error();
    if (!is_pem(*content)) {
        if (!is_binary_asn1(*content)) return bad_file(file, "is no certificate in PEM form");
        return bad_file(
            file, "is binary (DER), PEM is needed; convert it: openssl x509 -inform der -in " +
                      file.filename().string() +
                      " -out certificate.pem (a PFX: openssl pkcs12 -in ... -nodes)"
        );
    }
    std::vector<Certificate> chain;
    const auto bio = bio_over(*content);
    while (X509* const next = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        chain.emplace_back(next);
    const auto stopped = ERR_peek_last_error();
    ERR_clear_error();
    if (ERR_GET_REASON(stopped) != PEM_R_NO_START_LINE) {
        return bad_file(file, "certificate " + std::to_string(chain.size() + 1) + " of the file is damaged");
    }
    if (!chain.empty()) return chain;
    return bad_file(file, what_it_holds(*content));
}

Result<PrivateKey> read_private_key(const std::filesystem::path& file) {
    auto content = read_file(file, "private key");
    if (!content) return content.error();
    if (!is_pem(*content)) {
        if (!is_binary_asn1(*content)) return bad_file(file, "is no private key in PEM form");
        return bad_file(
            file, "is binary (DER), PEM is needed; convert it: openssl pkey -inform der -in " +
                      file.filename().string() + " -out key.pem"
        );
    }
    if (content->find("ENCRYPTED") != std::string::npos) {
        return bad_file(
            file,
            "the key is encrypted, and nobody is there to type its password; decrypt it: openssl pkey -in " +
                file.filename().string() + " -out key.pem, and let only the service's user read the result"
        );
    }
    const auto bio = bio_over(*content);
    PrivateKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (key) return key;
    const bool certificate = content->find("BEGIN CERTIFICATE-----") != std::string::npos;
    return bad_file(
        file,
        certificate
            ? "holds a certificate instead of a private key; are the two files exchanged in the settings?"
            : "holds no readable private key (no line -----BEGIN PRIVATE KEY-----, or damaged)"
    );
}

Result<void> check_certificates(
    const std::vector<Certificate>& chain,
    EVP_PKEY* key,
    const std::filesystem::path& chain_file,
    const std::filesystem::path& key_file,
    std::chrono::system_clock::time_point now
) {
    if (auto ordered = check_order(chain, key, chain_file, key_file); !ordered) return ordered.error();
    for (const auto& certificate : chain) {
        const auto begins = time_point_of(X509_get0_notBefore(certificate.get()));
        const auto ends = end_of_validity(certificate.get());
        if (now < begins) {
            return bad_file(
                chain_file, "the certificate " + subject_of(certificate.get()) + " is not valid before " +
                                text_of(begins) + "; check the clock of this host (it says " + text_of(now) +
                                ")"
            );
        }
        if (now > ends) {
            return bad_file(
                chain_file, "the certificate " + subject_of(certificate.get()) + " expired on " +
                                text_of(ends) + "; install a renewed one"
            );
        }
    }
    return {};
}

std::vector<std::string> certificate_warnings(X509* certificate, const std::filesystem::path& file) {
    std::vector<std::string> warnings;
    if (X509_get_ext_by_NID(certificate, NID_subject_alt_name, -1) < 0) {
        warnings.push_back(file.string() + ": no subjectAltName; browsers refuse it, whatever its CN says");
    }
    if (has_wildcard(certificate)) {
        warnings.push_back(
            file.string() +
            ": stands for every name of a domain (*.…); whoever gets its key can play each of "
            "them, so prefer a certificate with this server's own names"
        );
    }
    if (X509_check_issued(certificate, certificate) == X509_V_OK) {
        warnings.push_back(
            file.string() + ": self-signed, for first tests only; every browser has to be told to trust it"
        );
    }
    if (X509_check_ca(certificate) == 1 && X509_check_issued(certificate, certificate) != X509_V_OK) {
        warnings.push_back(file.string() + ": the first certificate is one of an authority, not of a server");
    }
    EVP_PKEY* const key = X509_get0_pubkey(certificate);
    if (key && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) < 2048) {
        warnings.push_back(file.string() + ": the RSA key is shorter than 2048 bits; browsers may refuse it");
    }
    return warnings;
}

std::chrono::system_clock::time_point end_of_validity(X509* certificate) {
    return time_point_of(X509_get0_notAfter(certificate));
}

}  // namespace ctiengine::tls

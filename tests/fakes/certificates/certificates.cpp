#include "tests/fakes/certificates/certificates.hpp"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace ctiengine::testing {

namespace {

template <class Write>
std::string written(Write write) {
    const std::unique_ptr<BIO, int (*)(BIO*)> out(BIO_new(BIO_s_mem()), BIO_free);
    if (write(out.get()) != 1) throw std::runtime_error("test certificate: OpenSSL cannot write it");
    char* text = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

void add_extension(X509* certificate, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
    if (!extension) throw std::runtime_error("test certificate: bad extension " + value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

}  // namespace

Identity::Identity(const CertificateSpec& spec) {
    build(spec, *this);
}
Identity::Identity(const CertificateSpec& spec, const Identity& issuer) {
    build(spec, issuer);
}

void Identity::build(const CertificateSpec& spec, const Identity& issuer) {
    key_.reset(spec.rsa_bits > 0 ? EVP_RSA_gen(spec.rsa_bits) : EVP_EC_gen("P-256"), EVP_PKEY_free);
    certificate_.reset(X509_new(), X509_free);
    auto* const certificate = certificate_.get();
    std::uint32_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate), std::chrono::seconds(spec.valid_from).count());
    X509_gmtime_adj(X509_getm_notAfter(certificate), std::chrono::seconds(spec.valid_until).count());
    const auto* const name = reinterpret_cast<const unsigned char*>(spec.common_name.c_str());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, name, -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(issuer.certificate_.get()));
    X509_set_pubkey(certificate, key_.get());
    add_extension(certificate, NID_basic_constraints, "CA:TRUE");
    if (!spec.alternative_names.empty())
        add_extension(certificate, NID_subject_alt_name, spec.alternative_names);
    if (X509_sign(certificate, issuer.key_.get(), EVP_sha256()) == 0) {
        throw std::runtime_error("test certificate: cannot be signed");
    }
}

std::string Identity::certificate_pem() const {
    return written([this](BIO* out) { return PEM_write_bio_X509(out, certificate_.get()); });
}
std::string Identity::certificate_der() const {
    return written([this](BIO* out) { return i2d_X509_bio(out, certificate_.get()); });
}
std::string Identity::key_pem() const {
    return written([this](BIO* out) {
        return PEM_write_bio_PKCS8PrivateKey(out, key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
}
std::string Identity::key_der() const {
    return written([this](BIO* out) { return i2d_PrivateKey_bio(out, key_.get()); });
}
std::string Identity::encrypted_key_pem(const std::string& password) const {
    return written([&](BIO* out) {
        return PEM_write_bio_PKCS8PrivateKey(
            out, key_.get(), EVP_aes_256_cbc(), password.data(), static_cast<int>(password.size()), nullptr,
            nullptr
        );
    });
}

TemporaryDirectory::TemporaryDirectory() {
    auto pattern = (std::filesystem::temp_directory_path() / "ctiengine-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("cannot make a temporary directory");
    path_ = pattern;
}

TemporaryDirectory::~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryDirectory::write(const std::filesystem::path& name, std::string_view content)
    const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

}  // namespace ctiengine::testing

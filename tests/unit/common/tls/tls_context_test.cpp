#include "common/tls/tls_context.hpp"

#include "tests/fakes/certificates/certificates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ctiengine::tls {
namespace {

using namespace std::chrono_literals;
using ctiengine::testing::CertificateSpec;
using ctiengine::testing::Identity;
using ctiengine::testing::TemporaryDirectory;
using ::testing::HasSubstr;

CertificateSpec named(std::string name) {
    CertificateSpec spec;
    spec.common_name = std::move(name);
    return spec;
}

class TlsContextTest : public ::testing::Test {
  protected:
    /// The message of load() for these two files; "" when it succeeded.
    std::string message_for(const std::string& chain, const std::string& key) {
        const auto loaded = TlsContext::load(write(chain, key));
        if (loaded) return {};
        EXPECT_EQ(loaded.error().code, Errc::InvalidSettings);
        return loaded.error().detail;
    }
    TlsSettings write(const std::string& chain, const std::string& key) {
        TlsSettings settings;
        settings.certificate_chain = directory_.write("server.pem", chain);
        settings.private_key = directory_.write("server.key", key);
        return settings;
    }

    TemporaryDirectory directory_;
    Identity server_{named("phone.example")};
};

TEST_F(TlsContextTest, LoadsACertificateAndItsKey) {
    const auto loaded = TlsContext::load(write(server_.certificate_pem(), server_.key_pem()));
    ASSERT_TRUE(loaded.has_value()) << loaded.error().detail;
    EXPECT_THAT((*loaded)->warnings(), ::testing::ElementsAre(HasSubstr("self-signed")));
    const auto left = (*loaded)->not_after() - std::chrono::system_clock::now();
    EXPECT_GT(left, std::chrono::days(29));
    EXPECT_LT(left, std::chrono::days(31));
}

TEST_F(TlsContextTest, LoadsAChain) {
    const Identity root(named("root"));
    const Identity middle(named("middle"), root);
    const Identity leaf(named("leaf"), middle);
    EXPECT_EQ(message_for(leaf.certificate_pem() + middle.certificate_pem(), leaf.key_pem()), "");
    EXPECT_EQ(
        message_for(
            leaf.certificate_pem() + middle.certificate_pem() + root.certificate_pem(), leaf.key_pem()
        ),
        ""
    );
}

TEST_F(TlsContextTest, SaysThatAFileIsMissing) {
    auto settings = write(server_.certificate_pem(), server_.key_pem());
    settings.private_key = directory_.path() / "none.key";
    const auto loaded = TlsContext::load(settings);
    ASSERT_FALSE(loaded.has_value());
    EXPECT_THAT(loaded.error().detail, HasSubstr("none.key: the private key cannot be read (No such file"));
}

TEST_F(TlsContextTest, SaysHowToConvertDer) {
    EXPECT_THAT(
        message_for(server_.certificate_der(), server_.key_pem()),
        HasSubstr(
            "server.pem: is binary (DER), PEM is needed; convert it: openssl x509 -inform der -in server.pem"
        )
    );
    EXPECT_THAT(
        message_for(server_.certificate_pem(), server_.key_der()),
        HasSubstr("openssl pkey -inform der -in server.key")
    );
}

TEST_F(TlsContextTest, SaysHowToDecryptTheKey) {
    EXPECT_THAT(
        message_for(server_.certificate_pem(), server_.encrypted_key_pem("secret")),
        HasSubstr(
            "server.key: the key is encrypted, and nobody is there to type its password; decrypt it: openssl"
        )
    );
}

TEST_F(TlsContextTest, SaysThatTheKeyIsOfAnotherCertificate) {
    const auto message = message_for(server_.certificate_pem(), Identity().key_pem());
    EXPECT_THAT(
        message, HasSubstr("server.key: this key does not belong to the certificate \"CN=phone.example\"")
    );
}

TEST_F(TlsContextTest, SaysThatTheServersCertificateMustStandFirst) {
    const Identity root(named("root"));
    const Identity leaf(named("leaf"), root);
    EXPECT_THAT(
        message_for(root.certificate_pem() + leaf.certificate_pem(), leaf.key_pem()),
        HasSubstr("must stand first: the key belongs to \"CN=leaf\", but the file begins with \"CN=root\"")
    );
}

TEST_F(TlsContextTest, SaysThatTheChainIsOutOfOrder) {
    const Identity root(named("root"));
    const Identity middle(named("middle"), root);
    const Identity leaf(named("leaf"), middle);
    EXPECT_THAT(
        message_for(
            leaf.certificate_pem() + root.certificate_pem() + middle.certificate_pem(), leaf.key_pem()
        ),
        HasSubstr("\"CN=leaf\" was not issued by \"CN=root\", which follows it")
    );
}

TEST_F(TlsContextTest, SaysThatTheCertificateExpired) {
    const auto later = std::chrono::system_clock::now() + std::chrono::days(60);
    const auto loaded = TlsContext::load(write(server_.certificate_pem(), server_.key_pem()), later);
    ASSERT_FALSE(loaded.has_value());
    EXPECT_THAT(
        loaded.error().detail, HasSubstr("server.pem: the certificate \"CN=phone.example\" expired on 20")
    );
}

TEST_F(TlsContextTest, SaysThatTheCertificateIsNotYetValid) {
    const auto earlier = std::chrono::system_clock::now() - std::chrono::days(60);
    const auto loaded = TlsContext::load(write(server_.certificate_pem(), server_.key_pem()), earlier);
    ASSERT_FALSE(loaded.has_value());
    EXPECT_THAT(loaded.error().detail, HasSubstr("is not valid before 20"));
}

TEST_F(TlsContextTest, SaysThatTheFilesAreExchanged) {
    EXPECT_THAT(message_for(server_.key_pem(), server_.key_pem()), HasSubstr("are the two files exchanged"));
    EXPECT_THAT(
        message_for(server_.certificate_pem(), server_.certificate_pem()),
        HasSubstr("are the two files exchanged")
    );
}

TEST_F(TlsContextTest, SaysThatAFileHoldsSomethingElse) {
    const auto as = [](const std::string& label) {
        return "-----BEGIN " + label + "-----\nAAAA\n-----END " + label + "-----\n";
    };
    EXPECT_THAT(
        message_for(as("CERTIFICATE REQUEST"), server_.key_pem()), HasSubstr("send it to your authority")
    );
    EXPECT_THAT(
        message_for(as("NEW CERTIFICATE REQUEST"), server_.key_pem()), HasSubstr("send it to your authority")
    );
    EXPECT_THAT(message_for(as("PUBLIC KEY"), server_.key_pem()), HasSubstr("a bare public key"));
    EXPECT_THAT(message_for(as("DH PARAMETERS"), server_.key_pem()), HasSubstr("holds no certificate"));
}

TEST_F(TlsContextTest, WarnsOfAWildcard) {
    CertificateSpec spec;
    spec.alternative_names = "DNS:*.company.test";
    const Identity wild(spec);
    const auto loaded = TlsContext::load(write(wild.certificate_pem(), wild.key_pem()));
    ASSERT_TRUE(loaded.has_value());
    EXPECT_THAT((*loaded)->warnings(), ::testing::Contains(HasSubstr("stands for every name")));
}

TEST_F(TlsContextTest, SaysThatAFileIsDamagedOrNotPem) {
    auto damaged = server_.certificate_pem();
    damaged.replace(damaged.size() / 2, 8, "!!!!!!!!");
    EXPECT_THAT(message_for(damaged, server_.key_pem()), HasSubstr("certificate 1 of the file is damaged"));
    EXPECT_THAT(message_for("hello", server_.key_pem()), HasSubstr("is no certificate in PEM form"));
    EXPECT_THAT(message_for(server_.certificate_pem(), ""), HasSubstr("is no private key in PEM form"));
}

TEST_F(TlsContextTest, WarnsOfAMissingSubjectAltName) {
    CertificateSpec spec;
    spec.alternative_names.clear();
    const Identity plain(spec);
    const auto loaded = TlsContext::load(write(plain.certificate_pem(), plain.key_pem()));
    ASSERT_TRUE(loaded.has_value());
    EXPECT_THAT(
        (*loaded)->warnings(),
        ::testing::ElementsAre(HasSubstr("no subjectAltName"), HasSubstr("self-signed"))
    );
}

TEST_F(TlsContextTest, RefusesAnUnknownCipherList) {
    auto settings = write(server_.certificate_pem(), server_.key_pem());
    settings.tls12_ciphers = "NO-SUCH-CIPHER";
    const auto loaded = TlsContext::load(settings);
    ASSERT_FALSE(loaded.has_value());
    EXPECT_THAT(loaded.error().detail, HasSubstr("NO-SUCH-CIPHER"));
}

}  // namespace
}  // namespace ctiengine::tls

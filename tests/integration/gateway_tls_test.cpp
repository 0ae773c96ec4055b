// The gateway's TLS as others see it: the openssl program asks, certificates change under live connections.
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;
using Settings = std::map<std::string, std::string>;

std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen(("exec 2>&1 </dev/null; " + command).c_str(), "r");
    std::array<char, 4096> room;
    for (std::size_t got = 0; (got = std::fread(room.data(), 1, room.size(), pipe)) > 0;)
        text.append(room.data(), got);
    ::pclose(pipe);
    return text;
}

class Tls : public ::testing::Test {
  protected:
    void start(const Settings& settings = {}) {
        engine_ = std::make_unique<EngineUnderTest>("tls", settings);
        prepare();
        engine_->start_gateway();
    }
    virtual void prepare() {}
    void TearDown() override { engine_->stop_all(); }

    std::string path(const char* file) const { return (engine_->folder() / file).string(); }
    std::string s_client(const std::string& options) const {
        return output_of(
            "openssl s_client -connect 127.0.0.1:" + std::to_string(engine_->port()) + " " + options
        );
    }
    /// Makes a self-signed certificate `name`.crt with its key `name`.pem.
    void make(const std::string& name, const std::string& subject, const std::string& more = {}) const {
        output_of(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 20 -subj /CN=" +
            subject + " -addext subjectAltName=DNS:localhost,IP:127.0.0.1 " + more + " -keyout " +
            path((name + ".pem").c_str()) + " -out " + path((name + ".crt").c_str())
        );
    }
    /// As operators do it: each file under another name, then renamed into its place.
    void install(const std::string& name) const {
        std::filesystem::copy_file(path((name + ".crt").c_str()), path("next.crt"));
        std::filesystem::copy_file(path((name + ".pem").c_str()), path("next.pem"));
        std::filesystem::rename(path("next.pem"), path("private_key.pem"));
        std::filesystem::rename(path("next.crt"), path("certificate.crt"));
    }
    std::string subject() const { return s_client("-servername localhost"); }

    std::unique_ptr<EngineUnderTest> engine_;
};

TEST_F(Tls, SpeaksTwoVersionsAndNoOther) {
    start();
    EXPECT_THAT(s_client("-tls1_3"), HasSubstr("TLSv1.3"));
    EXPECT_THAT(s_client("-tls1_2"), HasSubstr("TLSv1.2"));
    for (const char* old : {"-tls1", "-tls1_1"}) {
        EXPECT_THAT(s_client(std::string(old) + " -cipher ALL:@SECLEVEL=0"), HasSubstr("Cipher is (NONE)"))
            << old;
    }
}

TEST_F(Tls, TakesTheCiphersOfItsListOnly) {
    start();  // its key is elliptic: the three for ECDSA are possible
    const std::set<std::string> ours{
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"};
    std::istringstream all(output_of("openssl ciphers -tls1_2 ALL:@SECLEVEL=0 | tr : ' '"));
    std::set<std::string> taken;
    for (std::string cipher; all >> cipher;) {
        if (cipher.starts_with("TLS_") || cipher.find("PSK") != std::string::npos) continue;
        const auto seen = s_client("-tls1_2 -cipher " + cipher + ":@SECLEVEL=0");
        if (seen.find("Cipher is " + cipher) != std::string::npos) taken.insert(cipher);
    }
    EXPECT_EQ(taken, ours);
}

TEST_F(Tls, TakesThreeSuitesOfTls13) {
    start();
    for (const char* suite :
         {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"}) {
        EXPECT_THAT(
            s_client(std::string("-tls1_3 -ciphersuites ") + suite),
            HasSubstr(std::string("Cipher is ") + suite)
        );
    }
    for (const char* suite : {"TLS_AES_128_CCM_SHA256", "TLS_AES_128_CCM_8_SHA256"}) {
        EXPECT_THAT(s_client(std::string("-tls1_3 -ciphersuites ") + suite), HasSubstr("Cipher is (NONE)"));
    }
}

TEST_F(Tls, HasNoCompressionNoRenegotiationAndThreeCurves) {
    start();
    const auto seen = s_client("-tls1_2");
    EXPECT_THAT(seen, HasSubstr("Compression: NONE"));
    EXPECT_THAT(s_client("-alpn h2,http/1.1"), HasSubstr("ALPN protocol: http/1.1"));
    for (const char* curve : {"X25519", "P-256", "P-384"}) {
        EXPECT_THAT(s_client(std::string("-tls1_3 -groups ") + curve), Not(HasSubstr("Cipher is (NONE)")))
            << curve;
    }
    EXPECT_THAT(s_client("-tls1_3 -groups P-521"), HasSubstr("Cipher is (NONE)"));
    const auto again = output_of(
        "(sleep 1; printf 'R\\n'; sleep 2) | timeout 10 openssl s_client -tls1_2 -connect 127.0.0.1:" +
        std::to_string(engine_->port())
    );
    EXPECT_THAT(again, HasSubstr("RENEGOTIATING"));
    EXPECT_THAT(again, HasSubstr("no renegotiation"));
}

TEST_F(Tls, ChangesItsCertificateUnderAHundredConnections) {
    start();
    std::vector<std::unique_ptr<Softphone>> phones;
    for (int number = 0; number < 100; ++number) {
        phones.push_back(std::make_unique<Softphone>(engine_->port()));
        phones.back()->start_session("user" + std::to_string(number));
    }
    make("renewed", "renewed");
    install("renewed");
    ASSERT_TRUE(
        engine_->gateway().wait_for_line("new connections get the certificate CN=renewed", 20s * patience())
    );
    EXPECT_THAT(subject(), HasSubstr("CN = renewed"));
    for (auto& phone : phones) {
        EXPECT_EQ(phone->request(csta("RequestSystemStatus")).root(), "RequestSystemStatusResponse");
    }
}

TEST_F(Tls, KeepsTheOldCertificateWhenTheNewOneIsNoGood) {
    start();
    make("other", "other");
    std::filesystem::copy_file(path("other.crt"), path("next.crt"));
    std::filesystem::rename(path("next.crt"), path("certificate.crt"));  // the key is still the old one
    ASSERT_TRUE(engine_->gateway().wait_for_line("the certificate stays as it was", 20s * patience()));
    EXPECT_THAT(subject(), HasSubstr("CN = localhost"));
}

TEST_F(Tls, ReadsItsCertificateAtAHangUp) {
    start();
    make("asked", "asked");
    install("asked");
    engine_->gateway().signal(SIGHUP);
    ASSERT_TRUE(engine_->gateway().wait_for_line("(SIGHUP)", 20s * patience()));
    EXPECT_THAT(subject(), HasSubstr("CN = asked"));
}

TEST_F(Tls, SaysThatACertificateIsSelfSignedAndSoonOver) {
    start();
    EXPECT_THAT(engine_->gateway().output(), HasSubstr("self-signed, for first tests only"));
    EXPECT_THAT(engine_->gateway().output(), HasSubstr("expires in less than 3 days"));
}

/// Clients with certificates of an authority of their own.
class ClientCertificates : public Tls {
  protected:
    void prepare() override {
        make("authority", "authority");
        issue("ann", "clientAuth", 2);
        issue("server", "serverAuth", 2);
        issue("late", "clientAuth", -1);
        make("stranger", "stranger");
    }
    void issue(const std::string& name, const std::string& purpose, int days) const {
        const auto extensions = path((name + ".ext").c_str());
        std::ofstream(extensions) << "subjectAltName=email:" << name
                                  << "@company.test\nextendedKeyUsage=" << purpose << "\n";
        output_of(
            "openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=" + name +
            " -keyout " + path((name + ".pem").c_str()) + " -out " + path((name + ".csr").c_str()) +
            " && openssl x509 -req -in " + path((name + ".csr").c_str()) + " -CA " + path("authority.crt") +
            " -CAkey " + path("authority.pem") + " -CAcreateserial -days " + std::to_string(days) +
            " -extfile " + extensions + " -out " + path((name + ".crt").c_str())
        );
    }
    /// What a request over a connection with this certificate is answered.
    std::string asked_as(const std::string& name) const {
        return output_of(
            "(printf 'GET / HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n'; sleep 1) | openssl "
            "s_client "
            "-ign_eof -cert " +
            path((name + ".crt").c_str()) + " -key " + path((name + ".pem").c_str()) +
            " -connect 127.0.0.1:" + std::to_string(engine_->port())
        );
    }
};

TEST_F(ClientCertificates, AreCheckedInTheHandshake) {
    start({{"CLIENTCA", "authority.crt"}});
    EXPECT_THAT(asked_as("ann"), HasSubstr("HTTP/1.1 426"));
    for (const char* bad : {"stranger", "late", "server"})
        EXPECT_THAT(asked_as(bad), Not(HasSubstr("HTTP/1.1 426"))) << bad;
    EXPECT_TRUE(engine_->gateway().wait_for_line("refused (tls)", 10s));
    Softphone without(engine_->port());
    without.start_session("anybody");
}

}  // namespace
}  // namespace ctiengine::tests

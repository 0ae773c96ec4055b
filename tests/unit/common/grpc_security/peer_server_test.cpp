#include "common/grpc_security/peer_server.hpp"

#include "common/grpc_security/peer_channel.hpp"
#include "common/grpc_security/tls_only_13.hpp"
#include "ctiengine/tsapi/v1/telephony.grpc.pb.h"
#include "tests/fakes/peer_certificates/peer_certificates.hpp"
#include "tests/unit/common/grpc_security/test_folder.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/security/tls_credentials_options.h>
#include <gtest/gtest.h>

#include <future>
#include <mutex>
#include <optional>
#include <thread>

namespace ctiengine::grpc_security {
namespace {

namespace asio = boost::asio;
namespace pb = tsapi::v1;
using namespace std::chrono_literals;
using grpc::StatusCode;
using testing::HasSubstr;
using tests::PeerCertificates;

/// Answers GetStatus; Attach is left unimplemented, so UNIMPLEMENTED tells that a call got in.
class Admin final : public pb::WorkerAdmin::CallbackService {
    grpc::ServerUnaryReactor* GetStatus(
        grpc::CallbackServerContext* context, const pb::GetStatusRequest*, pb::WorkerStatus* status
    ) override {
        status->set_epoch(42);
        auto* reactor = context->DefaultReactor();
        reactor->Finish(grpc::Status::OK);
        return reactor;
    }
};

class KeptAudit final : public audit::AuditTrail {
  public:
    void record(audit::AuditEntry entry) noexcept override {
        std::lock_guard lock(mutex_);
        entries_.push_back(std::move(entry));
    }
    std::vector<audit::AuditEntry> entries() {
        std::lock_guard lock(mutex_);
        return entries_;
    }

  private:
    std::mutex mutex_;
    std::vector<audit::AuditEntry> entries_;
};

std::unique_ptr<grpc::ClientContext> context() {
    auto made = std::make_unique<grpc::ClientContext>();
    made->set_deadline(std::chrono::system_clock::now() + 10s);
    return made;
}

grpc::Status get_status(const std::shared_ptr<grpc::Channel>& channel) {
    pb::WorkerStatus status;
    return pb::WorkerAdmin::NewStub(channel)->GetStatus(context().get(), {}, &status);
}

grpc::Status attach(const std::shared_ptr<grpc::Channel>& channel) {
    auto stub = pb::Telephony::NewStub(channel);
    auto own = context();
    auto stream = stub->Attach(own.get());
    pb::WorkerMessage message;
    while (stream->Read(&message)) continue;
    return stream->Finish();
}

/// The health service by its path; its proto is not installed with gRPC, and what it answers is not looked
/// at.
grpc::Status health(const std::shared_ptr<grpc::Channel>& channel) {
    grpc::TemplatedGenericStub<pb::GetStatusRequest, pb::WorkerStatus> stub(channel);
    pb::GetStatusRequest request;
    pb::WorkerStatus answer;
    auto own = context();
    std::promise<grpc::Status> done;
    stub.UnaryCall(
        own.get(), "/grpc.health.v1.Health/Check", {}, &request, &answer,
        [&](grpc::Status status) { done.set_value(std::move(status)); }
    );
    return done.get_future().get();
}

class PeerServerTest : public testing::Test {
  protected:
    PeerServerTest() {
        thread = std::thread([this] { io.run(); });
    }
    ~PeerServerTest() override {
        if (server) server->shut_down();
        work.reset();
        thread.join();
    }
    static void SetUpTestSuite() { allow_only_tls_13(); }

    void serve(const std::string& address, const PeerSettings& peers, Role own = Role::Worker) {
        PeerServerSettings settings;
        settings.address = address;
        settings.own = own;
        settings.peers = peers;
        settings.rules.allow(pb::Telephony::service_full_name(), {Role::Gateway})
            .allow(pb::WorkerAdmin::service_full_name(), {Role::Gateway, Role::Admin});
        auto opened = PeerServer::open(io.get_executor(), settings, {&admin, &telephony}, audit);
        if (!opened) throw std::runtime_error(opened.error().detail);
        server = std::move(*opened);
    }
    void serve_tls() { serve("127.0.0.1:0", certificates().of("worker")); }

    std::shared_ptr<grpc::Channel> as(Role role, const PeerSettings& settings) {
        auto opened = PeerChannel::open(server->address(), role, Role::Worker, settings);
        if (!opened) throw std::runtime_error(opened.error().detail);
        return (*opened)->channel().value();
    }
    std::shared_ptr<grpc::Channel> as(Role role) {
        return as(role, certificates().of(std::string(to_string(role))));
    }

    /// A client that does not look at its own files first and believes any server of the authority.
    std::shared_ptr<grpc::Channel> careless(const PeerSettings& settings) {
        namespace tls = grpc::experimental;
        tls::TlsChannelCredentialsOptions options;
        options.set_certificate_provider(std::make_shared<tls::FileWatcherCertificateProvider>(
            settings.private_key.string(), settings.certificate.string(), settings.authority.string(), 60
        ));
        options.watch_root_certs();
        if (!settings.certificate.empty()) options.watch_identity_key_cert_pairs();
        options.set_certificate_verifier(std::make_shared<tls::NoOpCertificateVerifier>());
        options.set_check_call_host(false);
        return grpc::CreateChannel(server->address(), tls::TlsCredentials(options));
    }
    PeerCertificates& certificates() {
        if (!certificates_) certificates_.emplace(folder.path / "ours");
        return *certificates_;
    }
    int s_client(const std::string& options) {
        auto line = "openssl s_client -connect " + server->address() + " " + options + " </dev/null >'" +
                    (folder.path / "s_client.log").string() + "' 2>&1";
        return std::system(line.c_str());
    }

    TestFolder folder;
    Admin admin;
    pb::Telephony::CallbackService telephony;
    KeptAudit audit;
    asio::io_context io;
    asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
    std::thread thread;
    std::unique_ptr<PeerServer> server;

  private:
    std::optional<PeerCertificates> certificates_;
};

TEST_F(PeerServerTest, LetsAGatewayCallWhatAGatewayMay) {
    serve_tls();
    auto channel = as(Role::Gateway);
    auto status = get_status(channel);
    EXPECT_TRUE(status.ok()) << status.error_message();
    EXPECT_EQ(attach(channel).error_code(), StatusCode::UNIMPLEMENTED) << "it did not get in";
    EXPECT_TRUE(health(channel).ok());
    EXPECT_EQ(server->turned_away(), 0U);
}

TEST_F(PeerServerTest, DoesNotLetAnAdminAttach) {
    serve_tls();
    auto channel = as(Role::Admin);
    EXPECT_TRUE(get_status(channel).ok());
    EXPECT_TRUE(health(channel).ok());
    EXPECT_EQ(server->turned_away(), 0U);
    auto refused = attach(channel);
    EXPECT_EQ(refused.error_code(), StatusCode::PERMISSION_DENIED);
    EXPECT_THAT(refused.error_message(), HasSubstr("/ctiengine.tsapi.v1.Telephony/Attach"));
    EXPECT_EQ(server->turned_away(), 1U);
    ASSERT_EQ(audit.entries().size(), 1U);
    EXPECT_EQ(audit.entries()[0].event, "peer call refused");
    EXPECT_THAT(
        audit.entries()[0].fields, testing::Contains(testing::Pair("peer", "spiffe://ctiengine/admin"))
    );
}

TEST_F(PeerServerTest, CountsEveryRefusalButDoesNotWriteEach) {
    serve_tls();
    auto channel = as(Role::Admin);
    for (int i = 0; i < 20; ++i) EXPECT_EQ(attach(channel).error_code(), StatusCode::PERMISSION_DENIED);
    EXPECT_EQ(server->turned_away(), 20U);
    EXPECT_LT(audit.entries().size(), 20U);
}

TEST_F(PeerServerTest, LetsAWorkerAskForItsHealthOnly) {
    serve_tls();
    auto channel = as(Role::Worker);
    EXPECT_TRUE(health(channel).ok());
    EXPECT_EQ(get_status(channel).error_code(), StatusCode::PERMISSION_DENIED);
    EXPECT_EQ(attach(channel).error_code(), StatusCode::PERMISSION_DENIED);
}

TEST_F(PeerServerTest, LetsNobodyInWithTwoRolesOrNone) {
    serve_tls();
    const char* role = "URI:spiffe://ctiengine/$role\"";
    for (const char* instead :
         {"URI:spiffe://ctiengine/gateway,URI:spiffe://ctiengine/admin\"", "DNS:gateway\"",
          "URI:spiffe://ctiengine/Gateway\"", "URI:spiffe://ctiengine.example/gateway\"",
          "URI:https://ctiengine/gateway\""}) {
        certificates().renew({{"for role in worker gateway admin", "for role in odd"}, {role, instead}});
        auto channel = careless(certificates().of("odd"));
        EXPECT_EQ(get_status(channel).error_code(), StatusCode::PERMISSION_DENIED) << instead;
        EXPECT_EQ(health(channel).error_code(), StatusCode::PERMISSION_DENIED) << instead;
    }
}

TEST_F(PeerServerTest, RefusesACertificateOfAnotherAuthority) {
    serve_tls();
    PeerCertificates others(folder.path / "others");
    auto stranger = others.of("gateway");
    stranger.authority = certificates().of("gateway").authority;  // it trusts us, we do not trust it
    EXPECT_EQ(get_status(careless(stranger)).error_code(), StatusCode::UNAVAILABLE);
    EXPECT_TRUE(get_status(careless(certificates().of("gateway"))).ok()) << "the test's client is at fault";
}

TEST_F(PeerServerTest, RefusesAnExpiredCertificate) {
    serve_tls();
    certificates().renew(
        {{"for role in worker gateway admin", "for role in gateway"}, {"-days 365", "-days 0"}}
    );
    EXPECT_EQ(get_status(careless(certificates().of("gateway"))).error_code(), StatusCode::UNAVAILABLE);
}

TEST_F(PeerServerTest, RefusesAClientWithoutCertificate) {
    serve_tls();
    auto nothing = certificates().of("gateway");
    nothing.certificate.clear();
    nothing.private_key.clear();
    EXPECT_EQ(get_status(careless(nothing)).error_code(), StatusCode::UNAVAILABLE);
}

TEST_F(PeerServerTest, RefusesPlainText) {
    serve_tls();
    auto channel = grpc::CreateChannel(server->address(), grpc::InsecureChannelCredentials());
    EXPECT_EQ(get_status(channel).error_code(), StatusCode::UNAVAILABLE);
}

TEST_F(PeerServerTest, SpeaksNoTlsBelow13) {
    serve_tls();
    auto own = certificates().of("gateway");
    auto files = "-cert '" + own.certificate.string() + "' -key '" + own.private_key.string() +
                 "' -CAfile '" + own.authority.string() + "' -verify_return_error -alpn h2 ";
    EXPECT_EQ(s_client(files + "-tls1_3"), 0) << "the test's client is at fault";
    EXPECT_NE(s_client(files + "-tls1_2"), 0);
    EXPECT_NE(s_client(files + "-tls1_2 -cipher 'ALL:@SECLEVEL=0'"), 0);
    EXPECT_NE(s_client(files + "-tls1_2 -psk 00 -cipher 'PSK:@SECLEVEL=0'"), 0);
    EXPECT_NE(s_client(files + "-tls1_1 -cipher 'ALL:@SECLEVEL=0'"), 0);
}

TEST_F(PeerServerTest, IsNotBelievedWithAnotherRole) {
    serve("127.0.0.1:0", certificates().of("gateway"), Role::Gateway);
    auto refused = get_status(as(Role::Gateway));
    EXPECT_EQ(refused.error_code(), StatusCode::UNAVAILABLE);
    EXPECT_THAT(refused.error_message(), HasSubstr("is not that of spiffe://ctiengine/worker"));
    EXPECT_TRUE(get_status(careless(certificates().of("gateway"))).ok()) << "the server is at fault";
}

TEST_F(PeerServerTest, IsNotBelievedWithAnotherAuthority) {
    PeerCertificates others(folder.path / "others");
    auto stranger = others.of("worker");
    stranger.authority = certificates().of("worker").authority;  // it would take our certificate
    EXPECT_ANY_THROW(serve("127.0.0.1:0", stranger)) << "its own look at its files should say so";
    serve("127.0.0.1:0", others.of("worker"));
    EXPECT_EQ(get_status(as(Role::Gateway)).error_code(), StatusCode::UNAVAILABLE);
}

TEST_F(PeerServerTest, DoesNotOpenTcpWithoutCertificates) {
    PeerServerSettings settings;
    settings.address = "127.0.0.1:0";
    auto refused = PeerServer::open(io.get_executor(), settings, {&admin}, audit);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::InvalidSettings);
    EXPECT_THAT(refused.error().detail, HasSubstr("PEERCERTIFICATE is not set"));
    auto client = PeerChannel::open("127.0.0.1:1", Role::Gateway, Role::Worker, {});
    ASSERT_FALSE(client);
    EXPECT_THAT(client.error().detail, HasSubstr("PEERCERTIFICATE is not set"));
}

TEST_F(PeerServerTest, ServesOurOwnUserOverAUnixSocket) {
    serve("unix:" + (folder.path / "peer.sock").string(), {});
    auto channel = as(Role::Gateway, {});
    EXPECT_TRUE(get_status(channel).ok());
    EXPECT_TRUE(health(channel).ok());
    EXPECT_EQ(attach(channel).error_code(), StatusCode::UNIMPLEMENTED);
    EXPECT_EQ(server->turned_away(), 0U);
}

TEST_F(PeerServerTest, CanBeReachedAgainAfterARestart) {
    auto address = "unix:" + (folder.path / "peer.sock").string();
    auto peer = PeerChannel::open(address, Role::Gateway, Role::Worker, {}).value();
    EXPECT_EQ(peer->channel().error().code, Errc::NotConnected);
    serve(address, {});
    auto first = peer->channel().value();
    EXPECT_TRUE(get_status(first).ok());
    server->shut_down();
    EXPECT_EQ(get_status(first).error_code(), StatusCode::UNAVAILABLE);
    EXPECT_EQ(peer->channel().error().code, Errc::NotConnected);
    serve(address, {});
    EXPECT_TRUE(get_status(peer->channel().value()).ok());
}

TEST_F(PeerServerTest, SaysThatAnotherOneListens) {
    auto address = "unix:" + (folder.path / "peer.sock").string();
    serve(address, {});
    PeerServerSettings settings;
    settings.address = address;
    auto refused = PeerServer::open(io.get_executor(), settings, {}, audit);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Io);
    EXPECT_THAT(refused.error().detail, HasSubstr(address + ": another process listens there"));
}

}  // namespace
}  // namespace ctiengine::grpc_security

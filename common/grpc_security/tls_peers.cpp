#include "common/grpc_security/tls_peers.hpp"

#include <grpc/grpc_security_constants.h>
#include <grpcpp/security/auth_metadata_processor.h>
#include <grpcpp/security/tls_certificate_provider.h>
#include <grpcpp/security/tls_certificate_verifier.h>
#include <grpcpp/security/tls_credentials_options.h>

namespace ctiengine::grpc_security {
namespace {

namespace tls = grpc::experimental;

constexpr unsigned kLookAgainEvery = 5;  // seconds; three small files

/// gRPC names the SPIFFE ID only when it is the certificate's one URI.
std::string spiffe_id(const grpc::AuthContext& context) {
    auto found = context.FindPropertyValues(GRPC_PEER_SPIFFE_ID_PROPERTY_NAME);
    if (!context.IsPeerAuthenticated() || found.size() != 1) return {};
    return {found.front().data(), found.front().size()};
}

/// Runs before the handler of every call. A server interceptor would run too late: with the callback API it
/// can cancel a call that has already begun, but not refuse it with a status.
class RoleCheck final : public grpc::AuthMetadataProcessor {
  public:
    RoleCheck(MethodRules rules, CallDenied denied) : rules_(std::move(rules)), denied_(std::move(denied)) {}

    bool IsBlocking() const override { return false; }

    grpc::Status
    Process(const InputMetadata& metadata, grpc::AuthContext* context, OutputMetadata*, OutputMetadata*)
        override {
        auto path = metadata.find(":path");
        std::string method =
            path == metadata.end() ? std::string() : std::string(path->second.data(), path->second.size());
        auto peer = spiffe_id(*context);
        auto role = role_from_uri(peer);
        if (role && rules_.allows(method, *role)) return grpc::Status::OK;
        denied_({peer.empty() ? "a certificate with no URI, or several," : peer, method});
        return {grpc::StatusCode::PERMISSION_DENIED, "this certificate's role may not call " + method};
    }

  private:
    const MethodRules rules_;
    const CallDenied denied_;
};

/// The chain has been verified when this is asked.
class ServerHasRole final : public tls::ExternalCertificateVerifier {
  public:
    explicit ServerHasRole(Role role) : uri_(uri_of(role)) {}

    bool Verify(
        tls::TlsCustomVerificationCheckRequest* request,
        std::function<void(grpc::Status)>,
        grpc::Status* result
    ) override {
        auto uris = request->uri_names();
        if (uris.size() == 1 && std::string_view(uris[0].data(), uris[0].size()) == uri_) {
            *result = grpc::Status::OK;
        } else {
            *result = {grpc::StatusCode::UNAUTHENTICATED, "the server's certificate is not that of " + uri_};
        }
        return true;
    }
    void Cancel(tls::TlsCustomVerificationCheckRequest*) override {}

  private:
    std::string uri_;
};

std::shared_ptr<tls::CertificateProviderInterface> watched_files(const PeerSettings& settings) {
    return std::make_shared<tls::FileWatcherCertificateProvider>(
        settings.private_key.string(), settings.certificate.string(), settings.authority.string(),
        kLookAgainEvery
    );
}

}  // namespace

std::shared_ptr<grpc::ServerCredentials> tls_server_credentials(
    const PeerSettings& settings, MethodRules rules, CallDenied denied
) {
    tls::TlsServerCredentialsOptions options(watched_files(settings));
    options.watch_root_certs();
    options.watch_identity_key_cert_pairs();
    options.set_cert_request_type(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
    options.set_check_call_host(false);
    auto credentials = tls::TlsServerCredentials(options);
    credentials->SetAuthMetadataProcessor(std::make_shared<RoleCheck>(std::move(rules), std::move(denied)));
    return credentials;
}

std::shared_ptr<grpc::ChannelCredentials> tls_channel_credentials(const PeerSettings& settings, Role server) {
    tls::TlsChannelCredentialsOptions options;
    options.set_certificate_provider(watched_files(settings));
    options.watch_root_certs();
    options.watch_identity_key_cert_pairs();
    options.set_verify_server_certs(true);
    options.set_check_call_host(false);
    options.set_certificate_verifier(tls::ExternalCertificateVerifier::Create<ServerHasRole>(server));
    return tls::TlsCredentials(options);
}

}  // namespace ctiengine::grpc_security

#include "license-svc/weblm/adapter_provider.hpp"

#include "common/grpc_calls/unary_call.hpp"
#include "common/grpc_security/unix_connection.hpp"
#include "ctiengine/weblm/v1/provider.grpc.pb.h"
#include "license-svc/weblm/provider_proto.hpp"

#include <fmt/core.h>

namespace ctiengine::license {
namespace {

namespace pb = weblm::v1;

struct Call {
    std::unique_ptr<pb::Provider::Stub> stub;
    pb::Request request;
    pb::Response response;
};

StartUnary start_of(weblm::Verb verb, const std::shared_ptr<Call>& call) {
    return [verb, raw = call.get()](grpc::ClientContext* context, std::function<void(grpc::Status)> done) {
        auto* const stub = raw->stub->async();
        switch (verb) {
            case weblm::Verb::Describe:
                return stub->Describe(context, &raw->request, &raw->response, std::move(done));
            case weblm::Verb::Acquire:
                return stub->Acquire(context, &raw->request, &raw->response, std::move(done));
            case weblm::Verb::Renew:
                return stub->Renew(context, &raw->request, &raw->response, std::move(done));
            case weblm::Verb::Release:
                return stub->Release(context, &raw->request, &raw->response, std::move(done));
        }
    };
}

}  // namespace

Result<std::unique_ptr<Provider>> AdapterProvider::open(AdapterProviderSettings settings) {
    using grpc_security::Role;
    if (!settings.address.starts_with(grpc_security::kUnixPrefix)) {
        return Error{
            Errc::InvalidSettings,
            fmt::format("the address of a licence adapter is unix:PATH; '{}' is not", settings.address)};
    }
    const auto path = settings.address.substr(grpc_security::kUnixPrefix.size());
    if (auto good = grpc_security::unix_address(path); !good) return good.error();
    grpc_security::PeerSettings peers;
    peers.users = settings.users;
    // Roles are of certificates; over a Unix socket the user of the listener counts.
    auto peer = grpc_security::PeerChannel::open(settings.address, Role::License, Role::License, peers);
    if (!peer) return peer.error();
    return std::unique_ptr<Provider>(new AdapterProvider(std::move(settings), std::move(*peer)));
}

/// A channel of a Unix socket ends with its connection, and requests are minutes apart: each has its own.
Task<Result<weblm::Response>> AdapterProvider::exchange(weblm::Request request) {
    auto channel = peer_->channel();
    if (!channel) co_return no_connection(channel.error());
    auto call = std::make_shared<Call>();
    call->stub = pb::Provider::NewStub(*channel);
    call->request = to_proto(request);
    auto context = std::make_shared<grpc::ClientContext>();
    context->set_deadline(std::chrono::system_clock::now() + settings_.budget);
    auto start = start_of(request.verb, call);
    const auto status = co_await unary_call(std::move(context), call, std::move(start));
    if (!status.ok()) co_return error_of(status);
    co_return from_proto(call->response);
}

Error AdapterProvider::no_connection(const Error& why) const {
    if (why.code == Errc::Refused) return why;
    return {why.code, fmt::format("no licence adapter listens there: {}; start it", why.detail)};
}

Error AdapterProvider::error_of(const grpc::Status& status) const {
    switch (status.error_code()) {
        case grpc::StatusCode::CANCELLED:
            return {Errc::Cancelled, "the call of the licence adapter was cancelled"};
        case grpc::StatusCode::DEADLINE_EXCEEDED:
            return {
                Errc::DeadlineExceeded,
                fmt::format("the licence adapter did not answer within {} ms", settings_.budget.count())};
        case grpc::StatusCode::UNAVAILABLE:
            return {
                Errc::NotConnected,
                fmt::format("the licence adapter is not available: {}; see its log", status.error_message())};
        case grpc::StatusCode::UNIMPLEMENTED:
            return {
                Errc::UnknownService,
                "what listens there is no licence adapter: it does not serve "
                "ctiengine.weblm.v1.Provider, or not all of it"};
        default:
            return {
                Errc::Io, fmt::format(
                              "the licence adapter failed: {} (status {} of gRPC); see its log",
                              status.error_message(), static_cast<int>(status.error_code())
                          )};
    }
}

}  // namespace ctiengine::license

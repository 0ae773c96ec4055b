#pragma once
#include "common/grpc_security/peer_channel.hpp"
#include "license-svc/weblm/provider.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace ctiengine::license {

struct AdapterProviderSettings {
    std::string address;               ///< unix:PATH of the adapter's socket
    std::vector<std::string> users{};  ///< PEERUSERS: who may listen there, beside root and our own user
    std::chrono::milliseconds budget{10000};  ///< for one request
};

/// A licence server behind an adapter: a process on this host that serves ctiengine.weblm.v1.Provider on a
/// Unix socket. The kernel tells which user listens; strangers are not asked.
class AdapterProvider final : public Provider {
  public:
    /// InvalidSettings for an address of another form. The adapter need not run yet.
    static Result<std::unique_ptr<Provider>> open(AdapterProviderSettings settings);

    Task<Result<weblm::Response>> exchange(weblm::Request request) override;
    std::string name() const override { return settings_.address; }

  private:
    AdapterProvider(AdapterProviderSettings settings, std::unique_ptr<grpc_security::PeerChannel> peer)
        : settings_(std::move(settings)), peer_(std::move(peer)) {}

    Error no_connection(const Error& why) const;
    Error error_of(const grpc::Status& status) const;

    AdapterProviderSettings settings_;
    std::unique_ptr<grpc_security::PeerChannel> peer_;
};

}  // namespace ctiengine::license

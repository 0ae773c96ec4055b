#pragma once
#include "common/blocking_pool/blocking_pool.hpp"
#include "license-svc/weblm/provider.hpp"

#include <chrono>
#include <filesystem>
#include <memory>

namespace ctiengine::license {

struct HttpsProviderSettings {
    std::string url;                    ///< WEBLMURL, one of it: https://HOST:52233/WebLM/LicenseServer
    std::filesystem::path authority{};  ///< WEBLMCA, PEM; empty = the host's authorities
    std::string pinned_key{};           ///< "sha256//" and Base64 of the key's SHA-256; empty = any key
    std::chrono::milliseconds connect_budget{5000};
    std::chrono::milliseconds budget{10000};  ///< for one request in all
};

/// A licence server that speaks urn:ctiengine:weblm:1 over HTTPS.
class HttpsProvider final : public Provider {
  public:
    /// `pool` outlives it and ends before the io_context of its callers. InvalidSettings for a URL or pin of
    /// the wrong form; the authority's file is only read when it is needed, so it may be put there later.
    static Result<std::unique_ptr<Provider>> open(HttpsProviderSettings settings, BlockingPool& pool);

    Task<Result<weblm::Response>> exchange(weblm::Request request) override;
    std::string name() const override { return settings_.url; }

  private:
    HttpsProvider(HttpsProviderSettings settings, BlockingPool& pool)
        : settings_(std::move(settings)), pool_(pool) {}

    HttpsProviderSettings settings_;
    BlockingPool& pool_;
};

}  // namespace ctiengine::license

#include "license-svc/app/weblm_wiring.hpp"

#include "license-svc/file_licence/mac_address.hpp"
#include "license-svc/weblm/adapter_provider.hpp"
#include "license-svc/weblm/https_provider.hpp"

#include <unistd.h>

namespace ctiengine::license {
namespace {

Result<WeblmClient::Providers> providers_of(const config::LicenseSettings& settings, BlockingPool& pool) {
    WeblmClient::Providers providers;
    if (settings.weblm.by_adapter) {
        auto provider = AdapterProvider::open({settings.weblm.adapter_address, settings.peers.users});
        if (!provider) return provider.error();
        providers.push_back(std::move(*provider));
        return providers;
    }
    for (const auto& url : settings.weblm.urls) {
        HttpsProviderSettings server;
        server.url = url;
        server.authority = settings.weblm.authority;
        server.pinned_key = settings.weblm.pin;
        auto provider = HttpsProvider::open(std::move(server), pool);
        if (!provider) return provider.error();
        providers.push_back(std::move(*provider));
    }
    return providers;
}

}  // namespace

Result<std::unique_ptr<WeblmClient>> make_weblm_client(
    const config::LicenseSettings& settings,
    const WeblmIdentity& identity,
    BlockingPool& pool,
    const Clock& clock,
    Sleeper& sleeper,
    LicenceServerEvents& events
) {
    auto providers = providers_of(settings, pool);
    if (!providers) return providers.error();
    if (providers->empty() || settings.demand() == 0) return std::unique_ptr<WeblmClient>();
    DemandSettings wanted;
    wanted.primary = settings.primary;
    wanted.users = settings.users;
    wanted.ha_users = settings.ha_users;
    wanted.users_keyword = settings.weblm.users_keyword;
    auto demand = make_demand(wanted);
    if (!demand) return demand.error();
    WeblmClientSettings client;
    client.client.id = identity.id;
    client.client.instance = "pid-" + std::to_string(::getpid());
    client.client.incarnation = identity.incarnation;
    client.client.product = "CTI_Engine";
    client.client.release = "4.5";
    if (!identity.mac.empty()) client.client.host_id = dashed_mac(identity.mac);
    client.demand = std::move(*demand);
    return std::make_unique<WeblmClient>(std::move(client), std::move(*providers), clock, sleeper, events);
}

}  // namespace ctiengine::license

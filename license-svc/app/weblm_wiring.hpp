#pragma once
#include "common/blocking_pool/blocking_pool.hpp"
#include "config/license_settings.hpp"
#include "license-svc/weblm/weblm_client.hpp"

namespace ctiengine::license {

/// Who this engine is to a licence server.
struct WeblmIdentity {
    std::string id;  ///< stays for the life of the installation
    std::uint64_t incarnation = 1;
    std::string mac;  ///< canonical; empty = none
};

/// The client that the settings ask for; null when they name no licence server or no users to take. Errors
/// are those of the settings. The references outlive it.
Result<std::unique_ptr<WeblmClient>> make_weblm_client(
    const config::LicenseSettings& settings,
    const WeblmIdentity& identity,
    BlockingPool& pool,
    const Clock& clock,
    Sleeper& sleeper,
    LicenceServerEvents& events
);

}  // namespace ctiengine::license

#pragma once
#include "common/weblm_messages/messages.hpp"
#include "simulator/weblm/licence/licence.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::weblm_sim {

struct InstalledLicence {
    Licence licence;
    std::int64_t installed_at = 0;  ///< seconds since 1970

    bool operator==(const InstalledLicence&) const = default;
};

/// A client that holds something, with times that outlive the process.
struct SavedHolding {
    weblm::ClientId client;
    std::string session;
    std::vector<weblm::FeatureDemand> demand;
    std::map<std::string, std::uint32_t> seats;
    std::int64_t lease_end = 0;  ///< seconds since 1970

    bool operator==(const SavedHolding&) const = default;
};

/// What a server remembers over a restart.
struct Snapshot {
    std::optional<InstalledLicence> installed;
    std::vector<SavedHolding> holdings;

    bool operator==(const Snapshot&) const = default;
};

}  // namespace ctiengine::weblm_sim

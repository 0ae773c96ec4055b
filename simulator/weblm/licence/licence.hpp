#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::weblm_sim {

/// One row of a licence.
struct LicensedFeature {
    std::string keyword;                 ///< "VALUE_AESO_OPEN_USERS"
    std::string name;                    ///< for people; may be empty
    std::optional<std::uint32_t> seats;  ///< none: an on/off feature
    std::string expires = "permanent";   ///< or an ISO date: the first day on which it is no longer valid
    std::uint32_t used_by_others = 0;    ///< seats that clients hold whom nobody sees

    bool operator==(const LicensedFeature&) const = default;
};

/// A licence for one product, as its file tells it.
struct Licence {
    std::string product;                ///< "CTI_Engine"
    std::string display;                ///< for people
    std::string release;                ///< "4.5"
    std::string sid;                    ///< system id
    std::string type;                   ///< "SLF"
    std::vector<std::string> host_ids;  ///< of the licence server's host: MAC addresses, "08-00-27-08-BC-E4"
    std::vector<LicensedFeature> features;

    bool operator==(const Licence&) const = default;
};

}  // namespace ctiengine::weblm_sim

#pragma once
#include "common/weblm_messages/messages.hpp"
#include "simulator/weblm/licence/licence.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ctiengine::weblm_sim {

/// Features that are denied whatever the licence says, with the code to deny them by: for tests.
using Denials = std::map<std::string, weblm::ResultCode>;

/// What a demand is judged by.
struct DemandContext {
    const Licence& licence;
    const Denials& denials;
    std::int64_t now;  ///< seconds since 1970
    /// Seats of a feature that everybody else holds, the unseen ones included.
    std::function<std::uint64_t(const LicensedFeature&)> used_by_others;
};

struct Decision {
    weblm::ResultCode code = weblm::ResultCode::Ok;
    std::string text;
    std::vector<weblm::Grant> grants;  ///< one per demand; all of them empty when the code denies

    [[nodiscard]] bool granted() const {
        return code == weblm::ResultCode::Ok || code == weblm::ResultCode::Partial;
    }
};

/// Judges a whole demand. Of several reasons to deny the gravest counts: BAD_REQUEST (seats of an on/off
/// feature, or none of another), not licensed, expired, no seat left. A feature that was asked for as
/// optional denies nothing.
Decision decide(const std::vector<weblm::FeatureDemand>& demand, const DemandContext& context);

/// Is the feature past its date?
bool is_expired(const LicensedFeature& feature, std::int64_t now);

}  // namespace ctiengine::weblm_sim

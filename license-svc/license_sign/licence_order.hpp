#pragma once
#include "common/result/result.hpp"
#include "license-svc/file_licence/licence_claims.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ctiengine::license {

/// What a customer gets, as it stands on the command line.
struct LicenceOrder {
    std::vector<std::string> macs;  ///< in any notation
    std::uint32_t users = 0;
    std::uint32_t ha_users = 0;
    bool call_center = false;
    std::string customer;
    std::string release;     ///< "4.x"; empty = for all
    std::string not_before;  ///< 2027-01-31, midnight UTC; empty = from now on
    std::string expires;     ///< the same; empty = never
};

/// The claims as JSON, with a new id; they are such as the engine takes. `now`: seconds since 1970.
/// InvalidValue says what of the order is wrong.
Result<std::string> claims_of(const LicenceOrder& order, std::int64_t now);

/// Claims that somebody wrote, unchanged. InvalidValue when the engine would not take them.
Result<std::string> checked_claims(std::string json);

}  // namespace ctiengine::license

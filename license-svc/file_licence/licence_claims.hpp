#pragma once
#include "common/result/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::license {

/// What licences of this engine are for.
inline constexpr std::string_view kProduct = "CTI_Engine";
inline constexpr std::string_view kRelease = "4.5";

inline constexpr std::uint32_t kMostLicensedUsers = 100000;

/// What a licence file says, once its signature is good.
struct LicenceClaims {
    std::string id;
    std::string customer;           ///< for people only
    std::vector<std::string> macs;  ///< canonical, 08:00:27:08:bc:e4; one of them has to be the host's
    std::uint32_t users = 0;        ///< of a primary server
    std::uint32_t ha_users = 0;     ///< of a stand-by
    bool call_center = false;
    std::int64_t issued = 0;  ///< seconds since 1970
    std::optional<std::int64_t> not_before;
    std::optional<std::int64_t> expires;  ///< none = perpetual
    bool operator==(const LicenceClaims&) const = default;
};

/// Reads the payload: integers only, no member twice, unknown members ignored. InvalidValue names the claim
/// that is wrong. `release`: of this engine, "4.5"; the major number has to agree.
Result<LicenceClaims> read_claims(
    std::string_view payload, std::string_view product, std::string_view release
);

}  // namespace ctiengine::license

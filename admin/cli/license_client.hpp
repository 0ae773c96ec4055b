#pragma once
#include "common/result/result.hpp"
#include "ctiengine/license/v1/license.pb.h"

#include <filesystem>
#include <string>

namespace ctiengine::admin {

/// Asks license-svc how it stands. `config`: the settings file, for LICENSEADDRESS and the PEER settings;
/// `address` in place of LICENSEADDRESS, empty = that of the settings. Errors say what to do; waits five
/// seconds at most.
Result<license::v1::LicenseStatus> license_status(
    const std::filesystem::path& config, const std::string& address
);

}  // namespace ctiengine::admin

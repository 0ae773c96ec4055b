#pragma once
#include "config/license_settings.hpp"
#include "ctiengine/license/v1/license.pb.h"
#include "license-svc/app/licensing.hpp"
#include "license-svc/weblm/weblm_status.hpp"

namespace ctiengine::license {

/// What the administration is told beyond seats and holders: file, licence server, and what to do. `weblm`:
/// null when no licence server is asked.
void fill_details(
    v1::LicenseStatus& status,
    const Licensing& licensing,
    const config::LicenseSettings& settings,
    const WeblmStatus* weblm
);

}  // namespace ctiengine::license

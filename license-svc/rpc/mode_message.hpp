#pragma once
#include "ctiengine/license/v1/license.pb.h"
#include "license-svc/modes/mode_machine.hpp"

namespace ctiengine::license {

/// The mode as gateways and the administration get it.
license::v1::LicenseMode mode_message(const ModeStatus& status);

}  // namespace ctiengine::license

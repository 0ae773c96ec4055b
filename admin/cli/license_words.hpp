#pragma once
#include "ctiengine/license/v1/license.pb.h"

#include <string>

/// What license-svc tells, for a person on a terminal. Every text ends with a line end.
namespace ctiengine::admin {

/// One line for each thing that counts: mode, users, grace, licence server, file.
std::string status_text(const license::v1::LicenseStatus& status);
/// Who holds what since when: gateways, then users.
std::string holders_text(const license::v1::LicenseStatus& status);
/// Why it is as it is, and what to do.
std::string explain_text(const license::v1::LicenseStatus& status);

/// Licensed, and a next log-in would be let in.
bool is_well(const license::v1::LicenseStatus& status);

}  // namespace ctiengine::admin

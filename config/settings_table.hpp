#pragma once
#include "config/setting_row.hpp"

#include <span>

namespace ctiengine::config {

/// Every tag of both files, in the order in which they are written.
std::span<const SettingRow> settings_table();

/// The row of `tag` (any case) in `file`, or nullptr.
const SettingRow* find_setting(SettingsFileKind file, std::string_view tag);

}  // namespace ctiengine::config

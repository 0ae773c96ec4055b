#pragma once
#include "common/result/result.hpp"
#include "config/setting_row.hpp"

#include <string>

namespace ctiengine::config {

/// The number in `text` by the rule of `row` (Integer, Bytes in bytes, YesNo 0/1, Choice by its place in the
/// list, Text by its length). An InvalidSettings error names tag, value and rule.
Result<std::int64_t> read_value(const SettingRow& row, std::string_view text);

/// The rule of a row in words, e.g. "a whole number from 1 to 1440 (min)".
std::string rule_of(const SettingRow& row);

}  // namespace ctiengine::config

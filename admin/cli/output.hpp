#pragma once
#include <string>
#include <string_view>
#include <vector>

/// What a person reads on a terminal.
namespace ctiengine::admin {

/// Text of others made fit for a terminal: control characters become visible.
std::string shown(std::string_view text);

/// Columns as wide as their content, two spaces between them; the first row is the heading.
std::string table_text(const std::vector<std::vector<std::string>>& rows);

}  // namespace ctiengine::admin

#pragma once
#include <map>
#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// Fields of a form or of a query ("a=1&b=x%20y"), the first of each name; at most 32 are read. A broken
/// %-code stays as it is.
std::map<std::string, std::string> read_form(std::string_view text);

/// The field; empty when there is none.
std::string field(const std::map<std::string, std::string>& form, const std::string& name);

}  // namespace ctiengine::weblm_sim

#pragma once
#include "common/result/result.hpp"

#include <map>
#include <string>
#include <string_view>

namespace ctiengine::weblm_sim {

/// The parts of a multipart/form-data body by their field names, the first of each name; at most 16. File
/// names are passed over. InvalidValue: it is none, or is cut off.
Result<std::map<std::string, std::string>> read_multipart(
    std::string_view content_type, std::string_view body
);

}  // namespace ctiengine::weblm_sim

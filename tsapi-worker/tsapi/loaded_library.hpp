#pragma once
#include "common/result/result.hpp"
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

#include <filesystem>

namespace ctiengine::tsapi {

/// Loads libcsta.so and libattpriv.so and finds the functions of TsapiFunctions in them; optional ones may be
/// absent and stay null. The error says what is missing, in which file, and what to do. Neither library is
/// ever unloaded: threads of theirs may still run.
Result<TsapiFunctions> load_library(
    const std::filesystem::path& csta, const std::filesystem::path& private_data
);

}  // namespace ctiengine::tsapi

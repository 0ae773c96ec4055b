#pragma once
#include "common/csta/responses.hpp"
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

#include <string>

namespace ctiengine::tsapi {

/// A return code of the library as a sentence: number, name, meaning and, where there is something, what to
/// do.
std::string return_code_words(RetCode_t code);

/// The same for a failure of the server (ACS_UNIVERSAL_FAILURE and its confirmation). Zero is a real failure.
std::string acs_failure_words(const TsapiFunctions& library, std::int32_t failure);

/// The same as the answer to one request: a permission or account problem becomes 8, a missing licence 31, a
/// lost switch link 34, everything else 0.
csta::Failure failure_from_acs(const TsapiFunctions& library, std::int32_t failure);

}  // namespace ctiengine::tsapi

#pragma once
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

#include <string>

namespace ctiengine::tsapi {

/// A return code of the library as a sentence: number, name, meaning and, where there is something, what to do.
std::string return_code_words(RetCode_t code);

/// The same for a failure of the server (ACS_UNIVERSAL_FAILURE and its confirmation). Zero is a real failure.
std::string acs_failure_words(const TsapiFunctions& library, ACSUniversalFailure_t failure);

}  // namespace ctiengine::tsapi

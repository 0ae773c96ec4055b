#pragma once
#include "common/csta/responses.hpp"
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

#include <optional>
#include <string>

namespace ctiengine::tsapi {

/// Why a request was not sent; empty = it was.
using Refusal = std::optional<csta::Failure>;

/// The library's return code as an outcome; a code of 0 or more is none.
Refusal refusal_of(RetCode_t code);

/// VALUE_OUT_OF_RANGE with a sentence about what is wrong.
csta::Failure out_of_range(std::string detail);

/// The loaded library is too old for the service.
csta::Failure missing_function(const char* name);

/// Calls a function of the table that may be absent.
template <class Function, class... Arguments>
Refusal call_if_there(
    const TsapiFunctions& library, Function TsapiFunctions::*member, Arguments... arguments
) {
    const auto function = library.*member;
    if (!function) return missing_function(name_of(member));
    return refusal_of(function(arguments...));
}

}  // namespace ctiengine::tsapi

#pragma once
#include "tests/unit/simulator/tsapi_standin/request_cases.hpp"

#include <functional>
#include <vector>

namespace ctiengine::tsapi_standin::test {

/// A call with senseless arguments on an open stream, and what the library must say.
struct BadCall {
    const char* name;
    std::function<RetCode_t(ACSHandle_t, Arguments&)> call;
    RetCode_t result = ACSERR_BADPARAMETER;
};

/// Functions that take pointers, without one of them; one row or more for each.
std::vector<BadCall> calls_without_arguments();

}  // namespace ctiengine::tsapi_standin::test

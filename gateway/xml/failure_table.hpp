#pragma once
#include "common/csta/enumerations.hpp"
#include "gateway/xml/error_writer.hpp"

namespace ctiengine::gateway {

/// Category and value for one failure of the switch.
struct FailureCode {
    ErrorCategory category;
    const char* value;
};

/// Every number has an answer: what CSTA III has no word for becomes Unspecified.
FailureCode failure_code(csta::UniversalFailure failure);

}  // namespace ctiengine::gateway

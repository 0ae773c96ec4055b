#pragma once
#include "common/csta/enumerations.hpp"
#include "gateway/xml/error_writer.hpp"

#include <optional>
#include <string_view>

namespace ctiengine::gateway {

/// Category and value for one failure of the switch.
struct FailureCode {
    ErrorCategory category;
    const char* value;
};

/// Every number has an answer: what CSTA III has no word for becomes Unspecified.
FailureCode failure_code(csta::UniversalFailure failure);

/// The number for a category's element and its value, as a client writes them in RouteEnd; empty = no such
/// pair.
std::optional<csta::UniversalFailure> failure_from(std::string_view category, std::string_view value);

/// The element of a category, e.g. "operation".
const char* category_name(ErrorCategory category);

}  // namespace ctiengine::gateway

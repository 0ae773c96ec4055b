#pragma once
#include "common/csta/responses.hpp"
#include "tsapi-worker/tsapi/abi/acs_types.h"

#include <string>
#include <string_view>

namespace ctiengine::tsapi {

/// What a function of the library answered at once, in words: "acsOpenStream: ACSERR_NOSERVER (-5): …", with
/// what an operator can do about it. Codes not known are told by number.
std::string return_code_text(std::string_view function, RetCode_t code);

/// The same as a refusal of one request: 34 when the stream is gone, 44 when the send queue is full, 3 when
/// the library does not like an argument, else 0.
csta::Failure failure_from_return_code(std::string_view function, RetCode_t code);

}  // namespace ctiengine::tsapi

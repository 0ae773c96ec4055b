#pragma once
#include "tsapi-worker/tsapi/library_call.hpp"

namespace ctiengine::tsapi {

/// Calls the csta function of `request`; which one stands in the *_calls.cpp files. Answers a Failure when
/// nothing was sent: a text too long for its C array, private data that the agreed version cannot carry, a
/// function that the library lacks, or the library's refusal.
Refusal call_request(const OpenHandle& stream, std::uint32_t invoke_id, const SwitchRequest& request);

}  // namespace ctiengine::tsapi

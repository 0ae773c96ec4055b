#pragma once
#include "tsapi-worker/tsapi/switch_stream.hpp"
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

namespace ctiengine::tsapi {

/// A stream as the C functions see it.
struct OpenHandle {
    const TsapiFunctions& library;
    ACSHandle_t handle = 0;
    int private_data_version = 0;
};

/// Calls the csta function of `request`. Answers a Failure when nothing was sent: a text too long for its C
/// array, private data that the agreed version cannot carry, or the library's refusal.
std::optional<csta::Failure> call_request(
    const OpenHandle& stream, std::uint32_t invoke_id, const SwitchRequest& request
);

}  // namespace ctiengine::tsapi

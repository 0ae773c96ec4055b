#pragma once
#include "simulator/wire/frame.hpp"
#include "tsapi-worker/tsapi/abi/csta.h"

#include <chrono>
#include <cstdint>
#include <optional>

/// What a stream has to know about the frames that pass through it.
namespace ctiengine::tsapi_standin {

bool is(const wire::Frame& frame, EventClass_t event_class, EventType_t type);

/// ACS_UNIVERSAL_FAILURE with TSERVER_STREAM_FAILED, as the library makes it when the connection is lost.
wire::Frame stream_failed_event();

/// ACS_UNIVERSAL_FAILURE_CONF, as a server would send it.
wire::Frame refusal(std::uint32_t invoke_id, ACSUniversalFailure_t error);

/// The server itself says that the stream is lost.
bool says_stream_failed(const wire::Frame& frame);

/// The program will be able to read it: it can be decoded and its size can be told in an unsigned short.
bool deliverable(const wire::Frame& frame);

/// The heartbeat interval that the server confirms; nullopt: the frame is something else.
std::optional<std::chrono::seconds> confirmed_heartbeat(const wire::Frame& frame);

}  // namespace ctiengine::tsapi_standin

#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

/// A routeing application offers itself to the switch, and takes itself back. One session per routeing
/// device.
namespace ctiengine::gateway {

/// RouteRegister: from its answer on, RouteRequests of the device come to this session.
Task<std::string> route_register(RequestContext& context, const IncomingMessage& message);

Task<std::string> route_register_cancel(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway

#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/error_writer.hpp"
#include "gateway/xml/incoming_message.hpp"

/// What a routeing application answers to a RouteRequest. The standard gives these messages no positive
/// answer: the switch goes on with RouteUsed, ReRoute or RouteEnd. A refusal is a CSTAErrorCode.
namespace ctiengine::gateway {

/// The refusal of a request that names no registration of its session.
CstaError unknown_registration(std::string_view request, const std::string& register_id);

/// RouteSelect: where the call shall go.
Task<std::string> route_select(RequestContext& context, const IncomingMessage& message);

/// RouteEnd: the application gives up; the switch routes the call by itself.
Task<std::string> route_end(RequestContext& context, const IncomingMessage& message);

/// RouteReject: the same with a reason that the switch has no word for.
Task<std::string> route_reject(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway

#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

/// How Avaya's clients find and take over what a session of theirs watches. Sessions live in one gateway and
/// as long as their connection; whatever ended has nothing to take over.
namespace ctiengine::gateway {

Task<std::string> get_session_id_list(RequestContext& context, const IncomingMessage& message);
Task<std::string> get_device_id_list(RequestContext& context, const IncomingMessage& message);
Task<std::string> get_monitor_list(RequestContext& context, const IncomingMessage& message);

/// The monitors of another live session of the same user become monitors of this one, under new cross
/// references, which the TransferMonitorObjectsEvent tells. All or none.
Task<std::string> transfer_monitor_objects(RequestContext& context, const IncomingMessage& message);

/// Confirms what every session has; refuses what none can have.
Task<std::string> set_session_characteristics(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway

#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

/// Avaya's device ID helpers. The four-field IDs are only a spelling: nothing is allocated at the switch.
namespace ctiengine::gateway {

Task<std::string> get_third_party_device_id(RequestContext& context, const IncomingMessage& message);
Task<std::string> get_device_id(RequestContext& context, const IncomingMessage& message);

/// The device is spelt bare from now on.
Task<std::string> release_device_id(RequestContext& context, const IncomingMessage& message);

}  // namespace ctiengine::gateway

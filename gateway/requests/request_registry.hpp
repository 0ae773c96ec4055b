#pragma once
#include "gateway/requests/request_context.hpp"
#include "gateway/xml/incoming_message.hpp"

#include <span>
#include <string_view>

namespace ctiengine::gateway {

/// Answers one request with a complete XML document; empty for the messages that the standard gives no answer
/// (RouteSelect and its kin). Context and message outlive the task.
using RequestHandler = Task<std::string> (*)(RequestContext& context, const IncomingMessage& message);

struct RequestEntry {
    std::string_view name;  ///< local name of the root element
    RequestHandler handler;
    bool before_session = false;  ///< allowed without an application session
};

/// Every CSTA service the gateway offers, by name.
std::span<const RequestEntry> request_registry();

/// The service of this name, or null.
const RequestEntry* find_request(std::string_view name);

}  // namespace ctiengine::gateway

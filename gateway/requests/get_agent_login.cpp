#include "gateway/requests/get_agent_login.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/device_query_reader.hpp"
#include "gateway/xml/device_response_writer.hpp"
#include "gateway/xml/response_writer.hpp"

namespace ctiengine::gateway {
namespace {

CstaError no_monitor(const csta::Device& split) {
    return {
        ErrorCategory::Operation, "invalidMonitorObject",
        "GetAgentLogin: the answer is an event; start a monitor of " + split + " first"};
}

std::vector<std::string> monitors_of(const RequestContext& context, const csta::Device& split) {
    std::vector<std::string> ids;
    for (const auto* monitor : context.softphone.monitors.active_on(csta::at_device(split))) {
        ids.push_back(monitor->cross_ref_id);
    }
    return ids;
}

}  // namespace

Task<std::string> get_agent_login(RequestContext& context, const IncomingMessage& message) {
    auto request = read_get_agent_login(message, context.softphone.dialect.forms);
    if (!request) co_return refuse(context, request.error());
    const auto split = request->device;
    if (monitors_of(context, split).empty()) co_return refuse(context, no_monitor(split));
    csta::Request to_switch = std::move(*request);
    auto response = co_await context.link.call(std::move(to_switch), context.call);
    if (const auto* failure = std::get_if<csta::Failure>(&response)) {
        co_return refuse(context, message, *failure);
    }
    const auto& answer = std::get<csta::AgentLoginAnswer>(response);
    for (const auto& id : monitors_of(context, split)) {
        context.notices.push_back(write_agent_login_extension_event(id, answer, context.softphone.dialect));
    }
    co_return write_avaya_done(message.name());
}

}  // namespace ctiengine::gateway

#include "gateway/license_link/call_center_gate.hpp"

namespace ctiengine::gateway {
namespace {

constexpr auto kWithoutCallCenter =
    "the licence of this engine has no call center, so agents can only be logged out; a licence with it "
    "takes effect "
    "without a restart";

bool is_of_call_center(const csta::Request& request) {
    if (const auto* set = std::get_if<csta::SetAgentState>(&request))
        return set->mode != csta::AgentMode::LogOut;
    return std::holds_alternative<csta::QueryAgentState>(request) ||
           std::holds_alternative<csta::QueryAgentLogin>(request) ||
           std::holds_alternative<csta::QueryAcdSplit>(request);
}

}  // namespace

Task<csta::Response> CallCenterGate::call(csta::Request request, CallContext context) {
    if (!licenses_.call_center() && is_of_call_center(request)) {
        co_return csta::Failure{
            csta::UniversalFailure::SubscribedResourceAvailability, kWithoutCallCenter, kWithoutCallCenter};
    }
    auto response = co_await below_.call(std::move(request), std::move(context));
    co_return response;
}

}  // namespace ctiengine::gateway

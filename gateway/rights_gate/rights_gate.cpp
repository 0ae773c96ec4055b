#include "gateway/rights_gate/rights_gate.hpp"

namespace ctiengine::gateway {

csta::Failure RightsGate::denied(const rights::Denial& denial) {
    denied_(denial.what);
    return {csta::UniversalFailure::PrivilegeViolationOnSpecifiedDevice, denial.what, denial.what};
}

Task<std::optional<csta::Failure>> RightsGate::refusal_of(csta::Request request, CallContext context) {
    if (const auto denial = rights::denial_of(rights_, request)) co_return denied(*denial);
    const auto call = rights::call_to_prove(rights_, request);
    if (!call) co_return std::nullopt;
    context.session_id.clear();  // this look is the gateway's own
    context.command_id.clear();
    csta::Request look = csta::SnapshotCall{csta::Connection{*call, {}}};
    const auto seen = co_await below_.call(std::move(look), std::move(context));
    const auto* parties = std::get_if<csta::CallSnapshot>(&seen);
    if (parties && rights::takes_part(rights_, *parties)) co_return std::nullopt;
    if (parties) co_return denied(rights::not_in_call(*call));
    co_return std::get<csta::Failure>(seen);  // there is no such call, or the switch cannot be asked
}

/// A command that was carried out may have taken the user out of the call, so a repetition could prove
/// nothing.
Task<csta::Response> RightsGate::first_answer(csta::Request request, CallContext context) {
    if (rights::denial_of(rights_, request) || !rights::call_to_prove(rights_, request)) {
        co_return csta::Failure{};
    }
    context.repeat_only = true;
    auto response = co_await below_.call(std::move(request), std::move(context));
    co_return response;
}

Task<csta::Response> RightsGate::call(csta::Request request, CallContext context) {
    if (!context.command_id.empty()) {
        auto first = co_await first_answer(request, context);
        if (!std::holds_alternative<csta::Failure>(first)) co_return first;
    }
    auto refusal = co_await refusal_of(request, context);
    if (refusal) co_return *refusal;
    const bool of_agent = std::holds_alternative<csta::SetAgentState>(request) ||
                          std::holds_alternative<csta::QueryAgentState>(request);
    std::optional<csta::Request> kept;
    if (of_agent) kept = request;
    auto response = co_await below_.call(std::move(request), std::move(context));
    if (kept) agent_answered_(*kept, response);
    co_return response;
}

/// Asked again when the monitor is there: a device that left the call before tells no monitor of it, and the
/// rights may have changed. What leaves from now on comes as an event (call_departure).
Task<csta::Response> RightsGate::watch(
    csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
) {
    csta::Request as_request = csta::MonitorStart{object};
    auto refusal = co_await refusal_of(as_request, context);
    if (refusal) co_return *refusal;
    auto response = co_await below_.watch(object, listener, context);
    if (std::holds_alternative<csta::Failure>(response)) co_return response;
    auto lost = co_await refusal_of(std::move(as_request), context);
    if (!lost) co_return response;
    co_await below_.unwatch(std::move(object), std::move(listener), std::move(context));
    co_return *lost;
}

}  // namespace ctiengine::gateway

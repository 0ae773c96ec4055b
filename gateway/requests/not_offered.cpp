#include "gateway/requests/not_offered.hpp"

#include "gateway/requests/answering.hpp"

#include <utility>

namespace ctiengine::gateway {
namespace {

using Reason = std::pair<std::string_view, std::string_view>;

constexpr Reason kReasons[] = {
    {"AssociateData", "the switch has no account or correlator data of a call; send userData with the call"},
    {"GroupPickupCall", "the switch has no group pickup for applications; use DirectedPickupCall"},
    {"ParkCall", "the switch has no call park for applications; dial its feature access code"},
    {"SendUserInformation",
     "the switch takes user information only with another request, e.g. MakeCall or ClearConnection"},
};

std::string_view reason_of(std::string_view service) {
    for (const auto& [name, reason] : kReasons) {
        if (name == service) return reason;
    }
    return "the switch has no such service";
}

}  // namespace

Task<std::string> not_offered(RequestContext& context, const IncomingMessage& message) {
    const std::string service(message.name());
    co_return refuse(
        context,
        CstaError{
            ErrorCategory::Operation, "serviceNotSupported", service + ": " + std::string(reason_of(service))}
    );
}

}  // namespace ctiengine::gateway

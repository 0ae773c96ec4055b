#include "gateway/xml/not_offered.hpp"

#include <utility>

namespace ctiengine::gateway {
namespace {

constexpr std::pair<std::string_view, const char*> kReasons[] = {
    {"AssociateData", "the switch has no account or correlator data of a call; send userData with the call"},
    {"GroupPickupCall", "the switch has no group pickup for applications; use DirectedPickupCall"},
    {"ParkCall", "the switch has no call park for applications; dial its feature access code"},
    {"SendUserInformation",
     "the switch takes user information only with another request, e.g. MakeCall or ClearConnection"},
};

}  // namespace

std::optional<CstaError> not_offered_error(std::string_view service) {
    for (const auto& [name, reason] : kReasons) {
        if (name != service) continue;
        return CstaError{
            ErrorCategory::Operation, "serviceNotSupported", std::string(service) + ": " + reason};
    }
    return std::nullopt;
}

}  // namespace ctiengine::gateway

#pragma once
#include "gateway/xml/error_writer.hpp"

#include <optional>
#include <string_view>

namespace ctiengine::gateway {

/// The refusal of a standard service that the switch has no counterpart for (AssociateData, GroupPickupCall,
/// ParkCall, SendUserInformation): operation/serviceNotSupported with the reason and what to do instead.
/// Empty for any other service.
std::optional<CstaError> not_offered_error(std::string_view service);

}  // namespace ctiengine::gateway

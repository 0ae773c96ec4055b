#pragma once
#include "common/csta/enumerations.hpp"

#include <array>
#include <utility>

namespace ctiengine::gateway {

/// The value of element systemStatus; a number that has no word counts as disabled.
const char* status_name(csta::SystemStatus status);

/// The items of a status filter in schema order. The schema says messageLost here and messagesLost in the
/// status itself.
inline constexpr std::array<std::pair<csta::SystemStatus, const char*>, 8> kStatusFilterItems = {{
    {csta::SystemStatus::Initializing, "initializing"},
    {csta::SystemStatus::Enabled, "enabled"},
    {csta::SystemStatus::Normal, "normal"},
    {csta::SystemStatus::MessagesLost, "messageLost"},
    {csta::SystemStatus::Disabled, "disabled"},
    {csta::SystemStatus::OverloadImminent, "overloadImminent"},
    {csta::SystemStatus::OverloadReached, "overloadReached"},
    {csta::SystemStatus::OverloadRelieved, "overloadRelieved"},
}};

}  // namespace ctiengine::gateway

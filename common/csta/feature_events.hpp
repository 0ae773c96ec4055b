#pragma once
#include "common/csta/device_answers.hpp"
#include "common/csta/identifiers.hpp"

#include <variant>

/// Events of device features and maintenance.
namespace ctiengine::csta {

struct ForwardingChanged {
    PartyDevice device;
    ForwardingEntry forwarding;
    bool operator==(const ForwardingChanged&) const = default;
};
struct DoNotDisturbChanged {
    PartyDevice device;
    bool on = false;
    bool operator==(const DoNotDisturbChanged&) const = default;
};
struct MessageWaitingChanged {
    PartyDevice device_for_message;
    PartyDevice invoking;
    bool on = false;
    bool operator==(const MessageWaitingChanged&) const = default;
};
/// BackInService and OutOfService.
struct InServiceChanged {
    Device device;
    bool in_service = true;
    EventCause cause = EventCause::None;
    bool operator==(const InServiceChanged&) const = default;
};

using FeatureEvent =
    std::variant<ForwardingChanged, DoNotDisturbChanged, MessageWaitingChanged, InServiceChanged>;

}  // namespace ctiengine::csta

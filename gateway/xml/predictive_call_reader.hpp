#pragma once
#include "common/csta/requests.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

namespace ctiengine::gateway {

/// MakePredictiveCall. What the switch cannot do is an InvalidValue: a default action other than
/// remainConnected, and detection of anything but answering machines. alertTime (seconds, 1 to 90) becomes
/// rings of six seconds, 2 to 15. Other errors as in call_control_reader.hpp.
Result<csta::MakePredictiveCall> read_make_predictive_call(
    const IncomingMessage& message, DeviceForms& forms
);

}  // namespace ctiengine::gateway

#pragma once
#include "common/csta/requests.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

/// Features of a device: forwarding, do not disturb, message waiting. Errors as in call_control_reader.hpp.
namespace ctiengine::gateway {

/// forwardDN is mandatory when forwarding is switched on. forwardingType is forwardImmediate when absent; the
/// types that TSAPI does not have are InvalidValues.
Result<csta::SetForwarding> read_set_forwarding(const IncomingMessage& message, DeviceForms& forms);
Result<csta::QueryForwarding> read_get_forwarding(const IncomingMessage& message, DeviceForms& forms);

/// The switch keeps back all calls or none: a restriction to some callers is an InvalidValue.
Result<csta::SetDoNotDisturb> read_set_do_not_disturb(const IncomingMessage& message, DeviceForms& forms);
Result<csta::QueryDoNotDisturb> read_get_do_not_disturb(const IncomingMessage& message, DeviceForms& forms);

Result<csta::SetMessageWaiting> read_set_message_waiting(const IncomingMessage& message, DeviceForms& forms);
Result<csta::QueryMessageWaiting> read_get_message_waiting(
    const IncomingMessage& message, DeviceForms& forms
);

}  // namespace ctiengine::gateway

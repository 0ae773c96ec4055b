#pragma once
#include "common/csta/requests.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

/// Requests that bring a call or a party elsewhere, and those that act on what a party hears. Errors and
/// connections as in call_control_reader.hpp.
namespace ctiengine::gateway {

/// participationType `none` has no counterpart in the switch and is an InvalidValue.
Result<csta::SingleStepConferenceCall> read_single_step_conference_call(
    const IncomingMessage& message, DeviceForms& forms
);
Result<csta::SingleStepTransferCall> read_single_step_transfer_call(
    const IncomingMessage& message, DeviceForms& forms
);

/// newDestination is a device (editions 2 to 5) or a list of them (edition 6); a list of several is an
/// InvalidValue, because the switch takes one.
Result<csta::DeflectCall> read_deflect_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::PickupCall> read_directed_pickup_call(const IncomingMessage& message, DeviceForms& forms);

/// 1 to 32 tones of 0-9 * # A-D; durations in milliseconds, up to 1000. digitMode rotaryPulse is an
/// InvalidValue.
Result<csta::GenerateDigits> read_generate_digits(const IncomingMessage& message, DeviceForms& forms);

/// SelectiveListeningHold (`hold`) and SelectiveListeningRetrieve of Avaya's clients. Without selectedParty
/// all parties are meant; allParties false demands one.
Result<csta::SelectiveListening> read_selective_listening(
    const IncomingMessage& message, DeviceForms& forms, bool hold
);

}  // namespace ctiengine::gateway

#pragma once
#include "common/csta/requests.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

/// Call control requests (ECMA-323 edition 3). Every reader takes the message whose root has its
/// name and learns the client's device spellings. Errors: MissingElement and InvalidValue, whose detail names
/// message, element and rule, e.g. "MakeCall: element calledDirectoryNumber is missing".
///
/// Connections need callID (a decimal number) and, except for ClearCall, SnapshotCall and
/// GetCallLinkageData, deviceID.
/// User data travels in hexBinary; text of printable ASCII becomes IA5, anything else user-specific octets.
namespace ctiengine::gateway {

Result<csta::MakeCall> read_make_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::AnswerCall> read_answer_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::ClearConnection> read_clear_connection(const IncomingMessage& message, DeviceForms& forms);
Result<csta::ClearCall> read_clear_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::HoldCall> read_hold_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::RetrieveCall> read_retrieve_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::AlternateCall> read_alternate_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::ReconnectCall> read_reconnect_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::ConsultationCall> read_consultation_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::TransferCall> read_transfer_call(const IncomingMessage& message, DeviceForms& forms);
Result<csta::ConferenceCall> read_conference_call(const IncomingMessage& message, DeviceForms& forms);

/// GetCallLinkageData of Avaya's clients.
Result<csta::QueryUcid> read_get_call_linkage_data(const IncomingMessage& message, DeviceForms& forms);

}  // namespace ctiengine::gateway

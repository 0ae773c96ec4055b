#pragma once
#include "gateway/messages/recovery_messages.hpp"
#include "gateway/xml/incoming_message.hpp"

/// Session recovery of Avaya's clients. Errors as in call_control_reader.hpp.
namespace ctiengine::gateway {

/// GetDeviceIdList, GetMonitorList: sessionID is optional.
Result<SessionQuestion> read_session_question(const IncomingMessage& message);

Result<TransferMonitorObjects> read_transfer_monitor_objects(const IncomingMessage& message);

/// What SetSessionCharacteristics may ask for is what every session has: device IDs in DMCC's form and no
/// filter. InvalidValue for TelURI and DesktopCallControl.
Result<void> read_set_session_characteristics(const IncomingMessage& message);

}  // namespace ctiengine::gateway

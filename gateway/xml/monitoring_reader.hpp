#pragma once
#include "common/csta/requests.hpp"
#include "gateway/messages/monitor_messages.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

/// Monitors and snapshots. Errors as in call_control_reader.hpp.
namespace ctiengine::gateway {

/// monitorObject is a device or a call; monitorType defaults to the kind of the object. No filter = every
/// event.
Result<MonitorStart> read_monitor_start(const IncomingMessage& message, DeviceForms& forms);
Result<MonitorStop> read_monitor_stop(const IncomingMessage& message);
/// An empty list wishes for every event, or with DMCC's inverted reading for none.
Result<ChangeMonitorFilter> read_change_monitor_filter(const IncomingMessage& message);
Result<csta::SnapshotDevice> read_snapshot_device(const IncomingMessage& message, DeviceForms& forms);
Result<csta::SnapshotCall> read_snapshot_call(const IncomingMessage& message, DeviceForms& forms);

}  // namespace ctiengine::gateway

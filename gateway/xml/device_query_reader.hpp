#pragma once
#include "common/csta/requests.hpp"
#include "gateway/messages/device_list_messages.hpp"
#include "gateway/xml/device_forms.hpp"
#include "gateway/xml/incoming_message.hpp"

/// What the switch knows of its devices. Errors as in call_control_reader.hpp. GetSwitchingFunctionCaps has
/// nothing to read.
namespace ctiengine::gateway {

Result<csta::QueryDeviceInfo> read_get_logical_device_information(
    const IncomingMessage& message, DeviceForms& forms
);
/// requestedDeviceCategory is an InvalidValue: the switch gives numbers without their kind.
Result<DeviceListRequest> read_get_switching_function_devices(
    const IncomingMessage& message, DeviceForms& forms
);

/// Requests of Avaya's clients.
Result<csta::QueryDeviceName> read_get_physical_device_name(
    const IncomingMessage& message, DeviceForms& forms
);
Result<csta::QueryAcdSplit> read_get_acd_split(const IncomingMessage& message, DeviceForms& forms);
Result<csta::QueryAgentLogin> read_get_agent_login(const IncomingMessage& message, DeviceForms& forms);
/// The switch the client names; the answer repeats it.
Result<std::string> read_get_time_of_day(const IncomingMessage& message);

/// Avaya's wish in SnapshotDevice to be told whether the station is busy.
Result<bool> read_station_status_wish(const IncomingMessage& message);
/// Avaya's wish in RequestSystemStatus: the name of the switch whose link shall be told; empty = none.
std::string read_link_status_wish(const IncomingMessage& message);

}  // namespace ctiengine::gateway

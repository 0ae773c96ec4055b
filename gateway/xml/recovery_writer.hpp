#pragma once
#include "gateway/messages/recovery_messages.hpp"
#include "gateway/xml/dialect.hpp"

#include <string>
#include <vector>

/// Events of session recovery. The answers of Avaya's servers are empty (write_avaya_done); what was asked
/// for follows in events, the last of which says isFinalResponse. No event is longer than a frame of annex J.
namespace ctiengine::gateway {

/// GetSessionIdListResponse, the only one that is not empty.
std::string write_session_id_list(const std::vector<std::string>& session_ids);

/// GetDeviceIdListEvent: at least one.
std::vector<std::string> write_device_id_list_events(
    const std::vector<MonitoredDevice>& devices, const Dialect& dialect
);

/// GetMonitorListEvent or TransferMonitorObjectsEvent: at least one.
std::vector<std::string> write_monitor_list_events(
    const char* event_name, const std::vector<MonitoredDevice>& devices, const Dialect& dialect
);

}  // namespace ctiengine::gateway

#include "gateway/requests/request_registry.hpp"

#include "gateway/requests/alternate_call.hpp"
#include "gateway/requests/answer_call.hpp"
#include "gateway/requests/change_monitor_filter.hpp"
#include "gateway/requests/clear_call.hpp"
#include "gateway/requests/clear_connection.hpp"
#include "gateway/requests/conference_call.hpp"
#include "gateway/requests/consultation_call.hpp"
#include "gateway/requests/deflect_call.hpp"
#include "gateway/requests/device_ids.hpp"
#include "gateway/requests/directed_pickup_call.hpp"
#include "gateway/requests/do_not_disturb.hpp"
#include "gateway/requests/forwarding.hpp"
#include "gateway/requests/generate_digits.hpp"
#include "gateway/requests/get_acd_split.hpp"
#include "gateway/requests/get_agent_login.hpp"
#include "gateway/requests/get_agent_state.hpp"
#include "gateway/requests/get_call_linkage_data.hpp"
#include "gateway/requests/get_logical_device_information.hpp"
#include "gateway/requests/get_physical_device_name.hpp"
#include "gateway/requests/get_switching_function_caps.hpp"
#include "gateway/requests/get_switching_function_devices.hpp"
#include "gateway/requests/get_time_of_day.hpp"
#include "gateway/requests/hold_call.hpp"
#include "gateway/requests/make_call.hpp"
#include "gateway/requests/make_predictive_call.hpp"
#include "gateway/requests/message_waiting.hpp"
#include "gateway/requests/monitor_start.hpp"
#include "gateway/requests/monitor_stop.hpp"
#include "gateway/requests/not_offered.hpp"
#include "gateway/requests/reconnect_call.hpp"
#include "gateway/requests/request_system_status.hpp"
#include "gateway/requests/retrieve_call.hpp"
#include "gateway/requests/route_dialogue.hpp"
#include "gateway/requests/route_registration.hpp"
#include "gateway/requests/selective_listening.hpp"
#include "gateway/requests/session_recovery.hpp"
#include "gateway/requests/set_agent_state.hpp"
#include "gateway/requests/single_step_conference_call.hpp"
#include "gateway/requests/single_step_transfer_call.hpp"
#include "gateway/requests/snapshot_call.hpp"
#include "gateway/requests/snapshot_device.hpp"
#include "gateway/requests/system_registration.hpp"
#include "gateway/requests/transfer_call.hpp"

#include <algorithm>
#include <array>

namespace ctiengine::gateway {
namespace {

constexpr std::array kRequests = {
    RequestEntry{"AlternateCall", alternate_call},
    RequestEntry{"AnswerCall", answer_call},
    RequestEntry{"AssociateData", not_offered},
    RequestEntry{"ChangeMonitorFilter", change_monitor_filter},
    RequestEntry{"ClearCall", clear_call},
    RequestEntry{"ClearConnection", clear_connection},
    RequestEntry{"ConferenceCall", conference_call},
    RequestEntry{"ConsultationCall", consultation_call},
    RequestEntry{"DeflectCall", deflect_call},
    RequestEntry{"DirectedPickupCall", directed_pickup_call},
    RequestEntry{"GenerateDigits", generate_digits},
    RequestEntry{"GetAcdSplit", get_acd_split},
    RequestEntry{"GetAgentLogin", get_agent_login},
    RequestEntry{"GetAgentState", get_agent_state},
    RequestEntry{"GetCallLinkageData", get_call_linkage_data},
    RequestEntry{"GetDeviceId", get_device_id},
    RequestEntry{"GetDeviceIdList", get_device_id_list},
    RequestEntry{"GetDoNotDisturb", get_do_not_disturb},
    RequestEntry{"GetForwarding", get_forwarding},
    RequestEntry{"GetLogicalDeviceInformation", get_logical_device_information},
    RequestEntry{"GetMessageWaitingIndicator", get_message_waiting},
    RequestEntry{"GetMonitorList", get_monitor_list},
    RequestEntry{"GetPhysicalDeviceName", get_physical_device_name},
    RequestEntry{"GetSessionIdList", get_session_id_list},
    RequestEntry{"GetSwitchingFunctionCaps", get_switching_function_caps},
    RequestEntry{"GetSwitchingFunctionDevices", get_switching_function_devices},
    RequestEntry{"GetThirdPartyDeviceId", get_third_party_device_id},
    RequestEntry{"GetTimeOfDay", get_time_of_day},
    RequestEntry{"GroupPickupCall", not_offered},
    RequestEntry{"HoldCall", hold_call},
    RequestEntry{"MakeCall", make_call},
    RequestEntry{"MakePredictiveCall", make_predictive_call},
    RequestEntry{"MonitorStart", monitor_start},
    RequestEntry{"MonitorStop", monitor_stop},
    RequestEntry{"ParkCall", not_offered},
    RequestEntry{"ReconnectCall", reconnect_call},
    RequestEntry{"ReleaseDeviceId", release_device_id},
    RequestEntry{"RequestSystemStatus", request_system_status, true},
    RequestEntry{"RetrieveCall", retrieve_call},
    RequestEntry{"RouteEnd", route_end},
    RequestEntry{"RouteRegister", route_register},
    RequestEntry{"RouteRegisterCancel", route_register_cancel},
    RequestEntry{"RouteReject", route_reject},
    RequestEntry{"RouteSelect", route_select},
    RequestEntry{"SelectiveListeningHold", selective_listening_hold},
    RequestEntry{"SelectiveListeningRetrieve", selective_listening_retrieve},
    RequestEntry{"SendUserInformation", not_offered},
    RequestEntry{"SetAgentState", set_agent_state},
    RequestEntry{"SetDoNotDisturb", set_do_not_disturb},
    RequestEntry{"SetForwarding", set_forwarding},
    RequestEntry{"SetMessageWaitingIndicator", set_message_waiting},
    RequestEntry{"SetSessionCharacteristics", set_session_characteristics},
    RequestEntry{"SingleStepConferenceCall", single_step_conference_call},
    RequestEntry{"SingleStepTransferCall", single_step_transfer_call},
    RequestEntry{"SnapshotCall", snapshot_call},
    RequestEntry{"SnapshotDevice", snapshot_device},
    RequestEntry{"SystemRegister", system_register},
    RequestEntry{"SystemRegisterCancel", system_register_cancel},
    RequestEntry{"TransferCall", transfer_call},
    RequestEntry{"TransferMonitorObjects", transfer_monitor_objects},
};

constexpr bool by_name(const RequestEntry& a, const RequestEntry& b) {
    return a.name < b.name;
}
static_assert(std::is_sorted(kRequests.begin(), kRequests.end(), by_name), "looked up by binary search");

}  // namespace

std::span<const RequestEntry> request_registry() {
    return kRequests;
}

const RequestEntry* find_request(std::string_view name) {
    auto found = std::lower_bound(kRequests.begin(), kRequests.end(), RequestEntry{name, nullptr}, by_name);
    return found != kRequests.end() && found->name == name ? found : nullptr;
}

}  // namespace ctiengine::gateway

#include "simulator/switch/tsapi/request.hpp"

#include <array>

namespace ctiengine::simulator {
namespace {

constexpr bool kAlways = true;
constexpr bool kNeedsLink = false;

constexpr std::array kServices{
    Service{CSTA_MAKE_CALL, make_call, kNeedsLink},
    Service{CSTA_ANSWER_CALL, answer_call, kNeedsLink},
    Service{CSTA_CLEAR_CONNECTION, clear_connection, kNeedsLink},
    Service{CSTA_CLEAR_CALL, clear_call, kNeedsLink},
    Service{CSTA_HOLD_CALL, hold_call, kNeedsLink},
    Service{CSTA_RETRIEVE_CALL, retrieve_call, kNeedsLink},
    Service{CSTA_ALTERNATE_CALL, alternate_call, kNeedsLink},
    Service{CSTA_RECONNECT_CALL, reconnect_call, kNeedsLink},
    Service{CSTA_CONSULTATION_CALL, consultation_call, kNeedsLink},
    Service{CSTA_TRANSFER_CALL, transfer_call, kNeedsLink},
    Service{CSTA_CONFERENCE_CALL, conference_call, kNeedsLink},
    Service{CSTA_DEFLECT_CALL, deflect_call, kNeedsLink},
    Service{CSTA_PICKUP_CALL, pickup_call, kNeedsLink},
    Service{CSTA_MAKE_PREDICTIVE_CALL, make_predictive_call, kNeedsLink},
    Service{CSTA_SET_FWD, set_forwarding, kNeedsLink},
    Service{CSTA_QUERY_FWD, query_forwarding, kNeedsLink},
    Service{CSTA_SET_DND, set_do_not_disturb, kNeedsLink},
    Service{CSTA_QUERY_DND, query_do_not_disturb, kNeedsLink},
    Service{CSTA_SET_MWI, set_message_waiting, kNeedsLink},
    Service{CSTA_QUERY_MWI, query_message_waiting, kNeedsLink},
    Service{CSTA_QUERY_LAST_NUMBER, query_last_number, kNeedsLink},
    Service{CSTA_SET_AGENT_STATE, set_agent_state, kNeedsLink},
    Service{CSTA_QUERY_AGENT_STATE, query_agent_state, kNeedsLink},
    Service{CSTA_QUERY_DEVICE_INFO, query_device_info, kNeedsLink},
    Service{CSTA_MONITOR_DEVICE, monitor_device, kNeedsLink},
    Service{CSTA_MONITOR_CALL, monitor_call, kNeedsLink},
    Service{CSTA_MONITOR_CALLS_VIA_DEVICE, monitor_calls_via_device, kNeedsLink},
    Service{CSTA_CHANGE_MONITOR_FILTER, change_monitor_filter, kAlways},
    Service{CSTA_MONITOR_STOP, monitor_stop, kAlways},
    Service{CSTA_SNAPSHOT_DEVICE, snapshot_device, kNeedsLink},
    Service{CSTA_SNAPSHOT_CALL, snapshot_call, kNeedsLink},
    Service{CSTA_ROUTE_REGISTER_REQ, route_register, kNeedsLink},
    Service{CSTA_ROUTE_REGISTER_CANCEL, route_register_cancel, kAlways},
    Service{CSTA_ROUTE_SELECT_REQUEST, route_select, kNeedsLink},
    Service{CSTA_ROUTE_SELECT_INV_REQUEST, route_select_inv, kNeedsLink},
    Service{CSTA_ROUTE_END_REQUEST, route_end, kNeedsLink},
    Service{CSTA_ROUTE_END_INV_REQUEST, route_end_inv, kNeedsLink},
    Service{CSTA_REQ_SYS_STAT, request_system_status, kAlways},
    Service{CSTA_SYS_STAT_START, start_system_status, kAlways},
    Service{CSTA_CHANGE_SYS_STAT_FILTER, change_system_status_filter, kAlways},
    Service{CSTA_SYS_STAT_STOP, stop_system_status, kAlways},
    Service{CSTA_GETAPI_CAPS, get_api_caps, kAlways},
    Service{CSTA_GET_DEVICE_LIST, get_device_list, kAlways},
    Service{CSTA_QUERY_CALL_MONITOR, query_call_monitor, kAlways},
    Service{CSTA_ESCAPE_SVC, escape_service, kNeedsLink}};

}  // namespace

const Service* find_service(std::uint16_t type) {
    for (const auto& service : kServices) {
        if (service.type == type) return &service;
    }
    return nullptr;
}

}  // namespace ctiengine::simulator

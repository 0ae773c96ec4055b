#pragma once

#include "simulator/switch/model/switch.hpp"
#include "simulator/switch/tsapi/conversions.hpp"
#include "simulator/switch/tsapi/private_data.hpp"
#include "simulator/switch/tsapi/route_table.hpp"
#include "simulator/switch/tsapi/switch_link.hpp"

namespace ctiengine::simulator {

/// What requests work on.
struct RequestSurroundings {
    Switch& telephone_switch;
    MonitorTable& monitors;
    SwitchLink& link;
    RouteTable& routes;
};

/// One CSTA request of a stream.
struct Request {
    RequestSurroundings& at;
    EventSink& stream;
    const wire::OwnedPdu& pdu;
    const wire::OwnedPdu& att;  ///< its Avaya private data, decoded; empty when there is none

    /// The request's struct; the table of requests makes sure that it is the right one.
    template <class Abi>
    [[nodiscard]] const Abi& as() const {
        return *pdu.as<Abi>();
    }
    [[nodiscard]] int version() const { return stream.private_data_version(); }
    [[nodiscard]] Refusal refuse(Denial denial, std::string why) const {
        return at.telephone_switch.core().refuse(denial, std::move(why));
    }
};

/// The confirmation, its reference still open, or why there is none.
using Reply = Outcome<wire::Frame>;

template <class Abi>
[[nodiscard]] wire::Frame confirmation(std::uint16_t type, const Abi& abi) {
    return wire::make_frame(CSTACONFIRMATION, type, 0, abi).value();
}

/// A confirmation without content, when `outcome` is not a refusal.
template <class Abi, class Value>
[[nodiscard]] Reply confirm(const Outcome<Value>& outcome, std::uint16_t type) {
    if (!outcome) return outcome.error();
    return confirmation(type, Abi{});
}

/// For requests that are answered by failures only.
[[nodiscard]] inline Reply no_answer() {
    return wire::Frame{};
}
[[nodiscard]] inline bool is_no_answer(const Reply& reply) {
    return reply && reply->type == 0;
}

using RequestHandler = Reply (*)(Request&);

/// A row of the table of services.
struct Service {
    std::uint16_t type;
    RequestHandler handler;
    bool works_without_link;  ///< answered by the AES alone
};

/// The service of a request number; nullptr: not offered.
[[nodiscard]] const Service* find_service(std::uint16_t type);

// The handlers, by file.
Reply make_call(Request& request);
Reply answer_call(Request& request);
Reply clear_connection(Request& request);
Reply clear_call(Request& request);
Reply hold_call(Request& request);
Reply retrieve_call(Request& request);
Reply alternate_call(Request& request);
Reply reconnect_call(Request& request);
Reply consultation_call(Request& request);
Reply transfer_call(Request& request);
Reply conference_call(Request& request);

Reply deflect_call(Request& request);
Reply pickup_call(Request& request);

Reply make_predictive_call(Request& request);

Reply set_forwarding(Request& request);
Reply query_forwarding(Request& request);
Reply set_do_not_disturb(Request& request);
Reply query_do_not_disturb(Request& request);
Reply set_message_waiting(Request& request);
Reply query_message_waiting(Request& request);
Reply query_last_number(Request& request);

Reply set_agent_state(Request& request);
Reply query_agent_state(Request& request);
Reply query_device_info(Request& request);

Reply monitor_device(Request& request);
Reply monitor_call(Request& request);
Reply monitor_calls_via_device(Request& request);
Reply change_monitor_filter(Request& request);
Reply monitor_stop(Request& request);
Reply snapshot_device(Request& request);
Reply snapshot_call(Request& request);

Reply start_monitor(
    Request& request, const std::string& device, const CSTAMonitorFilter_t& filter, MonitorKind kind
);
Outcome<void> check_split(const Request& request, const std::string& agent_id);

Reply route_register(Request& request);
Reply route_register_cancel(Request& request);
Reply route_select(Request& request);
Reply route_select_inv(Request& request);
Reply route_end(Request& request);
Reply route_end_inv(Request& request);

Reply request_system_status(Request& request);
Reply start_system_status(Request& request);
Reply change_system_status_filter(Request& request);
Reply stop_system_status(Request& request);
Reply get_api_caps(Request& request);
Reply get_device_list(Request& request);
Reply query_call_monitor(Request& request);

Reply escape_service(Request& request);

// Services inside escape_service; the private data is the right one.
Reply escape_confirmation();
Reply query_acd_split(Request& request);
Reply query_agent_login(Request& request);
Reply query_call_classifier(Request& request);
Reply single_step_conference(Request& request);
Reply single_step_transfer(Request& request);
Reply selective_listening_hold(Request& request);
Reply selective_listening_retrieve(Request& request);
Reply send_dtmf_tone(Request& request);

}  // namespace ctiengine::simulator

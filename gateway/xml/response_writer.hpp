#pragma once
#include "common/csta/requests.hpp"
#include "common/csta/responses.hpp"
#include "gateway/messages/monitor_messages.hpp"
#include "gateway/messages/system_messages.hpp"
#include "gateway/xml/dialect.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Positive answers. Every writer returns a complete XML document in schema order, in the namespace of the
/// dialect's edition, with devices as the client spells them.
namespace ctiengine::gateway {

/// For answers without content, e.g. of AnswerCall, HoldCall, DeflectCall, SetForwarding. `request` is the
/// request's root name.
std::string write_done(std::string_view request, const Dialect& dialect);

/// The same for Avaya's requests, whose answers are in Avaya's namespace.
std::string write_avaya_done(std::string_view request);

std::string write_make_call_response(const csta::NewCall& answer, const Dialect& dialect);
std::string write_consultation_call_response(const csta::NewCall& answer, const Dialect& dialect);
std::string write_transfer_call_response(const csta::MergedCall& answer, const Dialect& dialect);
std::string write_conference_call_response(const csta::MergedCall& answer, const Dialect& dialect);

std::string write_single_step_transfer_call_response(const csta::MergedCall& answer, const Dialect& dialect);
/// The connections of the conference stand in Avaya's private data; edition 3 has no place for them.
std::string write_single_step_conference_call_response(
    const csta::MergedCall& answer, const Dialect& dialect
);
std::string write_directed_pickup_call_response(const csta::NewCall& answer, const Dialect& dialect);
std::string write_make_predictive_call_response(const csta::NewCall& answer, const Dialect& dialect);

std::string write_monitor_start_response(const MonitorStarted& answer, const Dialect& dialect);
std::string write_change_monitor_filter_response(const MonitorFilter& filter, const Dialect& dialect);
/// `status` in Avaya's private data, for clients that asked for it.
std::string write_snapshot_device_response(
    const csta::DeviceSnapshot& answer,
    const Dialect& dialect,
    const std::optional<csta::StationStatusAnswer>& status = {}
);
std::string write_snapshot_call_response(const csta::CallSnapshot& answer, const Dialect& dialect);

/// `asked` is what the request wanted: a pending change is named by it.
std::string write_set_agent_state_response(
    const csta::AgentStateSet& answer, csta::AgentMode asked, const Dialect& dialect
);
std::string write_get_agent_state_response(const csta::AgentStateAnswer& answer, const Dialect& dialect);

/// `link_of` names the switch whose link an Avaya client wants to be told of; empty = it did not ask.
std::string write_request_system_status_response(
    csta::SystemStatus status, const Dialect& dialect, std::string_view link_of = ""
);
std::string write_system_register_response(const SystemRegistered& answer, const Dialect& dialect);

/// Avaya's helpers, in Avaya's namespace. `device_id` is written as it is (DeviceForms::make).
std::string write_get_third_party_device_id_response(std::string_view device_id);
std::string write_get_device_id_response(std::string_view device_id);
std::string write_get_call_linkage_data_response(const csta::UcidAnswer& answer, const Dialect& dialect);

}  // namespace ctiengine::gateway

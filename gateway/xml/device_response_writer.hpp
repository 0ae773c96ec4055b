#pragma once
#include "common/csta/responses.hpp"
#include "gateway/messages/device_list_messages.hpp"
#include "gateway/xml/dialect.hpp"

#include <string>
#include <string_view>

/// Positive answers about devices and the switch itself; rules as in response_writer.hpp.
namespace ctiengine::gateway {

std::string write_get_logical_device_information_response(
    const csta::DeviceInfoAnswer& answer, const Dialect& dialect
);
/// The services and events of servEvtsList are those that both the switch (its caps) and we support.
std::string write_get_switching_function_caps_response(
    const csta::ApiCapsAnswer& answer, const Dialect& dialect
);
std::string write_get_switching_function_devices_response(
    std::string_view cross_ref_id, const Dialect& dialect
);
/// Unasked, after the answer.
std::string write_switching_function_devices(const DeviceListSegment& segment, const Dialect& dialect);

/// Avaya's, in Avaya's namespace.
std::string write_get_physical_device_name_response(
    const csta::DeviceNameAnswer& answer, const Dialect& dialect
);
std::string write_get_acd_split_response(const csta::AcdSplitAnswer& answer);
std::string write_get_time_of_day_response(const csta::TimeOfDayAnswer& answer, std::string_view switch_name);
/// Unasked, after the empty answer to GetAgentLogin.
std::string write_agent_login_extension_event(
    std::string_view cross_ref_id, const csta::AgentLoginAnswer& answer, const Dialect& dialect
);

}  // namespace ctiengine::gateway

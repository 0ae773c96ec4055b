#pragma once
#include "common/csta/events.hpp"
#include "common/csta/responses.hpp"
#include "tsapi-worker/tsapi/tsapi_functions.hpp"

#include <optional>

namespace ctiengine::tsapi {

/// What ATT_GETAPI_CAPS_CONF adds to the capabilities.
struct PrivateCaps {
    std::vector<std::string> services;
    std::string switch_version;
    std::string software_version;
};

/// An answer of QueryAgentLogin in pieces: the confirmation promises events under `cross_ref`, each of which
/// brings some extensions.
struct AgentLoginPiece {
    std::int32_t cross_ref = 0;
    std::vector<csta::Device> extensions;
};

/// What Avaya's private data adds to an event or a confirmation, whatever version brought it. Members that
/// the message did not carry stay as they are here.
struct PrivateContent {
    csta::CallPrivateData call;  ///< of call events and route requests; of confirmations only `ucid`
    std::optional<csta::PartyDevice> calling;  ///< of FAILED, from version 8 on
    std::int32_t progress_location = -1;       ///< of NETWORK_REACHED
    std::int32_t progress_description = -1;
    bool agent_pending = false;                   ///< of SetAgentState
    std::optional<csta::AgentStateAnswer> agent;  ///< of QueryAgentState; `state` is not in private data
    csta::WorkMode logged_on_work_mode = csta::WorkMode::None;
    std::int32_t logged_off_reason = 0;
    std::optional<csta::CallEvent> entered_digits;  ///< the whole event is in private data
    csta::Device dest_route;                        ///< of ROUTE_USED
    std::optional<csta::Response> answer;           ///< of an escape service
    std::int32_t message_applications = 0;          ///< of QueryMessageWaiting
    csta::DeviceInfoAnswer device_info;             ///< of QueryDeviceInfo, only what private data has
    PrivateCaps caps;
    std::optional<std::int32_t> promised_agents;  ///< cross reference of the pieces to come
    std::optional<AgentLoginPiece> agents;
};

/// Reads private data of the versions 2 to 9. `data.length` 0 = the event had none. Private data that the
/// library cannot decode, or of a kind nobody asks for, gives an empty content: the event itself still
/// counts.
PrivateContent decode_private_data(const TsapiFunctions& library, ATTPrivateData_t& data);

/// The version that the server chose, from the private data of ACS_OPEN_STREAM_CONF; 0 = none.
int negotiated_version(const ATTPrivateData_t& data);

}  // namespace ctiengine::tsapi

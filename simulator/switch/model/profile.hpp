#pragma once

#include "simulator/switch/model/refusal.hpp"
#include "tsapi-worker/tsapi/abi/att_types.h"

#include <string>

namespace ctiengine::simulator {

/// How this switch behaves where the sources do not prove one behaviour. Every member can be set in a profile
/// file; README.md of simulator/plans lists them.
struct Profile {
    /// When the confirmation of a request leaves, seen from the events that the request caused.
    enum class ConfirmationOrder { First, AfterServiceInitiated, Last };

    struct Causes {
        CSTAEventCause_t service_initiated = EC_NONE;
        CSTAEventCause_t originated = EC_NEW_CALL;
        CSTAEventCause_t delivered = EC_NEW_CALL;
        CSTAEventCause_t established = EC_NEW_CALL;
        CSTAEventCause_t held = EC_NONE;
        CSTAEventCause_t retrieved = EC_NONE;
        CSTAEventCause_t cleared = EC_NONE;
        CSTAEventCause_t call_cleared = EC_NONE;
        CSTAEventCause_t conferenced = EC_NONE;
        CSTAEventCause_t transferred = EC_TRANSFER;
        CSTAEventCause_t busy = EC_BUSY;
        CSTAEventCause_t invalid_number = EC_DEST_NOT_OBTAINABLE;
        CSTAEventCause_t congestion = EC_NETWORK_CONGESTION;
        CSTAEventCause_t all_trunks_busy = EC_TRUNKS_BUSY;
        CSTAEventCause_t network_reached = EC_NONE;
        CSTAEventCause_t single_step_active = EC_ACTIVE_MONITOR;
        CSTAEventCause_t single_step_silent = EC_SILENT_MONITOR;
        CSTAEventCause_t single_step_transferred = EC_SINGLE_STEP_TRANSFER;
        CSTAEventCause_t diverted = EC_REDIRECTED;
        CSTAEventCause_t redirected = EC_REDIRECTED;   ///< DELIVERED at the new device
        CSTAEventCause_t forwarded = EC_CALL_FORWARD;  ///< DELIVERED of a forwarded call
        CSTAEventCause_t forwarded_busy = EC_CALL_FORWARD_BUSY;
        CSTAEventCause_t forwarded_no_answer = EC_CALL_FORWARD_NO_ANSWER;
        CSTAEventCause_t not_answered = EC_CALL_NOT_ANSWERED;  ///< FAILED of a predictive call
        CSTAEventCause_t observed = EC_SILENT_MONITOR;         ///< ESTABLISHED of a service observer
        CSTAEventCause_t service_changed = EC_NONE;            ///< OUT_OF_SERVICE, BACK_IN_SERVICE
        CSTAEventCause_t entered_digits = EC_NONE;
        CSTAEventCause_t queued = EC_REDIRECTED;
        CSTAEventCause_t call_monitor_ended = EC_NONE;  ///< MONITOR_ENDED after CALL_CLEARED
        CSTAEventCause_t monitor_ended = EC_RESOURCES_NOT_AVAILABLE;
    };

    struct NumberTypes {
        DeviceIDType_t station = DEVICE_IDENTIFIER;
        DeviceIDType_t outside = IMPLICIT_PUBLIC;
        DeviceIDType_t trunk = TRUNK_IDENTIFIER;
    };

    struct Agents {
        ATTWorkMode_t log_in_mode = WM_AUX_WORK;      ///< when the log-in names none
        ATTWorkMode_t ready_mode = WM_AUTO_IN;        ///< when ready names none
        bool check_reason_codes = true;               ///< range 0-99, only with not ready and log-out
        bool after_call_work_after_any_call = false;  ///< manual-in; otherwise after ACD calls only
        bool mode_events = false;                     ///< events 72-77 on the station's monitors
    };

    /// Why a routing dialogue ended.
    struct Routing {
        CSTAUniversalFailure_t routed = GENERIC_UNSPECIFIED;
        CSTAUniversalFailure_t vector_went_on = REQUEST_TIMEOUT_REJECTION;
        CSTAUniversalFailure_t call_over = NO_ACTIVE_CALL;
        CSTAUniversalFailure_t bad_destination = INVALID_DESTINATION;
        CSTAUniversalFailure_t link_lost = RESOURCE_OUT_OF_SERVICE;
        bool ask_again = false;  ///< RE_ROUTE after a bad destination, instead of the end
    };

    Causes causes;
    Routing routing;
    NumberTypes number_types;
    Agents agents;
    RefusalTable refusals;
    ConfirmationOrder confirmation_order = ConfirmationOrder::First;
    bool originated_before_invalid_number = false;
    bool failed_event_at_busy_station = false;
    bool trunk_group_always = false;  ///< otherwise only when there is no calling number
    bool send_ucid = true;
    bool network_reached_then_answer = false;  ///< does a non-ISDN trunk report the answer?
    bool clear_alerting_station = true;        ///< may a request drop a ringing station?
    bool refuse_single_step_alerting = true;   ///< a party that joins by single step is not alerted
    bool call_monitor_follows_merge = true;    ///< otherwise it ends with the call it was started on
    bool forward_immediate_only = true;        ///< requests may set no other kind of forwarding
    bool feature_events = true;                ///< FORWARDING, DO_NOT_DISTURB, MESSAGE_WAITING
    bool maintenance_events = true;            ///< OUT_OF_SERVICE, BACK_IN_SERVICE
    bool monitors_end_on_link_loss = false;
    bool open_while_link_down = true;   ///< otherwise ACS failure 1007
    bool transfer_into_vector = false;  ///< may a call that is in a vector be the active one of a transfer?
};

}  // namespace ctiengine::simulator

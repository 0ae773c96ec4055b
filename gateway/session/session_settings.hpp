#pragma once
#include <chrono>
#include <cstddef>

namespace ctiengine::gateway {

/// Limits of one softphone session.
struct SessionSettings {
    std::chrono::seconds idle_limit{3600};            ///< CONNECTIONTIMEOUT
    std::chrono::seconds longest_session{3600};       ///< SESSIONDURATION
    std::chrono::seconds shortest_session{30};        ///< a shorter wish is granted this much
    std::chrono::milliseconds request_budget{10000};  ///< REQUESTTIMEOUT
    std::size_t message_bytes = 256 * 1024;           ///< MESSAGESIZE
    std::size_t outbox_messages = 1000;               ///< SENDQUEUE
    std::size_t outbox_bytes = 1024 * 1024;           ///< SENDQUEUESIZE
    unsigned requests_per_second = 20;                ///< REQUESTRATE, in the long run
    unsigned request_burst = 40;                      ///< REQUESTBURST
    std::size_t outstanding_requests = 64;            ///< requests of one session that wait for the switch
    std::chrono::seconds log_in_limit{10};  ///< LOGINTIMEOUT: a connection without a session is closed
    std::chrono::seconds seat_linger{15};   ///< a user whose connection was lost keeps his seat for so long
    bool log_out_on_timeout = false;        ///< LOGOUTONTIMEOUT
    int failed_log_ins = 3;                 ///< in a row, then the connection is closed with 1008
    std::chrono::milliseconds farewell_limit{5000};  ///< to write what is left and the close frame
};

}  // namespace ctiengine::gateway

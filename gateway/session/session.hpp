#pragma once
#include "common/admission/token_bucket.hpp"
#include "common/connection/message_connection.hpp"
#include "common/tasks/clock.hpp"
#include "common/tasks/task_group.hpp"
#include "gateway/messages/session_messages.hpp"
#include "gateway/requests/request_registry.hpp"
#include "gateway/rights_gate/rights_gate.hpp"
#include "gateway/session/agent_memory.hpp"
#include "gateway/session/held_events.hpp"
#include "gateway/session/outbox.hpp"
#include "gateway/session/session_directory.hpp"
#include "gateway/session/session_services.hpp"
#include "gateway/session/session_settings.hpp"
#include "gateway/session/session_timers.hpp"
#include "gateway/xml/event_writer.hpp"
#include "gateway/xml/framing.hpp"

#include <memory>
#include <set>

namespace ctiengine::gateway {

/// One client on one connection, which may be a WebSocket or a stream of frames: reads requests, starts them,
/// writes answers and events, ends by itself when a timer runs out. Everything but deliver() runs on the
/// connection's strand.
///
/// Ends of a connection: 1000 when the session timer expired, 1001 idle, 1002/1003/1007 broken framing, 1008
/// three failed log-ins or none in time, 1009 message too large, 1013 the client does not read. A client with
/// annex J framing is told of broken frames in a CSTAErrorCode before, because a stream has no close codes.
class Session final : public DeviceListener, public std::enable_shared_from_this<Session> {
  public:
    Session(
        std::shared_ptr<connection::MessageConnection> connection,
        const SessionServices& services,
        const SessionSettings& settings
    );

    /// Serves the connection until it is closed, then gives up all watches.
    Task<void> run();

    /// Callable from any thread.
    void deliver(std::shared_ptr<const NumberedEvent> event) override;

    /// For other sessions of the same user, through SessionDirectory; on executor(). Nothing when this
    /// connection's session is another one by now.
    std::optional<std::vector<PeerMonitor>> active_monitors(const std::string& session_id) const;
    /// Another session has these now; the client is not told.
    void give_up_monitors(const std::string& session_id, const std::vector<std::string>& cross_ref_ids);

    boost::asio::any_io_executor executor() const { return connection_->executor(); }

  private:
    using CloseCode = connection::CloseCode;

    // the three loops
    Task<void> read_loop();
    Task<void> write_loop();
    Task<void> timer_loop();
    void end_loops();

    // what comes in
    Task<void> take(std::string payload, bool binary);
    Task<void> dispatch(std::optional<InvokeId> invoke, IncomingMessage message);
    Task<void> run_request(RequestHandler handler, std::optional<InvokeId> invoke, IncomingMessage message);
    bool may_start(std::optional<InvokeId> invoke, const RequestEntry& entry);
    void end_of_input(const Error& error);
    void take_malformed(std::optional<InvokeId> invoke, const Error& error);

    // application session (ECMA-354): application_session.cpp
    Task<bool> take_session_message(std::optional<InvokeId> invoke, const IncomingMessage& message);
    Task<std::string> start_session(const IncomingMessage& message);
    Task<std::string> log_in(StartApplicationSession start, ProtocolVersion version);
    Task<std::string> take_seat(
        StartApplicationSession start, ProtocolVersion version, identity::Identity identity
    );
    void give_seat_back(std::chrono::seconds linger);
    std::string open_session(
        const StartApplicationSession& start, const ProtocolVersion& version, identity::Identity identity
    );
    std::string stop_session(const IncomingMessage& message);
    Task<std::string> reset_timer(const IncomingMessage& message);
    Task<std::optional<std::string>> prove_again(std::string token);
    std::optional<std::chrono::seconds> authentication_left() const;
    identity::Credentials credentials(std::string user, std::string password, std::string token) const;
    void take_identity(identity::Identity identity);
    void end_monitors_without_right(const identity::Rights& before);
    void end_registrations_without_right();
    void record(const char* event, std::vector<std::pair<std::string, std::string>> fields = {});
    std::string refuse_log_in(StartRefusal why, const std::string& sentence);
    std::chrono::seconds granted(std::chrono::seconds wish) const;
    void forget_session();
    void check_timers();

    static Task<void> unwatch(std::shared_ptr<Session> self, csta::MonitorObject object);

    // rates and rights: session_limits.cpp
    bool may_ask(std::optional<InvokeId> invoke, std::string_view message);
    void on_denied(const std::string& what);
    void note(refusals::Refusal refusal, std::string detail = {});

    // the ACD at the end of an idle session: agent_log_out.cpp
    bool is_own_telephone(const csta::Device& device) const;
    Task<void> log_agents_out();

    // events: session_events.cpp
    void on_event(const std::shared_ptr<const NumberedEvent>& event);
    void send_event(const csta::Event& event, const MonitorFilter& filter, const EventAddress& address);
    void on_route_event(const csta::Event& event, const csta::RouteEvent& route);
    void on_system_status(csta::SystemStatus status);
    void learn(const csta::Event& event);
    void end_monitors_of(const csta::MonitorObject& object);

    // call monitors after an outage: resumed_monitors.cpp
    void on_monitor_resumed(const csta::MonitorObject& object);
    static Task<void> prove_call(
        std::shared_ptr<Session> self, csta::MonitorObject object, std::uint64_t proof
    );
    void take_proof(const csta::MonitorObject& object, std::uint64_t proof, const csta::Response& seen);

    // what goes out
    void send(std::optional<InvokeId> invoke, std::string xml);
    void send_unasked(std::string xml) { send(kUnaskedId, std::move(xml)); }
    void finish(CloseCode code, std::string reason);
    void finish(refusals::Refusal refusal, const std::string& detail = {});
    void finish_with_fault(CloseCode code, const std::string& reason);
    void tell_fault(const std::string& reason);
    void tell_terminated(std::string notice);

    logging::LogContext at(std::optional<InvokeId> invoke) const;

    std::shared_ptr<connection::MessageConnection> connection_;
    TelephonyLink& link_;
    const Clock& clock_;
    SessionDirectory& directory_;
    identity::Authenticator& authenticator_;
    refusals::RefusalBook& refusals_;
    admission::LogInRates& rates_;
    LicenseGate& licenses_;
    SessionSettings settings_;
    Framing framing_;
    SoftphoneState softphone_;
    SessionTimers timers_;
    RightsGate gate_;
    Outbox outbox_;
    admission::TokenBucket request_rate_;
    admission::TokenBucket refused_requests_;  ///< how often one may be over the rate
    admission::TokenBucket denials_;
    AgentMemory agents_;
    HeldEvents held_;
    bool ended_idle_ = false;
    TaskGroup requests_;
    std::set<InvokeId> outstanding_;
    std::size_t running_requests_ = 0;
    int failed_log_ins_ = 0;
    boost::asio::steady_timer timer_;
    std::optional<SessionTimers::TimePoint> cut_at_;  // the farewell has to be over by then
    CloseCode close_code_ = CloseCode::Normal;
    std::string close_reason_;
    bool ending_ = false;
};

}  // namespace ctiengine::gateway

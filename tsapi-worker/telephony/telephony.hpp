#pragma once
#include "tsapi-worker/telephony/agent_watch.hpp"
#include "tsapi-worker/telephony/command_memory.hpp"
#include "tsapi-worker/telephony/event_journal.hpp"
#include "tsapi-worker/telephony/invoke_table.hpp"
#include "tsapi-worker/telephony/monitor_registry.hpp"
#include "tsapi-worker/telephony/request_guard.hpp"
#include "tsapi-worker/telephony/route_dialogues.hpp"
#include "tsapi-worker/telephony/switch_port.hpp"

#include <set>

namespace ctiengine::telephony {

struct TelephonySettings {
    std::string primary_link;
    std::string secondary_link;  ///< empty = none
    unsigned max_outstanding = 100;
    unsigned requests_per_second = 200;
    std::chrono::seconds reconnect_limit{60};
    std::chrono::seconds monitor_linger{30};
    std::chrono::seconds agent_poll{30};
    /// A routeing dialogue that no application answers in this time is ended, so that the caller goes on in
    /// the switch's own vector.
    std::chrono::milliseconds route_answer{10000};
    std::chrono::seconds command_memory{120};  ///< how long the answer to a numbered command is repeated
    std::size_t most_commands = 20000;
};

/// What an operator sees of the link; for the Admin service.
struct TelephonyStatus {
    std::string link_state = "waiting";  ///< "connecting", "up", "waiting"
    std::string link_detail;             ///< why, and what to do
    std::string server_id;
    std::string private_version;
    csta::SystemStatus system_status = csta::SystemStatus::Disabled;
    std::uint64_t requests = 0;
    std::uint64_t failures = 0;
    std::uint64_t late_answers = 0;
};

/// All telephony state of the worker: the link, requests, monitors, agents, the journal.
///
/// Belongs to one executor, on which every member is called; the owner calls tick() every few dozen
/// milliseconds. Time comes from the caller's clock, so tests own it.
class Telephony {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using Now = std::function<TimePoint()>;
    using Answer = std::function<void(csta::Response)>;
    using EventHandler = std::function<void(const EventJournal::Entry&)>;

    /// `port` and `journal` outlive this.
    Telephony(SwitchPort& port, EventJournal& journal, TelephonySettings settings, Now now);

    /// Gets every event as it is journalled. Set once, before start().
    void on_event(EventHandler handler) { deliver_ = std::move(handler); }

    /// Begins to connect: primary, secondary, pause, again.
    void start();
    /// Fails what is pending and ends the stream.
    void stop();

    /// Answers exactly once, perhaps before it returns. `budget` is the time left for the answer.
    /// A `command` that was asked before, by whichever gateway, is not carried out again: it gets the first
    /// answer.
    void request(
        const std::string& gateway,
        csta::Request request,
        std::chrono::milliseconds budget,
        Answer answer,
        std::optional<CommandKey> command = std::nullopt
    );

    /// The first answer to a command that was asked before. False = there is none, and nothing is answered.
    bool repeat(const csta::Request& request, const CommandKey& command, Answer answer);

    /// A gateway is attached. False = new here, or away for so long that its watches have ended: it has to
    /// monitor again.
    bool gateway_attached(const std::string& gateway);
    /// Its stream is gone; if it stays away for the linger, its watches end.
    void gateway_detached(const std::string& gateway);

    void tick();

    const TelephonyStatus& status() const { return status_; }
    const MonitorRegistry& monitors() const { return monitors_; }
    std::size_t outstanding() const { return invokes_.size(); }
    EventJournal& journal() { return journal_; }

  private:
    enum class Link { Waiting, Connecting, Up };

    // the link: link.cpp, restoring.cpp
    void connect();
    void on_input(SwitchInput input);
    void opened(const StreamOpened& opened);
    void failed(const StreamFailed& failed);
    void plan_next_attempt(bool was_up);
    void give_up_late(TimePoint now);
    void forget_absent_gateways(TimePoint now);
    void ask_system_status();
    void set_system_status(csta::SystemStatus status);
    void restore_monitors();
    void restore_call_monitor(const csta::MonitorObject& object);
    void ask_for_comparison(const csta::MonitorObject& object);
    void compare(const csta::MonitorObject& object, const csta::Response& answer);
    bool switch_is_out() const {
        return status_.system_status == csta::SystemStatus::Disabled ||
               status_.system_status == csta::SystemStatus::Initializing;
    }
    const std::string& link_name() const {
        return on_secondary_ ? settings_.secondary_link : settings_.primary_link;
    }

    // requests: requests.cpp
    using Turn = RequestGuard::Turn;
    using Transmit = std::function<std::optional<csta::Response>(std::uint32_t)>;
    Answer learning(const csta::Request& request, Answer answer);
    void call_switch(csta::Request request, TimePoint deadline, Answer answer, Turn turn = Turn::Next);
    void send(TimePoint deadline, Answer answer, Transmit transmit, Turn turn);
    void confirmed(std::uint32_t invoke_id, csta::Response response);

    // monitors and registrations: monitoring.cpp
    void monitor(
        const std::string& gateway, const csta::MonitorObject& object, TimePoint deadline, Answer answer
    );
    void start_monitor(const csta::MonitorObject& object, TimePoint deadline, Turn turn);
    void monitor_started(const csta::MonitorObject& object, const csta::Response& response);
    void monitor_refused(const csta::MonitorObject& object, const csta::Failure& why);
    void take_monitor_confirmation(std::uint32_t invoke_id, std::int32_t cross_ref_id, bool of_routeing);
    void stop_monitor(const csta::MonitorObject& object);
    void stop_at_switch(std::int32_t cross_ref_id, bool of_routeing);
    void forget_monitor(const csta::MonitorObject& object);
    csta::Failure link_down() const;

    // events: events.cpp
    void monitored(Monitored input);
    void monitor_ended(const csta::MonitorObject& object, const csta::MonitorEnded& ended);
    void take_call_event(const csta::MonitorObject& object, csta::CallEvent event);
    void take_agent_event(const csta::MonitorObject& object, csta::AgentEvent event);
    void take_agent_state(const csta::Device& device, const csta::AgentStateAnswer& state);
    void poll_agents();
    void journal(const csta::MonitorObject& object, decltype(csta::Event::what) what, bool synthetic = false);

    // routeing: route_requests.cpp
    void answer_route(
        const std::string& gateway, SwitchPort::RouteAnswer route, TimePoint deadline, Answer answer
    );
    void route_reported(RouteReported report);
    void end_dialogues(const csta::Device& device);
    void end_late_dialogues(TimePoint now);
    void end_dialogue(const RouteDialogues::Key& dialogue);
    void end_registrations();

    SwitchPort& port_;
    EventJournal& journal_;
    TelephonySettings settings_;
    Now now_;
    EventHandler deliver_;
    RequestGuard guard_;
    InvokeTable invokes_;
    MonitorRegistry monitors_;
    AgentWatch agents_;
    TelephonyStatus status_;
    Link link_ = Link::Waiting;
    bool on_secondary_ = false;
    bool stopped_ = false;
    TimePoint connect_at_{};
    TimePoint open_until_{};  // while connecting
    TimePoint up_since_{};
    TimePoint ask_status_at_ = TimePoint::max();
    std::chrono::milliseconds pause_;
    std::set<std::string> gateways_;             // attached, or away for less than the linger
    std::map<std::string, TimePoint> detached_;  // gateway → since when
    std::map<std::uint32_t, csta::MonitorObject> monitor_invokes_;  // MonitorStart on its way
    RouteDialogues dialogues_;
    CommandMemory commands_;
};

}  // namespace ctiengine::telephony

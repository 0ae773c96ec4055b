#pragma once

#include "simulator/switch/model/call_clearing.hpp"

namespace ctiengine::simulator {

/// What a caller may add to a call.
struct CallOptions {
    std::optional<UserData> user_data;
    std::string dest_route{};  ///< trunk access code before the number
    bool priority = false;
    std::string direct_agent_split{};  ///< the number is an agent with that skill
    std::string assist_split{};        ///< supervisor assist: the caller is an agent with that skill
    std::string digits{};              ///< that the caller will type when asked
};

/// The caller's leg of a new call.
struct NewCall {
    ConnectionRef connection;
    std::string ucid;
};

/// A call from outside.
struct IncomingCall {
    std::string from;  ///< empty: the network gives no number
    std::string to;
    std::optional<UserData> user_data;
    int trunk_group = 0;                                  ///< 0: the first one
    std::optional<std::chrono::milliseconds> patience{};  ///< the caller gives up; without: as in the plan
    std::string digits{};                                 ///< that the caller will type when a vector asks
};

/// How calls begin: from a station by request or by hand, to a station, an agent or the outside, and from the
/// outside (tsapi: 7.2, 7.3).
class CallSetup {
  public:
    CallSetup(SwitchCore& core, CallClearing& clearing) : core_(core), clearing_(clearing) {}

    /// The calling device may be a station or a logged-in agent. Accepted whatever the number leads to.
    Outcome<NewCall> make_call(
        const std::string& calling, const std::string& called, const CallOptions& options
    );

    /// The station hears dial tone; dial() goes on from there.
    Outcome<NewCall> lift_handset(const std::string& extension);

    /// The second call of a consultation; its checks are done by the caller.
    Outcome<NewCall> consult(
        const std::string& extension,
        const std::string& called,
        const CallOptions& options,
        OriginalCall original
    );

    Outcome<NewCall> incoming(const IncomingCall& incoming);

    /// Can a call that is under way go on there? Stations need a free appearance, trunks a free circuit.
    [[nodiscard]] bool can_reach(const Call& call, const Destination& destination);

    /// Leads a call that is under way to a destination that it can reach.
    void lead_on(Call& call, const std::string& digits, const Destination& destination);

    /// The caller hears busy tone: FAILED; a caller from outside hangs up at once.
    void give_busy(Call& call, const std::string& device);

    /// A station name as events give it, from a station or an agent that is logged in.
    Outcome<std::string> caller_station(const std::string& calling) const;

    /// Length of user data, presence of the number.
    Outcome<void> check(const std::string& called, const CallOptions& options) const;

    /// Supervisor assist is for agents with that skill.
    Outcome<void> check_assistance(const std::string& extension, const CallOptions& options) const;

    /// Adds to the call what `destination` names, a station (rings) or a trunk (dials out), for redirected
    /// calls: `cause` is that of DELIVERED. The call may end in here when the far end fails at once.
    void offer(Call& call, const Destination& destination, CSTAEventCause_t cause);

    /// The caller's patience, where the plan limits it, begins now.
    void give_up_later(Call& call, Party& ringing);

  private:
    Outcome<void> check_in_service(const std::string& extension) const;
    Call* open_line(
        const std::string& extension, ATTConsultMode_t mode, std::optional<OriginalCall> original
    );
    void dial(Call& call, const std::string& digits, const CallOptions& options);
    void originated(Call& call, Party& caller, const std::string& digits, const CallOptions& options);
    void ring(Call& call, const StationPlan& station, CSTAEventCause_t cause);
    Outcome<Destination> called_from_outside(const IncomingCall& incoming);
    const StationPlan* station_behind(const Destination& destination);
    void enter(Call& call, const std::string& digits, const Destination& destination);
    Outcome<TrunkLine> line_from_outside(int trunk_group);
    void hang_up_unanswered(Party& caller, std::chrono::milliseconds patience);
    void go_outside(Call& call, const Destination& destination);
    void far_end_reacts(std::uint64_t serial, const FarEndPlan& plan);
    void far_end_answers(std::uint64_t serial, const FarEndPlan& plan);
    void far_end_fails(const Leg& leg, FarEndPlan::Behaviour how);
    void network_reached(Call& call, Party& trunk, const FarEndPlan& plan);
    void after(std::uint64_t serial, std::chrono::milliseconds delay, std::function<void()> action);

    /// The caller hears a tone: FAILED, its leg stays in state failed.
    void fail(
        Call& call, CSTAEventCause_t cause, ConnectionRef failed, NamedDevice failing, NamedDevice called
    );
    void fail_busy(Call& call, const std::string& device);
    void fail_invalid(Call& call);
    [[nodiscard]] ConnectionRef next_trunk_leg(const Call& call) const;

    SwitchCore& core_;
    CallClearing& clearing_;
};

}  // namespace ctiengine::simulator

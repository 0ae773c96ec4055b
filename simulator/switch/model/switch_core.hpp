#pragma once

#include "simulator/switch/model/call_table.hpp"
#include "simulator/switch/model/directory.hpp"
#include "simulator/switch/model/station_state.hpp"

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace ctiengine::simulator {

/// What all parts of the switch work on: the plan, the calls, the time, and the way events go out.
class SwitchCore {
  public:
    SwitchCore(const SwitchPlan& plan, Timeline& timeline, SwitchObserver& observer);
    SwitchCore(const SwitchCore&) = delete;
    SwitchCore& operator=(const SwitchCore&) = delete;

    const SwitchPlan plan;
    const Profile& profile;
    Timeline& timeline;
    Directory directory;
    CallTable calls;
    StationStates stations;

    [[nodiscard]] Refusal refuse(Denial denial, std::string why) const;

    /// The leg, or UnknownConnection.
    [[nodiscard]] Outcome<Leg> leg(const ConnectionRef& connection);

    /// Is the station in service, and an appearance of it free?
    [[nodiscard]] bool has_free_appearance(const StationPlan& station);

    [[nodiscard]] NamedDevice name_of_station(std::string_view extension) const;
    [[nodiscard]] NamedDevice name_of_outside(std::string_view number) const;
    [[nodiscard]] NamedDevice name_of_trunk(std::string_view made_up_name) const;

    /// A device that is known to exist but cannot be named.
    [[nodiscard]] static NamedDevice nobody() { return {}; }

    /// An event with what every event of the call carries.
    [[nodiscard]] CallEvent event(const Call& call, int type, CSTAEventCause_t cause) const;

    /// DELIVERED and ESTABLISHED name both ends and the call's whole private data.
    [[nodiscard]] CallEvent two_ended_event(const Call& call, const Party& subject, int type) const;

    /// What DELIVERED, ESTABLISHED and route requests carry as private data.
    void fill_private(CallEvent& event, const Call& call) const;

    /// Tells every station of the call, and whoever follows it: monitors of the call, of VDNs and of splits.
    void report(const Call& call, const CallEvent& event);
    void report_to_stations(const Call& call, const CallEvent& event);
    void report_to_followers(const Call& call, const CallEvent& event);

    /// Tells these stations, each with its state.
    using Audience = std::vector<std::pair<std::string, LocalConnectionState_t>>;
    void report_to(const Audience& audience, const CallEvent& event);

    /// Ends a call without parties: of two that merged the first, or one that is over.
    void end_merged(CallId ended, CallId lives);
    void end_call(const Call& call);

    void report_agent(const AgentEvent& event) { observer_.on_agent_event(event); }

    void report_device(const DeviceEvent& event) { observer_.on_device_event(event); }

    /// Removes a party without an event: stops its timer, frees its trunk, tells left_call. The call stays,
    /// even without parties.
    void take_out(Call& call, const std::string& device);

    void set_timer(Party& party, std::chrono::milliseconds delay, std::function<void()> action);
    void stop_timer(Party& party);

    /// Asked for the agent at a station, "" when nobody is logged in; and for the station of an agent.
    std::function<std::string(std::string_view extension)> agent_at;
    std::function<std::string(std::string_view agent_id)> station_of_agent;

    /// Makes a call ring at the station or where that sends it; false: busy. can_deliver asks beforehand.
    std::function<bool(Call& call, const StationPlan& station)> deliver;
    std::function<bool(const StationPlan& station)> can_deliver;

    /// The called party of a call rings or has answered; the far end of a predictive call cannot be reached.
    std::function<void(CallId call)> progressed;
    std::function<void(CallId call, FarEndPlan::Behaviour how)> predictive_failed;

    /// Told when a station has left a call; the party is a copy.
    std::function<void(const Party& party)> left_call;

    /// Where calls to VDNs and to skills that can be dialled go; the skill may refuse.
    std::function<void(Call& call, const VdnPlan& vdn)> enter_vdn;
    std::function<bool(Call& call, const SkillPlan& skill)> enter_skill;

    /// A direct agent call; false: not that agent's skill, or logged out.
    std::function<bool(Call& call, const std::string& skill, const std::string& agent_id)> enter_agent_queue;

    /// The call leaves its vector for an agent.
    std::function<void(CallId call)> end_vector;

    /// The call is about to end.
    std::function<void(CallId call)> call_ends;

    /// An agent may be free for the next call.
    std::function<void()> agent_free;

  private:
    SwitchObserver& observer_;
};

}  // namespace ctiengine::simulator

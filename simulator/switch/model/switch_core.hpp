#pragma once

#include "simulator/switch/model/call_table.hpp"
#include "simulator/switch/model/directory.hpp"

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

    [[nodiscard]] Refusal refuse(Denial denial, std::string why) const;

    /// The leg, or UnknownConnection.
    [[nodiscard]] Outcome<Leg> leg(const ConnectionRef& connection);

    /// Is an appearance of the station free?
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

    /// Tells every station of the call.
    void report(const Call& call, const CallEvent& event);

    /// Tells these stations, each with its state.
    using Audience = std::vector<std::pair<std::string, LocalConnectionState_t>>;
    void report_to(const Audience& audience, const CallEvent& event);

    void report_agent(const AgentEvent& event) { observer_.on_agent_event(event); }

    /// Removes a party without an event: stops its timer, frees its trunk, tells left_call. The call stays,
    /// even without parties.
    void take_out(Call& call, const std::string& device);

    void set_timer(Party& party, std::chrono::milliseconds delay, std::function<void()> action);
    void stop_timer(Party& party);

    /// Asked for the agent at a station, "" when nobody is logged in; and for the station of an agent.
    std::function<std::string(std::string_view extension)> agent_at;
    std::function<std::string(std::string_view agent_id)> station_of_agent;

    /// Told when a station has left a call.
    std::function<void(const std::string& extension)> left_call;

  private:
    SwitchObserver& observer_;
};

}  // namespace ctiengine::simulator

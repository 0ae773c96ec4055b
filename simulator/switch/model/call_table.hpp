#pragma once

#include "simulator/switch/model/call.hpp"
#include "simulator/switch/model/timeline.hpp"

#include <map>

namespace ctiengine::simulator {

/// All calls of the switch, their numbers and their places at the stations.
class CallTable {
  public:
    /// Highest call ID; the numbers then begin again at 1, skipping those in use.
    static constexpr CallId kMaxCallId = 16383;

    CallTable(int ucid_node, CallId first_call, const Timeline& timeline)
        : ucid_node_(ucid_node), last_id_(first_call - 1), timeline_(timeline) {}

    /// A new call without parties. nullptr when every call ID is in use.
    Call* create();
    void erase(CallId id) { calls_.erase(id); }

    [[nodiscard]] Call* find(CallId id);
    [[nodiscard]] const std::map<CallId, Call>& all() const { return calls_; }

    /// The leg named by a request; both nullptr when there is none.
    [[nodiscard]] Leg leg(const ConnectionRef& connection);

    /// The party, wherever transfers took it.
    [[nodiscard]] Leg leg(std::uint64_t serial);

    /// All legs of a station, oldest call first.
    [[nodiscard]] std::vector<Leg> legs_of(std::string_view extension);

    /// The leg by which the station is off-hook: dialling, talking or hearing a tone. At most one.
    [[nodiscard]] Leg active_leg(std::string_view extension);

    Party& add_station(Call& call, const std::string& extension, const NamedDevice& address);
    Party& add_trunk(Call& call, const TrunkLine& line);

    /// Moves a party to another call; a trunk gets a name of that call.
    void move_party(Call& from, std::string_view device, Call& to);

  private:
    std::string make_ucid();

    int ucid_node_;
    CallId last_id_;
    const Timeline& timeline_;
    unsigned calls_made_ = 0;
    std::uint64_t last_serial_ = 0;
    std::map<CallId, Call> calls_;
};

}  // namespace ctiengine::simulator

#pragma once

#include "simulator/switch/model/switch_core.hpp"
#include "tsapi-worker/tsapi/abi/csta_devices.h"

#include <map>

namespace ctiengine::simulator {

/// What SetAgentState asks for.
struct AgentRequest {
    std::string device;  ///< the station; after log-in also the agent ID
    AgentMode_t mode = AM_NOT_READY;
    std::string agent_id{};
    std::string password{};
    ATTWorkMode_t work_mode = WM_NONE;
    int reason_code = 0;
    bool enable_pending = false;
};

/// A work mode with its reason.
struct AgentMode {
    ATTWorkMode_t work_mode = WM_AUX_WORK;
    int reason_code = 0;
    bool operator==(const AgentMode&) const = default;
};

/// An agent at a station. Without agent_id: nobody is logged in.
struct AgentStatus {
    std::string agent_id;
    std::string extension;
    AgentMode mode;
    std::optional<AgentMode> pending;  ///< taken over at the end of the call
    bool on_call = false;
    std::uint64_t free_since{};   ///< order in which agents became free; lower is longer
    bool owes_after_call_work{};  ///< has answered an ACD call that is not over

    [[nodiscard]] AgentState_t state() const;
};

/// Agents: log-in and log-out, ready and not ready, after-call work (tsapi: 7.6, 9.1).
class AgentDesk {
  public:
    explicit AgentDesk(SwitchCore& core) : core_(core) {}

    /// True: the change waits for the end of the call.
    Outcome<bool> set_state(const AgentRequest& request);

    /// `device` is a station or an agent ID.
    [[nodiscard]] Outcome<AgentStatus> query(const std::string& device) const;

    [[nodiscard]] std::vector<AgentStatus> logged_in() const;
    [[nodiscard]] std::string agent_at(std::string_view extension) const;
    [[nodiscard]] std::string station_of(std::string_view agent_id) const;

    /// A station has left a call.
    void call_left(const Party& party);

    /// An ACD call rang too long: AUX work.
    void did_not_answer(const std::string& extension);

  private:
    using AtStation = std::map<std::string, AgentStatus, std::less<>>;

    Outcome<bool> log_in(const AgentRequest& request);
    Outcome<bool> log_out(const AgentRequest& request, AtStation::iterator agent);
    Outcome<bool> change_mode(const AgentRequest& request, AgentStatus& agent);
    [[nodiscard]] Outcome<ATTWorkMode_t> wanted_mode(const AgentRequest& request) const;
    [[nodiscard]] Outcome<void> check_reason(const AgentRequest& request, ATTWorkMode_t wanted) const;
    [[nodiscard]] AtStation::iterator find(const std::string& device);
    [[nodiscard]] bool is_on_call(std::string_view extension) const;
    void apply(AgentStatus& agent, const AgentMode& mode);
    void report(const AgentStatus& agent, int type) const;

    void report_to_skills(const AgentStatus& agent, int type) const;
    void becomes_free(AgentStatus& agent);

    SwitchCore& core_;
    AtStation at_station_;
    std::uint64_t times_free_ = 0;
};

}  // namespace ctiengine::simulator

#pragma once

#include "simulator/switch/model/switch_core.hpp"

namespace ctiengine::simulator {

/// How parties leave calls and calls end (tsapi: 7.2, 7.3, 7.5).
class CallClearing {
  public:
    explicit CallClearing(SwitchCore& core) : core_(core) {}

    /// A request or a person drops one party; `user_data` is repeated in the event.
    Outcome<void> clear_connection(
        const ConnectionRef& connection, const std::optional<UserData>& user_data = std::nullopt
    );

    /// Drops every party.
    Outcome<void> clear_call(CallId id);

    /// One party goes; so does everybody who has nobody left to talk to. `leg` is not valid afterwards.
    void drop(const Leg& leg, const std::optional<UserData>& user_data = std::nullopt);

  private:
    void report_and_remove(Call& call, const std::string& device, const std::optional<UserData>& user_data);
    [[nodiscard]] static bool must_end(const Call& call);
    void end(Call& call);

    SwitchCore& core_;
};

}  // namespace ctiengine::simulator

#pragma once

#include "simulator/switch/model/call_clearing.hpp"

namespace ctiengine::simulator {

/// Forwarding of one kind.
struct Forwarding {
    ForwardingType_t type = FWD_IMMEDIATE;
    bool on = false;
    std::string to;
};

/// Features of stations that are switched by request or by hand: forwarding, send all calls, the message
/// lamp, service (tsapi: 3, 4.2). What they do to calls is CallDelivery's business. Unknown stations are
/// refused.
class StationFeatures {
  public:
    StationFeatures(SwitchCore& core, CallClearing& clearing) : core_(core), clearing_(clearing) {}

    /// On: `to` must be a station, an agent or an outside number, and not the station itself.
    Outcome<void> set_forwarding(const std::string& device, const Forwarding& forwarding);

    /// What is on; FWD_IMMEDIATE always, so that its being off is told too.
    [[nodiscard]] Outcome<std::vector<Forwarding>> forwarding(const std::string& device) const;

    Outcome<void> set_send_all_calls(const std::string& device, bool on);

    /// False whenever the station has no coverage path.
    [[nodiscard]] Outcome<bool> send_all_calls(const std::string& device) const;

    /// `application`: bits of ATTMwiApplication_t that light the lamp or let go of it.
    Outcome<void> set_message_waiting(const std::string& device, bool on, unsigned application);
    [[nodiscard]] Outcome<unsigned> message_applications(const std::string& device) const;

    /// Empty when nothing was dialled yet.
    [[nodiscard]] Outcome<std::string> last_number(const std::string& device) const;

    /// Out of service: the station's calls end, and it neither calls nor is called.
    Outcome<void> set_in_service(const std::string& device, bool in_service);

  private:
    [[nodiscard]] Outcome<const StationPlan*> station(const std::string& device) const;
    void report(const DeviceEvent& event) const;

    SwitchCore& core_;
    CallClearing& clearing_;
};

}  // namespace ctiengine::simulator

#pragma once
#include "common/csta/events.hpp"
#include "common/csta/responses.hpp"

#include <map>
#include <vector>

namespace ctiengine::csta {

/// What is known of the calls at one device, kept from its events. After a recovery it is held against a
/// snapshot of the switch and tells which events would have led there. Pure logic; belongs to its owner's
/// strand.
class DeviceView {
  public:
    explicit DeviceView(Device device) : device_(std::move(device)) {}

    /// Takes one event of the device's monitor.
    void apply(const CallEvent& event);

    /// Takes the truth. Returns the events that bring somebody who knew the old view to the new one: an end
    /// for each call that is gone, held or retrieved for a changed state, delivered or established for a call
    /// not known yet. The parties of such a call are not in a snapshot, so those events say "not known".
    std::vector<CallEvent> apply(const DeviceSnapshot& truth);

    /// Call ID and own state, for comparisons.
    const std::map<std::uint32_t, ConnectionState>& calls() const { return calls_; }

  private:
    void set(std::uint32_t call, ConnectionState state);
    Connection own(std::uint32_t call) const { return {call, device_, false}; }
    PartyDevice self() const {
        return {PartyDevice::Status::Provided, device_, NumberType::DeviceIdentifier};
    }
    CallEvent ended(std::uint32_t call) const;
    std::vector<CallEvent> arrived(std::uint32_t call, ConnectionState state) const;
    std::vector<CallEvent> changed(std::uint32_t call, ConnectionState from, ConnectionState to) const;

    Device device_;
    std::map<std::uint32_t, ConnectionState> calls_;
};

}  // namespace ctiengine::csta

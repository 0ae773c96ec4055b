#pragma once
#include "common/csta/device_view.hpp"
#include "gateway/worker_link/telephony_link.hpp"

#include <map>
#include <vector>

namespace ctiengine::gateway {

/// Who watches which device, and what is known of the calls there. Belongs to the link's strand.
class WatchedDevices {
  public:
    using Listener = std::shared_ptr<DeviceListener>;

    /// True when `device` was not watched before.
    bool add(const csta::Device& device, Listener listener);

    /// Ends one watch of `listener`. True when nobody watches `device` any more.
    bool remove(const csta::Device& device, const Listener& listener);

    /// Ends all watches of `listener`; returns the devices that nobody watches any more.
    std::vector<csta::Device> forget(const Listener& listener);

    void add_system(Listener listener);

    /// Updates the view of the event's device and hands the event to its listeners; an event without a device
    /// goes to the system listeners.
    void deliver(std::shared_ptr<const NumberedEvent> event);

    /// The truth of the switch now: returns the events that bring listeners there from what they last knew.
    std::vector<csta::CallEvent> compare(const csta::Device& device, const csta::DeviceSnapshot& snapshot);

    bool contains(const csta::Device& device) const { return devices_.contains(device); }
    std::vector<csta::Device> devices() const;
    std::size_t size() const { return devices_.size(); }

  private:
    struct Watched {
        explicit Watched(const csta::Device& device) : view(device) {}
        csta::DeviceView view;
        std::vector<Listener> listeners;  // one entry per watch
    };
    std::map<csta::Device, Watched, std::less<>> devices_;
    std::vector<Listener> system_listeners_;
};

}  // namespace ctiengine::gateway

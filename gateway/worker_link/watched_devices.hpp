#pragma once
#include "common/csta/device_view.hpp"
#include "gateway/worker_link/telephony_link.hpp"

#include <map>
#include <vector>

namespace ctiengine::gateway {

/// Who watches which object, and what is known of the calls at the devices among them. Belongs to the link's
/// strand.
class WatchedDevices {
  public:
    using Listener = std::shared_ptr<DeviceListener>;

    /// True when `object` was not watched before.
    bool add(const csta::MonitorObject& object, Listener listener);

    /// Ends one watch of `listener`. True when nobody watches `object` any more.
    bool remove(const csta::MonitorObject& object, const Listener& listener);

    /// Ends all watches of `listener`; returns the objects that nobody watches any more.
    std::vector<csta::MonitorObject> forget(const Listener& listener);

    void add_system(Listener listener);

    /// Updates the view of the event's device and hands the event to its listeners; an event that concerns
    /// everybody goes to the system listeners. The event that ends a monitor ends its watches.
    void deliver(std::shared_ptr<const NumberedEvent> event);

    /// A client looked: its snapshot is known from now on, without an event.
    void learn(const csta::Device& device, const csta::DeviceSnapshot& snapshot);

    /// The truth of the switch now: returns the events that bring listeners there from what they last knew.
    std::vector<csta::CallEvent> compare(
        const csta::MonitorObject& object, const csta::DeviceSnapshot& snapshot
    );

    bool contains(const csta::MonitorObject& object) const { return devices_.contains(object); }
    std::vector<csta::MonitorObject> objects() const;
    bool has(const csta::MonitorObject& object, const Listener& listener) const;
    std::size_t size() const { return devices_.size(); }

  private:
    struct Watched {
        explicit Watched(const csta::MonitorObject& object) : view(object.device) {}
        csta::DeviceView view;
        std::vector<Listener> listeners;  // one entry per watch
    };
    std::map<csta::MonitorObject, Watched> devices_;
    std::vector<Listener> system_listeners_;
};

}  // namespace ctiengine::gateway

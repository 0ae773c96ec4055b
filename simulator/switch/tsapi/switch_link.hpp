#pragma once

#include "simulator/switch/model/profile.hpp"
#include "simulator/switch/tsapi/monitor_table.hpp"
#include "tsapi-worker/tsapi/abi/csta_system.h"

#include <functional>

namespace ctiengine::simulator {

/// The link between the AES and the switch: up or down, and who wants to know (tsapi: 9).
class SwitchLink {
  public:
    SwitchLink(MonitorTable& monitors, const Profile& profile) : monitors_(monitors), profile_(profile) {}

    [[nodiscard]] bool is_up() const { return up_; }
    [[nodiscard]] SystemStatus_t status() const { return up_ ? SS_NORMAL : SS_DISABLED; }

    /// Tells the streams that asked; down: events are lost from now on.
    void set_up(bool up);

    /// Called when the link goes down, after the status was told.
    void on_loss(std::function<void()> action) { on_loss_ = std::move(action); }

    /// A set bit of the filter holds that status back.
    void subscribe(EventSink& sink, SystemStatusFilter_t filter, bool with_link_status);
    /// False: had not subscribed.
    bool unsubscribe(const EventSink& sink);
    [[nodiscard]] bool is_subscribed(const EventSink& sink) const;

    /// The state of our only link, in the layout of the version; 0: nothing.
    void put_link_status(wire::Frame& frame, int version) const;

  private:
    struct Subscription {
        EventSink* sink = nullptr;
        SystemStatusFilter_t filter = 0;
        bool with_link_status = false;
    };
    void tell(SystemStatus_t status);

    MonitorTable& monitors_;
    const Profile& profile_;
    std::map<std::uint64_t, Subscription> subscriptions_;
    bool up_ = true;
    std::function<void()> on_loss_ = [] {};
};

}  // namespace ctiengine::simulator

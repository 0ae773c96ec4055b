#pragma once
#include "common/csta/device_view.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ctiengine::telephony {

/// One TSAPI monitor per device, whoever asked for it. Belongs to the telephony executor.
class MonitorRegistry {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using Answer = std::function<void(csta::Response)>;

    enum class State {
        Starting,  ///< asked for, not confirmed
        Active,
        Lost,  ///< the link is gone; started again when it is back
    };

    /// A gateway that asked while the monitor was starting.
    struct Waiting {
        std::string gateway;
        bool new_watcher = false;  ///< it did not watch before: it does not when the start fails
        TimePoint deadline;
        Answer answer;
    };

    struct Entry {
        explicit Entry(const csta::Device& device) : view(device) {}
        State state = State::Starting;
        std::int32_t cross_ref_id = 0;
        bool restoring = false;               ///< it was active before the link was lost
        std::set<std::string> watchers;       ///< gateway IDs
        std::vector<Waiting> waiting;         ///< who asked while it was starting
        std::optional<TimePoint> idle_since;  ///< nobody watches since then
        csta::DeviceView view;
    };

    explicit MonitorRegistry(std::chrono::seconds linger) : linger_(linger) {}

    /// The entry of the device, made when there is none. The reference stays valid until remove().
    Entry& watch(const csta::Device& device, const std::string& gateway);
    void unwatch(const csta::Device& device, const std::string& gateway, TimePoint now);
    /// The gateway is gone for good: ends all its watches.
    void forget_gateway(const std::string& gateway, TimePoint now);

    Entry* find(const csta::Device& device);
    /// The device of an active monitor; null = an event that comes after the stop.
    const csta::Device* device_of(std::int32_t cross_ref_id) const;

    void confirmed(const csta::Device& device, std::int32_t cross_ref_id);
    void remove(const csta::Device& device);

    /// The link is lost: no cross reference is valid any more.
    void lose_all();
    std::vector<csta::Device> lost() const;

    /// Takes out those whose time is over while a monitor is starting.
    std::vector<Answer> take_late(TimePoint now);

    /// Active monitors that nobody has watched for longer than the linger.
    std::vector<csta::Device> overdue(TimePoint now) const;

    const std::map<csta::Device, Entry>& entries() const { return entries_; }

  private:
    std::chrono::seconds linger_;
    std::map<csta::Device, Entry> entries_;
    std::map<std::int32_t, csta::Device> by_cross_ref_;
};

}  // namespace ctiengine::telephony

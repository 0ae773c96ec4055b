#pragma once
#include "common/csta/device_view.hpp"
#include "common/csta/monitor_object.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ctiengine::telephony {

/// One TSAPI monitor, or routeing registration, per object, whoever asked for it. Belongs to the telephony
/// executor.
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
        explicit Entry(const csta::MonitorObject& object) : view(object.device) {}
        State state = State::Starting;
        std::int32_t cross_ref_id = 0;        ///< of Routeing: the register ID
        bool restoring = false;               ///< it was active before the link was lost
        std::set<std::string> watchers;       ///< gateway IDs
        std::vector<Waiting> waiting;         ///< who asked while it was starting
        std::optional<TimePoint> idle_since;  ///< nobody watches since then
        csta::DeviceView view;                ///< counts for AtDevice only
    };

    explicit MonitorRegistry(std::chrono::seconds linger) : linger_(linger) {}

    /// The entry of the object, made when there is none. The reference stays valid until remove().
    Entry& watch(const csta::MonitorObject& object, const std::string& gateway);
    void unwatch(const csta::MonitorObject& object, const std::string& gateway, TimePoint now);
    /// The gateway is gone for good: ends all its watches.
    void forget_gateway(const std::string& gateway, TimePoint now);

    Entry* find(const csta::MonitorObject& object);
    /// The object of an active monitor; null = an event that comes after the stop.
    const csta::MonitorObject* object_of(std::int32_t cross_ref_id) const;
    /// The object of a routeing registration; its numbers are counted apart from those of monitors.
    const csta::MonitorObject* routeing_of(std::int32_t register_id) const;

    void confirmed(const csta::MonitorObject& object, std::int32_t cross_ref_id);
    /// `object` may be the key of the entry itself.
    void remove(csta::MonitorObject object);

    /// The switch ended this one monitor while its link was down: as lose_all(), for one.
    void lose(const csta::MonitorObject& object);
    /// The link is lost: no cross reference is valid any more.
    void lose_all();
    std::vector<csta::MonitorObject> lost() const;

    /// Takes out those whose time is over while a monitor is starting.
    std::vector<Answer> take_late(TimePoint now);

    /// Active monitors that nobody has watched for longer than the linger.
    std::vector<csta::MonitorObject> overdue(TimePoint now) const;

    const std::map<csta::MonitorObject, Entry>& entries() const { return entries_; }

  private:
    std::chrono::seconds linger_;
    std::map<csta::MonitorObject, Entry> entries_;
    using Numbers = std::map<std::int32_t, csta::MonitorObject>;
    void forget_number(const csta::MonitorObject& object);
    Numbers& numbers_of(const csta::MonitorObject& object);
    static const csta::MonitorObject* find(const Numbers& numbers, std::int32_t id);

    Numbers by_cross_ref_;
    Numbers by_register_id_;
};

}  // namespace ctiengine::telephony

#pragma once
#include "common/csta/monitor_object.hpp"
#include "gateway/messages/monitor_messages.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ctiengine::gateway {

/// One monitor of one session. Several may watch the same object with different filters.
struct Monitor {
    std::string cross_ref_id;  ///< chosen by us, decimal, unique in the session
    csta::MonitorObject object;
    MonitorFilter filter;
    /// Events of a call monitor name no state of a device of their own.
    MonitorType type() const {
        return object.kind == csta::MonitorObject::Kind::AtDevice ? MonitorType::Device : MonitorType::Call;
    }
    bool active = false;  ///< false until the answer to MonitorStart is on its way: no event may overtake it
};

/// The monitors of one session. Belongs to the session's strand.
class MonitorTable {
  public:
    /// Adds a monitor that is not active yet and returns its cross reference.
    std::string add(csta::MonitorObject object, const MonitorFilter& filter);

    /// Null when there is none (any more). Valid until the table changes.
    Monitor* find(const std::string& cross_ref_id);

    void remove(const std::string& cross_ref_id);

    /// Active monitors of `object` in the order in which they were started. Valid until the table changes.
    std::vector<const Monitor*> active_on(const csta::MonitorObject& object) const;

    /// The same with those that are not active yet.
    std::vector<const Monitor*> all_on(const csta::MonitorObject& object) const;

    /// All active monitors in the order in which they were started. Valid until the table changes.
    std::vector<const Monitor*> active() const;

    std::size_t size() const { return monitors_.size(); }

  private:
    std::map<std::uint64_t, Monitor> monitors_;  // by number, so by time of start
    std::uint64_t last_id_ = 0;
};

}  // namespace ctiengine::gateway

#pragma once
#include "common/csta/identifiers.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctiengine::gateway {

/// The routeing devices one session answers for, by routeRegisterReqID. Belongs to the session's strand.
class RouteRegistrations {
  public:
    /// A new ID for `device`; empty = all devices that have no registration of their own.
    std::string add(const csta::Device& device);

    /// The device of a registration; null = there is none of this ID. An empty ID stands for the only
    /// registration of the session, since the standard lets clients leave it out.
    const csta::Device* find(std::string_view register_id) const;

    /// The ID under which route requests of `device` go to the client; null = it did not register for it.
    const std::string* id_of(const csta::Device& device) const;

    /// A copy of all, by ID.
    std::vector<std::pair<std::string, csta::Device>> all() const {
        return {devices_.begin(), devices_.end()};
    }

    /// False when there is none of this ID.
    bool remove(std::string_view register_id);

  private:
    std::map<std::string, csta::Device, std::less<>> devices_;
    std::uint64_t last_ = 0;
};

}  // namespace ctiengine::gateway

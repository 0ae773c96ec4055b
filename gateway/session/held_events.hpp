#pragma once
#include "gateway/worker_link/telephony_link.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace ctiengine::gateway {

/// The events of call monitors that run again after an outage, kept back until the switch has told that the
/// user still is in the call: nobody saw whether he left it meanwhile. Belongs to the session's strand.
class HeldEvents {
  public:
    using Event = std::shared_ptr<const NumberedEvent>;
    using Events = std::vector<Event>;
    static constexpr std::size_t kMost = 256;  ///< of one call; an answer of the switch takes milliseconds

    /// Keeps the events of `object` back from now on. Returns the number of the proof that has to be asked
    /// for: only the newest one counts.
    std::uint64_t begin(const csta::MonitorObject& object);

    enum class Kept { No, Yes, TooMany };
    /// TooMany: the events kept so far are gone, and so must be the monitor.
    Kept keep(const Event& event);

    /// What was kept, in order; from now on nothing is kept back. Nothing when `proof` is not the newest.
    std::optional<Events> end(const csta::MonitorObject& object, std::uint64_t proof);

  private:
    struct Waiting {
        std::uint64_t proof = 0;
        Events events;
    };
    std::map<csta::MonitorObject, Waiting> waiting_;
    std::uint64_t last_proof_ = 0;
};

}  // namespace ctiengine::gateway

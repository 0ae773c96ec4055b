#pragma once

#include "simulator/switch/model/call_setup.hpp"

namespace ctiengine::simulator {

/// How a call gets from the station it was meant for to the device where it rings (tsapi: 7.1, 7.2).
struct DeliveryRoute {
    Destination to;
    CSTAEventCause_t cause = EC_NEW_CALL;  ///< of DELIVERED
    NamedDevice last_redirection;          ///< the station that sent it on; not provided: none did
    std::vector<HistoryEntry> history;
};

/// Forwarding, send all calls and coverage. Stations that send a call on without ringing tell nobody; one
/// that has rung and is left tells its own monitors by DIVERTED.
class CallDelivery {
  public:
    CallDelivery(SwitchCore& core, CallSetup& setup) : core_(core), setup_(setup) {}

    /// Where a call for `station` rings now; nullopt: busy. `call` may be nullptr when there is none yet.
    [[nodiscard]] std::optional<DeliveryRoute> route(const StationPlan& station, const Call* call);

    /// Makes the call ring; false: busy.
    bool deliver(Call& call, const StationPlan& station);

  private:
    static constexpr int kMostHops = 3;

    /// One step away from `station`; nullopt: it takes the call itself.
    struct Hop {
        std::optional<Destination> to;  ///< nullopt: busy
        CSTAEventCause_t cause = EC_NONE;
    };
    [[nodiscard]] std::optional<Hop> hop(const StationPlan& station, const Call* call);
    [[nodiscard]] std::optional<Destination> reachable(const std::string& digits, const Call* call);
    [[nodiscard]] std::optional<Destination> cover_point(const StationPlan& station, const Call* call);
    [[nodiscard]] std::optional<std::chrono::milliseconds> patience(const StationPlan& station) const;
    void wait_for_answer(Call& call, const StationPlan& station);
    void not_answered(std::uint64_t serial);

    SwitchCore& core_;
    CallSetup& setup_;
};

}  // namespace ctiengine::simulator

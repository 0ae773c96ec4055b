#pragma once

#include "simulator/switch/model/switch_core.hpp"

namespace ctiengine::simulator {

/// The result of a transfer or conference.
struct MergedCall {
    CallId call = 0;
    std::string ucid;
    std::vector<ListedParty> parties;
};

/// Makes one call of a held and an active one (tsapi: 7.1 first row, 7.5): the call ID of the active call
/// lives on.
class CallMerging {
  public:
    static constexpr std::size_t kMaxParties = 6;

    explicit CallMerging(SwitchCore& core) : core_(core) {}

    /// The station leaves; it may do so while the new party rings.
    Outcome<MergedCall> transfer(const ConnectionRef& held, const ConnectionRef& active);

    /// The station stays.
    Outcome<MergedCall> conference(const ConnectionRef& held, const ConnectionRef& active);

  private:
    struct Pair {
        Call* held = nullptr;
        Call* active = nullptr;
        std::string controller;
    };
    Outcome<Pair> check(const ConnectionRef& held, const ConnectionRef& active, bool controller_stays);
    Outcome<void> check_parties(const Pair& pair, bool controller_stays) const;
    CallEvent merge_event(const Pair& pair, int type, CSTAEventCause_t cause);
    [[nodiscard]] static SwitchCore::Audience audience(
        const Call& call, const Pair& pair, const std::string& added
    );
    void move_all(Pair& pair);

    SwitchCore& core_;
};

}  // namespace ctiengine::simulator

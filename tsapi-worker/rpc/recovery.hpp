#pragma once
#include "ctiengine/tsapi/v1/telephony.pb.h"
#include "tsapi-worker/telephony/event_journal.hpp"

namespace ctiengine::rpc {

/// What a gateway that attaches gets before the live events.
struct RecoveryPlan {
    tsapi::v1::Recovery recovery = tsapi::v1::RECOVERY_FRESH;
    std::uint64_t next_seq = 1;                            ///< number of the first event that will follow
    std::vector<telephony::EventJournal::Entry> replay{};  ///< the events it missed
};

/// By what it has seen: nothing missed, replayed, or snapshot (another epoch, or the journal does not reach
/// back, or further than `max_replay` events: more would only get the gateway cut as too slow).
RecoveryPlan plan_recovery(
    const telephony::EventJournal& journal,
    std::uint64_t last_epoch,
    std::uint64_t last_seq,
    std::size_t max_replay
);

}  // namespace ctiengine::rpc

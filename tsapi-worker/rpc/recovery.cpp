#include "tsapi-worker/rpc/recovery.hpp"

namespace ctiengine::rpc {

namespace pb = tsapi::v1;

RecoveryPlan plan_recovery(
    const telephony::EventJournal& journal,
    std::uint64_t last_epoch,
    std::uint64_t last_seq,
    std::size_t max_replay
) {
    RecoveryPlan plan;
    plan.next_seq = journal.last_seq() + 1;
    if (last_epoch == 0) return plan;
    plan.recovery = pb::RECOVERY_SNAPSHOT;
    if (last_epoch != journal.epoch()) return plan;
    auto missed = journal.after(last_seq);
    if (!missed || missed->size() > max_replay) return plan;
    plan.recovery = missed->empty() ? pb::RECOVERY_NOTHING_MISSED : pb::RECOVERY_REPLAYED;
    plan.next_seq = last_seq + 1;
    plan.replay = std::move(*missed);
    return plan;
}

}  // namespace ctiengine::rpc

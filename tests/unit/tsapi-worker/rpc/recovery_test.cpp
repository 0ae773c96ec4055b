#include "tsapi-worker/rpc/recovery.hpp"

#include <gtest/gtest.h>

namespace ctiengine::rpc {
namespace {

namespace pb = tsapi::v1;
using namespace std::chrono_literals;

constexpr std::uint64_t kEpoch = 1000;

/// The journal has given the numbers 1 … 6 and still keeps 4, 5 and 6.
struct RecoveryRow {
    const char* name;
    std::uint64_t last_epoch;
    std::uint64_t last_seq;
    pb::Recovery recovery;
    std::uint64_t next_seq;
    std::vector<std::uint64_t> replay;
};

class PlanRecovery : public testing::TestWithParam<RecoveryRow> {
  protected:
    PlanRecovery() {
        for (int i = 0; i < 6; ++i) journal.append({});
    }
    telephony::MemoryJournal journal{kEpoch, 3 * telephony::estimated_bytes({}), 10min, [] {
                                         return std::chrono::system_clock::time_point();
                                     }};
};

TEST_P(PlanRecovery, FollowsItsRow) {
    const auto& row = GetParam();
    auto plan = plan_recovery(journal, row.last_epoch, row.last_seq, 3);
    EXPECT_EQ(plan.recovery, row.recovery);
    EXPECT_EQ(plan.next_seq, row.next_seq);
    std::vector<std::uint64_t> replay;
    for (const auto& event : plan.replay) replay.push_back(event->seq);
    EXPECT_EQ(replay, row.replay);
}

INSTANTIATE_TEST_SUITE_P(
    Rows,
    PlanRecovery,
    testing::Values(
        RecoveryRow{"FirstContact", 0, 0, pb::RECOVERY_FRESH, 7, {}},
        RecoveryRow{"FirstContactWithANumberOfNoEpoch", 0, 5, pb::RECOVERY_FRESH, 7, {}},
        RecoveryRow{"NothingMissed", kEpoch, 6, pb::RECOVERY_NOTHING_MISSED, 7, {}},
        RecoveryRow{"OneMissed", kEpoch, 5, pb::RECOVERY_REPLAYED, 6, {6}},
        RecoveryRow{"AllThatIsKeptMissed", kEpoch, 3, pb::RECOVERY_REPLAYED, 4, {4, 5, 6}},
        RecoveryRow{"OneMoreThanIsKeptMissed", kEpoch, 2, pb::RECOVERY_SNAPSHOT, 7, {}},
        RecoveryRow{"AllMissed", kEpoch, 0, pb::RECOVERY_SNAPSHOT, 7, {}},
        RecoveryRow{"ANumberNotGivenYet", kEpoch, 7, pb::RECOVERY_SNAPSHOT, 7, {}},
        RecoveryRow{"AnEarlierEpoch", kEpoch - 1, 5, pb::RECOVERY_SNAPSHOT, 7, {}},
        RecoveryRow{"ALaterEpoch", kEpoch + 1, 5, pb::RECOVERY_SNAPSHOT, 7, {}}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(PlanRecoveryOfALongAbsence, IsASnapshotBeyondTheLimitOfAReplay) {
    telephony::MemoryJournal journal(kEpoch, 1U << 20U, 10min, [] {
        return std::chrono::system_clock::time_point();
    });
    for (int i = 0; i < 5; ++i) journal.append({});
    EXPECT_EQ(plan_recovery(journal, kEpoch, 2, 3).recovery, pb::RECOVERY_REPLAYED);
    EXPECT_EQ(plan_recovery(journal, kEpoch, 1, 3).recovery, pb::RECOVERY_SNAPSHOT);
}

TEST(PlanRecoveryOfAnEmptyJournal, MissesNothing) {
    telephony::MemoryJournal journal(kEpoch, 1000, 10min, [] {
        return std::chrono::system_clock::time_point();
    });
    EXPECT_EQ(plan_recovery(journal, kEpoch, 0, 3).recovery, pb::RECOVERY_NOTHING_MISSED);
    EXPECT_EQ(plan_recovery(journal, 0, 0, 3).next_seq, 1U);
}

}  // namespace
}  // namespace ctiengine::rpc

#include "tsapi-worker/telephony/event_journal.hpp"

#include <gtest/gtest.h>

namespace ctiengine::telephony {
namespace {

using namespace std::chrono_literals;

class MemoryJournalTest : public testing::Test {
  protected:
    MemoryJournal journal_of(std::size_t max_bytes) {
        return {77, max_bytes, 10min, [this] { return now; }};
    }
    static csta::Event event(const csta::Device& device = "4001") {
        csta::Event event;
        event.object = csta::at_device(device);
        event.what = csta::SystemStatusChanged{csta::SystemStatus::Normal};
        return event;
    }
    static std::vector<std::uint64_t> numbers(const std::optional<std::vector<EventJournal::Entry>>& events) {
        std::vector<std::uint64_t> seqs;
        for (const auto& entry : events.value()) seqs.push_back(entry->seq);
        return seqs;
    }

    std::chrono::system_clock::time_point now{1000h};
};

TEST_F(MemoryJournalTest, NumbersFromOneWithoutGapsAndStampsTheTime) {
    auto journal = journal_of(1U << 20U);
    EXPECT_EQ(journal.epoch(), 77U);
    EXPECT_EQ(journal.last_seq(), 0U);
    EXPECT_EQ(journal.append(event())->seq, 1U);
    now += 1s;
    auto second = journal.append(event());
    EXPECT_EQ(second->seq, 2U);
    EXPECT_EQ(second->time, now);
    EXPECT_EQ(journal.last_seq(), 2U);
}

TEST_F(MemoryJournalTest, GivesWhatFollowsANumber) {
    auto journal = journal_of(1U << 20U);
    for (int i = 0; i < 5; ++i) journal.append(event());
    EXPECT_EQ(numbers(journal.after(0)), (std::vector<std::uint64_t>{1, 2, 3, 4, 5}));
    EXPECT_EQ(numbers(journal.after(3)), (std::vector<std::uint64_t>{4, 5}));
    EXPECT_TRUE(journal.after(5).value().empty());
}

TEST_F(MemoryJournalTest, AnEmptyJournalHasNothingMissing) {
    EXPECT_TRUE(journal_of(1000).after(0).value().empty());
}

TEST_F(MemoryJournalTest, ANumberFromTheFutureIsNotOurs) {
    auto journal = journal_of(1U << 20U);
    journal.append(event());
    EXPECT_FALSE(journal.after(2));
}

TEST_F(MemoryJournalTest, ForgetsTheOldestWhenTheBytesRunOut) {
    const auto one = estimated_bytes(event());
    auto journal = journal_of(3 * one);
    for (int i = 0; i < 5; ++i) journal.append(event());
    EXPECT_EQ(journal.size(), 3U);
    EXPECT_EQ(journal.bytes(), 3 * one);
    EXPECT_FALSE(journal.after(1)) << "event 2 is gone";
    EXPECT_EQ(numbers(journal.after(2)), (std::vector<std::uint64_t>{3, 4, 5}));
}

TEST_F(MemoryJournalTest, ForgetsWhatIsOlderThanTheAge) {
    auto journal = journal_of(1U << 20U);
    journal.append(event());
    now += 10min;
    journal.append(event());
    EXPECT_TRUE(journal.after(0)) << "exactly as old as allowed";
    now += 1s;
    journal.append(event());
    EXPECT_FALSE(journal.after(0));
    EXPECT_EQ(numbers(journal.after(1)), (std::vector<std::uint64_t>{2, 3}));
}

TEST_F(MemoryJournalTest, AnEventTooLargeForTheJournalIsStillNumberedAndDelivered) {
    auto journal = journal_of(10);
    auto entry = journal.append(event());
    EXPECT_EQ(entry->seq, 1U);
    EXPECT_EQ(journal.size(), 0U);
    EXPECT_EQ(journal.bytes(), 0U);
    EXPECT_FALSE(journal.after(0)) << "it cannot be replayed";
    EXPECT_TRUE(journal.after(1)) << "who has it misses nothing";
}

TEST_F(MemoryJournalTest, AnEntryOutlivesItsPlaceInTheJournal) {
    auto journal = journal_of(estimated_bytes(event()));
    auto first = journal.append(event("4001"));
    journal.append(event("4002"));
    EXPECT_EQ(first->object.device, "4001");
}

TEST(EstimatedBytes, CountsWhatCanBeLarge) {
    csta::Event plain;
    plain.what = csta::CallEvent{csta::Transferred{}, {}, {}, {}};
    auto with_parties = plain;
    std::get<csta::Transferred>(std::get<csta::CallEvent>(with_parties.what).body).connections.resize(6);
    auto with_data = plain;
    std::get<csta::CallEvent>(with_data.what).private_data.user_data =
        csta::UserData{csta::UserDataProtocol::UserSpecific, std::string(128, 'x')};
    EXPECT_GE(estimated_bytes(with_parties), estimated_bytes(plain) + 6 * sizeof(csta::ConnectionListItem));
    EXPECT_GE(estimated_bytes(with_data), estimated_bytes(plain) + 128);
}

}  // namespace
}  // namespace ctiengine::telephony

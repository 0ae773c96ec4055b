#include "common/refusals/refusal_book.hpp"

#include <gtest/gtest.h>

namespace ctiengine::refusals {
namespace {

struct Trail final : audit::AuditTrail {
    void record(audit::AuditEntry entry) noexcept override { entries.push_back(std::move(entry)); }
    std::vector<audit::AuditEntry> entries;
};

TEST(RefusalBook, CountsEachKindByItself) {
    Trail trail;
    RefusalBook book(trail);
    book.note(Refusal::SlowReader, {});
    book.note(Refusal::SlowReader, {});
    EXPECT_EQ(book.count(Refusal::SlowReader), 2U);
    EXPECT_EQ(book.count(Refusal::DeviceDenied), 0U);
}

TEST(RefusalBook, AuditsWhatTheTableSays) {
    Trail trail;
    RefusalBook book(trail);
    book.note(Refusal::SlowReader, {{}, "192.0.2.7"});
    book.note(Refusal::DeviceDenied, {{}, "192.0.2.7", "ann", "5F"}, "4002");
    ASSERT_EQ(trail.entries.size(), 1U);
    EXPECT_EQ(trail.entries[0].event, "refused");
    EXPECT_EQ(trail.entries[0].user, "ann");
    EXPECT_EQ(trail.entries[0].source, "192.0.2.7");
    ASSERT_EQ(trail.entries[0].fields.size(), 2U);
    EXPECT_EQ(trail.entries[0].fields[0].second, "device");
    EXPECT_EQ(trail.entries[0].fields[1].second, "4002");
}

}  // namespace
}  // namespace ctiengine::refusals

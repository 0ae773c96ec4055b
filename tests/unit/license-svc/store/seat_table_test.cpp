#include "license-svc/store/seat_table.hpp"

#include "tests/unit/license-svc/store/state_folder.hpp"

#include <gmock/gmock.h>

namespace ctiengine::license {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const Seat kAnn{"ann", {"gateway-1", "first"}, 7, 1700000000};
const Seat kBen{"ben's \"desk\"; DROP TABLE seat", {"gateway-2", "first"}, 1, 1700000001};

TEST(SeatTable, KeepsWhatWasPutOverAStart) {
    const StateFolder folder;
    {
        auto database = folder.open();
        SeatTable table(database);
        EXPECT_TRUE(table.put(kAnn));
        EXPECT_TRUE(table.put(kBen));
    }
    auto database = folder.open();
    EXPECT_THAT(SeatTable(database).load(), UnorderedElementsAre(kAnn, kBen));
}

TEST(SeatTable, KeepsOneSeatForAKey) {
    const StateFolder folder;
    auto database = folder.open();
    SeatTable table(database);
    EXPECT_TRUE(table.put(kAnn));
    auto moved = kAnn;
    moved.holder = {"gateway-2", "first"};
    EXPECT_TRUE(table.put(moved));
    EXPECT_THAT(table.load(), UnorderedElementsAre(moved));
    table.erase("ann");
    EXPECT_THAT(table.load(), IsEmpty());
}

/// T6: a full disk is what SQLite makes of a page limit, too.
TEST(SeatTable, T6_ASeatThatCannotBeWrittenIsNotPut) {
    const StateFolder folder;
    auto database = folder.open();
    SeatTable table(database);
    Statement limit(database, "PRAGMA max_page_count = 1");
    ASSERT_EQ(limit.step(), Statement::Step::Row);
    limit.reset();
    auto large = kAnn;
    large.holder.name.assign(1 << 20, 'x');
    EXPECT_FALSE(table.put(large));
    EXPECT_THAT(table.load(), IsEmpty());
}

}  // namespace
}  // namespace ctiengine::license

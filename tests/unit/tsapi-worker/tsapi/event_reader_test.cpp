#include "tsapi-worker/tsapi/event_reader.hpp"

#include "tests/unit/tsapi-worker/tsapi/fake_library.hpp"

#include <gtest/gtest.h>

namespace ctiengine::tsapi {
namespace {

class EventReaderTest : public testing::Test {
  protected:
    test::FakeLibrary fake;
    TsapiFunctions functions = fake.functions();
};

TEST_F(EventReaderTest, ReadsAnEventThatFitsAtOnce) {
    fake.events = {{500, 20, 'a'}};
    EventReader reader(functions, 1);
    EXPECT_EQ(reader.next(), ACSPOSITIVE_ACK);
    EXPECT_EQ(fake.reads, 1);
    EXPECT_EQ(reader.private_data().length, 20);
    EXPECT_EQ(reader.private_data().data[19], 'a');
}

TEST_F(EventReaderTest, GrowsTheEventBufferToTheSizeThatTheLibraryNames) {
    fake.events = {{9000, 0, 'b'}};
    EventReader reader(functions, 1, 512, 64);
    EXPECT_EQ(reader.next(), ACSPOSITIVE_ACK);
    EXPECT_EQ(fake.reads, 2);
    EXPECT_EQ(reinterpret_cast<const char*>(&reader.event())[8999], 'b');
}

TEST_F(EventReaderTest, GrowsThePrivateBufferWhenTheEventSizeDidNotChange) {
    fake.events = {{512, 3000, 'c'}};
    EventReader reader(functions, 1, 512, 64);
    EXPECT_EQ(reader.next(), ACSPOSITIVE_ACK);
    EXPECT_EQ(reader.private_data().length, 3000);
    const auto* bytes = reinterpret_cast<const char*>(&reader.private_data());
    EXPECT_EQ(bytes[offsetof(ATTPrivateData_t, data) + 2999], 'c');
}

TEST_F(EventReaderTest, GrowsBothForOneEvent) {
    fake.events = {{4000, 300, 'd'}};
    EventReader reader(functions, 1, 512, 64);
    EXPECT_EQ(reader.next(), ACSPOSITIVE_ACK);
    EXPECT_EQ(reader.private_data().length, 300);
}

TEST_F(EventReaderTest, ResetsTheCapacitiesBeforeEachEvent) {
    fake.events = {{100, 1, 'e'}, {4000, 900, 'f'}};
    EventReader reader(functions, 1);
    EXPECT_EQ(reader.next(), ACSPOSITIVE_ACK);
    EXPECT_EQ(reader.next(), ACSPOSITIVE_ACK);
    EXPECT_EQ(fake.reads, 2);  // the first event's small sizes were not taken for the buffers'
}

TEST_F(EventReaderTest, GivesUpOnPrivateDataThatNoBufferCanHold) {
    fake.events = {{100, 70000, 'g'}};
    EventReader reader(functions, 1);
    EXPECT_EQ(reader.next(), ACSERR_UBUFSMALL);
}

TEST_F(EventReaderTest, PassesOnTheEndOfTheStream) {
    EventReader reader(functions, 1);
    EXPECT_EQ(reader.next(), ACSERR_BADHDL);
}

}  // namespace
}  // namespace ctiengine::tsapi

// attPrivateData reads every message of every version, as the program's own layout and within its event.
#include "simulator/wire/att_versions.hpp"
#include "simulator/wire/pdu.hpp"
#include "tests/fakes/wire_messages/cases.hpp"
#include "tests/unit/simulator/tsapi_standin/stream_fixture.hpp"

#include <map>

namespace ctiengine::tsapi_standin::test {
namespace {

using wire_test::Amount;
using wire_test::Case;
using wire_test::Checker;
using wire_test::Filler;

/// Encodes the case's struct by number, as a program may, and reads it back.
void goes_through(const Case& message, Amount amount) {
    Filler filler(amount);
    const auto object = std::make_unique<std::byte[]>(message.size);
    message.fill(filler, object.get());
    ATTPrivateData_t data{};
    ASSERT_EQ(encodePrivate(message.type, object.get(), &data), ACSPOSITIVE_ACK);
    EXPECT_STREQ(data.vendor, ECS_VENDOR_STRING);
    const auto event = std::make_unique<ATTEvent_t>();
    ASSERT_EQ(attPrivateData(&data, event.get()), ACSPOSITIVE_ACK);
    EXPECT_EQ(event->eventType, message.type);
    Checker checker(amount, event->heap, sizeof event->heap);
    message.check(checker, &event->u);
}

class PrivateDataOfVersion : public testing::TestWithParam<int> {};

TEST_P(PrivateDataOfVersion, IsReadWhole) {
    std::size_t messages = 0;
    for (const auto& message : wire_test::all_cases()) {
        if (message.event_class != wire::kPrivateClass) continue;
        if (!wire::att_versions(message.type)->contain(GetParam())) continue;
        SCOPED_TRACE(message.name);
        ++messages;
        goes_through(message, Amount::Nothing);
        goes_through(message, Amount::Some);
    }
    // Requests of older layouts count up to their version, too; see att_versions.hpp.
    const std::map<int, std::size_t> expected{{2, 48}, {3, 58}, {4, 59}, {5, 79},
                                              {6, 80}, {7, 86}, {8, 89}, {9, 90}};
    EXPECT_EQ(messages, expected.at(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(
    All, PrivateDataOfVersion, testing::Range(wire::kFirstAttVersion, wire::kLastAttVersion + 1)
);

}  // namespace
}  // namespace ctiengine::tsapi_standin::test

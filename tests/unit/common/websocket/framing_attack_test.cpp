#include "tests/fakes/wss_client/frames.hpp"
#include "tests/unit/common/websocket/echo_server.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace ctiengine::websocket {
namespace {

using ctiengine::testing::client_frame;
using ctiengine::testing::Opcode;
using ctiengine::testing::WssClient;

struct Attack {
    const char* name;
    std::string bytes;
    std::uint16_t code;
};
void PrintTo(const Attack& row, std::ostream* out) {
    *out << row.name;
}

class FramingAttack : public ::testing::TestWithParam<Attack> {};

TEST_P(FramingAttack, IsClosedWithItsCode) {
    EchoServer server;
    WssClient client(server.options());
    client.send_raw(GetParam().bytes);
    EXPECT_EQ(client.wait_closed(), GetParam().code);
}

std::string with_first_byte(char first) {
    auto frame = client_frame(Opcode::Text, "x");
    frame[0] = first;
    return frame;
}

INSTANTIATE_TEST_SUITE_P(
    Frames,
    FramingAttack,
    ::testing::Values(
        Attack{"NotMasked", std::string("\x81\x01x"), 1002},
        Attack{"ReservedBit", with_first_byte('\xC1'), 1002},
        Attack{"UnknownOpcode", with_first_byte('\x83'), 1002},
        Attack{"UnknownControl", with_first_byte('\x8B'), 1002},
        Attack{"ContinuationOfNothing", client_frame(Opcode::Continuation, "x"), 1002},
        Attack{
            "NewMessageInsideOne", client_frame(Opcode::Text, "x", false) + client_frame(Opcode::Text, "y"),
            1002},
        Attack{"FragmentedPing", client_frame(Opcode::Ping, "x", false), 1002},
        Attack{"LongPing", client_frame(Opcode::Ping, std::string(126, 'x')), 1002},
        Attack{"LengthNotShortest", std::string("\x81\xFE\x00\x01\x00\x00\x00\x00x", 9), 1002},
        Attack{"TextNotUtf8", client_frame(Opcode::Text, "a\xFFz"), 1007},
        Attack{"TextCutInACharacter", client_frame(Opcode::Text, "a\xE2\x82"), 1007},
        Attack{"CloseWithOneByte", client_frame(Opcode::Close, "x"), 1002},
        Attack{"CloseWithReservedCode", client_frame(Opcode::Close, std::string("\x03\xED", 2)), 1002},
        Attack{"CloseReasonNotUtf8", client_frame(Opcode::Close, std::string("\x03\xE8\xFF", 3)), 1002}
    ),
    [](const auto& row) { return std::string(row.param.name); }
);

TEST(Framing, CharactersMayBeSplitBetweenFragments) {
    EchoServer server;
    WssClient client(server.options());
    client.send_raw(client_frame(Opcode::Text, "a\xE2", false));
    client.send_raw(client_frame(Opcode::Ping, "between"));
    client.send_raw(client_frame(Opcode::Continuation, "\x82\xAC"));
    const auto echoed = client.receive();
    ASSERT_TRUE(echoed.has_value());
    EXPECT_EQ(echoed->payload, "a\xE2\x82\xAC");
}

TEST(Framing, BytesMayComeOneByOne) {
    EchoServer server;
    WssClient client(server.options());
    for (const char byte : client_frame(Opcode::Text, "slow")) client.send_raw(std::string(1, byte));
    const auto echoed = client.receive();
    ASSERT_TRUE(echoed.has_value());
    EXPECT_EQ(echoed->payload, "slow");
}

}  // namespace
}  // namespace ctiengine::websocket

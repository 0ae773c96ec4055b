#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::testing {

enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// One frame as a client sends it, masked. Also for tests that send frames which break rules.
std::string client_frame(Opcode opcode, std::string_view payload, bool final = true);

/// One frame of the server.
struct ServerFrame {
    Opcode opcode = Opcode::Text;
    bool final = true;
    std::string payload;
};

/// Takes the first whole frame off `bytes`; empty = more bytes are needed. Throws std::runtime_error when the
/// frame breaks RFC 6455 (masked, reserved bits).
std::optional<ServerFrame> take_frame(std::string& bytes);

}  // namespace ctiengine::testing

#include "tests/fakes/wss_client/frames.hpp"

#include <array>
#include <stdexcept>

namespace ctiengine::testing {

namespace {

constexpr std::array<unsigned char, 4> kMask{0x37, 0xfa, 0x21, 0x3d};

void append_big_endian(std::string& bytes, std::uint64_t value, int size) {
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<char>((value >> shift) & 0xFFU));
    }
}

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = (value << 8U) | static_cast<unsigned char>(byte);
    return value;
}

}  // namespace

std::string client_frame(Opcode opcode, std::string_view payload, bool final) {
    std::string frame;
    frame.push_back(static_cast<char>((final ? 0x80U : 0U) | static_cast<unsigned>(opcode)));
    if (payload.size() < 126) {
        frame.push_back(static_cast<char>(0x80U | payload.size()));
    } else if (payload.size() < 65536) {
        frame.push_back(static_cast<char>(0x80U | 126U));
        append_big_endian(frame, payload.size(), 2);
    } else {
        frame.push_back(static_cast<char>(0x80U | 127U));
        append_big_endian(frame, payload.size(), 8);
    }
    for (const auto byte : kMask) frame.push_back(static_cast<char>(byte));
    for (std::size_t at = 0; at < payload.size(); ++at) {
        frame.push_back(static_cast<char>(static_cast<unsigned char>(payload[at]) ^ kMask[at % kMask.size()])
        );
    }
    return frame;
}

std::optional<ServerFrame> take_frame(std::string& bytes) {
    if (bytes.size() < 2) return std::nullopt;
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    if ((first & 0x70U) != 0) throw std::runtime_error("test client: the server set reserved bits");
    if ((second & 0x80U) != 0) throw std::runtime_error("test client: the server masked a frame");
    const std::size_t extra = (second & 0x7FU) == 126 ? 2 : (second & 0x7FU) == 127 ? 8 : 0;
    if (bytes.size() < 2 + extra) return std::nullopt;
    const std::uint64_t size =
        extra == 0 ? second & 0x7FU : big_endian(std::string_view(bytes).substr(2, extra));
    if (bytes.size() - 2 - extra < size) return std::nullopt;
    ServerFrame frame{
        static_cast<Opcode>(first & 0x0FU), (first & 0x80U) != 0, bytes.substr(2 + extra, size)};
    bytes.erase(0, 2 + extra + size);
    return frame;
}

}  // namespace ctiengine::testing

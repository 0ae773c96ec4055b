#include "config/secrets/base64url.hpp"

#include <cstdint>

namespace ctiengine::config {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string to_base64url(std::span<const unsigned char> octets) {
    std::string text;
    text.reserve((octets.size() * 4 + 2) / 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (auto octet : octets) {
        bits = bits << 8 | octet;
        for (count += 8; count >= 6; count -= 6) text += kDigits[bits >> (count - 6) & 63];
    }
    if (count > 0) text += kDigits[bits << (6 - count) & 63];
    return text;
}

std::optional<Octets> from_base64url(std::string_view text) {
    Octets octets;
    octets.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    int count = 0;
    for (auto character : text) {
        auto digit = kDigits.find(character);
        if (digit == std::string_view::npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        octets.push_back(static_cast<unsigned char>(bits >> count & 255));
    }
    if (count == 6 || (bits & ((1U << count) - 1)) != 0) return std::nullopt;
    return octets;
}

}  // namespace ctiengine::config

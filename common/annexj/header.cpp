#include "common/annexj/header.hpp"

#include <algorithm>
#include <array>

namespace ctiengine::annexj {
namespace {

constexpr std::size_t kLengthAt = 2;
constexpr std::size_t kInvokeIdAt = 4;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string hex_of(std::string_view bytes) {
    std::string hex;
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        if (!hex.empty()) hex += ' ';
        hex += "0123456789ABCDEF"[byte >> 4U];
        hex += "0123456789ABCDEF"[byte & 15U];
    }
    return hex;
}

/// The two usual mistakes have signatures of their own.
std::string_view likely_mistake(std::string_view start) {
    if (start.starts_with("\x16\x03")) return "; this is the start of TLS, but the port is a plain one";
    if (start.starts_with("GET ") || start.starts_with("POST")) return "; this is HTTP, but the port is none";
    if (start.starts_with("<")) return "; this is XML without the 8 bytes in front of it";
    return "";
}

}  // namespace

Result<Header> read_header(std::string_view start) {
    const auto digits = start.substr(kInvokeIdAt, kHeaderBytes - kInvokeIdAt);
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) {
        std::string sentence = "the invoke ID must be four ASCII digits, but the header is ";
        return Error{
            Errc::InvalidValue,
            sentence.append(hex_of(start.substr(0, kHeaderBytes))).append(likely_mistake(start))};
    }
    Header header;
    const auto byte = [start](std::size_t at) { return static_cast<unsigned char>(start[at]); };
    header.length = byte(kLengthAt) * std::size_t{256} + byte(kLengthAt + 1);
    if (header.length < kHeaderBytes) {
        return Error{
            Errc::ProtocolViolation, "the length field says " + std::to_string(header.length) +
                                         ", but it counts the whole frame with its 8 bytes of header"};
    }
    for (const char digit : digits) {
        header.invoke_id = static_cast<std::uint16_t>(header.invoke_id * 10 + (digit - '0'));
    }
    return header;
}

Result<std::string> make_frame(std::uint16_t invoke_id, std::string xml) {
    if (xml.size() > kLongestContent) {
        return Error{
            Errc::TooLarge, "a message of " + std::to_string(xml.size()) +
                                " bytes does not fit into a frame of annex J, which carries " +
                                std::to_string(kLongestContent)};
    }
    const auto length = xml.size() + kHeaderBytes;
    std::array<char, kHeaderBytes> header{
        0, 0, static_cast<char>(length / 256), static_cast<char>(length % 256)};
    unsigned rest = invoke_id;
    for (auto at = kHeaderBytes; at > kInvokeIdAt; rest /= 10) {
        header[--at] = static_cast<char>('0' + rest % 10);
    }
    xml.insert(0, header.data(), header.size());
    return xml;
}

}  // namespace ctiengine::annexj

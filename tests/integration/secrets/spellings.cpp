#include "tests/integration/secrets/spellings.hpp"

#include "config/secrets/base64url.hpp"

namespace ctiengine::tests {
namespace {

std::string utf16(const std::string& text) {
    std::string wide;
    for (char character : text) wide.append({character, '\0'});
    return wide;
}

std::string hexadecimal(const std::string& text, const char* digits) {
    std::string hex;
    for (unsigned char octet : text) hex.append({digits[octet >> 4], digits[octet & 15]});
    return hex;
}

/// The characters of base64 that depend on nothing but `text` when `before` octets of its group come before
/// it.
std::string base64(const std::string& text, std::size_t before) {
    auto padded = std::string(before, '\0') + text;
    auto whole = config::to_base64url(config::Octets(padded.begin(), padded.end()));
    auto from = (before * 8 + 5) / 6;
    auto size = padded.size() * 8 / 6 - from;
    return whole.substr(from, size);
}

}  // namespace

std::vector<std::string> spellings(const std::string& secret) {
    return {
        secret,
        utf16(secret),
        hexadecimal(secret, "0123456789abcdef"),
        hexadecimal(secret, "0123456789ABCDEF"),
        base64(secret, 0),
        base64(secret, 1),
        base64(secret, 2)};
}

}  // namespace ctiengine::tests

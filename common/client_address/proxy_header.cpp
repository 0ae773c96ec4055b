#include "common/client_address/proxy_header.hpp"

#include "common/client_address/address_list.hpp"

#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/address_v6.hpp>
#include <boost/crc.hpp>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace ctiengine::client_address {
namespace {

namespace ip = boost::asio::ip;
using Client = std::optional<ip::address>;

constexpr std::string_view kSignature("\r\n\r\n\0\r\nQUIT\n", 12);
constexpr std::string_view kLine = "PROXY ";

Error broken(const char* what) {
    return Error{Errc::ProtocolViolation, std::string("PROXY header: ") + what};
}

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}
std::size_t number_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::size_t>(byte_at(bytes, at)) << 8 | byte_at(bytes, at + 1);
}

// ---- version 1: one line of words

bool is_port(std::string_view word) {
    unsigned port = 0;
    const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), port);
    const bool canonical = !word.empty() && (word.size() == 1 || word.front() != '0');
    return failed == std::errc() && end == word.data() + word.size() && port <= 65535 && canonical;
}

Result<Client> read_line_header(std::string_view line) {
    if (line.size() > kLongestProxyLine || !line.ends_with("\r\n")) return broken("the line has no end");
    line.remove_suffix(2);
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin <= line.size();) {
        const auto end = std::min(line.find(' ', begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    if (words.size() >= 2 && words[1] == "UNKNOWN") return Client();
    if (words.size() != 6) return broken("a line has six words");
    const auto source = parse_address(words[2]);
    const auto target = parse_address(words[3]);
    const bool v4 = words[1] == "TCP4";
    if (!v4 && words[1] != "TCP6") return broken("the protocol is neither TCP4, TCP6 nor UNKNOWN");
    if (!source || !target) return broken("an address cannot be read");
    if (v4 && (!source->is_v4() || !target->is_v4())) return broken("TCP4 with another kind of address");
    if (!is_port(words[4]) || !is_port(words[5])) return broken("a port cannot be read");
    return Client(*source);
}

// ---- version 2: octets

constexpr std::uint8_t kCrc32c = 0x03;

/// The additions behind the addresses have to fit; one of them may be a checksum of the whole header.
Result<void> check_additions(std::string_view header, std::size_t at) {
    while (at < header.size()) {
        if (at + 3 > header.size()) return broken("an addition is cut off");
        const auto size = number_at(header, at + 1);
        const auto value = at + 3;
        if (value + size > header.size()) return broken("an addition is longer than the header");
        if (byte_at(header, at) == kCrc32c) {
            if (size != 4) return broken("the checksum has four bytes");
            std::string zeroed(header);
            std::memset(zeroed.data() + value, 0, 4);
            boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> sum;
            sum.process_bytes(zeroed.data(), zeroed.size());
            const auto stated = number_at(header, value) << 16 | number_at(header, value + 2);
            if (stated != sum.checksum()) return broken("the checksum is wrong");
        }
        at = value + size;
    }
    return {};
}

Result<Client> read_octet_header(std::string_view header) {
    constexpr std::size_t kInet = 12;
    constexpr std::size_t kInet6 = 36;
    const auto command = byte_at(header, 12) & 0x0FU;
    const auto family = byte_at(header, 13) >> 4;
    const auto addresses = header.size() - kProxyFixedPart;
    if (command > 1) return broken("the command is neither LOCAL nor PROXY");
    const auto wanted = family == 1 ? kInet : family == 2 ? kInet6 : std::size_t{0};
    if (command == 1 && addresses < wanted) return broken("the addresses are cut off");
    if (command == 1 && family > 3) return broken("the address family is unknown");
    if (command == 0 || wanted == 0) return Client();
    if (auto fits = check_additions(header, kProxyFixedPart + wanted); !fits) return fits.error();
    if (family == 1) {
        ip::address_v4::bytes_type bytes;
        std::memcpy(bytes.data(), header.data() + kProxyFixedPart, bytes.size());
        return Client(ip::address_v4(bytes));
    }
    ip::address_v6::bytes_type bytes;
    std::memcpy(bytes.data(), header.data() + kProxyFixedPart, bytes.size());
    return parse_address(ip::address_v6(bytes).to_string());
}

}  // namespace

bool is_proxy_line(std::string_view probe) {
    return probe.starts_with(kLine);
}

Result<std::size_t> rest_of_proxy_header(std::string_view fixed_part) {
    if (fixed_part.size() < kProxyFixedPart) return broken("it is too short");
    if (!fixed_part.starts_with(kSignature)) return broken("there is none");
    if (byte_at(fixed_part, 12) >> 4 != 2) return broken("its version is not 2");
    const auto rest = number_at(fixed_part, 14);
    if (rest > kLongestProxyAddresses) return broken("it is longer than 512 bytes");
    return rest;
}

Result<std::optional<ip::address>> read_proxy_header(std::string_view header) {
    if (is_proxy_line(header)) return read_line_header(header);
    const auto rest = rest_of_proxy_header(header);
    if (!rest) return rest.error();
    if (header.size() != kProxyFixedPart + *rest) return broken("it is not as long as it says");
    return read_octet_header(header);
}

}  // namespace ctiengine::client_address

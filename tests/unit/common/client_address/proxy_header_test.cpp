#include "common/client_address/proxy_header.hpp"

#include "common/client_address/address_list.hpp"

#include <boost/crc.hpp>
#include <gtest/gtest.h>

namespace ctiengine::client_address {
namespace {

using namespace std::string_literals;

/// The client in text, "itself", or what is wrong.
std::string client_of(const std::string& header) {
    const auto read = read_proxy_header(header);
    if (!read) return "wrong";
    return *read ? address_text(**read) : "itself";
}

const auto kSignature = "\r\n\r\n\0\r\nQUIT\n"s;

std::string octets(const std::string& command_and_family, const std::string& rest) {
    const auto size = rest.size();
    return kSignature + command_and_family + static_cast<char>(size >> 8) + static_cast<char>(size) + rest;
}
const auto kInet4 = "\xc0\x00\x02\x07\x0a\x00\x00\x01\x12\x34\x1f\x9a"s;  // 192.0.2.7 to 10.0.0.1

TEST(ProxyLine, TellsTheClient) {
    EXPECT_EQ(client_of("PROXY TCP4 192.0.2.7 10.0.0.1 4711 8090\r\n"), "192.0.2.7");
    EXPECT_EQ(client_of("PROXY TCP6 2001:db8::7 2001:db8::1 4711 8090\r\n"), "2001:db8::7");
    EXPECT_EQ(client_of("PROXY TCP6 ::ffff:192.0.2.7 ::1 4711 8090\r\n"), "192.0.2.7");
    EXPECT_EQ(client_of("PROXY UNKNOWN\r\n"), "itself");
    EXPECT_EQ(client_of("PROXY UNKNOWN whatever follows here\r\n"), "itself");
}

TEST(ProxyLine, IsRefusedWhenAnythingIsWrong) {
    for (const char* line :
         {"PROXY TCP4 192.0.2.7 10.0.0.1 4711 8090", "PROXY TCP4 192.0.2.7 10.0.0.1 4711 8090\n",
          "PROXY TCP4 192.0.2.7 10.0.0.1 4711\r\n", "PROXY TCP4 192.0.2.7 10.0.0.1 4711 8090 1\r\n",
          "PROXY TCP4  192.0.2.7 10.0.0.1 4711 8090\r\n", "PROXY TCP4 192.0.2.300 10.0.0.1 4711 8090\r\n",
          "PROXY TCP4 2001:db8::7 10.0.0.1 4711 8090\r\n", "PROXY TCP4 192.0.2.7 10.0.0.1 04711 8090\r\n",
          "PROXY TCP4 192.0.2.7 10.0.0.1 4711 65536\r\n", "PROXY TCP4 192.0.2.7 10.0.0.1 -1 8090\r\n",
          "PROXY UDP4 192.0.2.7 10.0.0.1 4711 8090\r\n", "PROXY \r\n", "GET / HTTP/1.1\r\n"}) {
        EXPECT_EQ(client_of(line), "wrong") << line;
    }
    EXPECT_EQ(client_of("PROXY UNKNOWN " + std::string(100, 'x') + "\r\n"), "wrong")
        << "longer than a line may be";
}

TEST(ProxyOctets, TellTheClient) {
    EXPECT_EQ(client_of(octets("\x21\x11"s, kInet4)), "192.0.2.7");
    const auto inet6 =
        "\x20\x01\x0d\xb8"s + std::string(11, '\0') + "\x07" + std::string(16, '\0') + "\x12\x34\x1f\x9a";
    EXPECT_EQ(client_of(octets("\x21\x21"s, inet6)), "2001:db8::7");
    EXPECT_EQ(client_of(octets("\x20\x00"s, "")), "itself") << "LOCAL: a health check";
    EXPECT_EQ(client_of(octets("\x21\x00"s, "")), "itself") << "UNSPEC";
    EXPECT_EQ(client_of(octets("\x21\x31"s, std::string(216, 'u'))), "itself") << "a Unix socket";
}

TEST(ProxyOctets, AreRefusedWhenAnythingIsWrong) {
    EXPECT_EQ(client_of(octets("\x11\x11"s, kInet4)), "wrong") << "version 1";
    EXPECT_EQ(client_of(octets("\x22\x11"s, kInet4)), "wrong") << "a third command";
    EXPECT_EQ(client_of(octets("\x21\x11"s, kInet4.substr(1))), "wrong") << "addresses cut off";
    EXPECT_EQ(client_of(octets("\x21\x41"s, kInet4)), "wrong") << "a family nobody knows";
    EXPECT_EQ(client_of(octets("\x21\x11"s, kInet4) + "x"), "wrong") << "longer than it says";
    EXPECT_EQ(client_of(octets("\x21\x11"s, kInet4 + "\x04")), "wrong") << "an addition cut off";
    EXPECT_EQ(client_of(octets("\x21\x11"s, kInet4 + "\x04\x00\x09zz"s)), "wrong")
        << "an addition that is too long";
    EXPECT_EQ(client_of(octets("\x21\x11"s, kInet4 + "\x04\x02\x00"s + std::string(512, 'x'))), "wrong")
        << "too long";
}

std::string with_checksum(int error) {
    auto header = octets("\x21\x11"s, kInet4 + "\x04\x00\x01z"s + "\x03\x00\x04\0\0\0\0"s);
    boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> sum;
    sum.process_bytes(header.data(), header.size());
    const auto value = sum.checksum() + static_cast<unsigned>(error);
    for (int byte = 0; byte < 4; ++byte) {
        header[header.size() - 4 + static_cast<std::size_t>(byte)] =
            static_cast<char>(value >> (24 - 8 * byte));
    }
    return header;
}

TEST(ProxyOctets, AreHeldAgainstTheirChecksum) {
    EXPECT_EQ(client_of(with_checksum(0)), "192.0.2.7");
    EXPECT_EQ(client_of(with_checksum(1)), "wrong");
}

TEST(ProxyChecksum, IsCrc32c) {
    boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> sum;
    sum.process_bytes("123456789", 9);
    EXPECT_EQ(sum.checksum(), 0xE3069283U);
}

}  // namespace
}  // namespace ctiengine::client_address

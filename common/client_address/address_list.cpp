#include "common/client_address/address_list.hpp"

#include <boost/asio/ip/address_v6.hpp>

#include <charconv>
#include <optional>

namespace ctiengine::client_address {
namespace {

namespace ip = boost::asio::ip;

std::array<unsigned char, 16> bytes_of(const ip::address& address) {
    if (address.is_v6()) return address.to_v6().to_bytes();
    return ip::make_address_v6(ip::v4_mapped, address.to_v4()).to_bytes();
}

Error bad_entry(const std::string& entry, const char* why) {
    return Error{
        Errc::InvalidSettings, "'" + entry + "' " + why +
                                   "; write an address such as 192.0.2.7 or 2001:db8::7, or a "
                                   "network such as 192.0.2.0/24"};
}

bool same_bits(
    const std::array<unsigned char, 16>& a, const std::array<unsigned char, 16>& b, unsigned bits
) {
    for (std::size_t at = 0; at < a.size() && bits > 0; ++at) {
        const unsigned here = std::min(bits, 8U);
        const auto mask = static_cast<unsigned char>(0xffU << (8 - here));
        if ((a[at] & mask) != (b[at] & mask)) return false;
        bits -= here;
    }
    return true;
}

}  // namespace

std::string address_text(const ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return ip::make_address_v4(ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

std::optional<ip::address> parse_address(std::string_view text) {
    boost::system::error_code failed;
    auto address = ip::make_address(std::string(text), failed);
    if (failed || text.find('%') != std::string_view::npos) return std::nullopt;
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    }
    return address;
}

Result<AddressList::Network> AddressList::network_of(const std::string& entry) {
    const auto slash = entry.find('/');
    const auto address = parse_address(std::string_view(entry).substr(0, slash));
    if (!address) return bad_entry(entry, "is no IP address");
    const unsigned most = address->is_v4() ? 32 : 128;
    Network network{bytes_of(*address), 128};
    if (slash == std::string::npos) return network;
    const auto digits = std::string_view(entry).substr(slash + 1);
    unsigned bits = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (failed != std::errc() || end != digits.data() + digits.size() || bits > most) {
        return bad_entry(entry, "has no valid prefix length behind the slash");
    }
    network.bits = bits + (128 - most);
    return network;
}

Result<AddressList> AddressList::parse(const std::vector<std::string>& entries) {
    AddressList list;
    for (const auto& entry : entries) {
        auto network = network_of(entry);
        if (!network) return network.error();
        list.networks_.push_back(*network);
    }
    return list;
}

bool AddressList::contains(const ip::address& address) const {
    const auto bytes = bytes_of(address);
    for (const auto& network : networks_) {
        if (same_bits(network.bytes, bytes, network.bits)) return true;
    }
    return false;
}

}  // namespace ctiengine::client_address

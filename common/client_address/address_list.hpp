#pragma once
#include "common/result/result.hpp"

#include <boost/asio/ip/address.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who is at the other end, when there may be load balancers in between.
namespace ctiengine::client_address {

/// "192.0.2.7", also for an IPv4 address mapped into IPv6; "2001:db8::7".
std::string address_text(const boost::asio::ip::address& address);

/// An IP address in text, IPv4-mapped ones as IPv4; empty = it is none.
std::optional<boost::asio::ip::address> parse_address(std::string_view text);

/// Addresses and networks, as LOADBALANCER holds them (R-097 … R-099). IPv4, IPv6 and CIDR; an IPv4 address
/// mapped into IPv6 is the IPv4 address.
class AddressList {
  public:
    AddressList() = default;

    /// InvalidSettings names the entry that is neither an address nor a network.
    static Result<AddressList> parse(const std::vector<std::string>& entries);

    bool contains(const boost::asio::ip::address& address) const;
    bool empty() const { return networks_.empty(); }

  private:
    struct Network {
        std::array<unsigned char, 16> bytes{};  ///< as IPv6; IPv4 is mapped
        unsigned bits = 128;
    };

    static Result<Network> network_of(const std::string& entry);

    std::vector<Network> networks_;
};

}  // namespace ctiengine::client_address

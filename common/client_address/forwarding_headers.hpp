#pragma once
#include "common/client_address/address_list.hpp"

#include <string_view>
#include <vector>

namespace ctiengine::client_address {

/// What an HTTP request says of its way, every header of the name in the order of the request.
struct ForwardingHeaders {
    std::vector<std::string_view> x_forwarded_for{};
    std::vector<std::string_view> forwarded{};  ///< RFC 7239
};

/// The client itself, by what the balancers on the way say. Only a peer of `balancers` is believed; from the
/// right, listed addresses are passed over, the first other one is the client. The peer itself when nothing
/// is said, when the first ten hops are listed ones, when a word is no address, or when both kinds of header
/// are there and disagree: then one of them was written by the client.
boost::asio::ip::address client_behind(
    const boost::asio::ip::address& peer, const ForwardingHeaders& headers, const AddressList& balancers
);

}  // namespace ctiengine::client_address

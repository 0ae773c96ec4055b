#pragma once
#include "common/websocket/http.hpp"
#include "common/websocket/websocket_connection.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::websocket {

/// What was read of an HTTP request: its header.
using RequestHeader = boost::beast::http::request<boost::beast::http::empty_body>;

/// The request as responders see it; its views look into `request`.
HttpRequest view_of(const RequestHeader& request);

/// The first protocol the client offers (RFC 6455 section 11.3.4, one header or several) that is in `known`;
/// empty = none. Names are compared exactly.
std::string choose_subprotocol(const RequestHeader& request, const std::vector<std::string>& known);

/// What is known of a connection from its upgrade request and its peer.
ConnectionInfo info_from(
    const RequestHeader& request,
    const boost::asio::ip::tcp::endpoint& peer,
    std::uint64_t id,
    const std::vector<std::string>& known_subprotocols
);

/// Says what is wrong with an upgrade request that Beast itself would accept: more than one Origin header,
/// bytes behind the request (a client may not speak before the answer). Empty = nothing.
std::optional<HttpResponse> fault_of_upgrade(const RequestHeader& request, std::size_t bytes_behind);

/// "192.0.2.7", also for an IPv4 address mapped into IPv6; "2001:db8::7".
std::string address_text(const boost::asio::ip::address& address);

}  // namespace ctiengine::websocket

#pragma once
#include "common/client_address/forwarding_headers.hpp"
#include "common/websocket/http.hpp"
#include "common/websocket/websocket_connection.hpp"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include <cstddef>
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

/// Adds to `info` what an upgrade request tells: path, host, origin, sub-protocol, token.
void read_upgrade(
    const RequestHeader& request,
    const std::vector<std::string>& known_subprotocols,
    connection::ConnectionInfo& info
);

/// The token of `Authorization: Bearer …`, or of a sub-protocol `bearer.…` (browsers cannot set the header);
/// empty = none.
std::string bearer_token_of(const RequestHeader& request);

/// What the request says of its way through load balancers; the views look into `request`.
client_address::ForwardingHeaders forwarding_headers_of(const RequestHeader& request);

/// Says what is wrong with an upgrade request that Beast itself would accept: more than one Origin header,
/// bytes behind the request (a client may not speak before the answer). Null = nothing.
const char* fault_of_upgrade(const RequestHeader& request, std::size_t bytes_behind);

}  // namespace ctiengine::websocket

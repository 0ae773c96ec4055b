#pragma once
#include "tests/fakes/wss_client/tls_socket.hpp"
#include "tests/fakes/wss_client/wss_client.hpp"

#include <string>
#include <string_view>

namespace ctiengine::testing {

/// The text of an upgrade request for `options`; `key` is the Sec-WebSocket-Key.
std::string upgrade_text(const WssOptions& options, std::string_view key);

/// The Sec-WebSocket-Accept that answers `key` (RFC 6455 section 4.2.2).
std::string accept_for(std::string_view key);

/// Reads one response header; what follows it stays in `rest`. Throws when none comes.
HttpReply read_reply_header(TlsSocket& socket, std::string& rest, Deadline end);

/// Completes `reply` with the body that its Content-Length announces.
void read_reply_body(TlsSocket& socket, HttpReply& reply, std::string& rest, Deadline end);

}  // namespace ctiengine::testing

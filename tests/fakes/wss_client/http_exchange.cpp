#include "tests/fakes/wss_client/http_exchange.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <strings.h>

#include <array>
#include <stdexcept>

namespace ctiengine::testing {

namespace {

constexpr std::string_view kUpgradeKey = "dGhlIHNhbXBsZSBub25jZQ==";

std::string request_line(const WssOptions& options, std::string_view method) {
    std::string text = std::string(method) + " " + options.path + " HTTP/1.1\r\n";
    text += "Host: " + options.host + ":" + std::to_string(options.port) + "\r\n";
    for (const auto& [name, value] : options.headers) text += name + ": " + value + "\r\n";
    return text;
}

std::string read_to_end(TlsSocket& socket, Deadline end) {
    std::string all;
    for (;;) {
        const auto got = socket.read(all, end);
        if (got == Got::Nothing) throw std::runtime_error("test client: the server did not close in time");
        if (got != Got::Bytes) return all;
    }
}

}  // namespace

std::string HttpReply::header(std::string_view name) const {
    const std::string wanted(name);
    for (const auto& [each, value] : headers) {
        if (strcasecmp(each.c_str(), wanted.c_str()) == 0) return value;
    }
    return {};
}

std::string upgrade_text(const WssOptions& options, std::string_view key) {
    std::string text = request_line(options, "GET");
    text += "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
    text += "Sec-WebSocket-Key: " + std::string(key) + "\r\n";
    std::string offered;
    for (const auto& each : options.subprotocols) offered += (offered.empty() ? "" : ", ") + each;
    if (!offered.empty()) text += "Sec-WebSocket-Protocol: " + offered + "\r\n";
    return text + "\r\n";
}

std::string accept_for(std::string_view key) {
    const auto text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    std::array<unsigned char, 32> encoded{};
    const int size = EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(digest.size()));
    return {reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(size)};
}

HttpReply read_reply_header(TlsSocket& socket, std::string& rest, Deadline end) {
    auto header_end = rest.find("\r\n\r\n");
    while (header_end == std::string::npos) {
        if (socket.read(rest, end) != Got::Bytes) {
            throw std::runtime_error("test client: no HTTP answer came, only \"" + rest + "\"");
        }
        header_end = rest.find("\r\n\r\n");
    }
    const std::string header = rest.substr(0, header_end + 2);
    rest.erase(0, header_end + 4);
    HttpReply reply;
    reply.status = static_cast<unsigned>(std::stoul(header.substr(header.find(' ') + 1)));
    for (auto at = header.find("\r\n") + 2; at < header.size();) {
        const auto line_end = header.find("\r\n", at);
        const auto colon = header.find(": ", at);
        reply.headers.emplace_back(
            header.substr(at, colon - at), header.substr(colon + 2, line_end - colon - 2)
        );
        at = line_end + 2;
    }
    return reply;
}

void read_reply_body(TlsSocket& socket, HttpReply& reply, std::string& rest, Deadline end) {
    const auto length = reply.header("Content-Length");
    const std::size_t size = length.empty() ? 0 : std::stoul(length);
    while (rest.size() < size) {
        if (socket.read(rest, end) != Got::Bytes)
            throw std::runtime_error("test client: an HTTP body was cut");
    }
    reply.body = rest.substr(0, size);
    rest.erase(0, size);
}

HttpReply refused_upgrade(WssOptions options) {
    TlsSocket socket(options);
    const auto end = deadline_in(options.limit);
    socket.write(upgrade_text(options, kUpgradeKey), end);
    std::string rest;
    auto reply = read_reply_header(socket, rest, end);
    if (reply.status == 101) throw std::runtime_error("test client: the server accepted the upgrade");
    read_reply_body(socket, reply, rest, end);
    return reply;
}

HttpReply https_request(const WssOptions& options, std::string_view method, std::string_view body) {
    TlsSocket socket(options);
    const auto end = deadline_in(options.limit);
    auto text = request_line(options, method);
    if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    socket.write(text + "\r\n" + std::string(body), end);
    std::string rest;
    auto reply = read_reply_header(socket, rest, end);
    if (method != "HEAD") read_reply_body(socket, reply, rest, end);
    return reply;
}

std::string tls_exchange(const WssOptions& options, std::string_view bytes) {
    TlsSocket socket(options);
    const auto end = deadline_in(options.limit);
    socket.write(bytes, end);
    return read_to_end(socket, end);
}

std::string plain_exchange(const WssOptions& options, std::string_view bytes) {
    TlsSocket socket(options, false);
    const auto end = deadline_in(options.limit);
    socket.write(bytes, end);
    return read_to_end(socket, end);
}

}  // namespace ctiengine::testing

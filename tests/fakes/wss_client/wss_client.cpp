#include "tests/fakes/wss_client/wss_client.hpp"

#include "tests/fakes/wss_client/frames.hpp"
#include "tests/fakes/wss_client/http_exchange.hpp"
#include "tests/fakes/wss_client/tls_socket.hpp"

#include <stdexcept>
#include <utility>

namespace ctiengine::testing {

namespace {

constexpr std::string_view kKey = "x3JJHMbDL1EzLkh9GBhXDw==";
constexpr std::uint16_t kNoCode = 1005;
constexpr std::uint16_t kCut = 1006;

std::string close_payload(std::uint16_t code, std::string_view reason) {
    std::string payload;
    payload.push_back(static_cast<char>(code >> 8U));
    payload.push_back(static_cast<char>(code & 0xFFU));
    return payload + std::string(reason);
}

}  // namespace

struct WssClient::Impl {
    explicit Impl(WssOptions with) : options(std::move(with)), socket(options) {
        const auto end = deadline_in(options.limit);
        socket.write(upgrade_text(options, kKey), end);
        const auto reply = read_reply_header(socket, bytes, end);
        if (reply.status != 101) {
            throw std::runtime_error("test client: the upgrade was answered " + std::to_string(reply.status));
        }
        if (reply.header("Sec-WebSocket-Accept") != accept_for(kKey)) {
            throw std::runtime_error("test client: Sec-WebSocket-Accept is wrong");
        }
        chosen = reply.header("Sec-WebSocket-Protocol");
    }

    /// Reads and handles frames until a message is whole, the connection ends (both empty), or time is up.
    std::optional<WssMessage> next(Deadline end) {
        while (!code) {
            while (auto frame = take_frame(bytes)) {
                if (auto message = handle(std::move(*frame), end)) return message;
                if (code) return std::nullopt;
            }
            const auto got = socket.read(bytes, end);
            if (got == Got::Nothing) return std::nullopt;
            if (got != Got::Bytes) code = kCut;
        }
        return std::nullopt;
    }

    std::optional<WssMessage> handle(ServerFrame frame, Deadline end) {
        switch (frame.opcode) {
            case Opcode::Ping:
                if (pongs) socket.write(client_frame(Opcode::Pong, frame.payload), end);
                return std::nullopt;
            case Opcode::Pong: return std::nullopt;
            case Opcode::Close: on_close(frame.payload, end); return std::nullopt;
            case Opcode::Text:
            case Opcode::Binary: partial = WssMessage{{}, frame.opcode == Opcode::Binary}; [[fallthrough]];
            case Opcode::Continuation: break;
        }
        partial.payload += frame.payload;
        if (!frame.final) return std::nullopt;
        return std::exchange(partial, {});
    }

    void on_close(const std::string& payload, Deadline end) {
        code = kNoCode;
        if (payload.size() >= 2) {
            code = static_cast<std::uint16_t>(
                static_cast<unsigned char>(payload[0]) * 256U + static_cast<unsigned char>(payload[1])
            );
            reason = payload.substr(2);
        }
        if (!std::exchange(close_sent, true)) {
            try {
                socket.write(client_frame(Opcode::Close, payload), end);
            } catch (const std::exception&) {  // the server need not wait for it
            }
        }
        while (socket.read(bytes, end) == Got::Bytes
        ) {  // the server ends the transport first (RFC 6455 7.1.1)
        }
        socket.cut(false);
    }

    void send(Opcode opcode, std::string_view payload) {
        socket.write(client_frame(opcode, payload), deadline_in(options.limit));
    }

    WssOptions options;
    TlsSocket socket;
    std::string bytes;  ///< received, not yet a whole frame
    WssMessage partial;
    std::string chosen;
    std::optional<std::uint16_t> code;
    std::string reason;
    bool close_sent = false;
    bool pongs = true;
};

WssClient::WssClient(WssOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
WssClient::~WssClient() = default;
WssClient::WssClient(WssClient&&) noexcept = default;

void WssClient::send_text(std::string_view text) {
    impl_->send(Opcode::Text, text);
}
void WssClient::send_binary(std::string_view bytes) {
    impl_->send(Opcode::Binary, bytes);
}

std::optional<WssMessage> WssClient::receive(std::chrono::milliseconds limit) {
    return impl_->next(deadline_in(limit));
}

void WssClient::close(std::uint16_t code, std::string_view reason) {
    if (!std::exchange(impl_->close_sent, true)) impl_->send(Opcode::Close, close_payload(code, reason));
    wait_closed();
}

std::optional<std::uint16_t> WssClient::wait_closed(std::chrono::milliseconds limit) {
    const auto end = deadline_in(limit);
    while (impl_->next(end)) {
    }
    return impl_->code;
}

bool WssClient::closed() const {
    return impl_->code.has_value();
}
std::optional<std::uint16_t> WssClient::close_code() const {
    return impl_->code;
}
std::string WssClient::close_reason() const {
    return impl_->reason;
}
std::string WssClient::subprotocol() const {
    return impl_->chosen;
}

void WssClient::send_raw(std::string_view bytes) {
    impl_->socket.write(bytes, deadline_in(impl_->options.limit));
}

std::string WssClient::receive_raw(std::size_t at_most, std::chrono::milliseconds limit) {
    const auto end = deadline_in(limit);
    while (impl_->bytes.size() < at_most && impl_->socket.read(impl_->bytes, end) == Got::Bytes) {
    }
    const auto taken = impl_->bytes.substr(0, at_most);
    impl_->bytes.erase(0, taken.size());
    return taken;
}

void WssClient::cut(bool reset) {
    impl_->socket.cut(reset);
    impl_->code = kCut;
}

void WssClient::answer_pings(bool yes) {
    impl_->pongs = yes;
}

}  // namespace ctiengine::testing

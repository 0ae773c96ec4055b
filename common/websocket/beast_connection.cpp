// The only file that instantiates Beast's and TlsStream's operations: a minute and 1.6 GB for the compiler.
// What does not need that is in http_stage.cpp, upgrade_request.cpp and listener.cpp.
#include "common/websocket/beast_connection.hpp"

#include "common/tls/client_certificate.hpp"
#include "common/websocket/http_stage.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <openssl/crypto.h>

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <utility>

namespace ctiengine::websocket {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace ws = boost::beast::websocket;

using refusals::Refusal;

namespace {

/// A close reason has at most 123 bytes; a longer one is cut between two characters of UTF-8.
std::string_view fitting_reason(std::string_view reason) {
    constexpr std::size_t kMost = 123;
    if (reason.size() <= kMost) return reason;
    auto end = kMost;
    while (end > 0 && (static_cast<unsigned char>(reason[end]) & 0xC0U) == 0x80U) --end;
    return reason.substr(0, end);
}

}  // namespace

BeastConnection::BeastConnection(std::shared_ptr<ConnectionServer> server, Arrival arrival)
    : server_(std::move(server)),
      peer_(arrival.accepted.peer),
      client_told_by_proxy_(arrival.accepted.client_told_by_proxy),
      refusal_(arrival.accepted.refusal),
      waiting_(std::move(arrival.accepted.waiting)),
      executor_(arrival.accepted.socket.get_executor()),
      stream_(std::move(arrival.accepted.socket), arrival.tls->native_handle(), tls::TlsRole::Server),
      limit_timer_(executor_),
      silence_timer_(executor_) {
    error_code ignored;
    socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    info_.id = arrival.accepted.id;
    info_.peer_address = client_address::address_text(peer_);
    info_.peer_port = socket().remote_endpoint(ignored).port();
    info_.client_address = arrival.accepted.client_address;
}

void BeastConnection::note(Refusal refusal, std::string detail) {
    if (!server_->settings.refusals) return;
    refusals::RefusedClient client;
    client.log = at();
    client.source = info_.client_address;
    server_->settings.refusals->note(refusal, client, std::move(detail));
}

// ---------------------------------------------------------------- before the WebSocket

Task<bool> BeastConnection::establish() {
    limit(server_->settings.handshake_limit);
    const bool encrypted = co_await speaks_tls();
    if (!encrypted) co_return false;
    auto [failed] = co_await transport().async_handshake(as_result);
    unlimit();
    if (failed) {
        const bool late = over_ == Errc::DeadlineExceeded;
        note(late ? Refusal::TlsHandshakeTimeout : Refusal::TlsHandshakeFailed, late ? "" : failed.message());
        co_return false;
    }
    info_.certificate_names = tls::names_of_client(transport().engine().native_handle());
    const bool open = co_await http_stage();
    co_return open;
}

/// Looks at the first byte without taking it. A wait may end without one: then it is repeated.
Task<bool> BeastConnection::speaks_tls() {
    char first = 0;
    for (ssize_t seen = -1; seen != 1;) {
        auto [failed] = co_await socket().async_wait(asio::ip::tcp::socket::wait_read, as_result);
        if (failed && over_ == Errc::DeadlineExceeded) note(Refusal::TlsHandshakeTimeout, "not a byte came");
        if (failed) co_return false;
        seen = ::recv(socket().native_handle(), &first, 1, MSG_PEEK | MSG_DONTWAIT);
        if (seen == 0 || (seen < 0 && errno != EAGAIN && errno != EINTR)) co_return false;
    }
    constexpr char kHandshakeRecord = 0x16;
    if (first == kHandshakeRecord) co_return true;
    note(Refusal::PlainText);
    if (first >= 'A' && first <= 'Z') co_await answer_plain_http();
    co_return false;
}

/// The answer fits into the empty send buffer of a new socket, so it needs no waiting.
Task<void> BeastConnection::answer_plain_http() {
    const auto text = plain_http_answer();
    ::send(socket().native_handle(), text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    co_await end_transport();
}

Task<void> BeastConnection::end_transport() {
    auto [ignored] = co_await tls::async_end(transport(), as_result);
    (void)ignored;
}

Task<bool> BeastConnection::http_stage() {
    const auto& settings = server_->settings;
    beast::flat_buffer buffer(settings.header_bytes + 4096);
    for (bool more = true; more;) {
        http::request_parser<http::empty_body> parser;
        parser.header_limit(static_cast<std::uint32_t>(settings.header_bytes));
        limit(settings.header_limit);
        auto [failed, size] = co_await http::async_read_header(transport(), buffer, parser, as_result);
        const auto& request = parser.get();
        if (!failed &&
            std::distance(request.begin(), request.end()) > static_cast<long>(settings.header_count)) {
            failed = http::error::header_limit;
        }
        if (failed) {
            co_await refuse_unreadable(failed);
            co_return false;
        }
        if (!refusal_ && ws::is_upgrade(request)) {
            const bool open = co_await upgrade(request, buffer.size());
            co_return open;
        }
        more = co_await answer(request, !parser.is_done());
    }
    co_await end_transport();
    co_return false;
}

/// A peer that just went away gets no answer.
Task<void> BeastConnection::refuse_unreadable(error_code failed) {
    const bool too_long = failed == http::error::header_limit || failed == http::error::buffer_overflow;
    const bool from_peer = failed.category() == make_error_code(http::error::end_of_stream).category();
    if (over_ == Errc::DeadlineExceeded) note(Refusal::UpgradeTimeout);
    if (from_peer && failed != http::error::end_of_stream && failed != http::error::partial_message) {
        const auto refusal = too_long ? Refusal::HeaderTooLarge : Refusal::MalformedRequest;
        note(refusal);
        const RequestHeader unknown;
        co_await respond(unknown, turned_away(refusal), false);
    }
    if (socket().is_open()) co_await end_transport();
}

/// True = the peer may ask once more on this connection.
Task<bool> BeastConnection::answer(const RequestHeader& request, bool has_body) {
    HttpResponse response;
    if (refusal_) {
        note(*refusal_);
        response = turned_away(*refusal_);
    } else {
        const auto view = view_of(request);
        response = server_->handlers.http(view);
    }
    const bool keep_alive = request.keep_alive() && !has_body && !refusal_;
    const bool sent = co_await respond(request, std::move(response), keep_alive);
    co_return sent&& keep_alive;
}

Task<bool> BeastConnection::respond(const RequestHeader& request, HttpResponse answer, bool keep_alive) {
    auto message = message_from(std::move(answer), request, keep_alive);
    auto [failed, size] = co_await http::async_write(transport(), message, as_result);
    co_return !failed;
}

Task<bool> BeastConnection::upgrade(const RequestHeader& request, std::size_t bytes_behind) {
    read_upgrade(request, server_->settings.subprotocols, info_);
    auto refusal = co_await judge(request, bytes_behind);
    if (refusal) {
        co_await respond(request, std::move(*refusal), false);
        co_await end_transport();
        co_return false;
    }
    prepare_stream();
    transport().engine().last_read().forget();                          // the header's buffer
    auto [failed] = co_await stream_.async_accept(request, as_result);  // answers a bad request itself
    unlimit();
    if (failed) {
        note(
            over_ == Errc::DeadlineExceeded ? Refusal::UpgradeTimeout : Refusal::MalformedRequest,
            failed.message()
        );
        if (socket().is_open()) co_await end_transport();
        co_return false;
    }
    opened_ = true;
    heard();
    watch_peer();
    co_return true;
}

/// The gatekeeper has time limits of its own: an older connection of the same client may have to be asked.
Task<std::optional<HttpResponse>> BeastConnection::judge(
    const RequestHeader& request, std::size_t bytes_behind
) {
    if (const auto* fault = fault_of_upgrade(request, bytes_behind)) {
        note(Refusal::MalformedRequest, fault);
        co_return turned_away(Refusal::MalformedRequest, fault);
    }
    if (!server_->handlers.gatekeeper) co_return std::nullopt;
    unlimit();
    admission::Attempt attempt{info_, peer_};
    attempt.headers = forwarding_headers_of(request);
    attempt.peer_spoke_for_client = client_told_by_proxy_;
    attempt.connection = weak_from_this();
    auto verdict = co_await server_->handlers.gatekeeper->decide(attempt);
    limit(server_->settings.header_limit);
    place_ = std::move(verdict.place);
    if (!verdict.refusal) co_return std::nullopt;
    co_return turned_away(*verdict.refusal, verdict.detail);
}

void BeastConnection::prepare_stream() {
    stream_.read_message_max(most_message_bytes());
    stream_.auto_fragment(false);
    stream_.control_callback([this](ws::frame_type type, beast::string_view) { on_control(type); });
    if (info_.subprotocol.empty()) return;
    stream_.set_option(ws::stream_base::decorator([chosen = info_.subprotocol](ws::response_type& response) {
        response.set(http::field::sec_websocket_protocol, chosen);
    }));
}

// ---------------------------------------------------------------- open

Task<Result<Frame>> BeastConnection::receive() {
    if (over_) {
        Error closed{Errc::Closed, "the connection is over"};
        co_return closed;
    }
    const auto cancellation = co_await asio::this_coro::cancellation_state;
    Frame frame;
    const error_code failed = co_await read_message(frame);
    if (!failed) co_return frame;
    if (failed == ws::error::message_too_big &&
        stream_.is_open()) {  // found by us: Beast has sent nothing yet
        auto error = too_large();
        co_await close(CloseCode::MessageTooBig, error.detail);
        over_ = error.code;
        co_return error;
    }
    co_return failure_of(failed, cancellation.cancelled() != asio::cancellation_type::none);
}

/// Waits with a small buffer, so that an idle connection holds no large one; grows to what the frame
/// announces.
Task<boost::system::error_code> BeastConnection::read_message(Frame& frame) {
    std::array<char, 512> front;
    auto [failed, size] = co_await stream_.async_read_some(asio::buffer(front), as_result);
    if (!failed) frame.payload.assign(front.data(), size);
    auto& last_read = transport().engine().last_read();
    last_read.cleanse(frame.payload, front.data(), front.size());
    OPENSSL_cleanse(
        front.data(), size
    );  // it may have held a password, and the frame of this coroutine is used again
    if (!failed && !frame_fits(size)) failed = ws::error::message_too_big;
    const bool whole = failed || stream_.is_message_done();
    if (!whole && !closing_) limit(server_->settings.message_limit);
    while (!failed && !stream_.is_message_done()) {
        heard();
        const auto filled = frame.payload.size();
        frame.payload.resize(
            filled + std::max<std::size_t>(stream_.read_size_hint(front.size()), front.size())
        );
        const asio::mutable_buffer room(frame.payload.data() + filled, frame.payload.size() - filled);
        std::tie(failed, size) = co_await stream_.async_read_some(room, as_result);
        const auto chunk = std::string_view(frame.payload).substr(filled, size);
        last_read.cleanse(chunk, room.data(), room.size());
        frame.payload.resize(filled + size);
        if (!failed && !frame_fits(size)) failed = ws::error::message_too_big;
    }
    if (!whole) last_read.forget();  // it may have been the payload
    if (!whole && !closing_) unlimit();
    frame.binary = stream_.got_binary();
    heard();
    co_return failed;
}

/// Beast bounds messages, not frames; what it still expects of the frame at hand is known as soon as its
/// first bytes are here, before there is room for them.
bool BeastConnection::frame_fits(std::size_t got) {
    frame_bytes_ += got;
    const auto left = stream_.is_message_done() ? 0 : stream_.read_size_hint(1);
    const bool fits =
        frame_bytes_ + left <= server_->settings.frame_bytes + 1;  // "1" may stand for "nothing"
    frame_too_large_ = !fits;
    if (left <= 1) frame_bytes_ = 0;
    return fits;
}

std::size_t BeastConnection::most_message_bytes() const {
    const auto& settings = server_->settings;
    return authenticated_ ? settings.message_bytes
                          : std::min(settings.message_bytes, settings.first_message_bytes);
}

void BeastConnection::authenticated() {
    authenticated_ = true;
    waiting_.reset();
    stream_.read_message_max(most_message_bytes());
}

Error BeastConnection::failure_of(error_code failed, bool cancelled) {
    remember_close_code();
    unlimit();
    silence_timer_.cancel();
    Error error{Errc::Io, failed.message()};
    if (over_) {
        error.code = *over_;
        if (over_ == Errc::DeadlineExceeded) error.detail = "the peer did not answer in time";
    } else if (failed == ws::error::closed) {
        error = {Errc::Closed, "the peer closed with code " + std::to_string(close_received_.value_or(1005))};
    } else if (failed == ws::error::message_too_big) {
        error = too_large();
    } else if (failed == ws::condition::protocol_violation) {
        error.code = Errc::ProtocolViolation;
        note(
            failed == ws::error::bad_frame_payload ? Refusal::InvalidText : Refusal::ProtocolViolation,
            error.detail
        );
    } else if (cancelled) {
        error.code = Errc::Cancelled;
    } else if (closing_ && failed == asio::error::operation_aborted) {
        error = {Errc::Closed, "closed by this side"};
    }
    over_ = error.code;
    return error;
}

Error BeastConnection::too_large() {
    const auto& settings = server_->settings;
    if (frame_too_large_) {
        note(Refusal::FrameTooLarge);
        return {Errc::TooLarge, "a frame is longer than " + std::to_string(settings.frame_bytes) + " bytes"};
    }
    note(authenticated_ ? Refusal::MessageTooLarge : Refusal::MessageBeforeLogInTooLarge);
    return {Errc::TooLarge, "a message is longer than " + std::to_string(most_message_bytes()) + " bytes"};
}

void BeastConnection::remember_close_code() {
    if (close_received_ || stream_.reason().code == ws::close_code::none) return;
    close_received_ = static_cast<std::uint16_t>(stream_.reason().code);
}

Task<Result<void>> BeastConnection::send(std::shared_ptr<const std::string> payload, bool binary) {
    if (over_ || closing_) {
        Error closed{Errc::Closed, "the connection is over"};
        co_return closed;
    }
    const auto cancellation = co_await asio::this_coro::cancellation_state;
    stream_.binary(binary);
    auto [failed, size] = co_await stream_.async_write(asio::buffer(*payload), as_result);
    if (!failed) co_return Result<void>();
    Error error{Errc::Io, failed.message()};
    if (cancellation.cancelled() != asio::cancellation_type::none) {
        error.code = Errc::Cancelled;
    } else if (over_ || closing_ || close_received_) {
        error = {Errc::Closed, "the connection closed meanwhile"};
    } else {
        over_ = Errc::Io;
    }
    co_return error;
}

Task<void> BeastConnection::close(CloseCode code, std::string reason) {
    if (closing_) {  // another task is at it; whoever calls must not cut what that one does politely
        if (close_runs_) co_await close_runs_->async_wait(as_result);
        co_return;
    }
    if (!stream_.is_open() || over_) {
        abort();
        co_return;
    }
    closing_ = true;
    close_runs_.emplace(executor_, Clock::time_point::max());
    silence_timer_.cancel();
    limit(server_->settings.close_limit);
    ws::close_reason frame;
    frame.code = static_cast<std::uint16_t>(code);
    const auto fitting = fitting_reason(reason);
    frame.reason.assign(fitting.data(), fitting.size());
    auto [ignored] = co_await stream_.async_close(frame, as_result);
    (void)ignored;
    unlimit();
    remember_close_code();
    close_runs_.reset();
}

void BeastConnection::abort() {
    cut(Errc::Cancelled);
}

// ---------------------------------------------------------------- life signs and time limits

void BeastConnection::heard() {
    last_heard_ = Clock::now();
    for (auto* const asker : askers_) asker->cancel();
}

/// Several may ask at once, each with a limit of its own. Whoever is in the middle of the upgrade has only
/// just spoken, and has little time for the rest.
Task<bool> BeastConnection::alive(std::chrono::milliseconds limit) {
    if (over_ || closing_) co_return false;
    if (!opened_) co_return true;
    if (!stream_.is_open()) co_return false;
    const auto self = shared_from_this();
    const auto asked_at = Clock::now();
    asio::steady_timer answered(executor_, limit);
    askers_.push_back(&answered);
    send_ping();
    auto [ignored] = co_await answered.async_wait(as_result);
    (void)ignored;
    askers_.erase(std::find(askers_.begin(), askers_.end(), &answered));
    co_return last_heard_ >= asked_at && !over_;
}

void BeastConnection::on_control(ws::frame_type type) {
    heard();
    if (type != ws::frame_type::close) return;
    remember_close_code();
    if (!close_received_) close_received_ = 1005;
    limit(server_->settings.close_limit);  // for our answer and the end of the transport
}

void BeastConnection::watch_peer() {
    const auto& settings = server_->settings;
    silence_timer_.expires_at(pinged_ ? *pinged_ + settings.pong_limit : last_heard_ + settings.ping_every);
    silence_timer_.async_wait([weak = weak_from_this()](error_code cancelled) {
        const auto self = weak.lock();
        if (!cancelled && self && !self->over_ && !self->closing_) self->on_silence();
    });
}

/// Either the peer has spoken since, or it is time to ask it, or it has not answered.
void BeastConnection::on_silence() {
    const auto now = Clock::now();
    if (pinged_ && last_heard_ < *pinged_) {
        note(Refusal::NoSignOfLife);
        return cut(Errc::DeadlineExceeded);
    }
    pinged_.reset();
    if (last_heard_ + server_->settings.ping_every <= now) {
        pinged_ = now;
        send_ping();
    }
    watch_peer();
}

/// A ping that waits behind a stuck write counts as sent: the peer is as silent. One that is asked for while
/// another is on its way follows it: the answer to the first may have been heard already.
void BeastConnection::send_ping() {
    ping_again_ = ping_runs_;
    if (std::exchange(ping_runs_, true)) return;
    stream_.async_ping({}, [self = shared_from_this()](error_code failed) {
        self->ping_runs_ = false;
        if (std::exchange(self->ping_again_, false) && !failed && !self->over_) self->send_ping();
    });
}

void BeastConnection::limit(std::chrono::milliseconds most) {
    limit_timer_.expires_after(most);
    limit_timer_.async_wait([weak = weak_from_this()](error_code cancelled) {
        const auto self = weak.lock();
        const bool due = !cancelled && self && self->limit_timer_.expiry() <= Clock::now();
        if (due) self->cut(Errc::DeadlineExceeded);
    });
}

void BeastConnection::unlimit() {
    limit_timer_.expires_at(Clock::time_point::max());
}

void BeastConnection::cut(Errc why) {
    if (!over_) over_ = why;
    silence_timer_.cancel();
    unlimit();
    error_code ignored;
    socket().close(ignored);
}

// ---------------------------------------------------------------- the whole life

Task<void> serve_connection(std::shared_ptr<ConnectionServer> server, Arrival arrival) {
    const auto id = arrival.accepted.id;
    const auto connection = std::make_shared<BeastConnection>(server, std::move(arrival));
    const tcp_server::OpenConnections::Entry entry(server->open, id, connection);
    const bool open = co_await connection->establish();
    if (open) {
        std::exception_ptr thrown;
        try {
            co_await server->handlers.session(connection);
        } catch (...) {
            thrown = std::current_exception();
        }
        const auto cancellation = co_await asio::this_coro::cancellation_state;
        if (cancellation.cancelled() == asio::cancellation_type::none) {
            co_await connection->close(thrown ? CloseCode::InternalError : CloseCode::Normal, std::string());
        }
        connection->abort();
        if (thrown) std::rethrow_exception(thrown);
    }
    connection->abort();
}

}  // namespace ctiengine::websocket

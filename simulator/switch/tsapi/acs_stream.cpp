#include "simulator/switch/tsapi/acs_stream.hpp"

#include <strings.h>

namespace ctiengine::simulator {
namespace {

constexpr int kMinHeartbeat = 5;   // seconds
constexpr int kMaxHeartbeat = 60;  // seconds
constexpr const char* kApiVersion = "TS2";
constexpr const char* kServerVersion = "switch-sim";

}  // namespace

AcsStream::AcsStream(
    std::uint64_t number, std::string tlink, boost::asio::ip::tcp::socket socket, StreamSurroundings& at
)
    : number_(number),
      tlink_(std::move(tlink)),
      at_(at),
      heartbeat_(socket.get_executor()),
      delay_(socket.get_executor()) {
    connection_ = std::make_shared<ByteConnection>(std::move(socket));
}

void AcsStream::start(OnClosed on_closed) {
    connection_->start(
        [self = shared_from_this()](auto bytes) { self->on_bytes(bytes); },
        [self = shared_from_this(), on_closed = std::move(on_closed)](const std::string& why) {
            self->state_ = State::Closing;
            self->heartbeat_.cancel();
            self->delay_.cancel();
            self->at_.requests.monitors.stop_all(*self);
            self->at_.requests.routes.forget(*self);
            self->at_.requests.link.unsubscribe(*self);
            on_closed(self->number_, why);
        }
    );
}

void AcsStream::fail(const std::string& why) {
    state_ = State::Closing;
    connection_->close(why);
}

void AcsStream::on_bytes(std::span<const std::uint8_t> bytes) {
    reader_.append(bytes);
    wire::Frame frame;
    for (;;) {
        switch (reader_.next(frame)) {
            case wire::FrameReader::State::NeedMore: return;
            case wire::FrameReader::State::Broken:
                fail("not our protocol: " + std::string(reader_.error()));
                return;
            case wire::FrameReader::State::Ready: on_frame(frame); break;
        }
    }
}

void AcsStream::on_frame(const wire::Frame& frame) {
    if (state_ == State::Closing) return;
    if (frame.event_class == ACSREQUEST) {
        on_acs_request(frame);
    } else if (frame.event_class == CSTAREQUEST && state_ == State::Open) {
        serve(frame);
    } else if (frame.event_class == CSTACONFIRMATION && state_ == State::Open) {
        return;  // answers to requests of the switch, which makes none yet
    } else {
        fail("a message that is not allowed before the stream is open");
    }
}

void AcsStream::on_acs_request(const wire::Frame& frame) {
    const auto pdu = wire::decode_pdu(frame);
    if (!pdu) {
        fail(std::string("unreadable request: ") + pdu.error());
        return;
    }
    if (const auto* asked = pdu.as<ACSOpenStream_t>(); asked != nullptr && state_ == State::Connected) {
        open(frame, *asked);
    } else if (const auto* wish = pdu.as<ACSSetHeartbeatInterval_t>(); wish != nullptr && is_open()) {
        set_heartbeat(frame, *wish);
    } else if (frame.type == ACS_KEY_REQUEST) {
        tell_login_kind(frame);
    } else if (frame.type == ACS_CLOSE_STREAM && is_open()) {
        close_politely(frame);
    } else {
        fail(frame.type == ACS_ABORT_STREAM ? "aborted by the program" : "unexpected ACS request");
    }
}

void AcsStream::send_acs(std::uint16_t event_class, std::uint16_t type, std::uint32_t reference, auto&& abi) {
    if (auto frame = wire::make_frame(event_class, type, reference, abi)) send(*frame);
}

void AcsStream::refuse_acs(const wire::Frame& frame, ACSUniversalFailure_t why) {
    ACSUniversalFailureConfEvent_t failure{};
    failure.error = why;
    send_acs(ACSCONFIRMATION, ACS_UNIVERSAL_FAILURE_CONF, frame.reference, failure);
}

void AcsStream::open(const wire::Frame& frame, const ACSOpenStream_t& asked) {
    if (const auto refused = why_not(asked)) {
        refuse_acs(frame, *refused);
        return;
    }
    state_ = State::Open;
    login_ = text_of(asked.loginID);
    application_ = text_of(asked.applicationName);
    negotiated_ = negotiate(frame, at_.plan.lowest_private_data, at_.plan.highest_private_data);
    ACSOpenStreamConfEvent_t confirmed{};
    put_text(confirmed.apiVer, kApiVersion);
    put_text(confirmed.libVer, text_of(asked.libVer));
    put_text(confirmed.tsrvVer, kServerVersion);
    put_text(confirmed.drvrVer, at_.plan.switch_plan.name);
    auto answer = wire::make_frame(ACSCONFIRMATION, ACS_OPEN_STREAM_CONF, frame.reference, confirmed);
    if (!answer) return;
    if (negotiated_) put_version(*answer, *negotiated_);
    send(*answer);
    beat();
}

std::optional<ACSUniversalFailure_t> AcsStream::why_not(const ACSOpenStream_t& asked) const {
    if (at_.faults.refuse_opens) return at_.faults.refuse_opens;
    if (asked.streamType != ST_CSTA) return TSERVER_BAD_STREAM_TYPE;
    if (strcasecmp(text_of(asked.serverID).c_str(), tlink_.c_str()) != 0) return TSERVER_BAD_SERVERID;
    if (!login_is_right(asked)) return TSERVER_BAD_PASSWORD_OR_LOGIN;
    if (!at_.requests.link.is_up() && !at_.plan.switch_plan.profile.open_while_link_down) {
        return DRIVER_LINK_UNAVAILABLE;
    }
    return std::nullopt;
}

bool AcsStream::login_is_right(const ACSOpenStream_t& asked) const {
    const auto length = std::min<std::size_t>(asked.cryptPass.length, sizeof asked.cryptPass.value);
    const std::string password(reinterpret_cast<const char*>(asked.cryptPass.value), length);
    const auto login = text_of(asked.loginID);
    return std::any_of(at_.plan.users.begin(), at_.plan.users.end(), [&](const auto& user) {
        return user.login == login && user.password == password;
    });
}

void AcsStream::tell_login_kind(const wire::Frame& frame) {
    ACSAuthReplyTwo_t reply{};
    reply.authInfo.authType = NEED_LOGIN_ID_AND_PASSWD;
    reply.encodeType = CAN_USE_BINDERY_ENCRYPTION;
    send_acs(ACSCONFIRMATION, ACS_AUTH_REPLY_TWO, frame.reference, reply);
}

void AcsStream::set_heartbeat(const wire::Frame& frame, const ACSSetHeartbeatInterval_t& asked) {
    if (asked.heartbeatInterval < kMinHeartbeat || asked.heartbeatInterval > kMaxHeartbeat) {
        refuse_acs(frame, TSERVER_INVALID_HEARTBEAT_INTERVAL);
        return;
    }
    heartbeat_interval_ = asked.heartbeatInterval;
    ACSSetHeartbeatIntervalConfEvent_t confirmed{};
    confirmed.heartbeatInterval = asked.heartbeatInterval;
    send_acs(ACSCONFIRMATION, ACS_SET_HEARTBEAT_INTERVAL_CONF, frame.reference, confirmed);
    beat();
}

void AcsStream::close_politely(const wire::Frame& frame) {
    at_.requests.monitors.stop_all(*this);
    at_.requests.routes.forget(*this);
    send_acs(ACSCONFIRMATION, ACS_CLOSE_STREAM_CONF, frame.reference, ACSCloseStreamConfEvent_t{});
    state_ = State::Closing;
    if (delayed_.empty()) connection_->close_when_sent();
}

void AcsStream::beat() {
    heartbeat_.expires_after(at_.heartbeat_second * heartbeat_interval_);
    heartbeat_.async_wait([self = shared_from_this()](const boost::system::error_code& stopped) {
        if (stopped || self->state_ != State::Open) return;
        if (self->at_.faults.heartbeats) {
            self->send_acs(ACSUNSOLICITED, ACS_CLIENT_HEARTBEAT, 0, ACSClientHeartbeatEvent_t{});
        }
        self->beat();
    });
}

}  // namespace ctiengine::simulator

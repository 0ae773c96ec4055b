// The messages of ECMA-354: log in, log out, keep alive. Part of Session.
#include "gateway/session/session.hpp"
#include "gateway/xml/session_reader.hpp"
#include "gateway/xml/session_writer.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace ctiengine::gateway {
namespace {

using refusals::Refusal;

/// A token or a certificate may say who it is.
bool names_somebody(const SessionLogin& login, const connection::ConnectionInfo& info) {
    return !login.user.empty() || !login.token.empty() || !info.bearer_token.empty() ||
           !info.certificate_names.empty();
}

std::string new_session_id() {
    std::array<unsigned char, 16> bytes;
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random numbers");
    std::string id;
    for (auto byte : bytes) {
        id += "0123456789ABCDEF"[byte >> 4];
        id += "0123456789ABCDEF"[byte & 15];
    }
    return id;
}

}  // namespace

Task<bool> Session::take_session_message(std::optional<InvokeId> invoke, const IncomingMessage& message) {
    std::string answer;
    if (message.name() == "StartApplicationSession") {
        answer = co_await start_session(message);
    } else if (message.name() == "StopApplicationSession") {
        answer = stop_session(message);
    } else if (message.name() == "ResetApplicationSessionTimer") {
        answer = co_await reset_timer(message);
    } else {
        co_return false;
    }
    send(invoke, std::move(answer));
    if (failed_log_ins_ >= settings_.failed_log_ins) finish(Refusal::TooManyFailedLogIns);
    co_return true;
}

std::chrono::seconds Session::granted(std::chrono::seconds wish) const {
    return std::clamp(
        wish, settings_.shortest_session, std::max(settings_.shortest_session, settings_.longest_session)
    );
}

std::string Session::refuse_log_in(StartRefusal why, const std::string& sentence) {
    if (why != StartRefusal::ServerResourcesBusy) {  // that is nobody's fault
        ++failed_log_ins_;
        note(Refusal::LogInRefused, sentence);
    }
    return write_session_not_started(why, sentence);
}

Task<std::string> Session::start_session(const IncomingMessage& message) {
    auto start = read_start_application_session(message);
    if (!start) co_return refuse_log_in(StartRefusal::InvalidApplicationInfo, start.error().detail);
    if (!softphone_.session_id.empty()) {
        co_return refuse_log_in(
            StartRefusal::InvalidApplicationInfo,
            "StartApplicationSession: this connection has a session already; stop it first"
        );
    }
    if (!start->login) start->login.emplace();
    if (!names_somebody(*start->login, connection_->info())) {
        co_return refuse_log_in(
            StartRefusal::InvalidApplicationInfo,
            "StartApplicationSession: applicationSpecificInfo/SessionLoginInfo/userName is missing"
        );
    }
    auto version = choose_version(start->protocol_versions);
    if (!version) {
        co_return refuse_log_in(
            StartRefusal::RequestedProtocolVersionNotSupported,
            "StartApplicationSession: none of the requested protocol versions is spoken here; ask for " +
                std::string(namespace_of(Edition::Ed3))
        );
    }
    auto answer = co_await log_in(std::move(*start), std::move(*version));
    co_return answer;
}

/// Reading goes on only when this is done, so a connection has one log-in on its way at most.
Task<std::string> Session::log_in(StartApplicationSession start, ProtocolVersion version) {
    auto& login = *start.login;
    const bool by_handshake =
        login.token.empty() && !connection_->info().bearer_token.empty();  // counted there
    const auto now = clock_.now();
    const bool source_may = by_handshake || rates_.source_may(connection_->info().client_address, now);
    if (!source_may || (!login.user.empty() && !rates_.user_may(login.user, now))) {
        finish(Refusal::LogInRate);
        co_return std::string();
    }
    auto proof = credentials(login.user, std::move(login.password), std::move(login.token));
    auto identity = co_await authenticator_.authenticate(std::move(proof));
    if (ending_) co_return std::string();  // it took too long
    if (identity && !login.user.empty() && identity->user != login.user) {
        Error other{Errc::Refused, "the proof is of user '" + identity->user + "'"};
        identity = other;
    }
    const bool named_by_proof = identity && login.user.empty();
    if (named_by_proof && !rates_.user_may(identity->user, now)) {
        finish(Refusal::LogInRate);
        co_return std::string();
    }
    if (identity) {
        auto answer = co_await take_seat(std::move(start), std::move(version), std::move(*identity));
        co_return answer;
    }
    const auto& error = identity.error();
    logging::info(at({}), "log-in of '{}' refused: {}", login.user, error.detail);
    if (error.code != Errc::Refused) {
        co_return refuse_log_in(
            StartRefusal::ServerResourcesBusy,
            "StartApplicationSession: log-ins cannot be checked now; try again"
        );
    }
    co_return refuse_log_in(
        StartRefusal::InvalidApplicationInfo, "StartApplicationSession: user name, password or token is wrong"
    );
}

/// The user is known; the licence has to have room for him. A session that has ended meanwhile gives the seat
/// back.
Task<std::string> Session::take_seat(
    StartApplicationSession start, ProtocolVersion version, identity::Identity identity
) {
    const auto refusal = co_await licenses_.acquire(identity.user);
    if (ending_) {
        if (!refusal) licenses_.release(identity.user, settings_.seat_linger);
        co_return std::string();
    }
    if (!refusal) co_return open_session(start, version, std::move(identity));
    const bool unavailable = refusal->kind == SeatRefusal::Kind::Unavailable;
    note(unavailable ? Refusal::SeatsUnknown : Refusal::NoSeat, refusal->why);
    co_return write_session_not_started(
        unavailable ? StartRefusal::ServerResourcesBusy : StartRefusal::MaxNumberSessions,
        "StartApplicationSession: " + refusal->why
    );
}

void Session::give_seat_back(std::chrono::seconds linger) {
    if (!softphone_.session_id.empty()) licenses_.release(softphone_.user, linger);
}

identity::Credentials Session::credentials(std::string user, std::string password, std::string token) const {
    identity::Credentials proof;
    proof.user = std::move(user);
    proof.password = std::move(password);
    proof.token = token.empty() ? connection_->info().bearer_token : std::move(token);
    proof.certificate_names = connection_->info().certificate_names;
    proof.source = connection_->info().client_address;
    return proof;
}

std::string Session::open_session(
    const StartApplicationSession& start, const ProtocolVersion& version, identity::Identity identity
) {
    failed_log_ins_ = 0;
    softphone_.session_id = new_session_id();
    softphone_.dialect.edition = version.edition;
    softphone_.dialect.numbered_events = start.resume.has_value();
    auto duration = granted(start.duration);
    timers_.grant(duration, clock_.now());
    const auto by = identity.proven_by;
    take_identity(std::move(identity));
    connection_->authenticated();
    directory_.enter(softphone_.session_id, softphone_.user, weak_from_this());
    link_.watch_system(shared_from_this());
    logging::info(at({}), "session of user '{}' for {} s", softphone_.user, duration.count());
    record("log-in", {{"by", by}, {"role", std::string(identity::to_string(softphone_.rights.role))}});
    SessionStarted answer;
    answer.session_id = softphone_.session_id;
    answer.protocol_version = version.text;
    answer.duration = duration;
    answer.authentication_left = authentication_left();
    return write_session_started(answer);
}

/// At the log-in, and whenever the user has proven anew who he is.
void Session::take_identity(identity::Identity identity) {
    softphone_.user = std::move(identity.user);
    softphone_.rights = std::move(identity.rights);
    std::optional<SessionTimers::TimePoint> end;
    if (identity.expires) {
        end = clock_.now() + std::chrono::duration_cast<SessionTimers::TimePoint::duration>(
                                 *identity.expires - clock_.wall_now()
                             );
    }
    timers_.authenticated_until(end);
    timer_.cancel();
    link_.open_session(softphone_.session_id, softphone_.user, softphone_.rights);
}

std::optional<std::chrono::seconds> Session::authentication_left() const {
    const auto end = timers_.authentication_end();
    if (!end) return std::nullopt;
    const auto left = std::chrono::floor<std::chrono::seconds>(*end - clock_.now());
    return std::max(left, std::chrono::seconds(0));
}

std::string Session::stop_session(const IncomingMessage& message) {
    auto stop = read_stop_application_session(message);
    if (!stop) return write_session_not_stopped(stop.error().detail);
    if (softphone_.session_id.empty() || stop->session_id != softphone_.session_id) {
        return write_session_not_stopped(
            "StopApplicationSession: sessionID is not that of this connection's session"
        );
    }
    logging::info(at({}), "session of user '{}' stopped: {}", softphone_.user, stop->reason);
    forget_session();
    return write_session_stopped();
}

Task<std::string> Session::reset_timer(const IncomingMessage& message) {
    auto reset = read_reset_application_session_timer(message);
    if (!reset) co_return write_timer_not_reset(ResetRefusal::InvalidSessionId, reset.error().detail);
    if (softphone_.session_id.empty() || reset->session_id != softphone_.session_id) {
        co_return write_timer_not_reset(
            ResetRefusal::InvalidSessionId,
            "ResetApplicationSessionTimer: sessionID is not that of this connection's session"
        );
    }
    if (!reset->token.empty()) {
        const auto refused = co_await prove_again(std::move(reset->token));
        if (refused) co_return write_timer_not_reset(ResetRefusal::ServerCannotResetSessionTimer, *refused);
    }
    auto duration = granted(reset->duration);
    timers_.grant(duration, clock_.now());
    timer_.cancel();
    co_return write_timer_reset(duration, authentication_left());
}

/// A fresh token in place of the one that will expire. Why it is not taken, for the developer; empty = it is.
Task<std::optional<std::string>> Session::prove_again(std::string token) {
    auto proof = credentials(softphone_.user, {}, std::move(token));
    proof.certificate_names.clear();  // the token is what is looked at
    auto identity = co_await authenticator_.authenticate(std::move(proof));
    if (ending_) co_return "the session is over";
    if (!identity) {
        note(Refusal::LogInRefused, "renewal: " + identity.error().detail);
        co_return "ResetApplicationSessionTimer: the token is not valid here; the old one counts on";
    }
    if (identity->user != softphone_.user) {
        note(Refusal::LogInRefused, "renewal with a token of '" + identity->user + "'");
        co_return "ResetApplicationSessionTimer: the token is another user's; the old one counts on";
    }
    const auto before = softphone_.rights;
    take_identity(std::move(*identity));
    end_monitors_without_right(before);
    co_return std::nullopt;
}

void Session::forget_session() {
    record("log-out", {{"why", "StopApplicationSession"}});
    give_seat_back(std::chrono::seconds(0));
    directory_.leave(softphone_.session_id);
    link_.forget(shared_from_this());
    link_.close_session(softphone_.session_id);
    softphone_ = SoftphoneState{};
    agents_ = AgentMemory{};
    timers_.stop(clock_.now(), settings_.log_in_limit);
    timer_.cancel();
}

}  // namespace ctiengine::gateway

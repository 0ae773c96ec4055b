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

/// Is there anything that tells whose session it shall be?
bool says_who(const SessionLogin& login, const connection::ConnectionInfo& info) {
    return !login.user.empty() || !login.token.empty() || !info.bearer_token.empty() ||
           !info.certificate_names.empty();
}

}  // namespace

Task<bool> Session::take_session_message(std::optional<InvokeId> invoke, const IncomingMessage& message) {
    std::string answer;
    if (message.name() == "StartApplicationSession") {
        answer = co_await start_session(message);
    } else if (message.name() == "StopApplicationSession") {
        answer = stop_session(message);
    } else if (message.name() == "ResetApplicationSessionTimer") {
        answer = reset_timer(message);
    } else {
        co_return false;
    }
    send(invoke, std::move(answer));
    if (failed_log_ins_ >= settings_.failed_log_ins)
        finish(CloseCode::PolicyViolation, "too many failed log-ins");
    co_return true;
}

std::chrono::seconds Session::granted(std::chrono::seconds wish) const {
    return std::clamp(
        wish, settings_.shortest_session, std::max(settings_.shortest_session, settings_.longest_session)
    );
}

std::string Session::refuse_log_in(StartRefusal why, const std::string& sentence) {
    ++failed_log_ins_;
    logging::info(at({}), "log-in refused: {}", sentence);
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
    if (!says_who(*start->login, connection_->info())) {
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
    identity::Credentials credentials;
    credentials.user = start.login->user;
    credentials.password = std::move(start.login->password);
    credentials.token = std::move(start.login->token);
    if (credentials.token.empty()) credentials.token = connection_->info().bearer_token;
    credentials.certificate_names = connection_->info().certificate_names;
    credentials.source = connection_->info().client_address;
    auto identity = co_await authenticator_.authenticate(std::move(credentials));
    if (identity) co_return open_session(start, version, std::move(*identity));
    const auto& error = identity.error();
    logging::info(at({}), "log-in of '{}' refused: {}", start.login->user, error.detail);
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

std::string Session::open_session(
    const StartApplicationSession& start, const ProtocolVersion& version, identity::Identity identity
) {
    failed_log_ins_ = 0;
    softphone_.session_id = new_session_id();
    softphone_.user = std::move(identity.user);
    softphone_.rights = std::move(identity.rights);
    softphone_.dialect.edition = version.edition;
    softphone_.dialect.numbered_events = start.resume.has_value();
    auto duration = granted(start.duration);
    timers_.grant(duration, clock_.now());
    timer_.cancel();
    connection_->authenticated();
    directory_.enter(softphone_.session_id, softphone_.user, weak_from_this());
    link_.watch_system(shared_from_this());
    logging::info(at({}), "session of user '{}' for {} s", softphone_.user, duration.count());
    SessionStarted answer;
    answer.session_id = softphone_.session_id;
    answer.protocol_version = version.text;
    answer.duration = duration;
    return write_session_started(answer);
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

std::string Session::reset_timer(const IncomingMessage& message) {
    auto reset = read_reset_application_session_timer(message);
    if (!reset) return write_timer_not_reset(ResetRefusal::InvalidSessionId, reset.error().detail);
    if (softphone_.session_id.empty() || reset->session_id != softphone_.session_id) {
        return write_timer_not_reset(
            ResetRefusal::InvalidSessionId,
            "ResetApplicationSessionTimer: sessionID is not that of this connection's session"
        );
    }
    auto duration = granted(reset->duration);
    timers_.grant(duration, clock_.now());
    timer_.cancel();
    return write_timer_reset(duration);
}

void Session::forget_session() {
    directory_.leave(softphone_.session_id);
    link_.forget(shared_from_this());
    softphone_ = SoftphoneState{};
    timers_.stop();
}

}  // namespace ctiengine::gateway

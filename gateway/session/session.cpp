#include "gateway/session/session.hpp"

#include "gateway/requests/answering.hpp"
#include "gateway/xml/error_writer.hpp"
#include "gateway/xml/session_writer.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>

namespace ctiengine::gateway {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr auto kDrainLimit = 3s;
constexpr int kDenialsInAMinute = 10;
constexpr auto kServersInvokeId = "invoke ID 9999 belongs to the server";

std::string shown(std::optional<InvokeId> invoke) {
    if (!invoke) return {};
    auto digits = std::to_string(*invoke);
    return std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
}

CstaError answer_too_large(const Error& error) {
    return {
        ErrorCategory::SystemResourceAvailability, "resourceLimitExceeded", "the answer: " + error.detail};
}

bool may_hold_secret(std::string_view message) {
    return message == "StartApplicationSession" || message == "SetAgentState" ||
           message == "ResetApplicationSessionTimer";  // passwords, and tokens
}

}  // namespace

Session::Session(
    std::shared_ptr<connection::MessageConnection> connection,
    const SessionServices& services,
    const SessionSettings& settings
)
    : connection_(std::move(connection)),
      link_(services.link),
      clock_(services.clock),
      directory_(services.directory),
      authenticator_(services.authenticator),
      refusals_(services.refusals),
      rates_(services.rates),
      licenses_(services.licenses),
      settings_(settings),
      framing_(subprotocol_from(connection_->info().subprotocol)),
      timers_(settings.idle_limit, services.clock.now(), settings.log_in_limit),
      gate_(
          services.link,
          softphone_.rights,
          [this](const std::string& what) { on_denied(what); },
          [this](const csta::Request& request, const csta::Response& response) {
              agents_.answered(request, response, is_own_telephone(*agent_device_of(request)));
          }
      ),
      outbox_(connection_->executor(), settings.outbox_messages, settings.outbox_bytes),
      request_rate_(settings.requests_per_second, settings.request_burst, services.clock.now()),
      refused_requests_(settings.request_burst / 10.0, settings.request_burst, services.clock.now()),
      denials_(kDenialsInAMinute / 60.0, kDenialsInAMinute, services.clock.now()),
      requests_(
          connection_->executor(),
          [id = connection_->info().id](std::string_view task, const std::string& what) {
              logging::error({id, std::string(task)}, "a request ended by an exception: {}", what);
          }
      ),
      timer_(connection_->executor()) {}

logging::LogContext Session::at(std::optional<InvokeId> invoke) const {
    return {connection_->info().id, shown(invoke)};
}

Task<void> Session::run() {
    using namespace asio::experimental::awaitable_operators;
    auto self = shared_from_this();
    logging::info(
        at({}), "connected from {}, subprotocol '{}'", connection_->info().client_address,
        connection_->info().subprotocol
    );
    std::exception_ptr failure;
    try {
        co_await (read_loop() && write_loop() && timer_loop());
    } catch (...) {
        failure = std::current_exception();
    }
    co_await asio::this_coro::throw_if_cancelled(false);
    co_await asio::this_coro::reset_cancellation_state();
    ending_ = true;
    directory_.leave(softphone_.session_id);
    link_.forget(self);
    co_await requests_.drain(kDrainLimit);
    if (ended_idle_ && settings_.log_out_on_timeout) co_await log_agents_out();
    if (!softphone_.session_id.empty()) record("log-out", {{"why", close_reason_}});
    link_.close_session(softphone_.session_id);
    give_seat_back(ended_idle_ ? 0s : settings_.seat_linger);  // who only lost his connection may come back
    logging::info(at({}), "ended: {} {}", static_cast<int>(close_code_), close_reason_);
    if (failure) std::rethrow_exception(failure);
}

// ---- the three loops

Task<void> Session::read_loop() {
    for (;;) {
        auto frame = co_await connection_->receive();
        if (!frame) {
            end_of_input(frame.error());
            break;
        }
        if (ending_) continue;  // only the peer's close frame is of interest now
        co_await take(std::move(frame->payload), frame->binary);
    }
    end_loops();
}

Task<void> Session::write_loop() {
    for (;;) {
        auto frame = co_await outbox_.pop();
        if (!frame) break;
        logging::debug(at({}), "out: {}", *frame->payload);
        auto sent = co_await connection_->send(std::move(frame->payload), frame->binary);
        if (!sent) break;
    }
    co_await connection_->close(close_code_, close_reason_);
    end_loops();
}

Task<void> Session::timer_loop() {
    while (!(ending_ && !cut_at_)) {
        auto next = cut_at_ ? *cut_at_ : timers_.next_check();
        timer_.expires_after(std::max<SessionTimers::TimePoint::duration>(next - clock_.now(), 0ms));
        co_await timer_.async_wait(as_result);
        check_timers();
    }
}

void Session::end_of_input(const Error& error) {
    logging::debug(at({}), "nothing more to read: {}", error.detail);
    const bool broken = error.code == Errc::ProtocolViolation || error.code == Errc::InvalidValue;
    if (ending_ || (!broken && error.code != Errc::TooLarge)) return;
    tell_fault(error.detail);
    close_code_ = broken ? CloseCode::ProtocolError : CloseCode::MessageTooBig;
    close_reason_ = error.detail;
}

void Session::end_loops() {
    ending_ = true;
    cut_at_.reset();
    outbox_.close();
    timer_.cancel();
}

void Session::check_timers() {
    auto now = clock_.now();
    if (cut_at_) {
        if (now < *cut_at_) return;
        cut_at_.reset();
        return connection_->abort();
    }
    if (ending_) return;
    switch (timers_.check(now)) {
        case SessionTimers::Expired::Nothing: return;
        case SessionTimers::Expired::LogIn:
            tell_fault("no session was started in time");
            return finish(refusals::Refusal::NoLogInInTime);
        case SessionTimers::Expired::Authentication:
            tell_terminated(write_session_terminated(softphone_.session_id, "the token has expired"));
            return finish(refusals::Refusal::AuthenticationExpired);
        case SessionTimers::Expired::SessionTimer:
            tell_terminated(write_session_terminated(softphone_.session_id, Termination::SessionTimerExpired)
            );
            return finish(refusals::Refusal::SessionTimerExpired);
        case SessionTimers::Expired::Idle:
            tell_terminated(
                write_session_terminated(softphone_.session_id, "no request within the connection timeout")
            );
            ended_idle_ = true;
            return finish(refusals::Refusal::IdleTimeout);
    }
}

void Session::tell_terminated(std::string notice) {
    if (!softphone_.session_id.empty()) send_unasked(std::move(notice));
}

// ---- what comes in

Task<void> Session::take(std::string payload, bool binary) {
    auto decoded = framing_.decode(payload, binary);
    if (const auto* fault = std::get_if<FramingFault>(&decoded)) {
        logging::info(at({}), "framing: {}", fault->reason);
        finish_with_fault(static_cast<CloseCode>(fault->close_code), fault->reason);
        co_return;
    }
    const auto& frame = std::get<IncomingFrame>(decoded);
    xml_scan::ScanLimits limits;
    limits.message_bytes = settings_.message_bytes;
    auto message = IncomingMessage::parse(frame.xml, limits);
    if (!message) {
        take_malformed(frame.invoke_id, message.error());
        co_return;
    }
    logging::debug(
        at(frame.invoke_id), "in: {}", may_hold_secret(message->name()) ? message->name() : frame.xml
    );
    if (frame.invoke_id == kUnaskedId) {
        if (!may_ask(std::nullopt, message->name())) co_return;
        if (!may_be_unasked(message->name())) {
            finish_with_fault(CloseCode::ProtocolError, kServersInvokeId);
        }
        co_return;
    }
    co_await dispatch(frame.invoke_id, std::move(*message));
}

void Session::take_malformed(std::optional<InvokeId> invoke, const Error& error) {
    logging::info(at(invoke), "refused: {}", error.detail);
    if (!may_ask(invoke, "a message that cannot be read")) return;
    if (!invoke && error.code != Errc::UnknownService) return finish(refusals::Refusal::InvalidText);
    if (invoke == kUnaskedId) return finish_with_fault(CloseCode::ProtocolError, kServersInvokeId);
    send(invoke, write_csta_error(csta_error(error), softphone_.dialect.edition));
}

Task<void> Session::dispatch(std::optional<InvokeId> invoke, IncomingMessage message) {
    if (message.name() != "ResetApplicationSessionTimer") timers_.client_was_active(clock_.now());
    if (!may_ask(invoke, message.name())) co_return;
    if (softphone_.session_id.empty()) softphone_.dialect.edition = message.answer_edition();
    auto edition = softphone_.dialect.edition;
    if (invoke && outstanding_.contains(*invoke)) {
        send(invoke, write_csta_error(repeated_invoke_id_error(message.name()), edition));
        co_return;
    }
    const bool taken = co_await take_session_message(invoke, message);
    if (taken) co_return;
    const auto* entry = find_request(message.name());
    if (softphone_.session_id.empty() && !(entry && entry->before_session)) {
        send(invoke, write_csta_error(no_session_error(message.name()), edition));
        co_return;
    }
    if (!entry) {
        send(invoke, write_csta_error(csta_error(unknown_service(message)), edition));
        co_return;
    }
    if (!may_start(invoke, *entry)) co_return;
    if (invoke) {
        auto name = std::string(entry->name);
        requests_.spawn(
            connection_->executor(), run_request(entry->handler, invoke, std::move(message)), std::move(name)
        );
    } else {
        co_await run_request(
            entry->handler, invoke, std::move(message)
        );  // csta-xml-bare: one after the other
    }
}

bool Session::may_start(std::optional<InvokeId> invoke, const RequestEntry& entry) {
    if (running_requests_ >= settings_.outstanding_requests) {
        CstaError full{
            ErrorCategory::SubscribedResourceAvailability, "outstandingReqLimitExceeded",
            std::string(entry.name) + ": too many requests of this session wait for an answer"};
        send(invoke, write_csta_error(full, softphone_.dialect.edition));
        return false;
    }
    ++running_requests_;
    if (invoke) outstanding_.insert(*invoke);
    return true;
}

Task<void> Session::run_request(
    RequestHandler handler, std::optional<InvokeId> invoke, IncomingMessage message
) {
    auto self = shared_from_this();
    RequestContext context{
        gate_,
        softphone_,
        self,
        {settings_.request_budget, softphone_.session_id + "/" + shown(invoke), softphone_.session_id},
        at(invoke),
        directory_};
    std::string answer;
    auto number = command_id(message);
    if (number) {
        context.call.user = softphone_.user;
        context.call.command_id = number->value_or("");
        answer = co_await handler(context, message);
    } else {
        answer = refuse(context, number.error());
    }
    --running_requests_;
    if (invoke) outstanding_.erase(*invoke);
    if (!answer.empty()) send(invoke, std::move(answer));
    for (auto& notice : context.notices) send_unasked(std::move(notice));
}

// ---- what goes out

void Session::send(std::optional<InvokeId> invoke, std::string xml) {
    if (ending_) return;
    auto frame = framing_.encode(invoke.value_or(kUnaskedId), std::move(xml));
    if (!frame && invoke && *invoke != kUnaskedId) {
        logging::warn(at(invoke), "answered with an error instead: {}", frame.error().detail);
        frame = framing_.encode(
            *invoke, write_csta_error(answer_too_large(frame.error()), softphone_.dialect.edition)
        );
    }
    if (!frame) {  // an event that is left out would make the client's picture of its calls wrong
        logging::error(at(invoke), "the connection has to end: {}", frame.error().detail);
        return finish(refusals::Refusal::EventTooLarge);
    }
    if (!outbox_.push({std::move(*frame), framing_.binary()})) finish(refusals::Refusal::SlowReader);
}

void Session::finish_with_fault(CloseCode code, const std::string& reason) {
    note(
        code == CloseCode::InvalidPayload ? refusals::Refusal::InvalidText
                                          : refusals::Refusal::ProtocolViolation,
        reason
    );
    tell_fault(reason);
    finish(code, reason);
}

/// A stream of frames has no close codes, and a relay between TCP and WebSocket does not pass them on.
void Session::tell_fault(const std::string& reason) {
    if (framing_.subprotocol() != Subprotocol::AnnexJ) return;
    send_unasked(write_csta_error(
        {ErrorCategory::Operation, "invalidParameterValue", reason}, softphone_.dialect.edition
    ));
}

void Session::finish(CloseCode code, std::string reason) {
    if (ending_) return;
    close_code_ = code;
    close_reason_ = std::move(reason);
    ending_ = true;
    cut_at_ = clock_.now() + settings_.farewell_limit;
    outbox_.close();
    timer_.cancel();  // the timer loop now waits for the end of the farewell
}

}  // namespace ctiengine::gateway

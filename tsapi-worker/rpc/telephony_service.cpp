#include "tsapi-worker/rpc/telephony_service.hpp"

#include "common/csta_proto/csta_proto.hpp"
#include "common/logging/log.hpp"
#include "tsapi-worker/rpc/recovery.hpp"

#include <boost/asio/post.hpp>

namespace ctiengine::rpc {

namespace pb = tsapi::v1;
namespace asio = boost::asio;

namespace {

constexpr std::uint32_t kLongestBudgetMs = 120000;
constexpr std::uint32_t kDefaultBudgetMs = 10000;

pb::WorkerMessage event_message(const csta::Event& event) {
    pb::WorkerMessage message;
    csta_proto::to_proto(event, *message.mutable_event());
    return message;
}

std::chrono::milliseconds budget_of(const pb::Request& request) {
    const auto budget = request.deadline_ms();
    return std::chrono::milliseconds(budget == 0 ? kDefaultBudgetMs : std::min(budget, kLongestBudgetMs));
}

std::optional<telephony::CommandKey> command_of(const pb::Request& request) {
    if (!request.has_command()) return std::nullopt;
    return telephony::CommandKey{request.command().user(), request.command().id()};
}

/// The gateway should have known; that it did not is worth a line.
csta::Failure denied(const rights::Denial& denial, const pb::Request& request) {
    logging::warn({0, request.trace_id()}, "denied to session {}: {}", request.session_id(), denial.what);
    return {csta::UniversalFailure::PrivilegeViolationOnSpecifiedDevice, denial.what};
}

}  // namespace

TelephonyService::TelephonyService(
    asio::any_io_executor home,
    telephony::Telephony& telephony,
    std::size_t max_waiting,
    std::chrono::milliseconds stall_limit
)
    : home_(std::move(home)), telephony_(telephony), max_waiting_(max_waiting), stall_limit_(stall_limit) {}

grpc::ServerBidiReactor<pb::GatewayMessage, pb::WorkerMessage>* TelephonyService::Attach(
    grpc::CallbackServerContext* context
) {
    using Base = std::shared_ptr<GatewayStream::Base>;
    GatewayStream::Handlers handlers;
    handlers.message = [this](const Base& stream, const pb::GatewayMessage& message) {
        on_message(std::static_pointer_cast<GatewayStream>(stream), message);
    };
    handlers.closed = [this](const Base& stream) {
        on_closed(std::static_pointer_cast<GatewayStream>(stream));
    };
    const GatewayStream::Limits limits{max_waiting_, stall_limit_};
    auto stream = std::make_shared<GatewayStream>(home_, context, std::move(handlers), limits);
    asio::post(home_, [this, stream] {
        open_.insert(stream);
        if (stopping_) stream->finish({grpc::StatusCode::UNAVAILABLE, "the worker is stopping"});
    });
    stream->start();
    return stream.get();
}

void TelephonyService::on_message(const Stream& stream, const pb::GatewayMessage& message) {
    if (message.has_hello()) return on_hello(stream, message.hello());
    if (!stream->attached()) {
        return stream->finish({grpc::StatusCode::FAILED_PRECONDITION, "the first message has to be Hello"});
    }
    if (message.has_request()) return on_request(stream, message.request());
    if (message.has_acknowledge()) return stream->acknowledged(message.acknowledge().seq());
    if (message.has_session_opened()) return on_session_opened(stream, message.session_opened());
    if (message.has_session_closed()) sessions_[stream].closed(message.session_closed().session_id());
}

void TelephonyService::on_hello(const Stream& stream, const pb::Hello& hello) {
    if (hello.gateway_id().empty() || stream->attached()) {
        return stream->finish({grpc::StatusCode::INVALID_ARGUMENT, "Hello comes once and names the gateway"});
    }
    if (auto old = attached_.find(hello.gateway_id()); old != attached_.end()) {
        auto replaced = old->second;
        attached_.erase(old);
        replaced->finish({grpc::StatusCode::ABORTED, "the gateway attached again"});
    }
    bool watches_kept = telephony_.gateway_attached(hello.gateway_id());
    auto max_replay = max_waiting_ / 2;  // live events come while it is still reading these
    auto plan = plan_recovery(telephony_.journal(), hello.last_epoch(), hello.last_seq(), max_replay);
    if (!watches_kept && hello.last_epoch() != 0) {  // events are missing that no journal has
        plan = {pb::RECOVERY_SNAPSHOT, telephony_.journal().last_seq() + 1, {}};
    }
    stream->set_gateway(hello.gateway_id());
    stream->begin_events(plan.next_seq);
    attached_[hello.gateway_id()] = stream;
    logging::info("{} attached: {}", hello.gateway_id(), pb::Recovery_Name(plan.recovery));
    pb::WorkerMessage message;
    auto& welcome = *message.mutable_welcome();
    welcome.set_epoch(telephony_.journal().epoch());
    welcome.set_next_seq(plan.next_seq);
    welcome.set_recovery(plan.recovery);
    welcome.set_system_status(static_cast<int>(telephony_.status().system_status));
    stream->send(std::move(message));
    for (const auto& event : plan.replay) stream->send_event(event_message(*event), event->seq);
}

void TelephonyService::on_request(const Stream& stream, const pb::Request& request) {
    auto answer = [stream, id = request.request_id()](csta::Response response) {
        pb::WorkerMessage message;
        message.mutable_response()->set_request_id(id);
        csta_proto::to_proto(response, *message.mutable_response());
        stream->send(std::move(message));
    };
    auto typed = csta_proto::from_proto(request);
    if (!typed) {
        return answer(csta::Failure{
            csta::UniversalFailure::GenericOperation, "the worker does not know this service"});
    }
    logging::debug({0, request.trace_id()}, "{} {}", stream->gateway(), csta_proto::service_name(*typed));
    const auto& rights = sessions_[stream];
    if (const auto denial = rights.denial_of(request.session_id(), *typed)) {
        return answer(denied(*denial, request));
    }
    if (request.command().repeat_only()) {
        if (telephony_.repeat(*typed, *command_of(request), answer)) return;
        return answer(csta::Failure{
            csta::UniversalFailure::PrivilegeViolationOnSpecifiedDevice, "this command was not asked before"}
        );
    }
    const auto* user = rights.find(request.session_id());
    const auto call = user ? rights::call_to_prove(*user, *typed) : std::nullopt;
    if (!call) return carry_out(stream, request, std::move(*typed), std::move(answer));
    auto carried_out = [this, stream, request, typed = std::move(*typed), answer]() mutable {
        carry_out(stream, request, std::move(typed), std::move(answer));
    };
    prove_then(stream, *call, request.session_id(), answer, std::move(carried_out));
}

void TelephonyService::on_session_opened(const Stream& stream, const pb::SessionOpened& session) {
    if (sessions_[stream].opened(session)) return;
    logging::error("{}: a session was not taken in; its requests will be refused", stream->gateway());
}

void TelephonyService::carry_out(
    const Stream& stream, const pb::Request& request, csta::Request typed, Answer answer
) {
    telephony_.request(
        stream->gateway(), std::move(typed), budget_of(request), std::move(answer), command_of(request)
    );
}

/// Null as well when the stream has ended meanwhile: nothing of it is carried out any more.
const identity::Rights* TelephonyService::user_of(const Stream& stream, const std::string& session) const {
    const auto found = sessions_.find(stream);
    return found == sessions_.end() ? nullptr : found->second.find(session);
}

/// Asks the switch who is in the call; one of the session's devices has to be.
void TelephonyService::prove_then(
    const Stream& stream,
    std::uint32_t call,
    const std::string& session,
    Answer denied,
    std::function<void()> then
) {
    auto seen = [this, stream, call, session, denied = std::move(denied),
                 then = std::move(then)](csta::Response response) {
        const auto* user = user_of(stream, session);
        const auto* parties = std::get_if<csta::CallSnapshot>(&response);
        if (user && parties && rights::takes_part(*user, *parties)) return then();
        if (!parties) return denied(std::move(response));
        denied(csta::Failure{
            csta::UniversalFailure::PrivilegeViolationOnSpecifiedDevice, rights::not_in_call(call).what});
    };
    csta::SnapshotCall look{csta::Connection{call, {}}};
    telephony_.request(stream->gateway(), look, std::chrono::milliseconds(kDefaultBudgetMs), std::move(seen));
}

void TelephonyService::on_closed(const Stream& stream) {
    open_.erase(stream);
    sessions_.erase(stream);
    auto found = attached_.find(stream->gateway());
    if (found == attached_.end() || found->second != stream) return;  // replaced by a newer stream
    attached_.erase(found);
    telephony_.gateway_detached(stream->gateway());
    logging::info("{} detached", stream->gateway());
}

void TelephonyService::deliver(const telephony::EventJournal::Entry& event) {
    if (attached_.empty()) return;
    auto message = event_message(*event);
    for (auto& [gateway, stream] : attached_) stream->send_event(message, event->seq);
}

void TelephonyService::stop() {
    stopping_ = true;
    for (const auto& stream : open_)
        stream->finish({grpc::StatusCode::UNAVAILABLE, "the worker is stopping"});
}

}  // namespace ctiengine::rpc

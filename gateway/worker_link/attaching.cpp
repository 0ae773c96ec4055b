// The stream to the worker: attach, and attach again. Part of WorkerLink.
#include "common/csta_proto/csta_proto.hpp"
#include "common/logging/log.hpp"
#include "gateway/worker_link/worker_link_impl.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>

namespace ctiengine::gateway {

using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kAcknowledgeEvery = 256;  // events; the worker allows tens of thousands
constexpr auto kSweep = 250ms;

}  // namespace

WorkerLinkImpl::WorkerLinkImpl(asio::any_io_executor executor, WorkerLinkSettings settings)
    : strand_(asio::make_strand(executor)),
      settings_(std::move(settings)),
      backoff_(settings_.first_pause, settings_.longest_pause),
      ended_(strand_),
      pause_(strand_),
      sweep_(strand_) {
    for (std::size_t i = 0; i < kComparers; ++i) compare_.emplace_back(strand_);
}

void WorkerLinkImpl::stop() {
    asio::post(strand_, [self = shared_from_this()] {
        self->stopping_ = true;
        if (self->stream_) self->stream_->abandon();
        self->pause_.cancel();
        self->sweep_.cancel();
        self->wake_comparers();
        self->pending_.fail_all({csta::UniversalFailure::ResourceOutOfService, "the gateway is stopping"});
    });
}

Task<void> WorkerLinkImpl::run_on_strand() {
    using namespace asio::experimental::awaitable_operators;
    auto self = shared_from_this();
    co_await (
        attach_loop() && sweep_loop() && compare_loop(0) && compare_loop(1) && compare_loop(2) &&
        compare_loop(3) && compare_loop(4) && compare_loop(5) && compare_loop(6) && compare_loop(7)
    );
}

Task<void> WorkerLinkImpl::attach_loop() {
    while (!stopping_) {
        co_await attach_once();
        if (stopping_) break;
        pause_.expires_after(backoff_.next());
        co_await pause_.async_wait(as_result);
    }
}

Task<void> WorkerLinkImpl::attach_once() {
    auto self = shared_from_this();
    auto channel = settings_.worker->channel();
    if (!channel) {
        lost({grpc::StatusCode::UNAVAILABLE, channel.error().detail});
        co_return;
    }
    stub_ = pb::Telephony::NewStub(*channel);
    Stream::Handlers handlers;
    handlers.message = [self](pb::WorkerMessage&& message) { self->on_message(std::move(message)); };
    handlers.closed = [self](const grpc::Status& why) { self->lost(why); };
    stream_ = std::make_shared<Stream>(strand_, std::move(handlers));
    stream_->start([this](auto* context, auto* reactor) { stub_->async()->Attach(context, reactor); });
    say_hello();
    ended_.expires_at(asio::steady_timer::time_point::max());
    co_await ended_.async_wait(as_result);
}

void WorkerLinkImpl::say_hello() {
    pb::GatewayMessage message;
    auto& hello = *message.mutable_hello();
    hello.set_gateway_id(settings_.gateway_id);
    hello.set_last_epoch(status_.epoch);
    hello.set_last_seq(status_.last_seq);
    stream_->send(std::move(message));
}

void WorkerLinkImpl::lost(const grpc::Status& why) {
    stream_.reset();
    bool was_attached = std::exchange(status_.attached, false);
    pending_.fail_all(not_reachable());
    auto reason = "waiting for the worker at " + settings_.worker->address() + ": " + why.error_message();
    set_state(std::move(reason), was_attached);
    if (was_attached) deliver_system_status(csta::SystemStatus::Disabled);
    ended_.cancel();
}

void WorkerLinkImpl::on_message(pb::WorkerMessage&& message) {
    switch (message.message_case()) {
        case pb::WorkerMessage::kWelcome: return on_welcome(message.welcome());
        case pb::WorkerMessage::kEvent: return on_event(message.event());
        case pb::WorkerMessage::kResponse: {
            auto response = csta_proto::from_proto(message.response());
            csta::Failure unknown{
                csta::UniversalFailure::GenericUnspecified, "the worker's answer is of an unknown kind"};
            pending_.answer(message.response().request_id(), response ? std::move(*response) : unknown);
            return;
        }
        case pb::WorkerMessage::MESSAGE_NOT_SET: break;
    }
    logging::warn(
        "worker link: a message of an unknown kind was skipped; is the worker newer than this gateway?"
    );
}

void WorkerLinkImpl::on_welcome(const pb::Welcome& welcome) {
    bool continues = welcome.epoch() == status_.epoch && welcome.recovery() != pb::RECOVERY_SNAPSHOT;
    status_.epoch = welcome.epoch();
    status_.last_seq = welcome.next_seq() - 1;
    acknowledged_ = status_.last_seq;
    status_.attached = true;
    send_all_sessions();  // before any of their requests
    backoff_.reset();
    set_state("attached", false);
    deliver_system_status(static_cast<csta::SystemStatus>(welcome.system_status()));
    if (!continues) compare_everything();
}

void WorkerLinkImpl::on_event(const pb::Event& event) {
    if (event.seq() != status_.last_seq + 1) {
        ++status_.sequence_gaps;
        logging::error("worker link: event {} follows {}: events were lost", event.seq(), status_.last_seq);
    }
    status_.last_seq = event.seq();
    ++status_.events;
    if (status_.last_seq - acknowledged_ >= kAcknowledgeEvery) {
        pb::GatewayMessage message;
        message.mutable_acknowledge()->set_seq(acknowledged_ = status_.last_seq);
        stream_->send(std::move(message));
    }
    auto typed = csta_proto::from_proto(event);
    if (!typed)
        return logging::warn("worker link: event {} is of an unknown kind and was skipped", event.seq());
    const auto* system = std::get_if<csta::SystemStatusChanged>(&typed->what);
    bool link_is_back = system && (system->status == csta::SystemStatus::Normal ||
                                   system->status == csta::SystemStatus::Enabled);
    deliver(std::move(*typed));
    if (link_is_back) wake_comparers();
}

void WorkerLinkImpl::deliver(csta::Event event) {
    auto numbered = std::make_shared<NumberedEvent>();
    numbered->epoch = status_.epoch;
    numbered->event = std::move(event);
    watched_.deliver(std::move(numbered));
}

void WorkerLinkImpl::deliver_system_status(csta::SystemStatus status) {
    csta::Event event;
    event.seq = status_.last_seq;
    event.time = std::chrono::system_clock::now();
    event.synthetic = true;
    event.what = csta::SystemStatusChanged{status};
    deliver(std::move(event));
}

void WorkerLinkImpl::set_state(std::string state, bool bad) {
    if (status_.state == state) return;
    status_.state = std::move(state);
    if (bad) return logging::warn("worker link: {}", status_.state);
    logging::info("worker link: {}", status_.state);
}

Task<void> WorkerLinkImpl::sweep_loop() {
    while (!stopping_) {
        sweep_.expires_after(kSweep);
        co_await sweep_.async_wait(as_result);
        pending_.expire(std::chrono::steady_clock::now());
    }
}

std::shared_ptr<WorkerLink> WorkerLink::make(
    boost::asio::any_io_executor executor, WorkerLinkSettings settings
) {
    return std::make_shared<WorkerLinkImpl>(std::move(executor), std::move(settings));
}

}  // namespace ctiengine::gateway

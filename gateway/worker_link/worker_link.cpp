#include "gateway/worker_link/worker_link.hpp"

#include "common/csta_proto/csta_proto.hpp"
#include "common/grpc_calls/backoff.hpp"
#include "common/grpc_calls/ordered_stream.hpp"
#include "common/logging/log.hpp"
#include "ctiengine/tsapi/v1/telephony.grpc.pb.h"
#include "gateway/worker_link/pending_calls.hpp"
#include "gateway/worker_link/watched_devices.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <grpcpp/create_channel.h>

#include <deque>

namespace ctiengine::gateway {
namespace {

namespace asio = boost::asio;
namespace pb = ::ctiengine::tsapi::v1;
using namespace std::chrono_literals;
using Stream = OrderedStream<pb::GatewayMessage, pb::WorkerMessage>;

constexpr std::uint64_t kAcknowledgeEvery = 256;  // events; the worker allows tens of thousands
constexpr std::size_t kMaxPending = 10000;        // calls; a worker that hangs must not eat our memory
constexpr auto kSweep = 250ms;
constexpr auto kGrace =
    1000ms;  // the worker's own time-out answer is the better one, so give it this much more
constexpr auto kCompareBudget = 10s;
constexpr auto kCompareAgain = 2s;

std::shared_ptr<grpc::Channel> open_channel(const std::string& address) {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 20000);
    arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 10000);
    arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
    arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 100);
    arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 1000);
    arguments.SetMaxReceiveMessageSize(1024 * 1024);
    return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

csta::Failure not_reachable(const std::string& address) {
    return {
        csta::UniversalFailure::ResourceOutOfService,
        "the telephony worker at " + address + " is not reachable; the gateway keeps trying"};
}

class WorkerLinkImpl final : public WorkerLink, public std::enable_shared_from_this<WorkerLinkImpl> {
  public:
    WorkerLinkImpl(asio::any_io_executor executor, WorkerLinkSettings settings)
        : strand_(asio::make_strand(executor)),
          settings_(std::move(settings)),
          stub_(pb::Telephony::NewStub(open_channel(settings_.address))),
          backoff_(settings_.first_pause, settings_.longest_pause),
          ended_(strand_),
          pause_(strand_),
          sweep_(strand_),
          compare_(strand_) {}

    Task<void> run() override { return asio::co_spawn(strand_, run_on_strand(), asio::use_awaitable); }
    void stop() override;
    Task<csta::Response> call(csta::Request request, CallContext context) override;
    Task<csta::Response> watch(
        csta::Device device, std::shared_ptr<DeviceListener> listener, CallContext context
    ) override;
    Task<csta::Response> unwatch(
        csta::Device device, std::shared_ptr<DeviceListener> listener, CallContext context
    ) override;
    void forget(std::shared_ptr<DeviceListener> listener) override;
    void watch_system(std::shared_ptr<DeviceListener> listener) override;
    Task<LinkStatus> status() override {
        return asio::co_spawn(strand_, status_on_strand(), asio::use_awaitable);
    }

  private:
    using Resume = PendingCalls::Resume;

    // One call on its way: its ID is set on the strand when it was sent, so that a cancellation finds it.
    struct Ticket {
        std::uint64_t id = 0;
    };

    template <class Start>
    Task<csta::Response> answered_later(Start start);
    void send_call(const csta::Request& request, const CallContext& context, Resume resume, Ticket& ticket);
    void begin_watch(
        csta::Device device,
        std::shared_ptr<DeviceListener> listener,
        CallContext context,
        Resume resume,
        Ticket& ticket
    );
    void end_watch(
        csta::Device device,
        std::shared_ptr<DeviceListener> listener,
        CallContext context,
        Resume resume,
        Ticket& ticket
    );

    Task<void> run_on_strand();
    Task<void> attach_loop();
    Task<void> attach_once();
    Task<void> sweep_loop();
    Task<void> compare_loop();
    Task<bool> compare_one(csta::Device device);
    Task<LinkStatus> status_on_strand();

    void say_hello();
    void on_message(pb::WorkerMessage&& message);
    void on_welcome(const pb::Welcome& welcome);
    void on_event(const pb::Event& event);
    void deliver(csta::Event event);
    void deliver_system_status(csta::SystemStatus status);
    void lost(const grpc::Status& why);
    void compare_everything();
    void set_state(std::string state, bool bad);

    asio::strand<asio::any_io_executor> strand_;
    WorkerLinkSettings settings_;
    std::unique_ptr<pb::Telephony::Stub> stub_;
    Backoff backoff_;
    std::shared_ptr<Stream> stream_;
    PendingCalls pending_;
    WatchedDevices watched_;
    std::deque<csta::Device> to_compare_;
    LinkStatus status_;
    std::uint64_t acknowledged_ = 0;
    bool stopping_ = false;
    asio::steady_timer ended_;    // cancelled when the stream is over
    asio::steady_timer pause_;    // between two attempts
    asio::steady_timer sweep_;    // looks for calls past their deadline
    asio::steady_timer compare_;  // cancelled when there is something to compare
};

// ---- requests

/// Suspends the caller until `start`, run on our strand with a Resume and a Ticket, has been answered.
template <class Start>
Task<csta::Response> WorkerLinkImpl::answered_later(Start start) {
    auto initiate = [self = shared_from_this()](auto handler, Start begin) {
        using Handler = decltype(handler);
        auto executor = asio::get_associated_executor(handler);
        auto slot = asio::get_associated_cancellation_slot(handler);
        auto parked = std::make_shared<Handler>(std::move(handler));
        auto ticket = std::make_shared<Ticket>();
        if (slot.is_connected()) {
            slot.assign([self, ticket](asio::cancellation_type) {
                asio::post(self->strand_, [self, ticket] {
                    csta::Failure given_up{
                        csta::UniversalFailure::RequestTimeoutRejection, "the session is over"};
                    self->pending_.answer(ticket->id, given_up);
                });
            });
        }
        Resume resume = [parked, executor, work = asio::make_work_guard(executor)](csta::Response response) {
            asio::post(executor, [parked, response = std::move(response)]() mutable {
                auto waiting = std::move(*parked);
                std::move(waiting)(std::move(response));
            });
        };
        asio::post(
            self->strand_, [self, ticket, resume = std::move(resume),
                            begin = std::move(begin)]() mutable { begin(std::move(resume), *ticket); }
        );
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(csta::Response)>(
        std::move(initiate), asio::use_awaitable, std::move(start)
    );
}

Task<csta::Response> WorkerLinkImpl::call(csta::Request request, CallContext context) {
    auto start = [this, request = std::move(request), context = std::move(context)](
                     Resume resume, Ticket& ticket
                 ) { send_call(request, context, std::move(resume), ticket); };
    return answered_later(std::move(start));
}

Task<csta::Response> WorkerLinkImpl::watch(
    csta::Device device, std::shared_ptr<DeviceListener> listener, CallContext context
) {
    auto start = [this, device = std::move(device), listener = std::move(listener),
                  context = std::move(context)](Resume resume, Ticket& ticket) {
        begin_watch(device, listener, context, std::move(resume), ticket);
    };
    return answered_later(std::move(start));
}

Task<csta::Response> WorkerLinkImpl::unwatch(
    csta::Device device, std::shared_ptr<DeviceListener> listener, CallContext context
) {
    auto start = [this, device = std::move(device), listener = std::move(listener),
                  context = std::move(context)](Resume resume, Ticket& ticket) {
        end_watch(device, listener, context, std::move(resume), ticket);
    };
    return answered_later(std::move(start));
}

void WorkerLinkImpl::send_call(
    const csta::Request& request, const CallContext& context, Resume resume, Ticket& ticket
) {
    if (!status_.attached || stopping_) return resume(not_reachable(settings_.address));
    if (pending_.size() >= kMaxPending) {
        return resume(csta::Failure{
            csta::UniversalFailure::OutstandingRequestLimitExceeded, "too many requests wait for the worker"}
        );
    }
    ticket.id = pending_.add(std::move(resume), std::chrono::steady_clock::now() + context.budget + kGrace);
    pb::GatewayMessage message;
    auto& out = *message.mutable_request();
    out.set_request_id(ticket.id);
    out.set_deadline_ms(static_cast<std::uint32_t>(context.budget.count()));
    out.set_trace_id(context.trace_id);
    out.set_session_id(context.session_id);
    csta_proto::to_proto(request, out);
    stream_->send(std::move(message));
}

void WorkerLinkImpl::begin_watch(
    csta::Device device,
    std::shared_ptr<DeviceListener> listener,
    CallContext context,
    Resume resume,
    Ticket& ticket
) {
    watched_.add(device, listener);
    auto answered = [self = shared_from_this(), device, listener,
                     resume = std::move(resume)](csta::Response response) {
        if (std::holds_alternative<csta::Failure>(response)) self->watched_.remove(device, listener);
        resume(std::move(response));
    };
    send_call(csta::MonitorDevice{device}, context, std::move(answered), ticket);
}

void WorkerLinkImpl::end_watch(
    csta::Device device,
    std::shared_ptr<DeviceListener> listener,
    CallContext context,
    Resume resume,
    Ticket& ticket
) {
    if (!watched_.remove(device, listener)) return resume(csta::Done{});
    send_call(csta::MonitorStop{device}, context, std::move(resume), ticket);
}

void WorkerLinkImpl::forget(std::shared_ptr<DeviceListener> listener) {
    asio::post(strand_, [self = shared_from_this(), listener = std::move(listener)] {
        for (const auto& device : self->watched_.forget(listener)) {
            Ticket unused;
            self->send_call(
                csta::MonitorStop{device}, CallContext{}, [](csta::Response) {}, unused
            );
        }
    });
}

void WorkerLinkImpl::watch_system(std::shared_ptr<DeviceListener> listener) {
    asio::post(strand_, [self = shared_from_this(), listener = std::move(listener)]() mutable {
        self->watched_.add_system(std::move(listener));
    });
}

// ---- the stream

void WorkerLinkImpl::stop() {
    asio::post(strand_, [self = shared_from_this()] {
        self->stopping_ = true;
        if (self->stream_) self->stream_->abandon();
        self->pause_.cancel();
        self->sweep_.cancel();
        self->compare_.cancel();
        self->pending_.fail_all({csta::UniversalFailure::ResourceOutOfService, "the gateway is stopping"});
    });
}

Task<void> WorkerLinkImpl::run_on_strand() {
    using namespace asio::experimental::awaitable_operators;
    auto self = shared_from_this();
    co_await (attach_loop() && sweep_loop() && compare_loop());
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
    pending_.fail_all(not_reachable(settings_.address));
    auto reason = "waiting for the worker at " + settings_.address + ": " + why.error_message();
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
    if (link_is_back) compare_.cancel();
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

// ---- after a new epoch: monitor again, snapshot, compare

void WorkerLinkImpl::compare_everything() {
    auto devices = watched_.devices();
    to_compare_.assign(devices.begin(), devices.end());
    compare_.cancel();
}

Task<void> WorkerLinkImpl::compare_loop() {
    while (!stopping_) {
        while (status_.attached && !to_compare_.empty() && !stopping_) {
            auto device = to_compare_.front();
            bool compared = co_await compare_one(device);
            if (!compared) break;
            std::erase(to_compare_, device);
        }
        auto again = to_compare_.empty() ? asio::steady_timer::time_point::max()
                                         : std::chrono::steady_clock::now() + kCompareAgain;
        compare_.expires_at(again);
        co_await compare_.async_wait(as_result);
    }
}

/// False = the switch cannot be asked now, try again later.
Task<bool> WorkerLinkImpl::compare_one(csta::Device device) {
    if (!watched_.contains(device)) co_return true;
    CallContext context;
    context.budget = kCompareBudget;
    context.trace_id = "recovery";
    csta::Request monitor = csta::MonitorDevice{device};
    auto monitored = co_await call(std::move(monitor), context);
    if (const auto* failure = std::get_if<csta::Failure>(&monitored)) {
        if (failure->value == csta::UniversalFailure::ResourceOutOfService) co_return false;
        logging::warn("worker link: {} cannot be monitored again: {}", device, failure->detail);
        csta::Event ended;
        ended.seq = status_.last_seq;
        ended.device = device;
        ended.time = std::chrono::system_clock::now();
        ended.synthetic = true;
        ended.what = csta::MonitorEnded{csta::EventCause::ResourcesNotAvailable};
        deliver(std::move(ended));
        co_return true;
    }
    csta::Request ask = csta::SnapshotDevice{device};
    auto answer = co_await call(std::move(ask), context);
    const auto* snapshot = std::get_if<csta::DeviceSnapshot>(&answer);
    if (!snapshot) co_return false;
    for (auto& change : watched_.compare(device, *snapshot)) {
        csta::Event event;
        event.seq = status_.last_seq;
        event.device = device;
        event.time = std::chrono::system_clock::now();
        event.synthetic = true;
        event.what = std::move(change);
        deliver(std::move(event));
    }
    co_return true;
}

Task<LinkStatus> WorkerLinkImpl::status_on_strand() {
    auto copy = status_;
    copy.watched_devices = watched_.size();
    copy.pending_calls = pending_.size();
    co_return copy;
}

}  // namespace

std::shared_ptr<WorkerLink> WorkerLink::make(
    boost::asio::any_io_executor executor, WorkerLinkSettings settings
) {
    return std::make_shared<WorkerLinkImpl>(std::move(executor), std::move(settings));
}

}  // namespace ctiengine::gateway

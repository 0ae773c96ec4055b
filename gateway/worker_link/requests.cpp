// Requests of the sessions on their way to the worker. Part of WorkerLink.
#include "common/csta_proto/csta_proto.hpp"
#include "gateway/worker_link/worker_link_impl.hpp"

#include <boost/asio/post.hpp>

namespace ctiengine::gateway {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t kMaxPending = 10000;  // calls; a worker that hangs must not eat our memory
constexpr auto kGrace =
    1000ms;  // the worker's own time-out answer is the better one, so give it this much more

/// A watch belongs to this gateway: its repetition from another one has to be carried out.
CallContext not_numbered(CallContext context) {
    context.command_id.clear();
    return context;
}

}  // namespace

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
                 ) { send_call(request, context, learning(request, context, std::move(resume)), ticket); };
    return answered_later(std::move(start));
}

Task<csta::Response> WorkerLinkImpl::watch(
    csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
) {
    auto start = [this, object = std::move(object), listener = std::move(listener),
                  context = std::move(context)](Resume resume, Ticket& ticket) {
        begin_watch(object, listener, context, std::move(resume), ticket);
    };
    return answered_later(std::move(start));
}

Task<csta::Response> WorkerLinkImpl::unwatch(
    csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
) {
    auto start = [this, object = std::move(object), listener = std::move(listener),
                  context = std::move(context)](Resume resume, Ticket& ticket) {
        end_watch(object, listener, context, std::move(resume), ticket);
    };
    return answered_later(std::move(start));
}

/// Who watches a call learns that it is watched again before the first event of the new monitor, so this is
/// told where the answer arrives and not where the coroutine goes on.
Task<csta::Response> WorkerLinkImpl::start_again(csta::MonitorObject object, CallContext context) {
    auto start = [this, object = std::move(object),
                  context = std::move(context)](Resume resume, Ticket& ticket) {
        auto answered = [this, object, resume = std::move(resume)](csta::Response response) {
            const bool started = !std::holds_alternative<csta::Failure>(response);
            if (started && object.kind == csta::MonitorObject::Kind::OfCall)
                deliver_synthetic(object, csta::MonitorResumed{});
            resume(std::move(response));
        };
        send_call(csta::MonitorStart{object}, context, std::move(answered), ticket);
    };
    return answered_later(std::move(start));
}

/// A client's own look at a device is the newest we know of it.
WorkerLinkImpl::Resume WorkerLinkImpl::learning(
    const csta::Request& request, const CallContext& context, Resume resume
) {
    const auto* look = std::get_if<csta::SnapshotDevice>(&request);
    bool by_a_client = !context.session_id.empty();
    if (!look || !by_a_client) return resume;
    return [self = shared_from_this(), device = look->device,
            resume = std::move(resume)](csta::Response response) {
        const auto* snapshot = std::get_if<csta::DeviceSnapshot>(&response);
        bool compared_soon = self->waits_for_comparison(csta::at_device(device));
        if (snapshot && !compared_soon) self->watched_.learn(device, *snapshot);
        resume(std::move(response));
    };
}

csta::Failure WorkerLinkImpl::not_reachable() const {
    return {
        csta::UniversalFailure::ResourceOutOfService, "the telephony worker at " +
                                                          settings_.worker->address() +
                                                          " is not reachable; the gateway keeps trying"};
}

void WorkerLinkImpl::send_call(
    const csta::Request& request, const CallContext& context, Resume resume, Ticket& ticket
) {
    if (!status_.attached || stopping_) return resume(not_reachable());
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
    if (!context.command_id.empty()) {
        out.mutable_command()->set_user(context.user);
        out.mutable_command()->set_id(context.command_id);
        out.mutable_command()->set_repeat_only(context.repeat_only);
    }
    csta_proto::to_proto(request, out);
    stream_->send(std::move(message));
}

void WorkerLinkImpl::begin_watch(
    csta::MonitorObject object,
    std::shared_ptr<DeviceListener> listener,
    CallContext context,
    Resume resume,
    Ticket& ticket
) {
    bool taken = watched_.contains(object) && !watched_.has(object, listener);
    if (taken && object.kind == csta::MonitorObject::Kind::Routeing) {
        return resume(csta::Failure{
            csta::UniversalFailure::ResourceBusy,
            to_string(object) + " is registered by another session; one application at a time can route it"});
    }
    watched_.add(object, listener);
    auto answered = [self = shared_from_this(), object, listener,
                     resume = std::move(resume)](csta::Response response) {
        auto& watched = self->watched_;
        bool failed = std::holds_alternative<csta::Failure>(response);
        if (failed) watched.remove(object, listener);
        // The end of an earlier monitor may have come in between.
        if (!failed && !watched.has(object, listener)) watched.add(object, listener);
        resume(std::move(response));
    };
    send_call(csta::MonitorStart{object}, not_numbered(std::move(context)), std::move(answered), ticket);
}

void WorkerLinkImpl::end_watch(
    csta::MonitorObject object,
    std::shared_ptr<DeviceListener> listener,
    CallContext context,
    Resume resume,
    Ticket& ticket
) {
    if (!watched_.remove(object, listener)) return resume(csta::Done{});
    send_call(csta::MonitorStop{object}, not_numbered(std::move(context)), std::move(resume), ticket);
}

void WorkerLinkImpl::forget(std::shared_ptr<DeviceListener> listener) {
    asio::post(strand_, [self = shared_from_this(), listener = std::move(listener)] {
        for (const auto& object : self->watched_.forget(listener)) {
            Ticket unused;
            self->send_call(
                csta::MonitorStop{object}, CallContext{}, [](csta::Response) {}, unused
            );
        }
    });
}

void WorkerLinkImpl::watch_system(std::shared_ptr<DeviceListener> listener) {
    asio::post(strand_, [self = shared_from_this(), listener = std::move(listener)]() mutable {
        self->watched_.add_system(std::move(listener));
    });
}

Task<LinkStatus> WorkerLinkImpl::status_on_strand() {
    auto copy = status_;
    copy.watched_devices = watched_.size();
    copy.pending_calls = pending_.size();
    co_return copy;
}

}  // namespace ctiengine::gateway

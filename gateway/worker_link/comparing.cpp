// After a new epoch of the worker: monitor again, look, compare. Part of WorkerLink.
#include "common/logging/log.hpp"
#include "gateway/worker_link/worker_link_impl.hpp"

#include <algorithm>

namespace ctiengine::gateway {

using namespace std::chrono_literals;
using Kind = csta::MonitorObject::Kind;

namespace {

constexpr auto kCompareBudget = 10s;
constexpr auto kCompareAgain = 2s;

CallContext recovery() {
    CallContext context;
    context.budget = kCompareBudget;
    context.trace_id = "recovery";
    return context;
}

/// The switch, or the worker, cannot be asked just now.
bool ask_later(const csta::Response& response) {
    const auto* failure = std::get_if<csta::Failure>(&response);
    return failure && (failure->value == csta::UniversalFailure::ResourceOutOfService ||
                       failure->value == csta::UniversalFailure::OutstandingRequestLimitExceeded ||
                       failure->value == csta::UniversalFailure::RequestTimeoutRejection);
}

}  // namespace

void WorkerLinkImpl::compare_everything() {
    auto objects = watched_.objects();
    to_compare_.assign(objects.begin(), objects.end());
    wake_comparers();
}

void WorkerLinkImpl::wake_comparers() {
    for (auto& timer : compare_) timer.cancel();
}

bool WorkerLinkImpl::waits_for_comparison(const csta::MonitorObject& object) const {
    return comparing_.contains(object) ||
           std::find(to_compare_.begin(), to_compare_.end(), object) != to_compare_.end();
}

Task<void> WorkerLinkImpl::compare_loop(std::size_t comparer) {
    while (!stopping_) {
        while (status_.attached && !to_compare_.empty() && !stopping_) {
            auto object = to_compare_.front();
            to_compare_.pop_front();
            comparing_.insert(object);
            bool compared = co_await compare_one(object);
            comparing_.erase(object);
            if (compared) continue;
            if (!waits_for_comparison(object)) to_compare_.push_back(object);
            break;
        }
        auto again = to_compare_.empty() ? asio::steady_timer::time_point::max()
                                         : std::chrono::steady_clock::now() + kCompareAgain;
        compare_[comparer].expires_at(again);
        co_await compare_[comparer].async_wait(as_result);
    }
}

/// False = the switch cannot be asked now, try again later.
Task<bool> WorkerLinkImpl::compare_one(csta::MonitorObject object) {
    if (!watched_.contains(object)) co_return true;
    bool compared = true;
    switch (object.kind) {
        case Kind::AtDevice: compared = co_await compare_device(object); break;
        case Kind::ViaDevice: compared = co_await monitor_again(object); break;
        case Kind::OfCall: compared = co_await compare_call(object); break;
        case Kind::Routeing: end_registration(object); break;
    }
    co_return compared;
}

Task<bool> WorkerLinkImpl::monitor_again(csta::MonitorObject object) {
    auto monitored = co_await start_again(object, recovery());
    if (ask_later(monitored)) co_return false;
    if (const auto* failure = std::get_if<csta::Failure>(&monitored)) {
        logging::warn("worker link: {} cannot be monitored again: {}", to_string(object), failure->detail);
        deliver_synthetic(object, csta::MonitorEnded{csta::EventCause::ResourcesNotAvailable});
    }
    co_return true;
}

Task<bool> WorkerLinkImpl::compare_device(csta::MonitorObject object) {
    bool asked = co_await monitor_again(object);
    if (!asked) co_return false;
    if (!watched_.contains(object)) co_return true;
    csta::Request look = csta::SnapshotDevice{object.device};
    auto answer = co_await call(std::move(look), recovery());
    const auto* snapshot = std::get_if<csta::DeviceSnapshot>(&answer);
    if (!snapshot) co_return false;
    for (auto& change : watched_.compare(object, *snapshot)) deliver_synthetic(object, std::move(change));
    co_return true;
}

/// The call may have ended while nobody looked.
Task<bool> WorkerLinkImpl::compare_call(csta::MonitorObject object) {
    csta::Connection call_itself{object.call, object.device, false};
    csta::Request look = csta::SnapshotCall{call_itself};
    auto answer = co_await call(std::move(look), recovery());
    if (ask_later(answer)) co_return false;
    const auto* snapshot = std::get_if<csta::CallSnapshot>(&answer);
    if (snapshot && !snapshot->parties.empty()) {
        bool monitored = co_await monitor_again(object);
        co_return monitored;
    }
    deliver_synthetic(object, csta::MonitorEnded{csta::EventCause::None});
    co_return true;
}

/// The worker has lost its registrations; the application registers again.
void WorkerLinkImpl::end_registration(const csta::MonitorObject& object) {
    Ticket unused;
    deliver_synthetic(object, csta::RouteEvent(csta::RouteRegistrationEnded{}));
    send_call(
        csta::MonitorStop{object}, recovery(), [](csta::Response) {}, unused
    );
}

void WorkerLinkImpl::deliver_synthetic(const csta::MonitorObject& object, decltype(csta::Event::what) what) {
    csta::Event event;
    event.seq = status_.last_seq;
    event.object = object;
    event.time = std::chrono::system_clock::now();
    event.synthetic = true;
    event.what = std::move(what);
    deliver(std::move(event));
}

}  // namespace ctiengine::gateway

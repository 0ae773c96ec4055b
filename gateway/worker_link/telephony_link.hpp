#pragma once
#include "common/csta/events.hpp"
#include "common/csta/monitor_object.hpp"
#include "common/csta/requests.hpp"
#include "common/csta/responses.hpp"
#include "common/identity/identity.hpp"
#include "common/tasks/task.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace ctiengine::gateway {

/// An event with its place in the worker's journal; shared by all sessions that get it.
struct NumberedEvent {
    std::uint64_t epoch = 0;
    csta::Event event;
};

/// A session that watches devices and calls.
class DeviceListener {
  public:
    virtual ~DeviceListener() = default;

    /// Called on the link's strand in the order of the switch; posts to the listener's own strand and
    /// returns.
    virtual void deliver(std::shared_ptr<const NumberedEvent> event) = 0;
};

/// What accompanies a request through all processes.
struct CallContext {
    std::chrono::milliseconds budget{10000};  ///< time left for the answer
    std::string trace_id;                     ///< printed in every log line of the request
    std::string session_id;
    std::string user{};  ///< counts with command_id
    std::string
        command_id{};  ///< chosen by the client: the worker carries such a command out once; empty = none
    bool repeat_only = false;  ///< with command_id: ask for the first answer, a Failure when there is none
};

/// The gateway's view of the switch: requests down, events up. Implemented by WorkerLink over gRPC and by
/// fakes.
///
/// Every call is answered, by csta::Failure when the worker cannot be reached or does not answer in time. A
/// call that was sent is never sent again: it may have dialled.
///
/// Order: the answers to calls and the events delivered to a listener on the same executor keep the order in
/// which the switch gave them.
///
/// Thread safety: every member may be called from any thread; coroutines resume on the caller's executor.
class TelephonyLink {
  public:
    virtual ~TelephonyLink() = default;

    virtual Task<csta::Response> call(csta::Request request, CallContext context) = 0;

    /// Starts to deliver the events of `object`, then makes sure that the worker monitors it. Events may be
    /// delivered before the answer; on a Failure the delivery has been stopped again. An object watched twice
    /// by the same listener is counted twice; a routeing device is refused to all but the first listener.
    /// After MonitorEnded or RouteRegistrationEnded the watch is over.
    virtual Task<csta::Response> watch(
        csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
    ) = 0;

    /// Ends one watch. The worker is told when the last listener of this gateway is gone.
    virtual Task<csta::Response> unwatch(
        csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
    ) = 0;

    /// The listener goes: ends all its watches without waiting for answers.
    virtual void forget(std::shared_ptr<DeviceListener> listener) = 0;

    /// A session's requests count as its user's from now on: the worker refuses what is not his. Call before
    /// its first request, and again when the rights change. Ends with close_session().
    virtual void open_session(std::string session_id, std::string user, identity::Rights rights) = 0;
    virtual void close_session(std::string session_id) = 0;

    /// Delivers SystemStatusChanged events (no device) to `listener` until forget().
    virtual void watch_system(std::shared_ptr<DeviceListener> listener) = 0;
};

/// For the status page and tests; a copy taken on the link's strand.
struct LinkStatus {
    bool attached = false;
    std::string state;  ///< in words: what it waits for, or "attached"
    std::uint64_t epoch = 0;
    std::uint64_t last_seq = 0;
    std::uint64_t events = 0;
    std::uint64_t sequence_gaps = 0;  ///< events lost on the stream; any number but 0 is a defect
    std::size_t watched_devices = 0;
    std::size_t pending_calls = 0;
};

}  // namespace ctiengine::gateway

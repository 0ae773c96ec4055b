#pragma once
#include "common/grpc_calls/backoff.hpp"
#include "common/grpc_calls/ordered_stream.hpp"
#include "ctiengine/tsapi/v1/telephony.grpc.pb.h"
#include "gateway/worker_link/pending_calls.hpp"
#include "gateway/worker_link/watched_devices.hpp"
#include "gateway/worker_link/worker_link.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <deque>
#include <map>
#include <set>

/// WorkerLink over gRPC. Inside this room only: requests.cpp, attaching.cpp, comparing.cpp are its parts.
namespace ctiengine::gateway {

namespace asio = boost::asio;
namespace pb = ::ctiengine::tsapi::v1;

class WorkerLinkImpl final : public WorkerLink, public std::enable_shared_from_this<WorkerLinkImpl> {
  public:
    WorkerLinkImpl(asio::any_io_executor executor, WorkerLinkSettings settings);

    Task<void> run() override { return asio::co_spawn(strand_, run_on_strand(), asio::use_awaitable); }
    void stop() override;
    Task<csta::Response> call(csta::Request request, CallContext context) override;
    Task<csta::Response> watch(
        csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
    ) override;
    Task<csta::Response> unwatch(
        csta::MonitorObject object, std::shared_ptr<DeviceListener> listener, CallContext context
    ) override;
    void forget(std::shared_ptr<DeviceListener> listener) override;
    void open_session(std::string session_id, std::string user, identity::Rights rights) override;
    void close_session(std::string session_id) override;
    void watch_system(std::shared_ptr<DeviceListener> listener) override;
    Task<LinkStatus> status() override {
        return asio::co_spawn(strand_, status_on_strand(), asio::use_awaitable);
    }

  private:
    using Resume = PendingCalls::Resume;
    using Stream = OrderedStream<pb::GatewayMessage, pb::WorkerMessage>;
    static constexpr std::size_t kComparers = 8;  // objects compared at once after a restart of the worker

    // One call on its way: its ID is set on the strand when it was sent, so that a cancellation finds it.
    struct Ticket {
        std::uint64_t id = 0;
    };

    void send_session(const std::string& session_id);
    void send_all_sessions();

    template <class Start>
    Task<csta::Response> answered_later(Start start);
    Resume learning(const csta::Request& request, const CallContext& context, Resume resume);
    bool waits_for_comparison(const csta::MonitorObject& object) const;
    void send_call(const csta::Request& request, const CallContext& context, Resume resume, Ticket& ticket);
    void begin_watch(
        csta::MonitorObject object,
        std::shared_ptr<DeviceListener> listener,
        CallContext context,
        Resume resume,
        Ticket& ticket
    );
    void end_watch(
        csta::MonitorObject object,
        std::shared_ptr<DeviceListener> listener,
        CallContext context,
        Resume resume,
        Ticket& ticket
    );

    Task<void> run_on_strand();
    Task<void> attach_loop();
    Task<void> attach_once();
    Task<void> sweep_loop();
    Task<void> compare_loop(std::size_t comparer);
    Task<bool> compare_one(csta::MonitorObject object);
    Task<bool> compare_device(csta::MonitorObject object);
    Task<bool> compare_call(csta::MonitorObject object);
    Task<bool> monitor_again(csta::MonitorObject object);
    Task<csta::Response> start_again(csta::MonitorObject object, CallContext context);
    void end_registration(const csta::MonitorObject& object);
    Task<LinkStatus> status_on_strand();

    void say_hello();
    void on_message(pb::WorkerMessage&& message);
    void on_welcome(const pb::Welcome& welcome);
    void on_event(const pb::Event& event);
    void deliver(csta::Event event);
    void deliver_system_status(csta::SystemStatus status);
    void lost(const grpc::Status& why);
    void compare_everything();
    void wake_comparers();
    void deliver_synthetic(const csta::MonitorObject& object, decltype(csta::Event::what) what);
    csta::Failure not_reachable() const;
    void set_state(std::string state, bool bad);

    asio::strand<asio::any_io_executor> strand_;
    WorkerLinkSettings settings_;
    std::unique_ptr<pb::Telephony::Stub> stub_;
    Backoff backoff_;
    std::shared_ptr<Stream> stream_;
    struct OpenSession {
        std::string user;
        identity::Rights rights;
    };
    std::map<std::string, OpenSession> sessions_;  // by ID
    PendingCalls pending_;
    WatchedDevices watched_;
    std::deque<csta::MonitorObject> to_compare_;
    std::set<csta::MonitorObject> comparing_;
    LinkStatus status_;
    std::uint64_t acknowledged_ = 0;
    bool stopping_ = false;
    asio::steady_timer ended_;                // cancelled when the stream is over
    asio::steady_timer pause_;                // between two attempts
    asio::steady_timer sweep_;                // looks for calls past their deadline
    std::deque<asio::steady_timer> compare_;  // one for each comparer; cancelled when there is work
};

}  // namespace ctiengine::gateway

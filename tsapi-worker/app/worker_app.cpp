#include "tsapi-worker/app/worker_app.hpp"

#include "common/grpc_security/peer_server.hpp"
#include "common/logging/log.hpp"
#include "common/tasks/clock.hpp"
#include "common/tasks/task_group.hpp"
#include "tsapi-worker/ani/number_layouts.hpp"
#include "tsapi-worker/app/tsapi_port.hpp"
#include "tsapi-worker/rpc/admin_service.hpp"
#include "tsapi-worker/rpc/telephony_service.hpp"
#include "tsapi-worker/tsapi/tsapi_library.hpp"

#include <boost/asio/steady_timer.hpp>

#include <cstdio>
#include <thread>

namespace ctiengine::worker {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr auto kTick = 20ms;  // deadlines, pacing, polls

telephony::TelephonySettings telephony_settings(const config::WorkerSettings& settings) {
    telephony::TelephonySettings telephony;
    telephony.primary_link = settings.primary_link;
    telephony.secondary_link = settings.secondary_link;
    telephony.max_outstanding = settings.max_outstanding_requests;
    telephony.requests_per_second = settings.requests_per_second;
    telephony.reconnect_limit = settings.reconnect_limit;
    telephony.monitor_linger = settings.monitor_linger;
    telephony.agent_poll = settings.agent_poll;
    return telephony;
}

ani::NumberLayout shown_number_layout(const config::WorkerSettings& settings) {
    auto layout = ani::chosen_layout(settings.ani_masking, settings.ani_layout);
    if (!layout) throw ops::StartError(ops::kInvalidSettings, layout.error().detail);
    return std::move(*layout);
}

grpc_security::PeerServerSettings server_settings(const config::WorkerSettings& settings) {
    using grpc_security::Role;
    grpc_security::PeerServerSettings server;
    server.address = settings.address;
    server.own = Role::Worker;
    server.rules.allow(tsapi::v1::Telephony::service_full_name(), {Role::Gateway})
        .allow(tsapi::v1::WorkerAdmin::service_full_name(), {Role::Gateway, Role::Admin});
    const auto& peers = settings.peers;
    server.peers = {peers.certificate, peers.private_key, peers.authority, peers.users};
    return server;
}

ops::ExitStatus exit_status(const Error& error) {
    return error.code == Errc::InvalidSettings ? ops::kInvalidSettings : ops::kCannotStart;
}

/// New at each start, also after the host's clock was set back by less than the time between two starts.
std::uint64_t new_epoch(const Clock& clock) {
    auto now = clock.wall_now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

class WorkerApp final : public ops::Application {
  public:
    WorkerApp(asio::io_context& io, const config::WorkerSettings& settings)
        : io_(io),
          settings_(settings),
          library_(io.get_executor(), settings.library, settings.private_library),
          port_(
              io.get_executor(),
              library_,
              {settings.user_name, [this] { return config::read_password(settings_.password); }},
              shown_number_layout(settings)
          ),
          journal_(
              new_epoch(clock_),
              settings.journal_bytes,
              settings.journal_age,
              [this] { return clock_.wall_now(); }
          ),
          telephony_(port_, journal_, telephony_settings(settings), [this] { return clock_.now(); }),
          streams_(io.get_executor(), telephony_),
          admin_(io.get_executor(), telephony_, streams_, settings.library.string()) {
        telephony_.on_event([this](const auto& event) { streams_.deliver(event); });
    }

    Task<void> run(ShutdownSignal& stop) override;

  private:
    Task<void> tick_for_ever();
    Task<void> shut_down(grpc_security::PeerServer& server);

    asio::io_context& io_;
    config::WorkerSettings settings_;
    SystemClock clock_;
    tsapi::TsapiLibrary library_;
    TsapiPort port_;
    telephony::MemoryJournal journal_;
    telephony::Telephony telephony_;
    rpc::TelephonyService streams_;
    rpc::AdminService admin_;
    audit::NoAudit audit_;  // the audit log is the gateway's; what is refused here stands in the log
};

Task<void> WorkerApp::tick_for_ever() {
    asio::steady_timer timer(io_);
    for (;;) {
        timer.expires_after(kTick);
        auto [stopped] = co_await timer.async_wait(as_result);
        if (stopped) co_return;
        telephony_.tick();
    }
}

/// gRPC waits for handlers that need this executor, so a thread of its own does the waiting.
Task<void> WorkerApp::shut_down(grpc_security::PeerServer& server) {
    asio::steady_timer done(io_, asio::steady_timer::time_point::max());
    std::thread waiting([&] {
        server.shut_down();
        asio::post(io_, [&done] { done.cancel(); });
    });
    co_await done.async_wait(as_result);
    waiting.join();
}

Task<void> WorkerApp::run(ShutdownSignal& stop) {
    auto opened = grpc_security::PeerServer::open(
        io_.get_executor(), server_settings(settings_), {&streams_, &admin_}, audit_
    );
    if (!opened)
        throw ops::StartError(exit_status(opened.error()), "WORKERADDRESS: " + opened.error().detail);
    auto server = std::move(*opened);
    TaskGroup tasks(io_.get_executor(), [](std::string_view task, const std::string& what) {
        logging::error("{} ended by an exception: {}", task, what);
    });
    tasks.spawn(io_.get_executor(), tick_for_ever(), "tick");
    std::printf("ready: %s\n", server->address().c_str());
    std::fflush(stdout);
    telephony_.start();

    auto why = co_await stop.wait();
    logging::info("stopping: {}", why);
    streams_.stop();
    telephony_.stop();
    co_await shut_down(*server);
    co_await tasks.drain(2s);
}

}  // namespace

std::unique_ptr<ops::Application> make_worker(asio::io_context& io, const config::WorkerSettings& settings) {
    return std::make_unique<WorkerApp>(io, settings);
}

}  // namespace ctiengine::worker

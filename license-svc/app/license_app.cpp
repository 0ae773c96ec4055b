#include "license-svc/app/license_app.hpp"

#include "common/audit/audit_log.hpp"
#include "common/blocking_pool/blocking_pool.hpp"
#include "common/grpc_security/peer_server.hpp"
#include "common/logging/log.hpp"
#include "common/tasks/task_group.hpp"
#include "license-svc/app/license_metrics.hpp"
#include "license-svc/app/licensing.hpp"
#include "license-svc/app/rollback_guard.hpp"
#include "license-svc/app/status_details.hpp"
#include "license-svc/app/weblm_wiring.hpp"
#include "license-svc/file_licence/host_mac.hpp"
#include "license-svc/file_licence/licence_file.hpp"
#include "license-svc/file_licence/licence_watch.hpp"
#include "license-svc/rpc/license_service.hpp"
#include "license-svc/store/seat_table.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdio>
#include <system_error>
#include <thread>

namespace ctiengine::license {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr auto kTick = 1s;
constexpr auto kLook = 500ms;   // at what the licence file has become
constexpr auto kGiveBack = 3s;  // for the licence server to hear that we stop
constexpr std::size_t kClientIdDigits = 12;

template <class T>
T usable(Result<T> result) {
    if (!result) throw ops::StartError(ops::kCannotStart, result.error().detail);
    return std::move(*result);
}

std::unique_ptr<audit::AuditTrail> open_audit(const config::LicenseSettings& settings, const Clock& clock) {
    if (settings.audit_directory.empty()) return std::make_unique<audit::NoAudit>();
    audit::AuditLogSettings log;
    log.directory = settings.audit_directory;
    log.retention = std::chrono::days(settings.audit_retention_days);
    try {
        return std::make_unique<audit::AuditLog>(log, clock);
    } catch (const std::system_error& error) {
        throw ops::StartError(
            ops::kCannotStart, "LICENSEAUDITDIRECTORY " + log.directory.string() + ": " + error.what()
        );
    }
}

grpc_security::PeerServerSettings server_settings(const config::LicenseSettings& settings) {
    using grpc_security::Role;
    grpc_security::PeerServerSettings server;
    server.address = settings.address;
    server.own = Role::License;
    server.rules.allow(v1::License::service_full_name(), {Role::Gateway, Role::Admin});
    const auto& peers = settings.peers;
    server.peers = {peers.certificate, peers.private_key, peers.authority, peers.users};
    return server;
}

void log_failure(std::string_view task, const std::string& what) {
    logging::error("{} ended by an exception: {}", task, what);
}

class LicenseApp final : public ops::Application {
  public:
    LicenseApp(
        asio::io_context& io, const config::LicenseSettings& settings, const LicenseCommandLine& command_line
    )
        : io_(io), settings_(settings), command_line_(command_line) {
        if (database_.lost()) logging::error("{}", *database_.lost());
    }

    Task<void> run(ShutdownSignal& stop) override;

  private:
    StateKey open_key() const {
        return usable(StateKey::open(settings_.state.parent_path() / "license.key", machine_id()));
    }
    Task<void> tick_for_ever();
    Task<void> ask_licence_server();
    Task<void> until_there_is_a_file();
    Task<void> shut_down(grpc_security::PeerServer& server);
    void mode_changed();
    void count();
    void check_licence_server();
    LicenceHost licence_host(const LicenceTime& time) const;
    WeblmIdentity identity();

    asio::io_context& io_;
    config::LicenseSettings settings_;
    LicenseCommandLine command_line_;
    SystemClock clock_;  // of the gateways' leases
    DevClock dev_clock_{command_line_.dev_clock};
    HostTime time_{dev_clock_};
    std::unique_ptr<audit::AuditTrail> audit_ = open_audit(settings_, clock_);
    Database database_ = usable(Database::open(settings_.state));
    StateKey key_ = open_key();
    GraceTable grace_{database_, key_};
    ClockTable clock_table_{database_, key_};
    RollbackGuard guard_{time_, clock_table_};
    SeatTable seat_table_{database_};
    SeatBook seats_{{}, seat_table_, clock_.now()};
    Licensing licensing_{
        {time_, grace_, *audit_, settings_.primary, settings_.demand(), !settings_.weblm.urls.empty()},
        [this] { mode_changed(); }};
    std::unique_ptr<WeblmClient> weblm_;
    LicenseService service_{
        {io_.get_executor(), seats_, licensing_.modes(), clock_, usable(database_.next_number("epoch")),
         [this](v1::LicenseStatus& status) {
             std::optional<WeblmStatus> weblm;
             if (weblm_) weblm = weblm_->status();
             fill_details(status, licensing_, settings_, weblm ? &*weblm : nullptr);
         }}};
    LicenseNumbers numbers_;
    std::int64_t day_ = 0;  // of the peak
    BlockingPool pool_{"the licence", {}};
    LicenceWatch watch_{
        {settings_.file, settings_.public_key},
        {dev_clock_, dev_clock_, [this] { return guard_.read(); }},
        pool_,
        [this](const LicenceTime& time) {
            return look_at_licence(settings_.file, settings_.public_key, licence_host(time));
        },
        [this](LicenceVerdict verdict) { licensing_.file(std::move(verdict)); }};
};

void LicenseApp::mode_changed() {
    service_.mode_changed();
    count();
}

void LicenseApp::count() {
    const auto& status = licensing_.modes().status();
    for (const auto mode : {Mode::Licensed, Mode::Grace, Mode::Unlicensed}) {
        numbers_.mode[static_cast<std::size_t>(mode)] = status.mode == mode;
    }
    numbers_.seats_limit = status.entitlement.seats;
    numbers_.seats_in_use = static_cast<std::uint32_t>(seats_.in_use());
    numbers_.holders = static_cast<std::uint32_t>(service_.holders());
    numbers_.grace_left = status.grace_left;
}

Task<void> LicenseApp::tick_for_ever() {
    asio::steady_timer timer(io_);
    for (;;) {
        timer.expires_after(kTick);
        auto [stopped] = co_await timer.async_wait(as_result);
        if (stopped) co_return;
        dev_clock_.look();
        seats_.tick(clock_.now());
        licensing_.tick();
        const auto today = time_.read().wall / 86400;
        if (std::exchange(day_, today) != today) seats_.forget_peak();
        count();
    }
}

LicenceHost LicenseApp::licence_host(const LicenceTime& time) const {
    LicenceHost host;
    host.macs = primary_macs(mac_candidates(host_network(), settings_.mac_interface));
    host.now = time.now;
    host.clock_set_back = time.set_back;
    return host;
}

WeblmIdentity LicenseApp::identity() {
    WeblmIdentity identity;
    identity.id = "cte-" + key_.mac("client id " + database_.identity()).substr(0, kClientIdDigits);
    identity.incarnation = usable(database_.next_number("incarnation"));
    const auto macs = primary_macs(mac_candidates(host_network(), settings_.mac_interface));
    if (!macs.empty()) identity.mac = macs.front();
    return identity;
}

/// A mistake in its settings is told at the start, also while a licence file keeps it from being asked.
void LicenseApp::check_licence_server() {
    auto client = make_weblm_client(settings_, {}, pool_, dev_clock_, dev_clock_, licensing_);
    if (!client) throw ops::StartError(ops::kInvalidSettings, "WEBLMURL, WEBLMPIN: " + client.error().detail);
}

Task<void> LicenseApp::until_there_is_a_file() {
    asio::steady_timer timer(io_);
    while (licensing_.by_server()) {
        timer.expires_after(kLook);
        auto [stopped] = co_await timer.async_wait(as_result);
        if (stopped) co_return;
    }
}

/// A licence server is asked as long as there is no licence file.
Task<void> LicenseApp::ask_licence_server() {
    using namespace asio::experimental::awaitable_operators;
    asio::steady_timer timer(io_);
    for (;;) {
        if (licensing_.looked_at_file() && licensing_.by_server()) {
            auto client = make_weblm_client(settings_, identity(), pool_, dev_clock_, dev_clock_, licensing_);
            weblm_ = usable(std::move(client));
            if (!weblm_) co_return;
            co_await (weblm_->run() || until_there_is_a_file());
            if (licensing_.by_server()) co_return;  // another engine has our client id
            co_await weblm_->release();
            weblm_.reset();
        }
        timer.expires_after(kLook);
        auto [stopped] = co_await timer.async_wait(as_result);
        if (stopped) co_return;
    }
}

/// gRPC waits for handlers that need this executor, so a thread of its own does the waiting.
Task<void> LicenseApp::shut_down(grpc_security::PeerServer& server) {
    asio::steady_timer done(io_, asio::steady_timer::time_point::max());
    std::thread waiting([&] {
        server.shut_down();
        asio::post(io_, [&done] { done.cancel(); });
    });
    co_await done.async_wait(as_result);
    waiting.join();
}

Task<void> LicenseApp::run(ShutdownSignal& stop) {
    using namespace asio::experimental::awaitable_operators;
    auto opened =
        grpc_security::PeerServer::open(io_.get_executor(), server_settings(settings_), {&service_}, *audit_);
    if (!opened) throw ops::StartError(ops::kCannotStart, "LICENSEADDRESS: " + opened.error().detail);
    auto server = std::move(*opened);
    check_licence_server();
    const auto metrics = open_metrics(settings_.metrics_address, numbers_);
    TaskGroup tasks(io_.get_executor(), log_failure);
    tasks.spawn(io_.get_executor(), tick_for_ever(), "tick");
    tasks.spawn(io_.get_executor(), watch_.run(), "licence file");
    tasks.spawn(io_.get_executor(), ask_licence_server(), "licence server");
    std::printf("ready: %s\n", server->address().c_str());
    std::fflush(stdout);

    auto why = co_await stop.wait();
    logging::info("stopping: {}", why);
    service_.stop();
    co_await shut_down(*server);
    co_await tasks.drain(2s);
    if (!weblm_ || command_line_.keep) co_return;
    asio::steady_timer limit(io_, kGiveBack);
    co_await (weblm_->release() || limit.async_wait(as_result));
}

}  // namespace

std::unique_ptr<ops::Application> make_license_service(
    asio::io_context& io, const config::LicenseSettings& settings, const LicenseCommandLine& command_line
) {
    return std::make_unique<LicenseApp>(io, settings, command_line);
}

}  // namespace ctiengine::license

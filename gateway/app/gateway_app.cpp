#include "gateway/app/gateway_app.hpp"

#include "common/logging/log.hpp"
#include "common/tasks/task_group.hpp"
#include "gateway/app/audit_trail.hpp"
#include "gateway/app/authentication.hpp"
#include "gateway/app/certificates.hpp"
#include "gateway/app/gateway_metrics.hpp"
#include "gateway/app/license_peer.hpp"
#include "gateway/app/ports.hpp"
#include "gateway/app/worker_peer.hpp"
#include "gateway/license_link/call_center_gate.hpp"
#include "gateway/session/session.hpp"
#include "gateway/worker_link/worker_link.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>

#include <unistd.h>

#include <random>

namespace ctiengine::gateway {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr auto kDrain = 5s;  // for what is left to be cancelled

std::string new_gateway_id() {
    std::random_device random;
    return "gateway-" + std::to_string(::getpid()) + "-" + std::to_string(random());
}

SessionSettings session_settings(const config::GatewaySettings& settings) {
    SessionSettings session;
    session.idle_limit = settings.connection_timeout;
    session.longest_session = settings.session_duration;
    session.request_budget = settings.request_timeout;
    session.message_bytes = settings.message_size_bytes;
    session.outbox_messages = settings.send_queue_messages;
    session.outbox_bytes = settings.send_queue_bytes;
    session.log_in_limit = settings.limits.log_in;
    session.requests_per_second = settings.rates.requests_per_second;
    session.request_burst = settings.rates.request_burst;
    session.seat_linger = settings.seat_linger;
    session.log_out_on_timeout = settings.log_out_on_timeout;
    return session;
}

/// Keeps the session alive: a coroutine that has not begun holds nothing but its parameters.
Task<void> run_session(std::shared_ptr<Session> session) {
    co_await session->run();
}

Ports::RunSession session_runner(const SessionServices& services, const SessionSettings& settings) {
    return [services, settings](std::shared_ptr<connection::MessageConnection> connection) {
        return run_session(std::make_shared<Session>(std::move(connection), services, settings));
    };
}

void log_failure(std::string_view task, const std::string& what) {
    logging::error("{} ended by an exception: {}", task, what);
}

class GatewayApp final : public ops::Application {
  public:
    GatewayApp(asio::io_context& io, const config::GatewaySettings& settings)
        : io_(io),
          settings_(settings),
          link_(WorkerLink::make(io.get_executor(), worker_link_settings(settings, new_gateway_id()))),
          licenses_(HolderLink::make(io.get_executor(), holder_link_settings(settings))),
          tasks_(io.get_executor(), [](std::string_view task, const std::string& what) {
              logging::error("{} ended by an exception: {}", task, what);
          }) {}

    Task<void> run(ShutdownSignal& stop) override;

  private:
    SessionServices services() {
        return {call_center_, clock_, directory_, *authenticator_, *refusals_, *rates_, *licenses_};
    }

    asio::io_context& io_;
    config::GatewaySettings settings_;
    SystemClock clock_;
    SessionDirectory directory_;
    std::unique_ptr<audit::AuditTrail> audit_ = open_audit_trail(settings_, clock_);
    std::shared_ptr<refusals::RefusalBook> refusals_ = std::make_shared<refusals::RefusalBook>(*audit_);
    std::shared_ptr<admission::LogInRates> rates_ = std::make_shared<admission::LogInRates>(
        settings_.rates.log_ins_per_user, settings_.rates.log_ins_per_source
    );
    std::unique_ptr<identity::Authenticator> authenticator_ = make_authenticator(settings_, clock_, *audit_);
    std::shared_ptr<WorkerLink> link_;
    std::shared_ptr<HolderLink> licenses_;
    CallCenterGate call_center_{*link_, *licenses_};
    TaskGroup tasks_;
};

Task<void> GatewayApp::run(ShutdownSignal& stop) {
    Certificates certificates(settings_, *audit_, clock_);
    PortParts parts{io_.get_executor(), certificates.current(), refusals_, rates_, authenticator_.get()};
    Ports ports(settings_, std::move(parts), session_runner(services(), session_settings(settings_)));
    tasks_.spawn(asio::make_strand(io_), link_->run(), "worker link");
    tasks_.spawn(asio::make_strand(io_), licenses_->run(), "licence service link");
    const asio::any_io_executor watch_strand = asio::make_strand(io_);
    TaskGroup watching(watch_strand, log_failure);
    watching.spawn(watch_strand, certificates.run(watch_strand), "certificate watch");
    const auto numbers = open_metrics(settings_, refusals_, certificates.current(), ports);
    ports.start();
    audit_->record({"start", {}, {}, {}, {{"process", "gateway"}}});

    auto why = co_await stop.wait();
    logging::info("stopping: {}", why);
    audit_->record({"stop", {}, {}, {}, {{"process", "gateway"}, {"why", std::string(why)}}});
    co_await ports.stop();
    link_->stop();
    licenses_->stop();
    co_await watching.drain(kDrain);
    co_await tasks_.wait_idle(kDrain);
}

}  // namespace

std::unique_ptr<ops::Application> make_gateway(
    asio::io_context& io, const config::GatewaySettings& settings
) {
    return std::make_unique<GatewayApp>(io, settings);
}

}  // namespace ctiengine::gateway

#include "tests/fakes/license_host/license_host.hpp"

#include "common/grpc_security/peer_server.hpp"
#include "common/tasks/clock.hpp"
#include "license-svc/rpc/license_service.hpp"
#include "tests/fakes/license_host/memory_store.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <future>
#include <stdexcept>
#include <thread>

namespace ctiengine::testing {

namespace asio = boost::asio;

class LicenseHost::Impl {
  public:
    Impl(const std::filesystem::path& file, license::Entitlement entitlement) {
        grpc_security::PeerServerSettings settings;
        settings.address = "unix:" + file.string();
        settings.own = grpc_security::Role::License;
        auto server = grpc_security::PeerServer::open(io_.get_executor(), settings, {&service_}, audit_);
        if (!server) throw std::runtime_error("the licence host cannot listen: " + server.error().detail);
        server_ = std::move(*server);
        grant(entitlement);
        thread_ = std::thread([this] { io_.run(); });
    }
    template <class Work>
    auto on_home(Work work) {
        std::packaged_task<decltype(work())()> task(std::move(work));
        auto done = task.get_future();
        asio::post(io_, [&task] { task(); });
        return done.get();
    }
    ~Impl() {
        on_home([this] { service_.stop(); });
        server_->shut_down();
        work_.reset();
        thread_.join();
    }
    std::string address() const { return server_->address(); }
    void grant(license::Entitlement entitlement) {
        modes_.file_is_good({}, entitlement);
        service_.mode_changed();
    }
    std::set<std::string> in_use() const {
        std::set<std::string> keys;
        for (const auto& view : seats_.view()) keys.insert(view.seat.key);
        return keys;
    }

  private:
    asio::io_context io_;
    asio::executor_work_guard<asio::io_context::executor_type> work_{io_.get_executor()};
    SystemClock clock_;
    audit::NoAudit audit_;
    license::MemoryStore store_;
    license::SeatBook seats_{{}, store_, clock_.now()};
    license::ModeMachine modes_{license::GraceClock(), std::nullopt, [](const license::ModeNotice&) {}};
    license::LicenseService service_{{io_.get_executor(), seats_, modes_, clock_, 1, {}}};
    std::unique_ptr<grpc_security::PeerServer> server_;
    std::thread thread_;
};

LicenseHost::LicenseHost(const std::filesystem::path& file, license::Entitlement entitlement)
    : impl_(std::make_unique<Impl>(file, entitlement)) {}
LicenseHost::~LicenseHost() = default;

std::string LicenseHost::address() const {
    return impl_->address();
}
void LicenseHost::set(license::Entitlement entitlement) {
    impl_->on_home([this, entitlement] { impl_->grant(entitlement); });
}
std::set<std::string> LicenseHost::in_use() const {
    return impl_->on_home([this] { return impl_->in_use(); });
}

}  // namespace ctiengine::testing

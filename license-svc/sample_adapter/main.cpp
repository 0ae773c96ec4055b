// Serves ctiengine.weblm.v1.Provider from memory. A site's real adapter keeps this file and puts its licence
// server's client in the place of SampleLicences.
#include "common/grpc_security/peer_server.hpp"
#include "common/ops/process_main.hpp"
#include "ctiengine/weblm/v1/provider.grpc.pb.h"
#include "license-svc/sample_adapter/sample_licences.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <mutex>

namespace {

using namespace ctiengine;
namespace pb = weblm::v1;

/// gRPC calls it on threads of its own; a real client may take its time here, up to ten seconds.
class ProviderService final : public pb::Provider::Service {
  public:
    explicit ProviderService(std::uint32_t capacity) : licences_(capacity) {}

    grpc::Status Describe(grpc::ServerContext*, const pb::Request* request, pb::Response* response) override {
        return answer(&sample_adapter::SampleLicences::describe, *request, *response);
    }
    grpc::Status Acquire(grpc::ServerContext*, const pb::Request* request, pb::Response* response) override {
        return answer(&sample_adapter::SampleLicences::acquire, *request, *response);
    }
    grpc::Status Renew(grpc::ServerContext*, const pb::Request* request, pb::Response* response) override {
        return answer(&sample_adapter::SampleLicences::renew, *request, *response);
    }
    grpc::Status Release(grpc::ServerContext*, const pb::Request* request, pb::Response* response) override {
        return answer(&sample_adapter::SampleLicences::release, *request, *response);
    }

  private:
    using Verb = pb::Response (sample_adapter::SampleLicences::*)(
        const pb::Request&, sample_adapter::SampleLicences::Time
    );

    grpc::Status answer(Verb verb, const pb::Request& request, pb::Response& response) {
        const std::lock_guard lock(mutex_);
        response = (licences_.*verb)(request, std::chrono::steady_clock::now());
        return grpc::Status::OK;
    }

    std::mutex mutex_;
    sample_adapter::SampleLicences licences_;
};

class SampleAdapter final : public ops::Application {
  public:
    SampleAdapter(
        boost::asio::io_context& io, grpc_security::PeerServerSettings settings, std::uint32_t capacity
    )
        : io_(io), settings_(std::move(settings)), service_(capacity) {}

    Task<void> run(ShutdownSignal& stop) override {
        auto server = grpc_security::PeerServer::open(io_.get_executor(), settings_, {&service_}, audit_);
        if (!server) throw ops::StartError(ops::kCannotStart, server.error().detail);
        std::printf("ready: %s\n", (*server)->address().c_str());
        std::fflush(stdout);
        co_await stop.wait();
        (*server)->shut_down();
    }

  private:
    boost::asio::io_context& io_;
    grpc_security::PeerServerSettings settings_;
    ProviderService service_;
    audit::NoAudit audit_;
};

}  // namespace

int main(int argc, char** argv) {
    CLI::App line("A licence server in memory behind the adapter interface of license-svc; a sample.");
    grpc_security::PeerServerSettings settings;
    settings.own = grpc_security::Role::License;
    std::uint32_t capacity = 0;
    line.add_option(
            "--listen", settings.address, "unix:PATH of the socket; its folder is writable by us alone"
    )
        ->required()
        ->check([](const std::string& text) { return text.starts_with("unix:") ? "" : "is not unix:PATH"; });
    line.add_option("--user", settings.peers.users, "user of license-svc, beside root and ourselves");
    line.add_option("--capacity", capacity, "seats of each keyword that counts")
        ->required()
        ->check(CLI::Range(0, 1000000));
    try {
        line.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        return line.exit(wrong) == 0 ? ops::kStopped : ops::kUsage;
    }
    return ops::run_process({"sample-adapter", 1}, [&](boost::asio::io_context& io) {
        return std::make_unique<SampleAdapter>(io, settings, capacity);
    });
}

#include "tsapi-worker/app/grpc_server.hpp"

#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/server_builder.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstring>

namespace ctiengine::worker {
namespace {

constexpr std::string_view kUnix = "unix:";

/// A socket file that nobody listens on any more keeps a new server from binding.
void remove_dead_socket(const std::string& path) {
    sockaddr_un address{};
    if (path.size() >= sizeof address.sun_path) return;  // gRPC will say so
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (probe < 0) return;
    bool dead =
        ::connect(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 && errno == ECONNREFUSED;
    ::close(probe);
    if (dead) ::unlink(path.c_str());
}

}  // namespace

GrpcServer::GrpcServer(std::unique_ptr<grpc::Server> server, std::string address)
    : server_(std::move(server)), address_(std::move(address)) {}

GrpcServer::~GrpcServer() {
    shut_down();
}

Result<std::unique_ptr<GrpcServer>> GrpcServer::open(
    const std::string& address, const std::vector<grpc::Service*>& services
) {
    bool is_unix = address.starts_with(kUnix);
    auto path = is_unix ? address.substr(kUnix.size()) : std::string();
    if (is_unix) remove_dead_socket(path);
    grpc::EnableDefaultHealthCheckService(true);
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort(address, grpc::InsecureServerCredentials(), &port);
    builder.SetMaxReceiveMessageSize(1024 * 1024);
    builder.AddChannelArgument(
        GRPC_ARG_ALLOW_REUSEPORT, 0
    );  // a second worker on the port is a mistake, not a helper
    for (auto* service : services) builder.RegisterService(service);
    auto server = builder.BuildAndStart();
    if (!server || port == 0) {
        return Error{
            Errc::Io, "cannot listen on WORKERADDRESS " + address +
                          ": is another worker running, does the folder exist, may this user write there?"};
    }
    auto bound = address;
    if (is_unix) {
        ::chmod(path.c_str(), 0660);
    } else {
        bound = address.substr(0, address.rfind(':')) + ":" + std::to_string(port);
    }
    return std::unique_ptr<GrpcServer>(new GrpcServer(std::move(server), std::move(bound)));
}

void GrpcServer::shut_down() {
    if (!server_) return;
    server_->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(3));
    server_->Wait();
    server_.reset();
}

}  // namespace ctiengine::worker

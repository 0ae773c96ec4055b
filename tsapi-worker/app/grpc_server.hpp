#pragma once
#include "common/result/result.hpp"

#include <grpcpp/server.h>

#include <memory>
#include <string>
#include <vector>

namespace ctiengine::worker {

/// The worker's gRPC server. A Unix socket gets mode 0660; what a dead worker left there is removed.
class GrpcServer {
  public:
    /// `address`: unix:PATH or HOST:PORT (port 0 = any). Io when it cannot listen, with what to do.
    static Result<std::unique_ptr<GrpcServer>> open(
        const std::string& address, const std::vector<grpc::Service*>& services
    );
    ~GrpcServer();

    /// unix:PATH, or HOST:PORT with the bound port.
    const std::string& address() const { return address_; }

    /// Ends what still runs and waits. Never on a thread that a handler needs.
    void shut_down();

  private:
    GrpcServer(std::unique_ptr<grpc::Server> server, std::string address);

    std::unique_ptr<grpc::Server> server_;
    std::string address_;
};

}  // namespace ctiengine::worker

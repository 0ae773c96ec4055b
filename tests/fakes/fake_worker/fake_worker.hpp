#pragma once
#include "ctiengine/tsapi/v1/telephony.grpc.pb.h"

#include <grpcpp/server.h>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace ctiengine::tests {

/// A worker's server side of Attach, driven by a test: a real gRPC server on a Unix socket of its own that
/// hands every message of the gateway to the test and sends what the test says. One gateway at a time.
class FakeWorker final : public tsapi::v1::Telephony::Service {
  public:
    FakeWorker();
    ~FakeWorker() override;

    /// "unix:PATH"; stays the same over shut_down() and serve().
    const std::string& address() const { return address_; }

    void serve();
    void shut_down();

    /// The gateway's next message; fails the test's expectation by being empty after five seconds.
    std::optional<tsapi::v1::GatewayMessage> next();

    void send(const tsapi::v1::WorkerMessage& message);

    /// Ends the stream with UNAVAILABLE.
    void drop();

    /// Waits for Hello and answers it.
    tsapi::v1::Hello welcome(std::uint64_t epoch, std::uint64_t next_seq, tsapi::v1::Recovery recovery);

    grpc::Status Attach(
        grpc::ServerContext* context,
        grpc::ServerReaderWriter<tsapi::v1::WorkerMessage, tsapi::v1::GatewayMessage>* stream
    ) override;

  private:
    std::filesystem::path folder_;
    std::string address_;
    std::unique_ptr<grpc::Server> server_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<tsapi::v1::GatewayMessage> received_;
    grpc::ServerReaderWriter<tsapi::v1::WorkerMessage, tsapi::v1::GatewayMessage>* stream_ = nullptr;
    grpc::ServerContext* context_ = nullptr;
};

}  // namespace ctiengine::tests

#include "tests/fakes/fake_worker/fake_worker.hpp"

#include <grpcpp/server_builder.h>

#include <stdlib.h>

#include <chrono>
#include <stdexcept>

namespace ctiengine::tests {

namespace pb = tsapi::v1;
using namespace std::chrono_literals;

FakeWorker::FakeWorker() {
    auto pattern = (std::filesystem::temp_directory_path() / "ctiengine-fake-worker-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("cannot make a folder like " + pattern);
    folder_ = pattern;
    address_ = "unix:" + (folder_ / "worker.sock").string();
    serve();
}

FakeWorker::~FakeWorker() {
    shut_down();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void FakeWorker::serve() {
    grpc::ServerBuilder builder;
    builder.AddListeningPort(address_, grpc::InsecureServerCredentials());
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
    if (!server_) throw std::runtime_error("the fake worker cannot listen on " + address_);
}

void FakeWorker::shut_down() {
    if (!server_) return;
    server_->Shutdown(std::chrono::system_clock::now());
    server_->Wait();
    server_.reset();
}

grpc::Status FakeWorker::Attach(
    grpc::ServerContext* context, grpc::ServerReaderWriter<pb::WorkerMessage, pb::GatewayMessage>* stream
) {
    {
        std::lock_guard lock(mutex_);
        received_.clear();
        stream_ = stream;
        context_ = context;
    }
    pb::GatewayMessage message;
    while (stream->Read(&message)) {
        std::lock_guard lock(mutex_);
        received_.push_back(message);
        changed_.notify_all();
    }
    std::lock_guard lock(mutex_);
    stream_ = nullptr;
    context_ = nullptr;
    return {grpc::StatusCode::UNAVAILABLE, "the fake worker ended the stream"};
}

std::optional<pb::GatewayMessage> FakeWorker::next() {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, 5s, [this] { return !received_.empty(); })) return std::nullopt;
    auto message = std::move(received_.front());
    received_.pop_front();
    return message;
}

void FakeWorker::send(const pb::WorkerMessage& message) {
    std::lock_guard lock(mutex_);
    if (stream_) stream_->Write(message);
}

void FakeWorker::drop() {
    std::lock_guard lock(mutex_);
    if (context_) context_->TryCancel();
}

pb::Hello FakeWorker::welcome(std::uint64_t epoch, std::uint64_t next_seq, pb::Recovery recovery) {
    auto first = next();
    if (!first || !first->has_hello()) throw std::runtime_error("the gateway did not begin with Hello");
    pb::WorkerMessage message;
    message.mutable_welcome()->set_epoch(epoch);
    message.mutable_welcome()->set_next_seq(next_seq);
    message.mutable_welcome()->set_recovery(recovery);
    message.mutable_welcome()->set_system_status(2);
    send(message);
    return first->hello();
}

}  // namespace ctiengine::tests

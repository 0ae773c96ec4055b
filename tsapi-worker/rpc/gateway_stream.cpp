#include "tsapi-worker/rpc/gateway_stream.hpp"

#include <boost/asio/post.hpp>

namespace ctiengine::rpc {

namespace asio = boost::asio;

GatewayStream::GatewayStream(asio::any_io_executor home, Handlers handlers, std::size_t max_waiting)
    : home_(std::move(home)), handlers_(std::move(handlers)), max_waiting_(max_waiting) {}

void GatewayStream::start() {
    alive_ = shared_from_this();
    StartRead(&incoming_);
}

void GatewayStream::OnReadDone(bool ok) {
    if (!ok) {
        asio::post(home_, [self = shared_from_this()] { self->finish(grpc::Status::OK); });
        return;
    }
    asio::post(home_, [self = shared_from_this(), message = std::move(incoming_)]() mutable {
        self->take(std::move(message));
    });
}

void GatewayStream::take(Incoming message) {
    if (finished_) return;
    incoming_ = Incoming();
    StartRead(&incoming_);  // one message at a time: a gateway cannot flood the executor
    if (!finishing_) handlers_.message(shared_from_this(), message);
}

void GatewayStream::send(Outgoing message) {
    if (finishing_) return;
    if (queue_.size() >= max_waiting_) {
        return finish(
            {grpc::StatusCode::RESOURCE_EXHAUSTED, "the gateway does not read; attach again and resume"}
        );
    }
    queue_.push_back(std::move(message));
    if (!writing_) write_next();
}

void GatewayStream::send_event(Outgoing message, std::uint64_t seq) {
    if (seq - acknowledged_ > max_waiting_) {  // gRPC hides megabytes: count what was not acknowledged
        return finish(
            {grpc::StatusCode::RESOURCE_EXHAUSTED, "the gateway falls behind; attach again and resume"}
        );
    }
    last_sent_ = seq;
    send(std::move(message));
}

void GatewayStream::acknowledged(std::uint64_t seq) {
    if (seq > acknowledged_ && seq <= last_sent_) acknowledged_ = seq;
}

void GatewayStream::write_next() {
    writing_ = true;
    current_ = std::move(queue_.front());
    queue_.pop_front();
    StartWrite(&current_);
}

void GatewayStream::OnWriteDone(bool ok) {
    asio::post(home_, [self = shared_from_this(), ok] { self->written(ok); });
}

void GatewayStream::written(bool ok) {
    writing_ = false;
    if (finishing_) return finish_now();
    if (!ok) return finish(grpc::Status::CANCELLED);
    if (!queue_.empty()) write_next();
}

void GatewayStream::finish(grpc::Status status) {
    if (finishing_) return;
    finishing_ = true;
    status_ = std::move(status);
    queue_.clear();
    if (!writing_) finish_now();
}

void GatewayStream::finish_now() {
    if (std::exchange(finished_, true)) return;
    Finish(status_);
}

void GatewayStream::OnCancel() {
    asio::post(home_, [self = shared_from_this()] { self->finish(grpc::Status::CANCELLED); });
}

void GatewayStream::OnDone() {
    auto home = home_;  // touch no member after post(): this may be gone by then
    asio::post(home, [self = std::move(alive_)] {
        self->finishing_ = true;
        self->finished_ = true;
        self->handlers_.closed(self);
        self->handlers_ = {};
    });
}

}  // namespace ctiengine::rpc

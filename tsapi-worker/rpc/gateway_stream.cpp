#include "tsapi-worker/rpc/gateway_stream.hpp"

#include <boost/asio/post.hpp>

namespace ctiengine::rpc {

namespace asio = boost::asio;

GatewayStream::GatewayStream(
    asio::any_io_executor home,
    grpc::CallbackServerContext* context,
    Handlers handlers,
    std::size_t max_waiting,
    std::chrono::milliseconds stall_limit
)
    : home_(std::move(home)),
      context_(context),
      handlers_(std::move(handlers)),
      max_waiting_(max_waiting),
      stall_limit_(stall_limit),
      stalled_(home_) {}

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
    if (!writing_) return finish_now();
    cut_if_stalled();
}

/// The write of a gateway that reads nothing more never ends by itself, and Finish() has to wait for it.
void GatewayStream::cut_if_stalled() {
    stalled_.expires_after(stall_limit_);
    stalled_.async_wait([self = shared_from_this()](boost::system::error_code cancelled) {
        if (!cancelled && !self->finished_) self->context_->TryCancel();
    });
}

void GatewayStream::finish_now() {
    if (std::exchange(finished_, true)) return;
    stalled_.cancel();
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
        self->stalled_.cancel();
        self->handlers_.closed(self);
        self->handlers_ = {};
    });
}

}  // namespace ctiengine::rpc

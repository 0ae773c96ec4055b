#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace ctiengine {

/// The server's side of one bidirectional gRPC stream. gRPC threads only post; everything else runs on
/// `home`, a strand or a single-threaded executor, so messages are handed over and queued in their order.
///
/// Nothing blocks: what the peer has not read yet waits here, and a peer with more than `max_waiting`
/// messages in the queue is cut. It comes back.
template <class In, class Out>
class ServedStream : public grpc::ServerBidiReactor<In, Out>,
                     public std::enable_shared_from_this<ServedStream<In, Out>> {
  public:
    struct Limits {
        std::size_t max_waiting = 20000;
        /// Ending a stream waits for what is being written. A peer that does not take it by then is cut off.
        std::chrono::milliseconds stall{5000};
    };
    struct Handlers {
        std::function<void(const std::shared_ptr<ServedStream>&, const In&)> message;
        std::function<void(const std::shared_ptr<ServedStream>&)> closed;  ///< the last call
    };

    ServedStream(
        boost::asio::any_io_executor home,
        grpc::CallbackServerContext* context,
        Handlers handlers,
        Limits limits
    )
        : home_(std::move(home)),
          context_(context),
          handlers_(std::move(handlers)),
          limits_(limits),
          stalled_(home_) {}

    /// Called once, on the gRPC thread that opened the stream.
    void start() {
        alive_ = this->shared_from_this();
        this->StartRead(&incoming_);
    }

    /// Queues a message. Only on `home`.
    void send(Out message) {
        if (finishing_) return;
        if (queue_.size() >= limits_.max_waiting) {
            return finish(
                {grpc::StatusCode::RESOURCE_EXHAUSTED, "the peer does not read; attach again and resume"}
            );
        }
        queue_.push_back(std::move(message));
        if (!writing_) write_next();
    }

    /// Ends the stream once what is being written has gone. Only on `home`.
    void finish(grpc::Status status) {
        if (finishing_) return;
        finishing_ = true;
        status_ = std::move(status);
        queue_.clear();
        if (!writing_) return finish_now();
        cut_if_stalled();
    }

    bool finishing() const { return finishing_; }

    void OnReadDone(bool ok) override {
        if (!ok) {
            boost::asio::post(home_, [self = this->shared_from_this()] { self->finish(grpc::Status::OK); });
            return;
        }
        boost::asio::post(home_, [self = this->shared_from_this(), message = std::move(incoming_)]() mutable {
            self->take(std::move(message));
        });
    }

    void OnWriteDone(bool ok) override {
        boost::asio::post(home_, [self = this->shared_from_this(), ok] { self->written(ok); });
    }

    void OnCancel() override {
        boost::asio::post(home_, [self = this->shared_from_this()] {
            self->finish(grpc::Status::CANCELLED);
        });
    }

    void OnDone() override {
        auto home = home_;  // touch no member after post(): this may be gone by then
        boost::asio::post(home, [self = std::move(alive_)] {
            self->finishing_ = true;
            self->finished_ = true;
            self->stalled_.cancel();
            self->handlers_.closed(self);
            self->handlers_ = {};
        });
    }

  private:
    void take(In message) {
        if (finished_) return;
        incoming_ = In();
        this->StartRead(&incoming_);  // one message at a time: a peer cannot flood the executor
        if (!finishing_) handlers_.message(this->shared_from_this(), message);
    }

    void write_next() {
        writing_ = true;
        current_ = std::move(queue_.front());
        queue_.pop_front();
        this->StartWrite(&current_);
    }

    void written(bool ok) {
        writing_ = false;
        if (finishing_) return finish_now();
        if (!ok) return finish(grpc::Status::CANCELLED);
        if (!queue_.empty()) write_next();
    }

    /// The write of a peer that reads nothing more never ends by itself, and Finish() has to wait for it.
    void cut_if_stalled() {
        stalled_.expires_after(limits_.stall);
        stalled_.async_wait([self = this->shared_from_this()](boost::system::error_code cancelled) {
            if (!cancelled && !self->finished_) self->context_->TryCancel();
        });
    }

    void finish_now() {
        if (std::exchange(finished_, true)) return;
        stalled_.cancel();
        this->Finish(status_);
    }

    boost::asio::any_io_executor home_;
    grpc::CallbackServerContext* context_;  // gRPC's; lives until OnDone
    Handlers handlers_;
    Limits limits_;
    boost::asio::steady_timer stalled_;
    std::shared_ptr<ServedStream> alive_;
    In incoming_;
    Out current_;
    std::deque<Out> queue_;
    grpc::Status status_;
    bool writing_ = false;
    bool finishing_ = false;
    bool finished_ = false;
};

}  // namespace ctiengine

#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <grpcpp/client_context.h>
#include <grpcpp/support/client_callback.h>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace ctiengine {

/// The client's side of one bidirectional gRPC stream, spoken to from a strand.
///
/// Messages are handed over in the order in which they came, each as one call on `home`; at most kReadAhead
/// of them wait there, then reading pauses (flow control reaches the peer). Nothing of ours dies on a gRPC
/// thread: the object keeps itself and the io_context's work alive until `closed` has been posted.
///
/// Thread safety: everything but the reactor's own callbacks belongs to `home`, which must be a strand or a
/// single-threaded executor.
template <class Out, class In>
class OrderedStream final : public grpc::ClientBidiReactor<Out, In>,
                            public std::enable_shared_from_this<OrderedStream<Out, In>> {
  public:
    struct Handlers {
        std::function<void(In&&)> message;                ///< the next message of the peer
        std::function<void(const grpc::Status&)> closed;  ///< the last call: why the stream is over
    };
    static constexpr int kReadAhead = 64;

    /// `home` runs the handlers.
    OrderedStream(boost::asio::any_io_executor home, Handlers handlers)
        : home_(home), work_(boost::asio::make_work_guard(home)), handlers_(std::move(handlers)) {}

    /// Starts the call: `open` gets the context and this reactor, e.g.
    /// `[&](auto* context, auto* reactor) { stub.async()->Attach(context, reactor); }`.
    template <class Open>
    void start(Open&& open) {
        alive_ = this->shared_from_this();
        open(&context_, this);
        this->AddHold();  // writes come from the strand, outside the reactor's callbacks (grpc rule)
        this->StartRead(&incoming_);
        this->StartCall();
    }

    /// Queues a message; false when the stream is over already. The caller bounds what it has outstanding.
    bool send(Out message) {
        if (over_) return false;
        queue_.push_back(std::move(message));
        if (!writing_) write_next();
        return true;
    }

    /// Messages that the transport has not taken yet.
    std::size_t queued() const { return queue_.size(); }

    /// Ends the stream from our side. `closed` is still called, later.
    void abandon() { context_.TryCancel(); }

    void OnReadDone(bool ok) override {
        if (!ok) {
            boost::asio::post(home_, [self = this->shared_from_this()] { self->finish_writing(); });
            return;
        }
        boost::asio::post(home_, [self = this->shared_from_this(), message = std::move(incoming_)]() mutable {
            self->take(std::move(message));
        });
        incoming_ = In();
        if (waiting_.fetch_add(1) + 1 < kReadAhead) this->StartRead(&incoming_);
    }

    void OnWriteDone(bool ok) override {
        boost::asio::post(home_, [self = this->shared_from_this(), ok] { self->written(ok); });
    }

    void OnDone(const grpc::Status& status) override {
        // Touch no member after post(): this may be gone by then.
        auto home = home_;
        boost::asio::post(home, [self = std::move(alive_), status] {
            self->over_ = true;
            self->handlers_.closed(status);
            self->handlers_ = {};
        });
    }

  private:
    void take(In&& message) {
        if (waiting_.fetch_sub(1) == kReadAhead) this->StartRead(&incoming_);
        if (!over_ && handlers_.message) handlers_.message(std::move(message));
    }

    void write_next() {
        writing_ = true;
        current_ = std::move(queue_.front());
        queue_.pop_front();
        this->StartWrite(&current_);
    }

    void written(bool ok) {
        writing_ = false;
        if (over_) return release();
        if (ok && !queue_.empty()) write_next();
    }

    /// The peer sends nothing more: no further write is started, the hold goes when the last one is done.
    void finish_writing() {
        over_ = true;
        queue_.clear();
        if (!writing_) release();
    }

    void release() {
        if (std::exchange(holding_, false)) this->RemoveHold();
    }

    boost::asio::any_io_executor home_;
    boost::asio::executor_work_guard<boost::asio::any_io_executor> work_;
    Handlers handlers_;
    std::shared_ptr<OrderedStream> alive_;
    grpc::ClientContext context_;
    In incoming_;
    std::atomic<int> waiting_{0};  // messages posted to home_ and not taken yet
    Out current_;
    std::deque<Out> queue_;
    bool writing_ = false;
    bool over_ = false;
    bool holding_ = true;
};

}  // namespace ctiengine

#pragma once
#include "ctiengine/tsapi/v1/telephony.grpc.pb.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>

namespace ctiengine::rpc {

/// The worker's side of one gateway's stream. gRPC threads only post; everything else runs on `home`, the
/// telephony executor, so answers and events are queued in the order in which telephony gives them.
///
/// Nothing blocks: what the gateway has not read yet waits here, and a gateway with more than `max_waiting`
/// messages in the queue, or that many events unacknowledged, is cut. It comes back and resumes.
class GatewayStream final
    : public grpc::ServerBidiReactor<tsapi::v1::GatewayMessage, tsapi::v1::WorkerMessage>,
      public std::enable_shared_from_this<GatewayStream> {
  public:
    using Incoming = tsapi::v1::GatewayMessage;
    using Outgoing = tsapi::v1::WorkerMessage;
    struct Handlers {
        std::function<void(const std::shared_ptr<GatewayStream>&, const Incoming&)> message;
        std::function<void(const std::shared_ptr<GatewayStream>&)> closed;  ///< the last call
    };

    /// Ending a stream waits for what is being written. A gateway that does not take it within
    /// `stall_limit` is cut off.
    GatewayStream(
        boost::asio::any_io_executor home,
        grpc::CallbackServerContext* context,
        Handlers handlers,
        std::size_t max_waiting,
        std::chrono::milliseconds stall_limit
    );

    /// Called once, on the gRPC thread that opened the stream.
    void start();

    /// Queues a message. Only on `home`.
    void send(Outgoing message);
    void send_event(Outgoing message, std::uint64_t seq);
    /// The gateway has read so far; a number that was not sent, or an old one, is ignored.
    void acknowledged(std::uint64_t seq);
    /// Events count from here.
    void begin_events(std::uint64_t next_seq) { acknowledged_ = last_sent_ = next_seq - 1; }

    /// Ends the stream once what is being written has gone.
    void finish(grpc::Status status);

    const std::string& gateway() const { return gateway_; }
    void set_gateway(std::string id) { gateway_ = std::move(id); }
    bool attached() const { return !gateway_.empty() && !finishing_; }

    void OnReadDone(bool ok) override;
    void OnWriteDone(bool ok) override;
    void OnCancel() override;
    void OnDone() override;

  private:
    void take(Incoming message);
    void written(bool ok);
    void write_next();
    void finish_now();
    void cut_if_stalled();

    boost::asio::any_io_executor home_;
    grpc::CallbackServerContext* context_;  // gRPC's; lives until OnDone
    Handlers handlers_;
    std::size_t max_waiting_;
    std::chrono::milliseconds stall_limit_;
    boost::asio::steady_timer stalled_;
    std::shared_ptr<GatewayStream> alive_;
    Incoming incoming_;
    Outgoing current_;
    std::deque<Outgoing> queue_;
    std::string gateway_;
    std::uint64_t acknowledged_ = 0;
    std::uint64_t last_sent_ = 0;
    grpc::Status status_;
    bool writing_ = false;
    bool finishing_ = false;
    bool finished_ = false;
};

}  // namespace ctiengine::rpc

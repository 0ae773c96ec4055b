#pragma once
#include "common/grpc_calls/served_stream.hpp"
#include "ctiengine/tsapi/v1/telephony.grpc.pb.h"

#include <string>

namespace ctiengine::rpc {

/// The worker's side of one gateway's stream, on the telephony executor, so answers and events are queued in
/// the order in which telephony gives them.
///
/// A gateway with more than `max_waiting` events unacknowledged is cut. It comes back and resumes.
class GatewayStream final : public ServedStream<tsapi::v1::GatewayMessage, tsapi::v1::WorkerMessage> {
  public:
    using Incoming = tsapi::v1::GatewayMessage;
    using Outgoing = tsapi::v1::WorkerMessage;
    using Base = ServedStream<Incoming, Outgoing>;

    GatewayStream(
        boost::asio::any_io_executor home,
        grpc::CallbackServerContext* context,
        Handlers handlers,
        Limits limits
    )
        : Base(std::move(home), context, std::move(handlers), limits), max_waiting_(limits.max_waiting) {}

    /// Only on `home`, as everything here.
    void send_event(Outgoing message, std::uint64_t seq);
    /// The gateway has read so far; a number that was not sent, or an old one, is ignored.
    void acknowledged(std::uint64_t seq);
    /// Events count from here.
    void begin_events(std::uint64_t next_seq) { acknowledged_ = last_sent_ = next_seq - 1; }

    const std::string& gateway() const { return gateway_; }
    void set_gateway(std::string id) { gateway_ = std::move(id); }
    bool attached() const { return !gateway_.empty() && !finishing(); }

  private:
    std::size_t max_waiting_;
    std::string gateway_;
    std::uint64_t acknowledged_ = 0;
    std::uint64_t last_sent_ = 0;
};

}  // namespace ctiengine::rpc

#include "tsapi-worker/rpc/gateway_stream.hpp"

namespace ctiengine::rpc {

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

}  // namespace ctiengine::rpc

#include "tsapi-worker/tsapi/acs_stream.hpp"

#include "tsapi-worker/tsapi/acs_pump.hpp"

#include <thread>

namespace ctiengine::tsapi {

AcsStream::AcsStream(
    std::shared_ptr<const TsapiFunctions> library,
    StreamSettings settings,
    boost::asio::any_io_executor executor,
    SwitchListener listener
) {
    auto out = std::make_shared<HandOver>(std::move(executor), std::move(listener));
    pump_ = std::make_shared<Pump>(std::move(library), std::move(settings), std::move(out));
    // Not joined: no one may wait for a library that does not come back. The thread owns all it uses.
    std::thread([pump = pump_] { pump->run(); }).detach();
}

AcsStream::~AcsStream() {
    pump_->end();
}

std::optional<csta::Failure> AcsStream::send(std::uint32_t invoke_id, const SwitchRequest& request) {
    return pump_->send(invoke_id, request);
}

}  // namespace ctiengine::tsapi

#pragma once
#include "common/ops/process_main.hpp"
#include "config/worker_settings.hpp"

namespace ctiengine::worker {

/// The worker as a process: gRPC server, link to the switch; stopped in reverse order. Prints "ready:
/// ADDRESS" when gateways may attach. The link may come later; a library that is missing is reported and
/// waited for. `io` is run by one thread: it is the telephony executor.
std::unique_ptr<ops::Application> make_worker(
    boost::asio::io_context& io, const config::WorkerSettings& settings
);

}  // namespace ctiengine::worker

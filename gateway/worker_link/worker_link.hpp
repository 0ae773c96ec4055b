#pragma once
#include "common/grpc_security/peer_channel.hpp"
#include "gateway/worker_link/telephony_link.hpp"

#include <boost/asio/any_io_executor.hpp>

namespace ctiengine::gateway {

struct WorkerLinkSettings {
    std::shared_ptr<grpc_security::PeerChannel> worker;  ///< the way to it
    std::string gateway_id;                              ///< new for each gateway process
    std::chrono::milliseconds first_pause{200};
    std::chrono::milliseconds longest_pause{5000};
};

/// The gateway's one ordered stream to the worker. It attaches whenever the worker is there, says where it
/// stopped reading, and after a new epoch of the worker monitors and compares every watched device again.
class WorkerLink : public TelephonyLink {
  public:
    /// Runs on a strand of its own made from `executor`.
    static std::shared_ptr<WorkerLink> make(
        boost::asio::any_io_executor executor, WorkerLinkSettings settings
    );

    /// Attaches, and attaches again, until stop().
    virtual Task<void> run() = 0;

    /// Answers what is pending, ends the stream and run(). Callable from any thread, more than once.
    virtual void stop() = 0;

    virtual Task<LinkStatus> status() = 0;
};

}  // namespace ctiengine::gateway

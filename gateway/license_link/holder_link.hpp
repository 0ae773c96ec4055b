#pragma once
#include "common/grpc_security/peer_channel.hpp"
#include "gateway/license_link/license_gate.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <memory>
#include <string>

namespace ctiengine::gateway {

struct HolderLinkSettings {
    std::shared_ptr<grpc_security::PeerChannel> service;  ///< the way to license-svc
    std::string holder;                                   ///< this gateway's own name, unlike any other's
    std::chrono::milliseconds first_pause{200};
    std::chrono::milliseconds longest_pause{2000};
    std::chrono::milliseconds keep_alive{10000};
    std::chrono::milliseconds silence_limit{25000};  ///< license-svc's lease is 30 s: we have to know first
    std::chrono::milliseconds answer_limit{2000};
    std::chrono::milliseconds wait_limit{
        5000};  ///< for license-svc to come back; LOGINTIMEOUT has to be longer
};

/// The seats of this gateway, over one stream to license-svc. It attaches whenever license-svc is there and
/// tells it which seats are in use.
class HolderLink : public LicenseGate {
  public:
    /// Runs on a strand of its own made from `executor`.
    static std::shared_ptr<HolderLink> make(
        boost::asio::any_io_executor executor, HolderLinkSettings settings
    );

    /// Attaches, and attaches again, until stop().
    virtual Task<void> run() = 0;

    /// Says goodbye: the seats are free. Then ends run(). Callable from any thread, more than once.
    virtual void stop() = 0;
};

}  // namespace ctiengine::gateway

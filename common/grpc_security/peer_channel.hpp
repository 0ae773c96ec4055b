#pragma once
#include "common/grpc_security/allowed_users.hpp"
#include "common/grpc_security/peer_settings.hpp"
#include "common/grpc_security/role.hpp"
#include "common/result/result.hpp"

#include <grpcpp/channel.h>

#include <memory>
#include <string>

namespace ctiengine::grpc_security {

/// The way to one process of ours that serves gRPC. One caller at a time.
class PeerChannel {
  public:
    /// `address`: unix:PATH or HOST:PORT; `own` and `server`: which two roles this connects. HOST:PORT needs
    /// the certificate's three files; InvalidSettings says what is wrong with them and never falls back to
    /// plain text, also not on loopback.
    static Result<std::unique_ptr<PeerChannel>> open(
        std::string address, Role own, Role server, PeerSettings settings
    );

    /// A channel for the next attempt. Over TCP always the same one, which connects and verifies by itself.
    /// A Unix socket is connected here and now and its owner looked at, so each call gives a new channel that
    /// lives as long as that connection: NotConnected or Refused when there is none to be had.
    Result<std::shared_ptr<grpc::Channel>> channel();

    const std::string& address() const { return address_; }

  private:
    PeerChannel(std::string address, const PeerSettings& settings)
        : address_(std::move(address)), users_(settings.users) {}

    std::string address_;
    AllowedUsers users_;
    std::shared_ptr<grpc::Channel> tls_;  // null for a Unix socket
};

}  // namespace ctiengine::grpc_security

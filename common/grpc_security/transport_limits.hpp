#pragma once

/// The same at both ends of every connection between our processes.
namespace ctiengine::grpc_security {

inline constexpr int kKeepaliveMs = 20'000;         ///< silence before a ping
inline constexpr int kKeepaliveTimeoutMs = 10'000;  ///< for its answer; then the connection is cut
inline constexpr int kPingsAtMostEveryMs =
    10'000;                                  ///< a peer that pings more often is cut; below kKeepaliveMs
inline constexpr int kHandshakeMs = 10'000;  ///< for TLS and HTTP/2 preface of a new connection
inline constexpr int kLargestMessage = 1024 * 1024;

}  // namespace ctiengine::grpc_security

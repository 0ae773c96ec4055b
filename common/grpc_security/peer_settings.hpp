#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace ctiengine::grpc_security {

/// How a process proves to the others what it is, and whom it believes. The names of the settings stand in
/// messages: PEERCERTIFICATE, PEERPRIVATEKEY, PEERCA, PEERUSERS.
struct PeerSettings {
    std::filesystem::path certificate{};  ///< these three are for TCP; empty = TCP is not possible
    std::filesystem::path private_key{};
    std::filesystem::path authority{};
    std::vector<std::string> users{};  ///< of this host; they may connect by Unix socket, as may root and we
};

}  // namespace ctiengine::grpc_security

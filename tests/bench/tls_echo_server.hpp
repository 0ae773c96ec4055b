#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>

namespace ctiengine::tests {

/// The floor of the benchmark: the least a secure WebSocket server can do. One blocking connection with the
/// libraries as they come, nothing of ours.
class TlsEchoServer {
  public:
    TlsEchoServer(const std::filesystem::path& certificate, const std::filesystem::path& private_key);
    ~TlsEchoServer();
    std::uint16_t port() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ctiengine::tests

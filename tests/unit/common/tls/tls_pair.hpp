#pragma once
#include "common/tls/tls_context.hpp"
#include "common/tls/tls_stream.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"

#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <optional>
#include <string>

namespace ctiengine::tls {

/// What an operation completed with; empty while it runs.
struct Outcome {
    std::optional<boost::system::error_code> error;
    std::size_t bytes = 0;
};

/// Two TlsStreams over one TCP connection of the loopback, turned by one loop on the test's thread.
class TlsPair {
  public:
    explicit TlsPair(bool tickets = true);

    TlsStream& server() { return *server_; }
    TlsStream& client() { return *client_; }
    SSL* server_ssl() { return server_->engine().native_handle(); }
    SSL* client_ssl() { return client_->engine().native_handle(); }
    ctiengine::testing::TaskRunner& runner() { return runner_; }

    /// A new connection between the same two contexts.
    void reconnect();
    /// Both handshakes; fails the test if one fails.
    void handshake();

    /// Starts an operation; its outcome appears while the loop turns.
    std::shared_ptr<Outcome> start_handshake(TlsStream& stream, boost::asio::cancellation_slot slot = {});
    std::shared_ptr<Outcome> start_shutdown(TlsStream& stream, boost::asio::cancellation_slot slot = {});
    std::shared_ptr<Outcome> start_read(
        TlsStream& stream, std::string& into, boost::asio::cancellation_slot slot = {}
    );
    std::shared_ptr<Outcome> start_write(
        TlsStream& stream, const std::string& bytes, boost::asio::cancellation_slot slot = {}
    );

    /// Turns the loop until the outcome is there.
    Outcome wait(const std::shared_ptr<Outcome>& outcome);

    /// Reads exactly `size` bytes.
    std::string read_all(TlsStream& stream, std::size_t size);
    /// Writes everything; the peer must have room for it.
    void write_all(TlsStream& stream, const std::string& bytes);

    /// Fills the way from `from` to its peer until the kernel takes no more; gives the write that is stuck.
    std::shared_ptr<Outcome> fill(
        TlsStream& from,
        const std::string& block,
        std::size_t& written,
        boost::asio::cancellation_slot slot = {}
    );

  private:
    ctiengine::testing::TaskRunner runner_;
    ctiengine::testing::TemporaryDirectory directory_;
    std::shared_ptr<const TlsContext> server_context_;
    std::shared_ptr<SSL_CTX> client_context_;
    std::unique_ptr<TlsStream> server_;
    std::unique_ptr<TlsStream> client_;
};

}  // namespace ctiengine::tls

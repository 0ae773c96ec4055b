#pragma once
#include "common/annexj_server/annexj_listener.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/wss_client/tls_socket.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace ctiengine::annexj_server {

/// A port whose sessions send every frame back, on threads of its own; stopped in the destructor, which fails
/// the test if somebody does not stop.
class EchoPort {
  public:
    static AnnexJSettings settings();

    explicit EchoPort(bool encrypted, AnnexJSettings settings = EchoPort::settings(), std::size_t most = 100);
    ~EchoPort();

    /// How a test client reaches it.
    std::unique_ptr<ctiengine::testing::TlsSocket> connect() const;

    /// Why receive() gave no more frames in the session that ended last; waits for one to end.
    Error end_of_session();
    /// What send() said last.
    Result<void> last_send();

    tcp_server::TcpServer& server() { return *server_; }

    template <class T>
    T run(Task<T> task) {
        return boost::asio::co_spawn(threads_, std::move(task), boost::asio::use_future).get();
    }

  private:
    Task<void> echo(std::shared_ptr<connection::MessageConnection> connection);

    bool encrypted_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Error> ends_;
    Result<void> last_send_;
    ctiengine::testing::TemporaryDirectory directory_;
    boost::asio::thread_pool threads_{2};
    std::unique_ptr<tcp_server::TcpServer> server_;
};

/// Reads until `bytes` have come or the peer ends.
std::string read_bytes(ctiengine::testing::TlsSocket& socket, std::size_t bytes);

/// What comes until the server ends the stream, and how it ended it.
std::pair<std::string, ctiengine::testing::Got> read_to_end(ctiengine::testing::TlsSocket& socket);

}  // namespace ctiengine::annexj_server

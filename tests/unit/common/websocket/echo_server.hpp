#pragma once
#include "common/websocket/listener.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/fakes/wss_client/wss_client.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>

#include <chrono>
#include <memory>
#include <utility>

namespace ctiengine::websocket {

/// Sends back whatever comes until the peer closes.
Task<void> echo_session(std::shared_ptr<WebSocketConnection> connection);

/// A listener on threads of its own; stopped in the destructor, which fails the test if somebody does not
/// stop.
class EchoServer {
  public:
    /// Settings with a free port of the loopback.
    static ListenerSettings settings();
    static Listener::Handlers handlers(RunSession session = echo_session);

    explicit EchoServer(ListenerSettings listener = settings(), Listener::Handlers with = handlers());
    ~EchoServer();

    Listener& listener() { return *listener_; }
    tls::CurrentTls& tls() { return *tls_; }
    ctiengine::testing::WssOptions options() const;

    /// Runs a coroutine on the server's threads and waits for it.
    template <class T>
    T run(Task<T> task) {
        return boost::asio::co_spawn(threads_, std::move(task), boost::asio::use_future).get();
    }

  private:
    ctiengine::testing::TemporaryDirectory directory_;
    boost::asio::thread_pool threads_{2};
    std::shared_ptr<tls::CurrentTls> tls_;
    std::unique_ptr<Listener> listener_;
};

/// The same identity for all tests: made once.
const ctiengine::testing::Identity& test_identity();

}  // namespace ctiengine::websocket

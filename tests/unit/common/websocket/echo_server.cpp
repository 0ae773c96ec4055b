#include "tests/unit/common/websocket/echo_server.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ctiengine::websocket {

using namespace std::chrono_literals;

Task<void> echo_session(std::shared_ptr<WebSocketConnection> connection) {
    connection->authenticated();
    for (;;) {
        auto frame = co_await connection->receive();
        if (!frame) co_return;
        auto sent = co_await connection->send(std::move(frame->payload), frame->binary);
        if (!sent) co_return;
    }
}

const ctiengine::testing::Identity& test_identity() {
    static const ctiengine::testing::Identity identity;
    return identity;
}

ListenerSettings EchoServer::settings() {
    ListenerSettings settings;
    settings.address = "127.0.0.1";
    settings.message_bytes = settings.frame_bytes;
    return settings;
}

Listener::Handlers EchoServer::handlers(RunSession session) {
    Listener::Handlers handlers;
    handlers.session = std::move(session);
    return handlers;
}

EchoServer::EchoServer(ListenerSettings listener, Listener::Handlers with) {
    tls::TlsSettings tls;
    tls.certificate_chain = directory_.write("certificate.pem", test_identity().certificate_pem());
    tls.private_key = directory_.write("key.pem", test_identity().key_pem());
    auto context = tls::TlsContext::load(tls);
    if (!context) throw std::runtime_error(context.error().detail);
    tls_ = std::make_shared<tls::CurrentTls>(*context);
    auto opened = Listener::open(threads_.get_executor(), std::move(listener), tls_, std::move(with));
    if (!opened) throw std::runtime_error(opened.error().detail);
    listener_ = std::move(*opened);
    listener_->start();
}

EchoServer::~EchoServer() {
    EXPECT_TRUE(run(listener_->drain(5s))) << listener_->connections() << " connections did not stop";
    threads_.join();
}

ctiengine::testing::WssOptions EchoServer::options() const {
    ctiengine::testing::WssOptions options;
    options.port = listener_->port();
    return options;
}

}  // namespace ctiengine::websocket

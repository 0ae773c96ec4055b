#include "tests/unit/common/annexj_server/echo_port.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ctiengine::annexj_server {

using namespace std::chrono_literals;
using ctiengine::testing::deadline_in;
using ctiengine::testing::Got;
using ctiengine::testing::TlsSocket;

namespace {

std::shared_ptr<tls::CurrentTls> make_tls(const ctiengine::testing::TemporaryDirectory& directory) {
    static const ctiengine::testing::Identity identity;
    tls::TlsSettings settings;
    settings.certificate_chain = directory.write("certificate.pem", identity.certificate_pem());
    settings.private_key = directory.write("key.pem", identity.key_pem());
    auto context = tls::TlsContext::load(settings);
    if (!context) throw std::runtime_error(context.error().detail);
    return std::make_shared<tls::CurrentTls>(*context);
}

}  // namespace

AnnexJSettings EchoPort::settings() {
    AnnexJSettings settings;
    settings.address = "127.0.0.1";
    return settings;
}

EchoPort::EchoPort(bool encrypted, AnnexJSettings settings, std::size_t most) : encrypted_(encrypted) {
    auto opened = open_annexj_listener(
        threads_.get_executor(), settings, encrypted ? make_tls(directory_) : nullptr,
        AnnexJParts{std::make_shared<tcp_server::Admission>(most)},
        [this](std::shared_ptr<connection::MessageConnection> connection) {
            return echo(std::move(connection));
        }
    );
    if (!opened) throw std::runtime_error(opened.error().detail);
    server_ = std::move(*opened);
    server_->start();
}

EchoPort::~EchoPort() {
    EXPECT_TRUE(run(server_->drain(5s))) << server_->connections() << " connections did not stop";
    threads_.join();
}

Task<void> EchoPort::echo(std::shared_ptr<connection::MessageConnection> connection) {
    Error end{Errc::Closed, ""};
    for (;;) {
        auto frame = co_await connection->receive();
        if (!frame) {
            end = frame.error();
            break;
        }
        auto sent = co_await connection->send(std::move(frame->payload), frame->binary);
        if (!sent) {
            end = sent.error();
            break;
        }
    }
    // The peer is told what was wrong with its frames.
    Result<void> told;
    if (end.code == Errc::TooLarge || end.code == Errc::ProtocolViolation) {
        told = co_await connection->send(std::string("told"), true);
    }
    const std::lock_guard hold(mutex_);
    ends_.push_back(end);
    last_send_ = told;
    changed_.notify_all();
}

std::unique_ptr<TlsSocket> EchoPort::connect() const {
    ctiengine::testing::WssOptions options;
    options.port = server_->port();
    return std::make_unique<TlsSocket>(options, encrypted_);
}

Error EchoPort::end_of_session() {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, 10s, [this] { return !ends_.empty(); })) {
        return Error{Errc::DeadlineExceeded, "no session has ended"};
    }
    return ends_.back();
}

Result<void> EchoPort::last_send() {
    const std::lock_guard hold(mutex_);
    return last_send_;
}

std::string read_bytes(TlsSocket& socket, std::size_t bytes) {
    std::string got;
    while (got.size() < bytes && socket.read(got, deadline_in(10s)) == Got::Bytes) {
    }
    return got;
}

std::pair<std::string, Got> read_to_end(TlsSocket& socket) {
    std::string got;
    for (;;) {
        const auto what = socket.read(got, deadline_in(10s));
        if (what != Got::Bytes) return {got, what};
    }
}

}  // namespace ctiengine::annexj_server

#include "simulator/switch/network/tcp_listener.hpp"

#include <chrono>
#include <stdexcept>

namespace ctiengine::simulator {

using boost::asio::ip::tcp;

struct TcpListener::State {
    State(const boost::asio::any_io_executor& executor, OnConnection callback)
        : acceptor(executor), resting(executor), on_connection(std::move(callback)) {}

    tcp::acceptor acceptor;
    boost::asio::steady_timer resting;
    OnConnection on_connection;
};

TcpListener::TcpListener(boost::asio::any_io_executor executor, std::string address, int port)
    : executor_(std::move(executor)), address_(std::move(address)), port_(port) {}

TcpListener::~TcpListener() {
    close();
}

void TcpListener::open(OnConnection on_connection) {
    close();
    auto state = std::make_shared<State>(executor_, std::move(on_connection));
    try {
        const auto address = boost::asio::ip::make_address(address_);
        const tcp::endpoint endpoint(address, static_cast<std::uint16_t>(port_));
        state->acceptor.open(endpoint.protocol());
        state->acceptor.set_option(tcp::acceptor::reuse_address(true));
        state->acceptor.bind(endpoint);
        state->acceptor.listen();
        port_ = state->acceptor.local_endpoint().port();
    } catch (const boost::system::system_error& failed) {
        throw std::runtime_error(
            "cannot listen on " + address_ + " port " + std::to_string(port_) + ": " +
            failed.code().message() + "; choose another port or 0"
        );
    }
    state_ = std::move(state);
    accept(state_);
}

void TcpListener::close() {
    if (!state_) return;
    boost::system::error_code ignored;
    state_->acceptor.close(ignored);
    state_->resting.cancel();
    state_->on_connection = nullptr;
    state_.reset();
}

bool TcpListener::is_open() const {
    return state_ != nullptr;
}

void TcpListener::accept(const std::shared_ptr<State>& state) {
    state->acceptor.async_accept([state](const boost::system::error_code& failed, tcp::socket socket) {
        if (!state->on_connection || failed == boost::asio::error::operation_aborted) return;
        if (failed) {
            pause(state);  // out of descriptors, most likely: try again soon
            return;
        }
        state->on_connection(std::move(socket));
        if (state->on_connection) accept(state);
    });
}

void TcpListener::pause(const std::shared_ptr<State>& state) {
    state->resting.expires_after(std::chrono::milliseconds(100));
    state->resting.async_wait([state](const boost::system::error_code& stopped) {
        if (!stopped && state->on_connection) accept(state);
    });
}

}  // namespace ctiengine::simulator

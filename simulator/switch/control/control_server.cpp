#include "simulator/switch/control/control_server.hpp"

namespace ctiengine::simulator {
namespace {

constexpr std::size_t kMaxLineBytes = 64 * 1024;

}  // namespace

ControlServer::ControlServer(boost::asio::any_io_executor executor, int port, ControlSurroundings at)
    : at_(std::move(at)), listener_(std::move(executor), "127.0.0.1", port) {}

void ControlServer::start() {
    listener_.open([this](auto socket) { accept(std::move(socket)); });
}

void ControlServer::stop() {
    listener_.close();
    const auto connections = connections_;  // closing takes them out of the set later
    for (const auto& connection : connections) connection->close_when_sent();
}

void ControlServer::accept(boost::asio::ip::tcp::socket socket) {
    const auto connection = std::make_shared<ByteConnection>(std::move(socket));
    connections_.insert(connection);
    const std::weak_ptr weak = connection;
    connection->start(
        [this, weak, line = std::string()](auto bytes) mutable {
            if (const auto alive = weak.lock()) read(*alive, line, bytes);
        },
        [this, weak](const std::string&) { connections_.erase(weak.lock()); }
    );
}

void ControlServer::read(ByteConnection& connection, std::string& line, std::span<const std::uint8_t> bytes) {
    for (const auto byte : bytes) {
        if (byte != '\n') {
            line.push_back(static_cast<char>(byte));
            if (line.size() <= kMaxLineBytes) continue;
            connection.close("the line is too long");
            return;
        }
        const auto reply = run_command_line(at_, line) + "\n";
        line.clear();
        connection.send({reinterpret_cast<const std::uint8_t*>(reply.data()), reply.size()});
    }
}

}  // namespace ctiengine::simulator

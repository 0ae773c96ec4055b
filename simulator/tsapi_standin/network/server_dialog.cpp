#include "simulator/tsapi_standin/network/server_dialog.hpp"

#include "simulator/tsapi_standin/trace.hpp"

#include <array>
#include <vector>

namespace ctiengine::tsapi_standin {

ServerDialog::ServerDialog(const std::string& host, std::uint16_t port)
    : deadline_(std::chrono::steady_clock::now() + kPatience), socket_(connect_tcp(host, port, deadline_)) {
    if (!socket_) trace("nobody answers at %s port %u", host.c_str(), port);
}

bool ServerDialog::send(const wire::Frame& frame) {
    std::vector<std::uint8_t> bytes;
    return wire::write_frame(frame, bytes) && send_all(socket_, bytes, deadline_);
}

std::optional<wire::Frame> ServerDialog::receive() {
    std::array<std::uint8_t, 4096> room{};
    wire::Frame frame;
    for (;;) {
        switch (reader_.next(frame)) {
            case wire::FrameReader::State::Ready: return frame;
            case wire::FrameReader::State::Broken:
                trace("server does not speak our protocol: %s", std::string(reader_.error()).c_str());
                return std::nullopt;
            case wire::FrameReader::State::NeedMore: break;
        }
        const auto received = receive_some(socket_, room, deadline_);
        if (received == 0) return std::nullopt;
        reader_.append(std::span(room.data(), received));
    }
}

}  // namespace ctiengine::tsapi_standin

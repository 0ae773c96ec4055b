#include "simulator/switch/tsapi/name_service.hpp"

#include "simulator/wire/pdu.hpp"

#include <array>

namespace ctiengine::simulator {

NameServiceConnection::NameServiceConnection(boost::asio::ip::tcp::socket socket, List list)
    : connection_(std::make_shared<ByteConnection>(std::move(socket))), list_(std::move(list)) {}

void NameServiceConnection::start(std::function<void()> on_closed) {
    connection_->start(
        [self = shared_from_this()](auto bytes) { self->on_bytes(bytes); },
        [on_closed = std::move(on_closed)](const std::string&) { on_closed(); }
    );
}

void NameServiceConnection::on_bytes(std::span<const std::uint8_t> bytes) {
    reader_.append(bytes);
    wire::Frame frame;
    for (;;) {
        const auto state = reader_.next(frame);
        if (state == wire::FrameReader::State::NeedMore) return;
        const bool question = frame.event_class == ACSREQUEST && frame.type == ACS_NAME_SRV_REQUEST;
        if (state == wire::FrameReader::State::Broken || !question) {
            connection_->close("not a question for TLinks");
            return;
        }
        answer(frame);
    }
}

void NameServiceConnection::answer(const wire::Frame& question) {
    auto tlinks = list_();
    std::vector<std::array<unsigned char, 2>> ports;
    ports.reserve(tlinks.size());
    for (const auto& tlink : tlinks) {
        ports.push_back(
            {static_cast<unsigned char>(tlink.port / 256), static_cast<unsigned char>(tlink.port % 256)}
        );
    }
    std::vector<ACSNameAddr_t> entries(tlinks.size());
    for (std::size_t i = 0; i < tlinks.size(); ++i) {
        entries[i].serverName = tlinks[i].name.data();
        entries[i].serverAddr.length = 2;
        entries[i].serverAddr.value = ports[i].data();
    }
    ACSNameSrvReply_t reply{};
    reply.list.count = static_cast<unsigned short>(entries.size());
    reply.list.nameAddr = entries.data();
    const auto frame = wire::make_frame(ACSCONFIRMATION, ACS_NAME_SRV_REPLY, question.reference, reply);
    ByteConnection::Bytes bytes;
    if (frame && wire::write_frame(*frame, bytes)) connection_->send(bytes);
}

}  // namespace ctiengine::simulator

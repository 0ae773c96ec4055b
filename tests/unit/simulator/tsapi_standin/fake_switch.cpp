#include "tests/unit/simulator/tsapi_standin/fake_switch.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace ctiengine::tsapi_standin::test {
namespace {

constexpr int kPatienceMs = 10'000;

int listen_anywhere(std::uint16_t& port) {
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (made < 0 || bind(made, generic, size) != 0 || listen(made, 16) != 0 ||
        getsockname(made, generic, &size) != 0) {
        throw std::system_error(errno, std::generic_category(), "fake switch");
    }
    port = ntohs(address.sin_port);
    return made;
}

/// Waits for readability; throws after kPatienceMs.
void await(int socket) {
    pollfd watched{socket, POLLIN, 0};
    if (poll(&watched, 1, kPatienceMs) != 1) throw std::runtime_error("fake switch: nothing arrived in 10 s");
}

}  // namespace

std::optional<wire::Frame> SwitchEnd::receive_or_end() {
    wire::Frame frame;
    for (;;) {
        const auto state = reader_.next(frame);
        if (state == wire::FrameReader::State::Ready) return frame;
        if (state == wire::FrameReader::State::Broken) throw std::runtime_error(std::string(reader_.error()));
        std::array<std::uint8_t, 4096> room{};
        await(socket_);
        const auto received = recv(socket_, room.data(), room.size(), 0);
        if (received <= 0) return std::nullopt;
        reader_.append(std::span(room.data(), static_cast<std::size_t>(received)));
    }
}

wire::Frame SwitchEnd::receive() {
    auto frame = receive_or_end();
    if (!frame) throw std::runtime_error("fake switch: the library hung up");
    return *frame;
}

void SwitchEnd::wait_for_bytes() {
    await(socket_);
}

void SwitchEnd::send(const wire::Frame& frame) {
    std::vector<std::uint8_t> bytes;
    if (!wire::write_frame(frame, bytes)) throw std::runtime_error("fake switch: frame too long");
    send_bytes(bytes);
}

void SwitchEnd::send_bytes(std::span<const std::uint8_t> bytes) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent != static_cast<ssize_t>(bytes.size())) throw std::runtime_error("fake switch: cannot send");
}

void SwitchEnd::hang_up() {
    if (socket_ >= 0) close(socket_);
    socket_ = -1;
}

FakeSwitch::FakeSwitch(std::vector<AdvertisedTlink> tlinks) : tlinks_(std::move(tlinks)) {
    name_socket_ = listen_anywhere(name_port_);
    tlink_socket_ = listen_anywhere(tlink_port_);
    name_thread_ = std::thread(&FakeSwitch::serve_names, this);
}

FakeSwitch::~FakeSwitch() {
    shutdown(name_socket_, SHUT_RDWR);
    name_thread_.join();
    close(name_socket_);
    close(tlink_socket_);
}

std::string FakeSwitch::tslibrc_line() const {
    return "127.0.0.1\t" + std::to_string(name_port_) + "\n";
}

std::unique_ptr<SwitchEnd> FakeSwitch::accept() {
    await(tlink_socket_);
    const int made = ::accept(tlink_socket_, nullptr, nullptr);
    const int at_once = 1;
    setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);  // nothing waits when we hang up
    return std::make_unique<SwitchEnd>(made);
}

void FakeSwitch::serve_names() {
    for (;;) {
        const int client = ::accept(name_socket_, nullptr, nullptr);
        if (client < 0) return;
        SwitchEnd end(client);
        answer(end);
    }
}

void FakeSwitch::answer(SwitchEnd& client) {
    if (!client.receive_or_end()) return;
    if (nonsense_)
        return client.send_pdu(ACSCONFIRMATION, ACS_CLOSE_STREAM_CONF, 0, ACSCloseStreamConfEvent_t{});
    for (std::size_t done = 0; done < tlinks_.size();) {
        const auto count = std::min(names_per_reply_, tlinks_.size() - done);
        std::vector<std::array<unsigned char, 2>> ports(count);
        std::vector<ACSNameAddr_t> names(count);
        for (std::size_t index = 0; index < count; ++index) {
            auto& tlink = tlinks_[done + index];
            const auto port = tlink.port == 0 ? tlink_port_ : tlink.port;
            ports[index] = {static_cast<unsigned char>(port >> 8), static_cast<unsigned char>(port & 0xff)};
            names[index].serverName = tlink.name.data();
            names[index].serverAddr.length = 2;
            names[index].serverAddr.value = ports[index].data();
        }
        done += count;
        ACSNameSrvReply_t reply{};
        reply.more = done < tlinks_.size() ? 1 : 0;
        reply.list.count = static_cast<unsigned short>(count);
        reply.list.nameAddr = names.data();
        client.send_pdu(ACSCONFIRMATION, ACS_NAME_SRV_REPLY, 0, reply);
    }
}

TslibrcFile::TslibrcFile(std::string_view text)
    : path_(std::filesystem::temp_directory_path() / "tslibrc_test_XXXXXX") {
    const int file = mkstemp(path_.data());
    const auto written = write(file, text.data(), text.size());
    close(file);
    if (written != static_cast<ssize_t>(text.size())) throw std::runtime_error("cannot write " + path_);
    setenv("CTIENGINE_TSLIBRC", path_.c_str(), 1);
}

TslibrcFile::~TslibrcFile() {
    unsetenv("CTIENGINE_TSLIBRC");
    unlink(path_.c_str());
}

std::uint16_t unused_port() {
    std::uint16_t port = 0;
    close(listen_anywhere(port));
    return port;
}

}  // namespace ctiengine::tsapi_standin::test

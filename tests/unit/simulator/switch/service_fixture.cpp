#include "tests/unit/simulator/switch/service_fixture.hpp"

#include "simulator/switch/tsapi/conversions.hpp"
#include "simulator/wire/att.hpp"
#include "simulator/wire/att_versions.hpp"
#include "tests/unit/simulator/switch/switch_fixture.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace ctiengine::simulator::test {
namespace {

constexpr int kPatienceMs = 10'000;

}  // namespace

SimulatorPlan service_plan() {
    SimulatorPlan plan;
    plan.switch_plan = small_plan();
    plan.tlinks = {{"AVAYA#CM1#CSTA#ONE", 0}, {"AVAYA#CM1#CSTA#TWO", 0}};
    plan.users = {{"user", "secret"}};
    plan.manual_clock = true;
    return plan;
}

WireClient::WireClient(int port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(socket_);
        throw std::runtime_error("nobody listens on port " + std::to_string(port));
    }
}

WireClient::~WireClient() {
    close(socket_);
}

void WireClient::send(const wire::Frame& frame) {
    std::vector<std::uint8_t> bytes;
    ASSERT_TRUE(wire::write_frame(frame, bytes));
    send_bytes(bytes);
}

void WireClient::send_bytes(std::span<const std::uint8_t> bytes) {
    ASSERT_EQ(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
}

std::optional<wire::Frame> WireClient::receive() {
    wire::Frame frame;
    while (reader_.next(frame) != wire::FrameReader::State::Ready) {
        pollfd watched{socket_, POLLIN, 0};
        if (poll(&watched, 1, kPatienceMs) != 1) throw std::runtime_error("no frame came in time");
        std::vector<std::uint8_t> room(65536);
        const auto count = recv(socket_, room.data(), room.size(), 0);
        if (count <= 0) return std::nullopt;
        reader_.append({room.data(), static_cast<std::size_t>(count)});
    }
    expect_layout_of_version(frame);
    return frame;
}

void WireClient::expect_layout_of_version(const wire::Frame& frame) const {
    const auto number = wire::att_pdu_number(frame.private_data);
    if (!number) return;  // none, or the answer of the negotiation
    const auto versions = wire::att_versions(*number);
    EXPECT_TRUE(versions && versions->contain(version_))
        << "private message " << *number << " on a stream with private data " << version_;
}

wire::Frame WireClient::open(const std::string& tlink, const std::string& versions) {
    ACSOpenStream_t asked{};
    asked.streamType = ST_CSTA;
    put_text(asked.serverID, tlink);
    put_text(asked.loginID, "user");
    put_text(asked.applicationName, "test");
    const std::string password = "secret";
    asked.cryptPass.length = static_cast<unsigned short>(password.size());
    std::copy(password.begin(), password.end(), asked.cryptPass.value);
    auto frame = wire::make_frame(ACSREQUEST, ACS_OPEN_STREAM, 1, asked).value();
    if (!versions.empty()) {
        frame.vendor = "VERSION";
        frame.private_data.push_back(0);
        frame.private_data.insert(frame.private_data.end(), versions.begin(), versions.end());
        frame.private_data.push_back(0);
    }
    send(frame);
    auto answer = receive().value();
    if (answer.private_data.size() > 1) {
        version_ = std::stoi(std::string(answer.private_data.begin() + 1, answer.private_data.end() - 1));
    }
    return answer;
}

wire::Frame WireClient::confirmation(std::uint32_t reference) {
    for (;;) {
        auto frame = receive();
        if (!frame) throw std::runtime_error("the connection ended before the confirmation came");
        if (frame->event_class == CSTACONFIRMATION && frame->reference == reference) return *frame;
        skipped.push_back(std::move(*frame));
    }
}

std::uint32_t WireClient::monitor(const std::string& extension, const CSTAMonitorFilter_t& filter) {
    CSTAMonitorDevice_t asked{};
    put_text(asked.deviceID, extension);
    asked.monitorFilter = filter;
    const auto pdu = wire::decode_pdu(ask(CSTA_MONITOR_DEVICE, asked));
    const auto* confirmed = pdu.as<CSTAMonitorConfEvent_t>();
    if (confirmed == nullptr) throw std::runtime_error("no monitor on " + extension);
    return static_cast<std::uint32_t>(confirmed->monitorCrossRefID);
}

int failure_of(const wire::Frame& confirmation) {
    const auto pdu = wire::decode_pdu(confirmation);
    if (const auto* failure = pdu.as<CSTAUniversalFailureConfEvent_t>()) return failure->error;
    if (const auto* failure = pdu.as<ACSUniversalFailureConfEvent_t>()) return failure->error;
    return -1;
}

ServiceTest::ServiceTest(const SimulatorPlan& plan)
    : plan_(plan),
      switch_(plan_.switch_plan, timeline_, monitors_),
      service_(context_.get_executor(), plan_, "127.0.0.1", 0, switch_, monitors_),
      control_{switch_, monitors_, service_, timeline_, true, [this] { asked_to_quit_ = true; }} {
    service_.start();
    ports_ = service_.tlinks();
    thread_ = std::thread([this] { context_.run(); });
}

ServiceTest::~ServiceTest() {
    on_switch([this] {
        service_.stop();
        return 0;
    });
    while (!on_switch([this] { return service_.is_idle(); })) std::this_thread::yield();
    work_.reset();
    thread_.join();
}

std::unique_ptr<WireClient> ServiceTest::open_client(const std::string& versions) {
    auto client = std::make_unique<WireClient>(port());
    const auto answer = client->open(tlink(), versions);
    if (answer.type != ACS_OPEN_STREAM_CONF) throw std::runtime_error("the stream was refused");
    return client;
}

nlohmann::json ServiceTest::command(const nlohmann::json& asked) {
    auto answer = on_switch([this, &asked] { return run_command(control_, asked); });
    EXPECT_TRUE(answer.at("ok").get<bool>()) << answer.dump();
    return answer;
}

}  // namespace ctiengine::simulator::test

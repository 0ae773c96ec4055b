#include "tests/unit/tsapi-worker/rpc/rpc_fixture.hpp"

#include "common/csta_proto/csta_proto.hpp"

#include <grpcpp/create_channel.h>
#include <grpcpp/server_builder.h>

namespace ctiengine::rpc {

namespace pb = tsapi::v1;
using namespace std::chrono_literals;

namespace {

telephony::TelephonySettings settings() {
    telephony::TelephonySettings settings;
    settings.primary_link = "PRIMARY";
    settings.requests_per_second = 100000;
    return settings;
}

std::string words(const pb::Response& response) {
    auto text = "response " + std::to_string(response.request_id());
    if (response.has_failure()) return text + " failure " + std::to_string(response.failure().value());
    return text;
}

std::string words(const pb::WorkerMessage& message) {
    static const std::map<int, std::string> kRecoveries = {
        {pb::RECOVERY_FRESH, "fresh"},
        {pb::RECOVERY_NOTHING_MISSED, "nothing missed"},
        {pb::RECOVERY_REPLAYED, "replayed"},
        {pb::RECOVERY_SNAPSHOT, "snapshot"}};
    if (message.has_welcome()) {
        const auto& welcome = message.welcome();
        return "welcome " + kRecoveries.at(welcome.recovery()) + " " + std::to_string(welcome.next_seq());
    }
    if (message.has_event()) return "event " + std::to_string(message.event().seq());
    return words(message.response());
}

}  // namespace

Gateway::Gateway(const std::shared_ptr<grpc::Channel>& channel) : stub_(pb::Telephony::NewStub(channel)) {
    context_.set_deadline(std::chrono::system_clock::now() + 10s);
    stream_ = stub_->Attach(&context_);
}

Gateway::~Gateway() {
    context_.TryCancel();
    if (!finished_) stream_->Finish();
}

void Gateway::hello(const std::string& id, std::uint64_t last_epoch, std::uint64_t last_seq) {
    pb::GatewayMessage message;
    message.mutable_hello()->set_gateway_id(id);
    message.mutable_hello()->set_last_epoch(last_epoch);
    message.mutable_hello()->set_last_seq(last_seq);
    write(message);
}

void Gateway::request(std::uint64_t id, const csta::Request& request, const std::string& session) {
    pb::GatewayMessage message;
    csta_proto::to_proto(request, *message.mutable_request());
    message.mutable_request()->set_request_id(id);
    message.mutable_request()->set_deadline_ms(10000);
    message.mutable_request()->set_session_id(session);
    write(message);
}

void Gateway::open_session(const std::string& session, const identity::Rights& rights) {
    pb::GatewayMessage message;
    auto& out = *message.mutable_session_opened();
    out.set_session_id(session);
    out.set_role(static_cast<int>(rights.role));
    for (const auto& device : rights.devices) out.add_devices(device);
    for (const auto& agent : rights.agent_ids) out.add_agent_ids(agent);
    write(message);
}

void Gateway::close_session(const std::string& session) {
    pb::GatewayMessage message;
    message.mutable_session_closed()->set_session_id(session);
    write(message);
}

void Gateway::acknowledge(std::uint64_t seq) {
    pb::GatewayMessage message;
    message.mutable_acknowledge()->set_seq(seq);
    write(message);
}

std::string Gateway::next() {
    pb::WorkerMessage message;
    return stream_->Read(&message) ? words(message) : "end";
}

grpc::Status Gateway::status() {
    while (next() != "end") continue;
    finished_ = true;
    return stream_->Finish();
}

RpcTest::RpcTest(std::size_t max_waiting)
    : journal_(kEpoch, 1U << 24U, 10min, [] { return std::chrono::system_clock::time_point(); }),
      telephony_(port_, journal_, settings(), [] { return std::chrono::steady_clock::now(); }),
      service_(io_.get_executor(), telephony_, max_waiting),
      admin_(io_.get_executor(), telephony_, service_, "libcsta.so"),
      work_(io_.get_executor()) {
    telephony_.on_event([this](const auto& event) { service_.deliver(event); });
    telephony_.start();
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&service_);
    builder.RegisterService(&admin_);
    server_ = builder.BuildAndStart();
    if (!server_) throw std::runtime_error("no server on the loopback");
    grpc::ChannelArguments own;  // no connection shared with another test
    own.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    channel_ = grpc::CreateCustomChannel(
        "127.0.0.1:" + std::to_string(port), grpc::InsecureChannelCredentials(), own
    );
    thread_ = std::thread([this] { io_.run(); });
}

/// The order of the worker's own stop: handlers end on a loop that still turns.
RpcTest::~RpcTest() {
    if (server_) {
        server_->Shutdown(std::chrono::system_clock::now());
        server_->Wait();
    }
    work_.reset();
    thread_.join();
}

bool RpcTest::eventually(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + 10s;
    while (std::chrono::steady_clock::now() < end) {
        if (on_home(holds)) return true;
        std::this_thread::yield();
    }
    return false;
}

void RpcTest::link_up() {
    on_home([this] {
        port_.input(telephony::StreamOpened{"AES", "9"});
        auto status_asked = port_.invoke_ids.back();
        port_.invoke_ids.pop_back();
        port_.input(telephony::Confirmed{status_asked, csta::SystemStatusAnswer{csta::SystemStatus::Normal}});
    });
}

void RpcTest::journal_events(int count) {
    on_home([&] {
        for (int i = 0; i < count; ++i) {
            bool odd = journal_.last_seq() % 2 == 1;
            auto status = odd ? csta::SystemStatus::OverloadImminent : csta::SystemStatus::OverloadRelieved;
            port_.input(telephony::SystemStatusReported{status});
        }
    });
}

std::unique_ptr<Gateway> RpcTest::attach(
    const std::string& id, std::uint64_t last_epoch, std::uint64_t last_seq
) {
    auto gateway = std::make_unique<Gateway>(channel_);
    gateway->hello(id, last_epoch, last_seq);
    return gateway;
}

}  // namespace ctiengine::rpc

#pragma once
#include "tsapi-worker/rpc/admin_service.hpp"
#include "tsapi-worker/rpc/telephony_service.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <grpcpp/channel.h>
#include <grpcpp/server.h>
#include <gtest/gtest.h>

#include <future>
#include <optional>
#include <thread>

namespace ctiengine::rpc {

/// A stream to a switch that answers nothing by itself; the test does, through `input`.
class SilentPort final : public telephony::SwitchPort {
  public:
    void on_input(std::function<void(telephony::SwitchInput)> handler) override {
        input = std::move(handler);
    }
    void open(const std::string&) override {}
    std::optional<csta::Failure> send(std::uint32_t invoke_id, const csta::Request& request) override {
        invoke_ids.push_back(invoke_id);
        sent.push_back(request);
        return std::nullopt;
    }
    std::optional<csta::Failure> start_monitor(std::uint32_t invoke_id, const csta::MonitorObject&) override {
        invoke_ids.push_back(invoke_id);
        return std::nullopt;
    }
    std::optional<csta::Failure> stop_monitor(std::uint32_t, std::int32_t) override { return std::nullopt; }
    std::optional<csta::Failure> register_route(std::uint32_t, const csta::Device&) override {
        return std::nullopt;
    }
    std::optional<csta::Failure> cancel_route(std::uint32_t, std::int32_t) override { return std::nullopt; }
    std::optional<csta::Failure> answer_route(std::uint32_t, std::int32_t, const RouteAnswer&) override {
        return std::nullopt;
    }
    void close() override {}

    std::function<void(telephony::SwitchInput)> input;
    std::vector<std::uint32_t> invoke_ids;
    std::vector<csta::Request> sent;
};

/// One gateway's end of Attach. Every wait has a deadline of ten seconds.
class Gateway {
  public:
    explicit Gateway(const std::shared_ptr<grpc::Channel>& channel);
    ~Gateway();

    void write(const tsapi::v1::GatewayMessage& message) { stream_->Write(message); }
    void hello(const std::string& id, std::uint64_t last_epoch = 0, std::uint64_t last_seq = 0);
    /// Without a session it is the gateway's own work.
    void request(std::uint64_t id, const csta::Request& request, const std::string& session = {});
    void open_session(const std::string& session, const identity::Rights& rights);
    void close_session(const std::string& session);
    void acknowledge(std::uint64_t seq);
    /// Says that nothing more comes from the gateway.
    void writes_done() { stream_->WritesDone(); }

    /// The next message in words: "welcome fresh 1", "event 4", "response 7 failure 34" …; "end" when the
    /// stream has ended.
    std::string next();
    /// Reads until the end; returns the status.
    grpc::Status status();

  private:
    std::unique_ptr<tsapi::v1::Telephony::Stub> stub_;
    grpc::ClientContext context_;
    std::unique_ptr<grpc::ClientReaderWriter<tsapi::v1::GatewayMessage, tsapi::v1::WorkerMessage>> stream_;
    bool finished_ = false;
};

/// The worker's services over a real gRPC server on a free loopback port, telephony over a silent switch.
class RpcTest : public testing::Test {
  protected:
    static constexpr std::uint64_t kEpoch = 1000;

    explicit RpcTest(std::size_t max_waiting = 1000);
    ~RpcTest() override;

    /// Runs on the telephony executor and waits for it.
    template <class Function>
    auto on_home(Function function) {
        std::packaged_task<decltype(function())()> task(std::move(function));
        auto result = task.get_future();
        boost::asio::post(io_, [&task] { task(); });
        return result.get();
    }
    /// Waits until `holds` says true on the telephony executor; false after ten seconds.
    bool eventually(const std::function<bool()>& holds);

    void link_up();
    /// Journals events of the switch: the link's state goes to and fro.
    void journal_events(int count);
    std::unique_ptr<Gateway> attach(
        const std::string& id, std::uint64_t last_epoch = 0, std::uint64_t last_seq = 0
    );

    boost::asio::io_context io_;
    SilentPort port_;
    telephony::MemoryJournal journal_;
    telephony::Telephony telephony_;
    TelephonyService service_;
    AdminService admin_;
    std::shared_ptr<grpc::Channel> channel_;
    std::unique_ptr<grpc::Server> server_;

  private:
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
    std::thread thread_;
};

}  // namespace ctiengine::rpc

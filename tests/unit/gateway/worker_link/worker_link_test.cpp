#include "gateway/worker_link/worker_link.hpp"

#include "common/csta_proto/csta_proto.hpp"
#include "tests/fakes/fake_worker/fake_worker.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_future.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace ctiengine::gateway {
namespace {

namespace asio = boost::asio;
namespace pb = tsapi::v1;
using namespace std::chrono_literals;

/// Collects what a session would get, in order: "event 4", "answer" …
class Recorder : public DeviceListener, public std::enable_shared_from_this<Recorder> {
  public:
    explicit Recorder(asio::any_io_executor executor) : strand(asio::make_strand(executor)) {}

    void deliver(std::shared_ptr<const NumberedEvent> event) override {
        asio::post(strand, [self = shared_from_this(), event] {
            auto mark = event->event.synthetic ? "synthetic " : "event ";
            self->add(
                mark + std::to_string(event->event.seq) + " what " + std::to_string(event->event.what.index())
            );
        });
    }
    void add(std::string line) {
        std::lock_guard lock(mutex_);
        lines_.push_back(std::move(line));
        changed_.notify_all();
    }
    std::vector<std::string> wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, 5s, [&] { return lines_.size() >= count; });
        return lines_;
    }

    asio::strand<asio::any_io_executor> strand;

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> lines_;
};

WorkerLinkSettings link_settings(const std::string& address) {
    using grpc_security::Role;
    auto worker = grpc_security::PeerChannel::open(address, Role::Gateway, Role::Worker, {});
    return {std::move(worker.value()), "gateway-1", 10ms, 50ms};
}

class WorkerLinkTest : public testing::Test {
  protected:
    WorkerLinkTest() : link(WorkerLink::make(io.get_executor(), link_settings(worker.address()))) {
        done = asio::co_spawn(io, link->run(), asio::use_future);
        thread = std::thread([this] { io.run(); });
    }
    ~WorkerLinkTest() override {
        link->stop();
        EXPECT_EQ(done.wait_for(5s), std::future_status::ready) << "stop() did not end run()";
        worker.shut_down();
        thread.join();
    }

    std::future<csta::Response> call(csta::Request request, std::chrono::milliseconds budget = 5s) {
        return asio::co_spawn(
            io, link->call(std::move(request), {budget, "trace-1", "session-1"}), asio::use_future
        );
    }
    std::future<csta::Response> watch(csta::MonitorObject object, std::shared_ptr<Recorder> listener) {
        return asio::co_spawn(
            listener->strand, link->watch(std::move(object), listener, {5s, "t", "s"}), asio::use_future
        );
    }
    std::future<csta::Response> watch(const std::string& device, std::shared_ptr<Recorder> listener) {
        return watch(csta::at_device(device), std::move(listener));
    }
    void answer(std::uint64_t request_id, const csta::Response& response) {
        pb::WorkerMessage message;
        message.mutable_response()->set_request_id(request_id);
        csta_proto::to_proto(response, *message.mutable_response());
        worker.send(message);
    }
    void event(std::uint64_t seq, const std::string& device, csta::CallEvent what) {
        csta::Event typed;
        typed.seq = seq;
        typed.object = csta::at_device(device);
        typed.what = std::move(what);
        pb::WorkerMessage message;
        csta_proto::to_proto(typed, *message.mutable_event());
        worker.send(message);
    }
    static csta::CallEvent ringing(std::uint32_t call) {
        csta::Connection own{call, "4001", false};
        return {
            csta::Delivered{own, {}, {}, {}, {}},
            csta::ConnectionState::Alerting,
            csta::EventCause::NewCall,
            {}};
    }
    LinkStatus status() { return asio::co_spawn(io, link->status(), asio::use_future).get(); }
    void wait_attached() {
        while (!status().attached) std::this_thread::yield();
    }
    pb::Request request() {
        auto message = worker.next();
        while (message && message->has_acknowledge()) message = worker.next();
        if (!message || !message->has_request()) throw std::runtime_error("no request came");
        return message->request();
    }

    tests::FakeWorker worker;
    asio::io_context io;
    std::shared_ptr<WorkerLink> link;
    std::future<void> done;
    std::thread thread;
};

TEST_F(WorkerLinkTest, GivesEveryCallItsOwnAnswerInAnyOrder) {
    worker.welcome(7, 1, pb::RECOVERY_FRESH);
    wait_attached();
    auto first = call(csta::MakeCall{"4001", "4002", {}, "", false});
    auto first_request = request();
    auto second = call(csta::RequestSystemStatus{});
    auto second_request = request();
    EXPECT_EQ(first_request.make_call().called(), "4002");
    EXPECT_EQ(first_request.trace_id(), "trace-1");
    EXPECT_EQ(first_request.deadline_ms(), 5000U);
    answer(second_request.request_id(), csta::SystemStatusAnswer{csta::SystemStatus::Normal});
    answer(first_request.request_id(), csta::NewCall{{7, "4001", false}, "ucid"});
    EXPECT_TRUE(std::holds_alternative<csta::NewCall>(first.get()));
    EXPECT_TRUE(std::holds_alternative<csta::SystemStatusAnswer>(second.get()));
}

TEST_F(WorkerLinkTest, RefusesAtOnceWhileNoWorkerIsThere) {
    auto answer = call(csta::RequestSystemStatus{}).get();  // no welcome yet
    EXPECT_EQ(std::get<csta::Failure>(answer).value, csta::UniversalFailure::ResourceOutOfService);
    EXPECT_NE(std::get<csta::Failure>(answer).detail.find(worker.address()), std::string::npos);
}

TEST_F(WorkerLinkTest, TellsPendingCallsWhenTheStreamBreaksAndNeverSendsThemAgain) {
    worker.welcome(7, 1, pb::RECOVERY_FRESH);
    wait_attached();
    auto pending = call(csta::MakeCall{"4001", "4002", {}, "", false});
    request();
    worker.drop();
    EXPECT_EQ(std::get<csta::Failure>(pending.get()).value, csta::UniversalFailure::ResourceOutOfService);
    worker.welcome(7, 1, pb::RECOVERY_NOTHING_MISSED);
    wait_attached();
    auto probe = call(csta::RequestSystemStatus{});
    EXPECT_TRUE(request().has_request_system_status()) << "the first request after the break is the new one";
    worker.drop();
    probe.get();
}

TEST_F(WorkerLinkTest, SaysWhereItStoppedReading) {
    EXPECT_EQ(worker.welcome(7, 5, pb::RECOVERY_FRESH).last_epoch(), 0U);
    wait_attached();
    event(5, "4001", ringing(1));
    event(6, "4001", ringing(1));
    while (status().last_seq != 6) std::this_thread::yield();
    worker.drop();
    auto hello = worker.welcome(7, 7, pb::RECOVERY_NOTHING_MISSED);
    EXPECT_EQ(hello.gateway_id(), "gateway-1");
    EXPECT_EQ(hello.last_epoch(), 7U);
    EXPECT_EQ(hello.last_seq(), 6U);
}

TEST_F(WorkerLinkTest, CountsEventsThatAreMissing) {
    worker.welcome(7, 1, pb::RECOVERY_FRESH);
    wait_attached();
    event(1, "4001", ringing(1));
    event(3, "4001", ringing(1));
    while (status().last_seq != 3) std::this_thread::yield();
    EXPECT_EQ(status().sequence_gaps, 1U);
}

constexpr std::uint64_t kRounds = 200;

Task<void> ask_again_and_again(std::shared_ptr<WorkerLink> link, std::shared_ptr<Recorder> recorder) {
    for (std::uint64_t round = 0; round < kRounds; ++round) {
        csta::Request ask = csta::RequestSystemStatus{};
        CallContext context;
        co_await link->call(std::move(ask), std::move(context));
        recorder->add("answer " + std::to_string(round));
    }
}

TEST_F(WorkerLinkTest, KeepsTheOrderOfAnswersAndEvents) {
    worker.welcome(7, 1, pb::RECOVERY_FRESH);
    wait_attached();
    auto recorder = std::make_shared<Recorder>(io.get_executor());
    auto watched = watch("4001", recorder);
    answer(request().request_id(), csta::Done{});
    watched.get();
    asio::co_spawn(recorder->strand, ask_again_and_again(link, recorder), asio::detached);
    for (std::uint64_t round = 0; round < kRounds; ++round) {
        auto id = request().request_id();
        event(2 * round + 1, "4001", ringing(1));
        answer(id, csta::SystemStatusAnswer{csta::SystemStatus::Normal});
        event(2 * round + 2, "4001", ringing(1));
    }
    auto lines = recorder->wait_for(3 * kRounds);
    ASSERT_EQ(lines.size(), 3 * kRounds);
    for (std::uint64_t round = 0; round < kRounds; ++round) {
        EXPECT_EQ(lines[3 * round], "event " + std::to_string(2 * round + 1) + " what 0");
        EXPECT_EQ(lines[3 * round + 1], "answer " + std::to_string(round));
        EXPECT_EQ(lines[3 * round + 2], "event " + std::to_string(2 * round + 2) + " what 0");
    }
}

TEST_F(WorkerLinkTest, MonitorsAndComparesAgainAfterTheWorkerWasRestarted) {
    worker.welcome(7, 1, pb::RECOVERY_FRESH);
    wait_attached();
    auto recorder = std::make_shared<Recorder>(io.get_executor());
    auto watched = watch("4001", recorder);
    answer(request().request_id(), csta::Done{});
    watched.get();
    event(1, "4001", ringing(33));
    EXPECT_EQ(recorder->wait_for(1).back(), "event 1 what 0");
    worker.drop();
    worker.welcome(8, 1, pb::RECOVERY_SNAPSHOT);
    auto monitor = request();
    EXPECT_EQ(monitor.monitor_start().object().device(), "4001");
    answer(monitor.request_id(), csta::Done{});
    auto snapshot = request();
    EXPECT_EQ(snapshot.snapshot_device().device(), "4001");
    answer(snapshot.request_id(), csta::DeviceSnapshot{});  // the call has ended meanwhile
    EXPECT_EQ(recorder->wait_for(2).back(), "synthetic 0 what 0");
}

TEST_F(WorkerLinkTest, TellsThatACallIsMonitoredAgainBeforeItsFirstEvent) {
    worker.welcome(7, 1, pb::RECOVERY_FRESH);
    wait_attached();
    const auto call = csta::of_call(csta::Connection{33, "4001"});
    auto recorder = std::make_shared<Recorder>(io.get_executor());
    auto watched = watch(call, recorder);
    answer(request().request_id(), csta::Done{});
    watched.get();
    worker.drop();
    worker.welcome(8, 1, pb::RECOVERY_SNAPSHOT);
    auto snapshot = request();
    EXPECT_EQ(snapshot.snapshot_call().call().call(), 33U);
    csta::CallSnapshot still_there;
    still_there.parties.emplace_back();
    answer(snapshot.request_id(), still_there);
    auto monitor = request();
    EXPECT_EQ(monitor.monitor_start().object().call(), 33U);
    answer(monitor.request_id(), csta::Done{});
    csta::Event first;
    first.seq = 1;
    first.object = call;
    first.what = csta::MonitorEnded{};
    pb::WorkerMessage message;
    csta_proto::to_proto(first, *message.mutable_event());
    worker.send(message);
    EXPECT_THAT(recorder->wait_for(2), testing::ElementsAre("synthetic 0 what 6", "event 1 what 2"));
}

TEST_F(WorkerLinkTest, StopsWatchingWhenTheLastListenerIsGone) {
    worker.welcome(7, 1, pb::RECOVERY_FRESH);
    wait_attached();
    auto one = std::make_shared<Recorder>(io.get_executor());
    auto two = std::make_shared<Recorder>(io.get_executor());
    for (const auto& listener : {one, two}) {
        auto watched = watch("4001", listener);
        answer(request().request_id(), csta::Done{});
        watched.get();
    }
    link->forget(one);
    EXPECT_EQ(status().watched_devices, 1U);
    link->forget(two);
    EXPECT_EQ(request().monitor_stop().object().device(), "4001");
    EXPECT_EQ(status().watched_devices, 0U);
}

TEST_F(WorkerLinkTest, StopAnswersWhatIsInFlight) {
    worker.welcome(7, 1, pb::RECOVERY_FRESH);
    wait_attached();
    auto pending = call(csta::RequestSystemStatus{});
    request();
    link->stop();
    EXPECT_TRUE(std::holds_alternative<csta::Failure>(pending.get()));
}

TEST_F(WorkerLinkTest, ComesBackWhenTheWorkerDoes) {
    worker.welcome(7, 1, pb::RECOVERY_FRESH);
    wait_attached();
    worker.shut_down();
    while (status().attached) std::this_thread::yield();
    EXPECT_NE(status().state.find("waiting for the worker"), std::string::npos) << status().state;
    worker.serve();
    worker.welcome(9, 1, pb::RECOVERY_SNAPSHOT);
    wait_attached();
    EXPECT_EQ(status().epoch, 9U);
}

}  // namespace
}  // namespace ctiengine::gateway

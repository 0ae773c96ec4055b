// The order promise of the protocol under load: 50 sessions, 1,000 calls; at the end every view equals the
// switch's truth.
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/softphone.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

namespace ctiengine::tests {
namespace {

constexpr int kPairs = 25;         // 50 sessions
constexpr int kCallsOfAPair = 40;  // 1,000 calls
constexpr char kNumbered[] = "<EventResume xmlns=\"urn:ctiengine:1\"/>";

/// Two softphones that call each other; runs on a thread of its own.
class Pair {
  public:
    Pair(std::uint16_t port, int number)
        : caller(port),
          callee(port),
          caller_extension(std::to_string(4001 + 2 * number)),
          callee_extension(std::to_string(4002 + 2 * number)) {
        caller.log_in(caller_extension, kNumbered);
        callee.log_in(callee_extension, kNumbered);
    }

    void play_all() {
        for (int i = 0; i < kCallsOfAPair; ++i) play(i);
    }

    /// One more call, which stays: something to compare with the truth.
    void leave_a_call() {
        auto call = connect();
        callee.hold(call);
        caller.pump_until([&] {
            return caller.calls() == std::map<std::string, std::string>{{call, "connected"}};
        });
        callee.pump_until([&] {
            return callee.calls() == std::map<std::string, std::string>{{call, "hold"}};
        });
        caller.event("HeldEvent");
    }

    void clear_the_call() {
        caller.clear_connection(caller.calls().begin()->first);
        wait_idle();
    }

    Softphone caller;
    Softphone callee;
    std::string caller_extension;
    std::string callee_extension;

  private:
    std::string connect() {
        auto call = caller.make_call(callee_extension).at("callingDevice/callID");
        auto same_call = [&](const char* path) {
            return [call, path](const Received& event) { return event.at(path) == call; };
        };
        callee.event("DeliveredEvent", same_call("connection/callID"));
        callee.answer_call(call);
        caller.event("EstablishedEvent", same_call("establishedConnection/callID"));
        return call;
    }

    void play(int round) {
        auto call = connect();
        if (round % 4 == 0) {
            caller.hold(call);
            caller.retrieve(call);
        }
        (round % 2 ? caller : callee).clear_connection(call);
        wait_idle();
    }

    void wait_idle() {
        caller.pump_until([this] { return caller.calls().empty(); });
        callee.pump_until([this] { return callee.calls().empty(); });
    }
};

std::map<std::string, std::string> truth_of(const nlohmann::json& truth, const std::string& extension) {
    std::map<std::string, std::string> calls;
    for (const auto& call : truth.at("calls")) {
        for (const auto& connection : call.at("connections")) {
            if (connection.at("device") == extension) {
                calls[std::to_string(call.at("callId").get<int>())] =
                    connection.at("state").get<std::string>();
            }
        }
    }
    return calls;
}

/// In each call the events of one side come in the order in which a call goes.
void expect_call_order(const Softphone& phone, const std::vector<std::string>& steps) {
    std::size_t step = 0;
    for (const auto& line : phone.history()) {
        auto name = line.substr(0, line.find(' '));
        auto place = std::find(steps.begin(), steps.end(), name);
        if (place == steps.end()) continue;  // hold and retrieve happen in some calls only
        auto index = static_cast<std::size_t>(place - steps.begin());
        bool next = index == step || (index + 1 == step) || index == 0;
        ASSERT_TRUE(next) << phone.extension() << ": " << name << " came out of order";
        step = index + 1;
    }
}

TEST(Order, HoldsWithFiftySessionsAndAThousandCalls) {
    EngineUnderTest engine("order", {{"MONITORLINGER", "0"}});
    engine.start_all();
    std::vector<std::unique_ptr<Pair>> pairs;
    for (int number = 0; number < kPairs; ++number)
        pairs.push_back(std::make_unique<Pair>(engine.port(), number));

    std::vector<std::thread> threads;
    std::vector<std::string> failures(kPairs);
    for (int number = 0; number < kPairs; ++number) {
        threads.emplace_back([&, number] {
            try {
                pairs[number]->play_all();
                pairs[number]->leave_a_call();
            } catch (const std::exception& error) {
                failures[number] = error.what();
            }
        });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& failure : failures) ASSERT_EQ(failure, "");

    auto truth = engine.truth();
    EXPECT_EQ(truth.at("calls").size(), std::size_t{kPairs});
    std::set<std::pair<std::string, long>> numbers;
    for (const auto& pair : pairs) {
        EXPECT_EQ(pair->caller.calls(), truth_of(truth, pair->caller_extension));
        EXPECT_EQ(pair->callee.calls(), truth_of(truth, pair->callee_extension));
        pair->clear_the_call();
    }
    for (const auto& pair : pairs) {
        for (auto* phone : {&pair->caller, &pair->callee}) {
            for (const auto& number : phone->event_numbers())
                EXPECT_TRUE(numbers.insert(number).second) << "numbered twice";
            EXPECT_TRUE(std::is_sorted(phone->event_numbers().begin(), phone->event_numbers().end()));
        }
        expect_call_order(
            pair->caller, {"ServiceInitiatedEvent", "OriginatedEvent", "DeliveredEvent", "EstablishedEvent",
                           "ConnectionClearedEvent"}
        );
        expect_call_order(pair->callee, {"DeliveredEvent", "EstablishedEvent", "ConnectionClearedEvent"});
    }
    ASSERT_FALSE(numbers.empty());
    EXPECT_EQ(numbers.begin()->first, numbers.rbegin()->first) << "one epoch";
    EXPECT_EQ(numbers.rbegin()->second - numbers.begin()->second + 1, static_cast<long>(numbers.size()))
        << "a gap";

    EXPECT_TRUE(engine.truth().at("calls").empty());
    for (const auto& pair : pairs) {
        pair->caller.stop_session();
        pair->callee.stop_session();
    }
    auto monitors_gone = [&] { return engine.truth().at("monitors").empty(); };
    auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10) * patience();
    while (!monitors_gone() && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    EXPECT_TRUE(monitors_gone()) << engine.truth().at("monitors").dump();
    EXPECT_EQ(engine.gateway().output().find("events were lost"), std::string::npos);
    engine.stop_all();
}

TEST(Order, TheAnswerToMonitorStartComesBeforeTheFirstEvent) {
    EngineUnderTest engine("monitor-order");
    engine.start_all();
    Softphone busy(engine.port());
    busy.log_in("4001");
    std::atomic<bool> stop{false};
    std::thread traffic([&] {  // 4001 makes and clears calls all the time
        while (!stop) {
            auto call = busy.make_call("4002").at("callingDevice/callID");
            busy.clear_connection(call);
            busy.pump_until([&] { return busy.calls().empty(); });
        }
    });
    for (int i = 0; i < 100; ++i) {
        Softphone watcher(engine.port());
        watcher.log_in("4001"
        );  // an event before the answer would stand in the history with an unknown monitor
        watcher.event("ConnectionClearedEvent");
        for (const auto& line : watcher.history())
            EXPECT_EQ(line.substr(line.find(' ') + 1), watcher.monitor());
        EXPECT_EQ(watcher.events_before_monitor(), 0U);
    }
    stop = true;
    traffic.join();
    engine.stop_all();
}

}  // namespace
}  // namespace ctiengine::tests

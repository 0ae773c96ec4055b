// One connection from each address, over real sockets with several local addresses.
#include "tests/integration/harness/gateway_alone.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using testing::WssClient;

/// Answers pings while the test does something else.
class Living {
  public:
    explicit Living(testing::WssOptions options)
        : client_(std::move(options)), thread_([this] {
              while (!stop_ && !client_.closed()) client_.receive(20ms);
          }) {}
    ~Living() {
        stop_ = true;
        thread_.join();
    }
    Living(const Living&) = delete;
    Living& operator=(const Living&) = delete;

  private:
    WssClient client_;
    std::atomic<bool> stop_ = false;
    std::thread thread_;
};

TEST(Source, ASecondConnectionIsRefusedWhileTheFirstLives) {
    GatewayAlone gateway(Settings{{"MAXPERSOURCE", "1"}});
    Living first(gateway.client("127.0.0.2"));
    EXPECT_EQ(gateway.status(gateway.client("127.0.0.2")), 409U);
    EXPECT_EQ(gateway.status(gateway.client("127.0.0.3")), 101U) << "another address is free";
    gateway.expect_audited("source_limit");
}

TEST(Source, ADeadConnectionIsReplaced) {
    GatewayAlone gateway(Settings{{"MAXPERSOURCE", "1"}});
    WssClient first(gateway.client("127.0.0.2"));
    first.answer_pings(false);
    const auto begin = std::chrono::steady_clock::now();
    WssClient second(gateway.client("127.0.0.2"));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s * patience());
    EXPECT_TRUE(first.wait_closed(5s * patience()));
    gateway.expect_audited("replaced");
}

TEST(Source, OfTwoNewcomersOneGetsIn) {
    GatewayAlone gateway(Settings{{"MAXPERSOURCE", "1"}});
    WssClient dead(gateway.client("127.0.0.2"));
    dead.answer_pings(false);
    std::atomic<int> in = 0;
    std::atomic<int> done = 0;
    auto come = [&] {
        try {
            WssClient client(gateway.client("127.0.0.2"));
            ++in;
            ++done;
            while (done < 2 && !client.closed()) client.receive(20ms);
        } catch (const std::runtime_error&) {
            ++done;
        }
    };
    std::thread one(come);
    std::thread two(come);
    one.join();
    two.join();
    EXPECT_EQ(in, 1);
    gateway.expect_refused("source_limit");
}

TEST(Source, TwoMayBeAllowed) {
    GatewayAlone gateway(Settings{{"MAXPERSOURCE", "2"}});
    Living first(gateway.client("127.0.0.2"));
    Living second(gateway.client("127.0.0.2"));
    EXPECT_EQ(gateway.status(gateway.client("127.0.0.2")), 409U);
    gateway.expect_audited("source_limit");
}

TEST(Source, ABalancerHasAsManyAsItNeeds) {
    for (const char* balancers : {"127.0.0.2", "192.0.2.7, 127.0.0.0/8"}) {
        GatewayAlone gateway(Settings{{"MAXPERSOURCE", "1"}, {"LOADBALANCER", balancers}});
        std::vector<WssClient> clients;
        for (int number = 0; number < 50; ++number) clients.emplace_back(gateway.client("127.0.0.2"));
        EXPECT_EQ(clients.size(), 50U) << balancers;
    }
}

TEST(Source, ABadBalancerRefusesTheStart) {
    EngineUnderTest engine("bad-balancer", {{"LOADBALANCER", "192.0.2.7, 192.0.2.300"}});
    EXPECT_THROW(engine.start_gateway(), std::runtime_error);
    EXPECT_NE(engine.gateway().output().find("192.0.2.300"), std::string::npos) << engine.gateway().output();
}

}  // namespace
}  // namespace ctiengine::tests

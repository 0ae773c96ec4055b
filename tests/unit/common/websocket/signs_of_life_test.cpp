// Which connection of a client is asked, and what counts as its answer.
#include "common/admission/gatekeeper.hpp"
#include "common/audit/audit_trail.hpp"
#include "tests/unit/common/websocket/echo_server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>
#include <vector>

namespace ctiengine::websocket {
namespace {

using namespace std::chrono_literals;
using ctiengine::testing::WssClient;

using Connection = std::shared_ptr<WebSocketConnection>;

/// Asks on the connection's strand.
std::future<bool> ask(const Connection& connection, std::chrono::milliseconds limit) {
    return boost::asio::co_spawn(connection->executor(), connection->alive(limit), boost::asio::use_future);
}

/// A server that hands out its connection.
struct OneConnection {
    std::promise<Connection> arrived;
    EchoServer server{EchoServer::settings(), EchoServer::handlers([this](Connection connection) {
                          arrived.set_value(connection);
                          return echo_session(connection);
                      })};
};

TEST(SignsOfLife, TwoWhoAskAtOnceBothGetTheAnswer) {
    OneConnection one;
    WssClient client(one.server.options());
    const auto connection = one.arrived.get_future().get();
    auto first = ask(connection, 5s);
    auto second = ask(connection, 5s);
    EXPECT_EQ(first.wait_for(300ms), std::future_status::timeout) << "nobody has answered yet";
    EXPECT_EQ(second.wait_for(0ms), std::future_status::timeout) << "nobody has answered yet";
    client.receive(500ms);  // answers the ping
    EXPECT_TRUE(first.get());
    EXPECT_TRUE(second.get());
}

TEST(SignsOfLife, NobodyIsReplacedInTheMiddleOfHisUpgrade) {
    audit::NoAudit trail;
    auto book = std::make_shared<refusals::RefusalBook>(trail);
    auto handlers = EchoServer::handlers();
    admission::GatekeeperSettings rules;
    rules.most_per_source = 1;
    rules.allow_missing_origin = true;
    admission::Gatekeeper::Parts parts{
        admission::OriginRule::own([](const std::string&) { return false; }, {}), nullptr, {}, book};
    handlers.gatekeeper = std::make_shared<admission::Gatekeeper>(rules, parts);
    EchoServer server(EchoServer::settings(), handlers);
    for (int round = 0; round < 100; ++round) {
        std::atomic<int> ready = 0;
        std::atomic<int> done = 0;
        auto come = [&] {
            ++ready;
            while (ready < 4) std::this_thread::yield();
            try {
                WssClient client(server.options());
                ++done;
                while (done < 4 && !client.closed()) client.receive(5ms);
            } catch (const std::runtime_error&) {
                ++done;
            }
        };
        std::vector<std::thread> clients;
        for (int number = 0; number < 4; ++number) clients.emplace_back(come);
        for (auto& client : clients) client.join();
        while (server.listener().connections() > 0) std::this_thread::yield();  // nobody is left to be asked
    }
    EXPECT_EQ(book->count(refusals::Refusal::Replaced), 0U) << "all of them were alive";
}

}  // namespace
}  // namespace ctiengine::websocket

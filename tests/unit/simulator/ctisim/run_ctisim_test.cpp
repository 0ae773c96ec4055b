// ctisim against a server on a real socket that answers with fixed lines.
#include "simulator/ctisim/run_ctisim.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>
#include <thread>

namespace ctiengine::simulator {
namespace {

using boost::asio::ip::tcp;

/// Answers one connection with one line and remembers what was asked.
class OneAnswer {
  public:
    explicit OneAnswer(std::string answer)
        : answer_(std::move(answer)),
          acceptor_(context_, {boost::asio::ip::address_v4::loopback(), 0}),
          thread_([this] { serve(); }) {}
    ~OneAnswer() { join(); }
    OneAnswer(const OneAnswer&) = delete;
    OneAnswer& operator=(const OneAnswer&) = delete;

    [[nodiscard]] std::string address() const {
        return "127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
    }
    nlohmann::json asked() {
        join();
        return nlohmann::json::parse(question_);
    }

  private:
    void serve() {
        auto socket = acceptor_.accept();
        boost::asio::read_until(socket, boost::asio::dynamic_buffer(question_), '\n');
        boost::system::error_code ignored;
        boost::asio::write(socket, boost::asio::buffer(answer_), ignored);
    }
    void join() {
        if (thread_.joinable()) thread_.join();
    }

    std::string answer_;
    std::string question_;
    boost::asio::io_context context_;
    tcp::acceptor acceptor_;
    std::thread thread_;
};

struct Ran {
    int status = 0;
    std::string out;
    std::string err;
};

Ran run(const std::string& address, std::vector<const char*> words) {
    words.insert(words.begin(), "ctisim");
    std::ostringstream out;
    std::ostringstream err;
    const int status = run_ctisim(static_cast<int>(words.size()), words.data(), address, out, err);
    return {status, out.str(), err.str()};
}

TEST(Ctisim, PrintsTheAnswer) {
    OneAnswer server("{\"ok\": true, \"callId\": 7}\n");
    const auto ran = run(server.address(), {"call", "--to", "4001"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, "callId: 7\n");
    EXPECT_EQ(server.asked(), (nlohmann::json{{"do", "call"}, {"to", "4001"}}));
}

TEST(Ctisim, PrintsTheTruthAsJsonWithoutTheOk) {
    OneAnswer server("{\"ok\": true, \"calls\": [], \"agents\": []}\n");
    const auto ran = run(server.address(), {"truth", "--json"});
    EXPECT_EQ(nlohmann::json::parse(ran.out), nlohmann::json::parse(R"({"calls": [], "agents": []})"));
}

TEST(Ctisim, PrintsOnePartOfTheTruth) {
    OneAnswer server("{\"ok\": true, \"calls\": [], \"agents\": [{\"agentId\": \"2001\"}]}\n");
    const auto ran = run(server.address(), {"agents", "--json"});
    EXPECT_EQ(nlohmann::json::parse(ran.out), nlohmann::json::parse(R"([{"agentId": "2001"}])"));
}

TEST(Ctisim, TellsWhyItWasRefused) {
    OneAnswer server("{\"ok\": false, \"why\": \"no such thing\", \"failure\": 12}\n");
    const auto ran = run(server.address(), {"answer", "--device", "4001"});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, testing::AllOf(testing::HasSubstr("no such thing"), testing::HasSubstr("12")));
    EXPECT_EQ(ran.out, "");
}

TEST(Ctisim, SaysWhenNobodyIsThere) {
    std::string nowhere;
    {
        OneAnswer gone("\n");
        nowhere = gone.address();
        run(nowhere, {"quit"});
    }
    const auto ran = run(nowhere, {"truth"});
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.err, testing::HasSubstr(nowhere));
}

TEST(Ctisim, SaysWhenSomebodyElseAnswers) {
    OneAnswer server("HTTP/1.1 400 Bad Request\n");
    EXPECT_EQ(run(server.address(), {"truth"}).status, 3);
}

TEST(Ctisim, RefusesAnAddressThatIsNone) {
    for (const auto* address : {"here", ":1", "host:", "host:x"}) {
        EXPECT_EQ(run(address, {"truth"}).status, 2) << address;
    }
}

}  // namespace
}  // namespace ctiengine::simulator

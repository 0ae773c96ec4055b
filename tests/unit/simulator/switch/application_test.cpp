// The program as a whole, but for main() and signals.
#include "simulator/ctisim/run_ctisim.hpp"
#include "simulator/switch/app/switch_application.hpp"
#include "tests/unit/simulator/switch/service_fixture.hpp"

#include <boost/asio/co_spawn.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace ctiengine::simulator::test {
namespace {

using std::chrono::steady_clock;

std::string content(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

class ApplicationTest : public testing::Test {
  protected:
    ApplicationTest() {
        auto pattern = (std::filesystem::temp_directory_path() / "switch-sim-test-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        settings_.plan = service_plan();
        settings_.plan.manual_clock = false;
        settings_.ready_file = folder_ / "ready.json";
        settings_.tslibrc = folder_ / "tslibrc";
    }
    ~ApplicationTest() override { std::filesystem::remove_all(folder_); }

    /// Runs the program to its end; what stopped it from starting is thrown.
    void run() {
        boost::asio::io_context context;
        ShutdownSignal stop(context.get_executor());
        const auto application = make_switch_application(context, settings_);
        std::exception_ptr failure;
        boost::asio::co_spawn(context, application->run(stop), [&](std::exception_ptr thrown) {
            failure = thrown;
            context.stop();
        });
        context.run();
        if (failure) std::rethrow_exception(failure);
    }

    /// Waits for the ready file.
    nlohmann::json ports() {
        const auto limit = steady_clock::now() + std::chrono::seconds(30);
        while (!std::filesystem::exists(settings_.ready_file)) {
            if (steady_clock::now() > limit) throw std::runtime_error("switch-sim did not get ready");
            std::this_thread::yield();
        }
        return nlohmann::json::parse(content(settings_.ready_file));
    }

    static int ctisim(const nlohmann::json& ports, std::vector<const char*> words, std::string& out) {
        words.insert(words.begin(), "ctisim");
        std::ostringstream printed;
        const auto address = "127.0.0.1:" + ports.at("controlPort").dump();
        const int status =
            run_ctisim(static_cast<int>(words.size()), words.data(), address, printed, printed);
        out = printed.str();
        return status;
    }

    std::filesystem::path folder_;
    SwitchSettings settings_;
};

TEST_F(ApplicationTest, TellsItsPortsServesAndEndsWhenAsked) {
    std::thread program([this] { run(); });
    const auto told = ports();
    EXPECT_EQ(content(settings_.tslibrc), "127.0.0.1\t" + told.at("namePort").dump() + "\n");
    ASSERT_EQ(told.at("tlinks").size(), 2U);
    EXPECT_EQ(told["tlinks"][0]["name"], "AVAYA#CM1#CSTA#ONE");

    WireClient client(told["tlinks"][0]["port"].get<int>());
    EXPECT_EQ(client.open("AVAYA#CM1#CSTA#ONE").type, ACS_OPEN_STREAM_CONF);
    client.monitor("4001");
    std::string out;
    EXPECT_EQ(ctisim(told, {"dial", "--device", "4001", "--to", "97"}, out), 0);
    for (const int type : {CSTA_SERVICE_INITIATED, CSTA_ORIGINATED, CSTA_DELIVERED, CSTA_ESTABLISHED}) {
        EXPECT_EQ(client.receive()->type, type) << "the far end answers by the real clock";
    }
    EXPECT_EQ(ctisim(told, {"calls"}, out), 0);
    EXPECT_THAT(out, testing::HasSubstr("T1#2"));
    EXPECT_EQ(ctisim(told, {"quit"}, out), 0);
    program.join();
    EXPECT_EQ(client.receive(), std::nullopt);
}

TEST_F(ApplicationTest, SaysWhichPortIsTaken) {
    boost::asio::io_context context;
    const boost::asio::ip::tcp::acceptor other(context, {boost::asio::ip::address_v4::loopback(), 0});
    settings_.name_port = other.local_endpoint().port();
    try {
        run();
        FAIL() << "it started";
    } catch (const ops::StartError& error) {
        EXPECT_EQ(error.status(), ops::kCannotStart);
        EXPECT_THAT(error.what(), testing::HasSubstr(std::to_string(settings_.name_port)));
    }
}

TEST_F(ApplicationTest, SaysWhichFileCannotBeWritten) {
    settings_.ready_file = folder_ / "missing" / "ready.json";
    try {
        run();
        FAIL() << "it started";
    } catch (const ops::StartError& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr(settings_.ready_file));
    }
}

}  // namespace
}  // namespace ctiengine::simulator::test

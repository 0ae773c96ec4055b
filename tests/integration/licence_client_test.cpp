// The client of the licence server against weblm-sim and its faults, over real TLS. Only time is not real:
// pauses and leases end when a case says so.
#include "license-svc/weblm/https_provider.hpp"
#include "license-svc/weblm/weblm_client.hpp"
#include "tests/fakes/license_client/heard_events.hpp"
#include "tests/fakes/license_client/manual_sleeper.hpp"
#include "tests/fakes/task_runner/task_runner.hpp"
#include "tests/integration/harness/weblm_simulator.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr auto kPatience = 60s;

/// One engine's client of a simulator.
class Engine {
  public:
    Engine(WeblmSimulator& simulator, const std::string& id, std::uint32_t users) {
        license::HttpsProviderSettings server;
        server.url = simulator.url();
        server.authority = simulator.trust();
        server.budget = server.connect_budget = 1s;
        license::WeblmClient::Providers providers;
        providers.push_back(license::HttpsProvider::open(server, pool_).value());
        license::DemandSettings demand;
        demand.users = users;
        license::WeblmClientSettings settings;
        settings.client = {id, "start-1", 1, "CTI_Engine", "4.5", {}};
        settings.demand = license::make_demand(demand).value();
        client_ = std::make_unique<license::WeblmClient>(
            std::move(settings), std::move(providers), clock_, sleeper_, heard_
        );
    }
    ~Engine() { stop(); }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    void start() {
        running_ = true;
        boost::asio::co_spawn(
            runner_.executor(), client_->run(),
            boost::asio::bind_cancellation_slot(
                cancel_.slot(), [this](const std::exception_ptr&) { running_ = false; }
            )
        );
        wait_idle();
    }
    void stop() {
        if (!running_) return;
        cancel_.emit(boost::asio::cancellation_type::terminal);
        runner_.run_until([this] { return !running_; }, kPatience);
    }
    void release() { runner_.run(client_->release(), kPatience); }

    /// Goes on to the next request, and until it and all that follows from it are over.
    void next_request() {
        sleeper_.advance(*client_->status().next_request - clock_.wall_now());
        wait_idle();
    }

    std::vector<std::string> heard() { return heard_.take(); }
    const license::WeblmClient& client() const { return *client_; }

  private:
    /// Until the client waits for the time of its next request; while it asks, it waits for its deadline at
    /// most.
    void wait_idle() {
        runner_.poll();
        runner_.run_until([this] { return sleeper_.next() == next_due(); }, kPatience);
    }
    license::Sleeper::Time next_due() const {
        return clock_.now() + (*client_->status().next_request - clock_.wall_now());
    }

    testing::ManualClock clock_;
    license::testing::ManualSleeper sleeper_{clock_};
    license::testing::HeardEvents heard_;
    std::unique_ptr<license::WeblmClient> client_;
    testing::TaskRunner runner_;
    BlockingPool pool_{"licence server", {1, 4}};  // its threads end before the runner, which they answer to
    boost::asio::cancellation_signal cancel_;
    bool running_ = false;
};

struct Fault {
    const char* name;
    const char* command;
    const char* words;
};

class T15_Fault : public ::testing::TestWithParam<Fault> {};

TEST_P(T15_Fault, IsToldInWordsAndOverAtTheNextRequest) {
    WeblmSimulator simulator({"--unused"});
    simulator.control(GetParam().command);
    Engine engine(simulator, "a", 40);
    engine.start();
    EXPECT_THAT(engine.heard(), ElementsAre(HasSubstr(GetParam().words)));
    simulator.control("clear");
    engine.next_request();
    EXPECT_THAT(engine.heard(), ElementsAre("granted 40"));
}

TEST_P(T15_Fault, InTheMiddleOfALeaseIsNoLoss) {
    WeblmSimulator simulator({"--unused"});
    Engine engine(simulator, "a", 40);
    engine.start();
    simulator.control(GetParam().command);
    engine.next_request();
    EXPECT_THAT(engine.heard(), ElementsAre("granted 40"));
    EXPECT_THAT(engine.client().status().last_error, HasSubstr(GetParam().words));
    simulator.control("clear");
    engine.next_request();
    EXPECT_THAT(engine.heard(), ElementsAre("granted 40"));
    EXPECT_EQ(engine.client().status().last_error, "");
}

INSTANTIATE_TEST_SUITE_P(
    Kinds,
    T15_Fault,
    ::testing::Values(
        Fault{"Refuse", "fault?kind=refuse", "cannot connect: Connection refused"},
        Fault{"Hang", "fault?kind=hang", "no whole answer within 1000 ms"},
        Fault{"Reset", "fault?kind=reset", "onnection"},
        Fault{"Outage", "fault?kind=503", "out of service"},
        Fault{"Drip", "fault?kind=drip", "no whole answer within 1000 ms"},
        Fault{"Late", "fault?kind=late", "no whole answer within 1000 ms"},
        Fault{"Malformed", "fault?kind=malformed", "the answer cannot be read"},
        Fault{"Oversized", "fault?kind=oversized", "larger than 65536 bytes"},
        Fault{"Busy", "fault?kind=code&code=BUSY", "BUSY"}
    ),
    [](const auto& row) { return row.param.name; }
);

TEST(T15_Certificate, ThatHasExpiredIsNamed) {
    WeblmSimulator simulator({"--unused"});
    testing::CertificateSpec old;
    old.valid_from = -48h;
    old.valid_until = -1h;
    simulator.use_certificate(old, &simulator.authority());
    Engine engine(simulator, "a", 40);
    engine.start();
    EXPECT_THAT(engine.heard(), ElementsAre(HasSubstr("certificate has expired")));
}

TEST(T15_Certificate, OfAnotherNameIsNamed) {
    WeblmSimulator simulator({"--unused"});
    testing::CertificateSpec other;
    other.alternative_names = "DNS:elsewhere.test";
    simulator.use_certificate(other, &simulator.authority());
    Engine engine(simulator, "a", 40);
    engine.start();
    EXPECT_THAT(engine.heard(), ElementsAre(HasSubstr("no alternative certificate subject name matches")));
}

TEST(T15_Certificate, OfAnotherAuthorityIsNamed) {
    WeblmSimulator simulator({"--unused"});
    simulator.use_certificate({}, nullptr);
    Engine engine(simulator, "a", 40);
    engine.start();
    EXPECT_THAT(engine.heard(), ElementsAre(HasSubstr("self-signed certificate")));
}

TEST(LicenceClient, T15_RecoversFromAServerThatForgot) {
    WeblmSimulator simulator({"--unused"});
    Engine engine(simulator, "a", 40);
    engine.start();
    simulator.restart();
    engine.next_request();
    EXPECT_THAT(engine.heard(), ElementsAre("granted 40", "granted 40"));
    EXPECT_EQ(simulator.state()["features"]["VALUE_AESO_OPEN_USERS"]["inUse"], 40);
}

TEST(LicenceClient, T13_FollowsALicenceThatShrinks) {
    WeblmSimulator simulator({"--unused"});
    Engine engine(simulator, "a", 40);
    engine.start();
    simulator.control("capacity?keyword=VALUE_AESO_OPEN_USERS&seats=25");
    engine.next_request();
    EXPECT_THAT(
        engine.heard(),
        ElementsAre("granted 40", HasSubstr("alarm the licence server granted 25 of 40"), "granted 25")
    );
}

TEST(LicenceClient, T17_SharesALicenceWithAnotherEngine) {
    WeblmSimulator simulator({"--unused"});
    Engine first(simulator, "a", 60);
    Engine second(simulator, "b", 60);
    first.start();
    second.start();
    EXPECT_THAT(first.heard(), ElementsAre("granted 60"));
    EXPECT_THAT(second.heard(), ElementsAre(StartsWith("alarm "), "granted 40"));
    EXPECT_EQ(second.client().status().remote_agents, 100U);
    first.stop();
    first.release();
    second.next_request();
    EXPECT_THAT(second.heard(), ElementsAre("granted 60"));
}

}  // namespace
}  // namespace ctiengine::tests

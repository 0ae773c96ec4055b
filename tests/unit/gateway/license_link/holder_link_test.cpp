// The gateway's seats over a real stream to the licence service's own code.
#include "gateway/license_link/holder_link.hpp"

#include "tests/fakes/license_host/license_host.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_future.hpp>
#include <gmock/gmock.h>

#include <stdlib.h>

#include <future>
#include <thread>

namespace ctiengine::gateway {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using Names = std::set<std::string>;

constexpr auto kPatience = 20s;

/// One gateway process, as far as seats go.
class Holder {
  public:
    Holder(const std::filesystem::path& socket, const std::string& name) {
        using grpc_security::Role;
        HolderLinkSettings settings;
        settings.service =
            grpc_security::PeerChannel::open("unix:" + socket.string(), Role::Gateway, Role::License, {})
                .value();
        settings.holder = name;
        settings.first_pause = 10ms;
        settings.longest_pause = 50ms;
        settings.wait_limit = 300ms;
        link_ = HolderLink::make(io_.get_executor(), settings);
        done_ = asio::co_spawn(io_, link_->run(), asio::use_future);
        thread_ = std::thread([this] { io_.run(); });
    }
    ~Holder() {
        link_->stop();
        EXPECT_EQ(done_.wait_for(kPatience), std::future_status::ready) << "stop() did not end run()";
        thread_.join();
    }
    std::future<std::optional<SeatRefusal>> ask(const std::string& key) {
        return asio::co_spawn(asio::make_strand(io_), link_->acquire(key), asio::use_future);
    }
    std::optional<SeatRefusal> acquire(const std::string& key) { return ask(key).get(); }
    HolderLink& link() { return *link_; }

  private:
    asio::io_context io_;
    std::shared_ptr<HolderLink> link_;
    std::future<void> done_;
    std::thread thread_;
};

class HolderLinkTest : public ::testing::Test {
  protected:
    HolderLinkTest() {
        std::string name = (std::filesystem::temp_directory_path() / "holder-link-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        folder_ = name;
    }
    ~HolderLinkTest() override { std::filesystem::remove_all(folder_); }

    void start_service(license::Entitlement entitlement = {2, true}) {
        service_ = std::make_unique<testing::LicenseHost>(socket(), entitlement);
    }
    std::filesystem::path socket() const { return folder_ / "license.sock"; }
    /// Waits until the service counts exactly these.
    void expect_in_use(const Names& names) {
        const auto end = std::chrono::steady_clock::now() + kPatience;
        while (service_->in_use() != names && std::chrono::steady_clock::now() < end)
            std::this_thread::yield();
        EXPECT_EQ(service_->in_use(), names);
    }

    std::filesystem::path folder_;
    std::unique_ptr<testing::LicenseHost> service_;
};

TEST_F(HolderLinkTest, GivesSeatsUntilNoneIsLeftAndTakesThemBack) {
    start_service();
    Holder gateway(socket(), "g1");
    EXPECT_FALSE(gateway.acquire("ann"));
    EXPECT_FALSE(gateway.acquire("ben"));
    const auto refusal = gateway.acquire("eve");
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->kind, SeatRefusal::Kind::LimitReached);
    EXPECT_THAT(refusal->why, HasSubstr("2 users are logged in and 2 are licensed"));
    gateway.link().release("ann", 0s);
    expect_in_use({"ben"});
    EXPECT_FALSE(gateway.acquire("eve"));
}

TEST_F(HolderLinkTest, TheSameUserTwiceIsOneSeatUntilTheLastOfHisSessionsEnds) {
    start_service();
    Holder gateway(socket(), "g1");
    EXPECT_FALSE(gateway.acquire("ann"));
    EXPECT_FALSE(gateway.acquire("ann"));
    EXPECT_FALSE(gateway.acquire("ben"));
    gateway.link().release("ann", 0s);
    EXPECT_TRUE(gateway.acquire("eve")) << "ann still works";
    gateway.link().release("ann", 0s);
    expect_in_use({"ben"});
}

TEST_F(HolderLinkTest, AUserOfAnotherGatewayIsRefusedThereIsOneOfHim) {
    start_service();
    Holder one(socket(), "g1");
    Holder two(socket(), "g2");
    EXPECT_FALSE(one.acquire("ann"));
    const auto refusal = two.acquire("ann");
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->kind, SeatRefusal::Kind::InUseElsewhere);
    one.link().release("ann", 15s);
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (two.acquire("ann") && std::chrono::steady_clock::now() < end) {
    }
    expect_in_use({"ann"});
}

TEST_F(HolderLinkTest, ALogInWaitsForTheServiceAndThenSaysSo) {
    Holder gateway(socket(), "g1");
    auto waiting = gateway.ask("ann");
    start_service();
    EXPECT_FALSE(waiting.get()) << "it came in time";
    service_.reset();
    const auto refusal = gateway.acquire("ben");
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->kind, SeatRefusal::Kind::Unavailable);
    EXPECT_THAT(refusal->why, HasSubstr("cannot be reached"));
    EXPECT_FALSE(gateway.acquire("ann")) << "he works already";
}

TEST_F(HolderLinkTest, ARestartedServiceLearnsWhoWorks) {
    start_service();
    Holder gateway(socket(), "g1");
    EXPECT_FALSE(gateway.acquire("ann"));
    EXPECT_FALSE(gateway.acquire("ben"));
    service_.reset();
    gateway.link().release("ben", 0s);
    start_service();
    expect_in_use({"ann"});
}

TEST_F(HolderLinkTest, AGatewayThatStopsGivesEverythingBack) {
    start_service();
    {
        Holder gateway(socket(), "g1");
        EXPECT_FALSE(gateway.acquire("ann"));
    }
    expect_in_use({});
}

TEST_F(HolderLinkTest, AGatewayThatComesAgainTakesThePlaceOfItself) {
    start_service();
    Holder old(socket(), "g1");
    EXPECT_FALSE(old.acquire("ann"));
    Holder again(socket(), "g1");
    EXPECT_FALSE(again.acquire("ben"));
    EXPECT_THAT(service_->in_use(), ::testing::Contains("ben"));
}

TEST_F(HolderLinkTest, TheCallCenterFlagFollowsTheLicence) {
    start_service({2, false});
    Holder gateway(socket(), "g1");
    EXPECT_FALSE(gateway.acquire("ann"));
    EXPECT_FALSE(gateway.link().call_center());
    service_->set({2, true});
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!gateway.link().call_center() && std::chrono::steady_clock::now() < end) std::this_thread::yield();
    EXPECT_TRUE(gateway.link().call_center());
}

}  // namespace
}  // namespace ctiengine::gateway

// Licensing with real processes: license-svc, gateways, the licence server's simulator, clocks that months
// pass on, and kill -9.
#include "tests/integration/harness/gateway_alone.hpp"
#include "tests/integration/harness/license_service.hpp"
#include "tests/integration/harness/softphone.hpp"
#include "tests/integration/harness/weblm_simulator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <thread>

namespace ctiengine::tests {
namespace {

namespace v1 = license::v1;
using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::HasSubstr;
using Status = LicenseService::Status;
using Softphones = std::vector<std::unique_ptr<Softphone>>;

constexpr auto kDay = 24h;

Settings at(const LicenseService& licences, const std::string& name) {
    return {{"LICENSEADDRESS", licences.address()}, {"GATEWAYNAME", name}, {"SEATLINGER", "0"}};
}

auto in_use(std::uint32_t users) {
    return [users](const Status& status) { return status.in_use() == users; };
}
auto in_mode(v1::Mode mode) {
    return [mode](const Status& status) { return status.mode().mode() == mode; };
}

std::unique_ptr<Softphone> log_in(std::uint16_t port, const std::string& user) {
    auto phone = std::make_unique<Softphone>(port);
    phone->start_session(user);
    return phone;
}

/// Why a log-in was refused; empty when it was not.
std::string refusal(std::uint16_t port, const std::string& user) {
    try {
        log_in(port, user);
    } catch (const std::runtime_error& refused) {
        return refused.what();
    }
    return {};
}

TEST(License, T11_T20_FiveUnlicensedUsersShareTwoGateways) {
    LicenseService licences;
    licences.start();
    licences.wait_until("unlicensed", in_mode(v1::MODE_UNLICENSED));
    GatewayAlone one(at(licences, "one"));
    GatewayAlone two(at(licences, "two"));
    Softphones phones;
    for (const char* user : {"u1", "u2", "u3"}) phones.push_back(log_in(one.engine().port(), user));
    for (const char* user : {"u4", "u5"}) phones.push_back(log_in(two.engine().port(), user));
    for (const auto port : {one.engine().port(), two.engine().port()}) {
        EXPECT_THAT(
            refusal(port, "u6"),
            AllOf(HasSubstr("maxNumberSessions"), HasSubstr("without one 5 users may work at once"))
        );
    }
    EXPECT_THAT(refusal(two.engine().port(), "u1"), HasSubstr("works on another gateway"));
    phones.front()->stop_session();
    licences.wait_until("a free seat", in_use(4));
    phones.push_back(log_in(two.engine().port(), "u6"));
    EXPECT_EQ(licences.status().holders_size(), 2);
    phones.clear();
    licences.wait_until("all gone", in_use(0));
}

TEST(License, T19_AFileRulesWhileItIsThere) {
    LicenseService licences;
    licences.start();
    GatewayAlone gateway(at(licences, "one"));
    Softphones phones;
    for (int user = 1; user <= 5; ++user)
        phones.push_back(log_in(gateway.engine().port(), "u" + std::to_string(user)));
    EXPECT_NE(refusal(gateway.engine().port(), "u6"), "");
    licences.put_licence(7);
    const auto status = licences.wait_until("licensed by file", in_mode(v1::MODE_LICENSED));
    EXPECT_EQ(status.mode().source(), v1::SOURCE_FILE);
    EXPECT_EQ(status.mode().seats(), 7U);
    for (const char* user : {"u6", "u7"}) phones.push_back(log_in(gateway.engine().port(), user));
    EXPECT_THAT(
        refusal(gateway.engine().port(), "u8"), HasSubstr("7 users are logged in and 7 are licensed")
    );
    licences.remove_licence();
    licences.wait_until("unlicensed again", in_mode(v1::MODE_UNLICENSED));
    EXPECT_EQ(licences.status().in_use(), 7U) << "nobody is thrown out";
    EXPECT_EQ(phones.back()->request(csta("RequestSystemStatus")).root(), "RequestSystemStatusResponse");
    std::filesystem::create_symlink("/dev/null", licences.folder() / "ctienginelicense");
    const auto bad =
        licences.wait_until("a bad file", [](const Status& now) { return now.file().present(); });
    EXPECT_EQ(bad.mode().mode(), v1::MODE_UNLICENSED);
    EXPECT_EQ(bad.file().code(), "LIC_FILE_UNREADABLE");
}

TEST(License, T7_SeatsSurviveLicenseSvcBeingKilledAtAnyMoment) {
    LicenseService licences;
    licences.put_licence(100);
    licences.start();
    GatewayAlone gateway(at(licences, "one"));
    const auto port = gateway.engine().port();
    auto steady = log_in(port, "steady");
    std::atomic<bool> stopping{false};
    std::atomic<int> served{0};
    std::thread busy([&] {
        for (int round = 0; !stopping; ++round) {
            if (refusal(port, "u" + std::to_string(round % 20)).empty()) ++served;
        }
    });
    for (int kills = 0; kills < 10; ++kills) {
        const auto before = served.load();
        const auto end = std::chrono::steady_clock::now() + 20s * patience();
        while (served == before && std::chrono::steady_clock::now() < end) std::this_thread::yield();
        licences.kill();
        EXPECT_EQ(steady->request(csta("RequestSystemStatus")).root(), "RequestSystemStatusResponse");
        licences.start();
    }
    stopping = true;
    busy.join();
    EXPECT_GE(served, 10);
    const auto status = licences.wait_until("seats = sessions", in_use(1));
    ASSERT_EQ(status.seats_size(), 1);
    EXPECT_EQ(status.seats(0).key(), "steady");
    EXPECT_EQ(status.seats(0).state(), v1::Seat::HELD);
}

TEST(License, T8_AGatewayThatIsKilledWithFiveHundredSessionsLeavesNoSeatBehind) {
    LicenseService licences;
    licences.put_licence(1000);
    licences.start();
    licences.wait_until("licensed", in_mode(v1::MODE_LICENSED));
    GatewayAlone gateway(at(licences, "one"));
    {
        Softphones phones;
        for (int user = 0; user < 500; ++user) {
            phones.push_back(log_in(gateway.engine().port(), "u" + std::to_string(user)));
        }
        licences.wait_until("500 seats", in_use(500));
        gateway.engine().gateway().kill();
    }
    EXPECT_EQ(licences.status().in_use(), 500U) << "it may come back";
    const auto begin = std::chrono::steady_clock::now();
    gateway.engine().start_gateway();
    licences.wait_until("no seats", in_use(0));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s * patience());
}

/// A gateway that cannot be heard for longer than its lease of 30 s, as after a split of the network; it
/// takes that long.
TEST(License, T9_AfterASplitEverySessionHasItsSeatAgain) {
    LicenseService licences;
    licences.put_licence(3);
    licences.start();
    licences.wait_until("licensed", in_mode(v1::MODE_LICENSED));
    GatewayAlone silent(at(licences, "silent"));
    GatewayAlone other(at(licences, "other"));
    auto ann = log_in(silent.engine().port(), "ann");
    auto ben = log_in(silent.engine().port(), "ben");
    silent.engine().gateway().signal(SIGSTOP);
    licences.wait_until("its seats are free", in_use(0), 45s);
    Softphones phones;
    for (const char* user : {"u1", "u2"}) phones.push_back(log_in(other.engine().port(), user));
    silent.engine().gateway().signal(SIGCONT);
    const auto over = licences.wait_until("two more than licensed", in_use(4));
    EXPECT_EQ(over.mode().seats(), 3U);
    EXPECT_THAT(over.advice(), ::testing::Contains(HasSubstr("More users work than are licensed")));
    EXPECT_EQ(ann->request(csta("RequestSystemStatus")).root(), "RequestSystemStatusResponse");
    EXPECT_EQ(ben->request(csta("RequestSystemStatus")).root(), "RequestSystemStatusResponse");
    EXPECT_NE(refusal(other.engine().port(), "u3"), "") << "nobody new until it is fewer";
    phones.clear();
    licences.wait_until("within the licence", in_use(2));
    phones.push_back(log_in(other.engine().port(), "u3"));
}

TEST(License, RunningSessionsGoOnWhileLicenseSvcIsAway) {
    LicenseService licences;
    licences.put_licence(10);
    licences.start();
    GatewayAlone gateway(at(licences, "one"));
    auto ann = log_in(gateway.engine().port(), "ann");
    EXPECT_EQ(licences.stop(), 0);
    std::thread late([&] {
        EXPECT_THAT(
            refusal(gateway.engine().port(), "ben"),
            AllOf(HasSubstr("serverResourcesBusy"), HasSubstr("licence service cannot be reached"))
        );
    });
    while (!gateway.engine().gateway().wait_for_line("refused (seats_unknown)", 100ms)) {
        EXPECT_EQ(ann->request(csta("RequestSystemStatus")).root(), "RequestSystemStatusResponse");
        if (::testing::Test::HasFailure()) break;
    }
    late.join();
    auto second_page = log_in(gateway.engine().port(), "ann");
    licences.start();
    licences.wait_until("ann alone", in_use(1));
    auto ben = log_in(gateway.engine().port(), "ben");
}

TEST(License, T17_TwoEnginesShareTheLicencesOfOneServer) {
    WeblmSimulator server({"--unused"});
    const Settings sixty{{"USERS", "60"}, {"WEBLMURL", server.url()}, {"WEBLMCA", server.trust().string()}};
    LicenseService one(sixty);
    LicenseService two(sixty);
    one.start();
    EXPECT_EQ(one.wait_until("licensed", in_mode(v1::MODE_LICENSED)).mode().seats(), 60U);
    two.start();
    const auto rest = two.wait_until("licensed", in_mode(v1::MODE_LICENSED));
    EXPECT_EQ(rest.mode().seats(), 40U);
    EXPECT_THAT(rest.advice(), ::testing::Contains(HasSubstr("gives 40 of 60 users")));
    EXPECT_TRUE(two.process().wait_for_line("warning", 5s)) << "an alarm";
}

TEST(License, AFileKeepsTheServerFromBeingAsked) {
    WeblmSimulator server({"--unused"});
    LicenseService licences(Settings{
        {"USERS", "60"}, {"WEBLMURL", server.url()}, {"WEBLMCA", server.trust().string()}});
    licences.put_licence(80);
    licences.start();
    const auto status = licences.wait_until("licensed", in_mode(v1::MODE_LICENSED));
    EXPECT_EQ(status.mode().source(), v1::SOURCE_FILE);
    EXPECT_EQ(status.mode().seats(), 60U) << "USERS is less than the file has";
    EXPECT_TRUE(licences.process().wait_for_line("is not asked while there is a licence file", 5s));
    licences.remove_licence();
    const auto other = licences.wait_until("the server", [](const Status& now) {
        return now.mode().source() == v1::SOURCE_WEBLM;
    });
    EXPECT_EQ(other.mode().mode(), v1::MODE_LICENSED);
}

TEST(License, T18_AStandByTakesStandByUsersOnly) {
    WeblmSimulator server({"--unused"});
    LicenseService stand_by(Settings{
        {"PRIMARYCTI", "n"},
        {"HA_USERS", "30"},
        {"WEBLMURL", server.url()},
        {"WEBLMCA", server.trust().string()}});
    stand_by.start();
    EXPECT_EQ(stand_by.wait_until("licensed", in_mode(v1::MODE_LICENSED)).mode().seats(), 30U);
    const auto status =
        stand_by.wait_until("described", [](const Status& now) { return now.server().features_size() > 3; });
    for (const auto& feature : status.server().features()) {
        if (!feature.counted()) continue;
        EXPECT_EQ(feature.in_use(), feature.keyword() == "VALUE_AESO_OPEN_HA_USERS" ? 30U : 0U)
            << feature.keyword();
    }
}

/// Fifty softphones, in calls two by two, while the licence server is away for a month.
TEST(License, T5_AMonthWithoutTheLicenceServerTouchesNobodyWhoWorks) {
    WeblmSimulator server({"--unused"});
    LicenseService licences(Settings{
        {"USERS", "100"}, {"WEBLMURL", server.url()}, {"WEBLMCA", server.trust().string()}});
    licences.start();
    licences.wait_until("licensed", in_mode(v1::MODE_LICENSED));
    EngineUnderTest engine("month", {{"LICENSEADDRESS", licences.address()}, {"SEATLINGER", "0"}});
    engine.start_all();
    Softphones phones;
    std::vector<std::string> calls;
    for (int number = 0; number < 50; ++number) {
        phones.push_back(std::make_unique<Softphone>(engine.port()));
        phones.back()->log_in(std::to_string(4001 + number));
    }
    for (std::size_t number = 0; number < phones.size(); number += 2) {
        const auto made = phones[number]->make_call(phones[number + 1]->extension());
        calls.push_back(made.at("callingDevice/callID"));
    }
    server.control("fault?kind=refuse");
    licences.advance_to(700s);
    const auto grace = licences.wait_until("grace", in_mode(v1::MODE_GRACE));
    EXPECT_EQ(grace.mode().seats(), 100U) << "what was granted last";
    EXPECT_GT(grace.grace_left_seconds(), 29 * 86400);
    auto newcomer = log_in(engine.port(), "newcomer");
    newcomer->stop_session();
    licences.advance_to(30 * kDay - 60s);
    licences.wait_until("the last day", [](const Status& now) { return now.grace_left_seconds() < 3600; });
    EXPECT_EQ(licences.status().mode().mode(), v1::MODE_GRACE);
    licences.advance_to(31 * kDay);
    licences.wait_until("unlicensed", in_mode(v1::MODE_UNLICENSED));
    EXPECT_EQ(licences.status().in_use(), 50U) << "nobody is thrown out";
    EXPECT_THAT(refusal(engine.port(), "newcomer"), HasSubstr("maxNumberSessions"));
    for (std::size_t pair = 0; pair < calls.size(); ++pair) {
        EXPECT_EQ(phones[2 * pair]->clear_connection(calls[pair]).root(), "ClearConnectionResponse")
            << "no call was touched";
    }
    while (phones.size() > 4) {
        phones.back()->stop_session();
        phones.pop_back();
    }
    licences.wait_until("four left", in_use(4));
    auto fifth = log_in(engine.port(), "fifth");
    EXPECT_THAT(refusal(engine.port(), "sixth"), HasSubstr("5 users may work at once"));
    server.control("clear");
    licences.advance_to(31 * kDay + 60s);
    const auto again = licences.wait_until("licensed within a minute", in_mode(v1::MODE_LICENSED));
    EXPECT_EQ(again.mode().seats(), 100U);
    auto sixth = log_in(engine.port(), "sixth");
    newcomer.reset();
    fifth.reset();
    sixth.reset();
    phones.clear();
    engine.stop_all();
}

TEST(License, T6_WhoDeletesTheStateHasNeverBeenLicensed) {
    WeblmSimulator server({"--unused"});
    LicenseService licences(Settings{
        {"USERS", "100"}, {"WEBLMURL", server.url()}, {"WEBLMCA", server.trust().string()}});
    licences.start();
    licences.wait_until("licensed", in_mode(v1::MODE_LICENSED));
    server.control("fault?kind=refuse");
    licences.kill();
    licences.start();
    licences.wait_until("grace over a restart", in_mode(v1::MODE_GRACE));
    licences.kill();
    std::filesystem::remove_all(licences.folder() / "state");
    licences.start();
    licences.wait_until("unlicensed", [](const Status& now) {
        return now.mode().mode() == v1::MODE_UNLICENSED && !now.server().last_error().empty();
    });
    server.control("clear");
    server.control("clock?advance=601");  // until then the server keeps the seats of the client that was
    licences.advance_to(60s);
    licences.wait_until("licensed as a new client of the server", in_mode(v1::MODE_LICENSED));
}

TEST(License, AWrongPinIsToldAtTheStart) {
    LicenseService licences(Settings{
        {"USERS", "1"}, {"WEBLMURL", "https://weblm.test/WebLM/LicenseServer"}, {"WEBLMPIN", "md5//x"}});
    EXPECT_THROW(licences.start(), std::runtime_error);
    EXPECT_THAT(licences.process().output(), HasSubstr("WEBLMPIN"));
    EXPECT_EQ(licences.stop(), 3);
}

}  // namespace
}  // namespace ctiengine::tests

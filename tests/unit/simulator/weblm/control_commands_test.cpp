#include "simulator/weblm/control/control_commands.hpp"

#include "simulator/weblm/control/state_json.hpp"
#include "simulator/weblm/http/form.hpp"
#include "simulator/weblm/licence/licence_xml.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/unit/simulator/weblm/server_fixture.hpp"

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace ctiengine::weblm_sim {
namespace {

using ::testing::HasSubstr;

class ControlCommandsTest : public ::testing::Test {
  protected:
    ControlCommandsTest() { server.install(unused_licence()); }

    Result<void> run(const std::string& name, const std::string& query = "", const std::string& body = "") {
        return commands.run(name, {read_form(query), body});
    }
    nlohmann::json state() { return nlohmann::json::parse(state_json(parts)); }

    std::shared_ptr<const tls::TlsContext> certificate(const std::string& name, std::chrono::hours until) {
        testing::CertificateSpec spec;
        spec.common_name = name;
        spec.valid_from = std::chrono::hours(-48);
        spec.valid_until = until;
        const testing::Identity identity(spec);
        tls::TlsSettings files;
        files.certificate_chain = folder.write(name + ".crt", identity.certificate_pem());
        files.private_key = folder.write(name + ".key", identity.key_pem());
        if (until.count() < 0) return nullptr;
        return *tls::TlsContext::load(files);
    }

    testing::TemporaryDirectory folder;
    boost::asio::io_context loop;
    testing::ManualClock base_clock;
    TurnedClock clock{base_clock};
    LicenseServer server{ServerFixture::settings(), clock, [] { return std::string("s"); }};
    FaultSwitch faults;
    LicenseEndpoint endpoint{server, faults};
    PageServer pages{
        {server, base_clock, [] { return std::string("t"); }, [](std::string_view) { return false; }}};
    HttpPort port{loop.get_executor(), {}, {}};
    std::shared_ptr<const tls::TlsContext> first = certificate("first", std::chrono::hours(48));
    tls::CurrentTls current{first};
    SimulatorParts parts{server, clock, faults, endpoint, pages, port, current, first, example_licence()};
    ControlCommands commands{parts};
};

TEST_F(ControlCommandsTest, TurnsTheClock) {
    ASSERT_TRUE(run("clock", "advance=600"));
    EXPECT_EQ(state()["turnedSeconds"], 600);
    EXPECT_EQ(state()["time"], "2026-01-01T01:10:00Z");
}

TEST_F(ControlCommandsTest, TurnsTheClockByAHundredYearsInAll) {
    ASSERT_TRUE(run("clock", "advance=3155760000"));
    EXPECT_FALSE(run("clock", "advance=1"));
    EXPECT_EQ(state()["time"], "2126-01-02T01:00:00Z");
}

TEST_F(ControlCommandsTest, SwitchesFaults) {
    ASSERT_TRUE(run("fault", "kind=drip&times=3&ms=50"));
    EXPECT_EQ(state()["fault"], (nlohmann::json{{"kind", "drip"}, {"times", 3}, {"ms", 50}}));
    ASSERT_TRUE(run("fault", "kind=late"));
    EXPECT_EQ(state()["fault"]["ms"], 12000);
    ASSERT_TRUE(run("fault", "kind=code&code=STALE_CLIENT"));
    EXPECT_EQ(faults.fault()->code, weblm::ResultCode::StaleClient);
    ASSERT_TRUE(run("fault", "kind=skew&seconds=-90"));
    EXPECT_EQ(state()["skewSeconds"], -90);
    ASSERT_TRUE(run("fault", "kind=refuse"));
    EXPECT_FALSE(commands.port_wanted());
}

TEST_F(ControlCommandsTest, ClearsFaults) {
    run("fault", "kind=hang");
    run("fault", "kind=refuse");
    run("fault", "kind=skew&seconds=5");
    run("deny", "keyword=" + std::string(kBase));
    certificate("other", std::chrono::hours(24));
    const auto folder_text = folder.path().string();
    ASSERT_TRUE(run("certificate", "chain=" + folder_text + "/other.crt&key=" + folder_text + "/other.key"));
    ASSERT_TRUE(run("clear"));
    EXPECT_TRUE(commands.port_wanted());
    EXPECT_EQ(state()["fault"], nullptr);
    EXPECT_EQ(state()["skewSeconds"], 0);
    EXPECT_TRUE(state()["denied"].empty());
    EXPECT_EQ(current.get(), first);
}

TEST_F(ControlCommandsTest, ChangesTheLicence) {
    ASSERT_TRUE(run("capacity", "keyword=" + std::string(kUsers) + "&seats=7"));
    ASSERT_TRUE(run("used", "keyword=" + std::string(kUsers) + "&seats=3"));
    EXPECT_EQ(state()["features"][kUsers]["capacity"], 7);
    EXPECT_EQ(state()["features"][kUsers]["inUse"], 3);
    ASSERT_TRUE(run("licence/expire"));
    EXPECT_EQ(state()["features"][kBase]["expired"], true);
    EXPECT_EQ(state()["features"][kBase]["expires"], "2026-01-01");
    ASSERT_TRUE(run("licence/remove"));
    EXPECT_EQ(state()["licence"], nullptr);
    ASSERT_TRUE(run("licence/install"));
    EXPECT_EQ(server.installed()->licence, example_licence());
    ASSERT_TRUE(run("licence/install", "", write_licence(unused_licence())));
    EXPECT_EQ(server.installed()->licence, unused_licence());
}

TEST_F(ControlCommandsTest, ResetsEverything) {
    run("clock", "advance=5");
    run("licence/remove");
    run("fault", "kind=hang");
    ASSERT_TRUE(run("reset"));
    EXPECT_EQ(state()["turnedSeconds"], 0);
    EXPECT_EQ(server.installed()->licence, example_licence());
    EXPECT_EQ(state()["fault"], nullptr);
}

TEST_F(ControlCommandsTest, TakesAnExpiredCertificate) {
    certificate("old", std::chrono::hours(-24));
    const auto folder_text = folder.path().string();
    const auto swapped =
        run("certificate", "chain=" + folder_text + "/old.crt&key=" + folder_text + "/old.key");
    ASSERT_TRUE(swapped) << swapped.error().detail;
    EXPECT_THAT(state()["certificate"].get<std::string>(), HasSubstr("CN=old"));
}

struct BadCommand {
    const char* name;
    const char* command;
    const char* query;
    const char* said;
};
class BadCommands : public ControlCommandsTest, public ::testing::WithParamInterface<BadCommand> {};

TEST_P(BadCommands, SayWhatIsWrong) {
    const auto ran = run(GetParam().command, GetParam().query);
    ASSERT_FALSE(ran);
    EXPECT_THAT(ran.error().detail, HasSubstr(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(
    Rows,
    BadCommands,
    ::testing::Values(
        BadCommand{"Unknown", "explode", "", "there are clock, fault"},
        BadCommand{"ClockBackwards", "clock", "advance=-1", "advance is to be"},
        BadCommand{"ClockWithoutNumber", "clock", "", "advance is to be"},
        BadCommand{"UnknownFault", "fault", "kind=odd", "kind is to be refuse, hang"},
        BadCommand{"OddTimes", "fault", "kind=hang&times=x", "times is to be"},
        BadCommand{"OddDelay", "fault", "kind=late&ms=9999999", "ms is to be"},
        BadCommand{"NoCode", "fault", "kind=code", "code is to be"},
        BadCommand{"NoSeconds", "fault", "kind=skew", "seconds is to be"},
        BadCommand{"DenyNothing", "deny", "", "keyword is missing"},
        BadCommand{"DenyWithOk", "deny", "keyword=K&code=OK", "code is to be DENIED_FEATURE"},
        BadCommand{"CapacityOfAFlag", "capacity", "keyword=FEAT_AESO_BASE&seats=1", "feature with seats"},
        BadCommand{"CapacityWithoutSeats", "capacity", "keyword=VALUE_AESO_OPEN_USERS", "seats is to be"},
        BadCommand{"UsedOfNothing", "used", "keyword=K&seats=1", "feature with seats"},
        BadCommand{"OddDate", "licence/expire", "date=tomorrow", "date is to be"},
        BadCommand{"ExpireNothing", "licence/expire", "keyword=K", "feature of the installed licence"},
        BadCommand{"NoSuchCertificate", "certificate", "chain=/nowhere.crt&key=/nowhere.key", "/nowhere.crt"}
    ),
    [](const auto& row) { return row.param.name; }
);

}  // namespace
}  // namespace ctiengine::weblm_sim

// The licence server's simulator as a process, over real TLS, asked by libcurl.
#include "common/weblm_messages/response_xml.hpp"
#include "tests/integration/harness/engine_under_test.hpp"
#include "tests/integration/harness/weblm_simulator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <curl/curl.h>

#include <future>
#include <thread>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;
using weblm::ResultCode;

constexpr auto kUsers = "VALUE_AESO_OPEN_USERS";

weblm::Request request(
    weblm::Verb verb, const std::string& client = "engine-1", const std::string& session = ""
) {
    static int number = 0;
    weblm::Request request;
    request.request_id = "r" + std::to_string(++number);
    request.client = {client, "i1", 1, "CTI_Engine", "4.5", "02-00-00-00-00-01"};
    request.verb = verb;
    request.session = session;
    return request;
}

weblm::Request acquire(std::uint32_t seats, const std::string& client = "engine-1") {
    auto wanted = request(weblm::Verb::Acquire, client);
    wanted.features = {{kUsers, seats, false}, {"FEAT_AESO_BASE", std::nullopt, false}};
    return wanted;
}

// ---- the protocol

TEST(WeblmSim, SharesOneLicenceBetweenTwoEngines) {
    WeblmSimulator simulator({"--unused"});
    EXPECT_EQ(simulator.ask(acquire(60, "engine-1")).code, ResultCode::Ok);
    const auto second = simulator.ask(acquire(60, "engine-2"));
    EXPECT_EQ(second.code, ResultCode::Partial);
    EXPECT_EQ(second.grants[0].granted, 40U);
    EXPECT_EQ(simulator.state()["features"][kUsers]["inUse"], 100);
}

TEST(WeblmSim, HasTheManualsFigureUnlessToldOtherwise) {
    WeblmSimulator simulator;
    const auto answer = simulator.ask(request(weblm::Verb::Describe));
    ASSERT_EQ(answer.grants.size(), 7U);
    EXPECT_EQ(answer.grants[1].keyword, kUsers);
    EXPECT_EQ(answer.grants[1].capacity, 100U);
    EXPECT_EQ(answer.grants[1].in_use, 80U);
}

TEST(WeblmSim, TheTurnedClockEndsLeases) {
    WeblmSimulator simulator({"--unused"});
    const auto session = simulator.ask(acquire(60)).session;
    simulator.control("clock?advance=599");
    EXPECT_EQ(simulator.ask(request(weblm::Verb::Renew, "engine-1", session)).code, ResultCode::Ok);
    simulator.control("clock?advance=600");
    EXPECT_EQ(simulator.state()["features"][kUsers]["inUse"], 0);
    EXPECT_EQ(
        simulator.ask(request(weblm::Verb::Renew, "engine-1", session)).code, ResultCode::UnknownSession
    );
}

TEST(WeblmSim, ARestartForgetsSessionsUnlessThereIsAStateFile) {
    WeblmSimulator simulator({"--unused"});
    const auto session = simulator.ask(acquire(60)).session;
    EXPECT_EQ(simulator.restart(), 0) << "SIGTERM is a normal end";
    EXPECT_EQ(
        simulator.ask(request(weblm::Verb::Renew, "engine-1", session)).code, ResultCode::UnknownSession
    );
}

TEST(WeblmSim, AStateFileKeepsSessionsAndTheLicence) {
    const testing::TemporaryDirectory folder;
    WeblmSimulator simulator({"--unused", "--state", folder.path() / "state.json"});
    const auto session = simulator.ask(acquire(60)).session;
    simulator.control("capacity?keyword=VALUE_AESO_OPEN_USERS&seats=70");
    simulator.restart();
    const auto answer = simulator.ask(request(weblm::Verb::Renew, "engine-1", session));
    EXPECT_EQ(answer.code, ResultCode::Ok);
    EXPECT_EQ(answer.grants[0].capacity, 70U);
}

// ---- faults

class WeblmSimFaults : public ::testing::Test {
  protected:
    HttpResult with_fault(const std::string& fault, std::chrono::milliseconds limit = 10s) {
        simulator.control("fault?times=1&kind=" + fault);
        return simulator.post(acquire(1), limit);
    }
    WeblmSimulator simulator;
};

TEST_F(WeblmSimFaults, Outages) {
    EXPECT_EQ(with_fault("503").status, 503);
    EXPECT_EQ(with_fault("hang", 500ms).curl_code, CURLE_OPERATION_TIMEDOUT);
    EXPECT_EQ(with_fault("reset").curl_code, CURLE_RECV_ERROR);
    simulator.control("fault?kind=refuse");
    EXPECT_EQ(simulator.post(acquire(1)).curl_code, CURLE_COULDNT_CONNECT);
    simulator.control("clear");
    EXPECT_EQ(simulator.post(acquire(1)).status, 200);
}

TEST_F(WeblmSimFaults, SpoiltAnswers) {
    EXPECT_EQ(with_fault("truncated").curl_code, CURLE_PARTIAL_FILE);
    EXPECT_EQ(weblm::read_response(with_fault("malformed").body).error().code, Errc::MalformedXml);
    EXPECT_EQ(weblm::read_response(with_fault("oversized").body).error().code, Errc::TooLarge);
    EXPECT_TRUE(weblm::read_response(with_fault("duplicate").body).has_value());
    EXPECT_THAT(with_fault("code&code=STALE_CLIENT").body, HasSubstr("STALE_CLIENT"));
    EXPECT_EQ(simulator.state()["faultsPlayed"], 5);
}

TEST_F(WeblmSimFaults, SlowAnswers) {
    EXPECT_EQ(with_fault("drip&ms=100", 800ms).curl_code, CURLE_OPERATION_TIMEDOUT);
    EXPECT_EQ(with_fault("late&ms=2000", 500ms).curl_code, CURLE_OPERATION_TIMEDOUT);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(with_fault("late&ms=300").status, 200);
    EXPECT_GE(std::chrono::steady_clock::now() - begin, 300ms);
}

TEST_F(WeblmSimFaults, AClientThatWaitsDoesNotKeepTheServerFromStopping) {
    simulator.control("fault?kind=hang");
    auto waiting = std::async(std::launch::async, [&] { return simulator.post(acquire(1), 60s); });
    while (simulator.state()["faultsPlayed"] != 1) std::this_thread::yield();
    EXPECT_EQ(simulator.stop(), 0);
    EXPECT_NE(waiting.get().curl_code, CURLE_OPERATION_TIMEDOUT) << "its connection has ended";
}

TEST_F(WeblmSimFaults, CertificatesThatAClientHasToRefuse) {
    const auto refused = [&] {
        const auto result = simulator.post(acquire(1));
        EXPECT_EQ(result.curl_code, CURLE_PEER_FAILED_VERIFICATION) << result.failure;
        return result.failure;
    };
    testing::CertificateSpec expired;
    expired.valid_from = std::chrono::hours(-48);
    expired.valid_until = std::chrono::hours(-1);
    simulator.use_certificate(expired, &simulator.authority());
    EXPECT_THAT(refused(), HasSubstr("expired"));

    testing::CertificateSpec elsewhere;
    elsewhere.alternative_names = "DNS:other.test";
    simulator.use_certificate(elsewhere, &simulator.authority());
    EXPECT_THAT(refused(), HasSubstr("localhost"));

    simulator.use_certificate({}, nullptr);
    EXPECT_THAT(refused(), HasSubstr("certificate"));

    simulator.control("clear");
    EXPECT_EQ(simulator.post(acquire(1)).status, 200);
}

TEST_F(WeblmSimFaults, TheControlPortIsNotForWebPages) {
    HttpCall call;
    call.url = "/sim/licence/remove";
    call.method = "POST";
    call.headers = {"Origin: https://elsewhere.test"};
    EXPECT_EQ(simulator.control_call(call).status, 403);
    EXPECT_NE(simulator.state()["licence"], nullptr);
}

TEST_F(WeblmSimFaults, TheControlPortSaysWhatItDoesNotKnow) {
    HttpCall call;
    call.method = "POST";
    call.url = "/sim/explode";
    auto result = simulator.control_call(call);
    EXPECT_EQ(result.status, 404);
    EXPECT_THAT(result.body, HasSubstr("there are clock, fault"));
    call.url = "/sim/fault?kind=odd";
    result = simulator.control_call(call);
    EXPECT_EQ(result.status, 400);
    EXPECT_THAT(result.body, HasSubstr("kind is to be"));
    call.url = "/elsewhere";
    EXPECT_EQ(simulator.control_call(call).status, 404);
}

TEST_F(WeblmSimFaults, RequestsOverTheLimitsGetTheirStatus) {
    HttpCall call;
    call.url = simulator.url();
    call.method = "POST";
    call.trust = simulator.trust();
    call.headers = {"Content-Type: application/xml", "Expect:"};
    call.body = std::string(65 * 1024, ' ');
    EXPECT_EQ(http_call(call).status, 413) << "over the protocol's limit";
    call.body = std::string(300 * 1024, ' ');
    EXPECT_EQ(http_call(call).status, 413) << "over the port's limit";
    call.body.clear();
    call.headers.push_back("X-Long: " + std::string(20 * 1024, 'x'));
    EXPECT_EQ(http_call(call).status, 431);
}

TEST_F(WeblmSimFaults, CountersAreThereForPrometheus) {
    simulator.ask(acquire(1));
    HttpCall call;
    call.url = "/metrics";
    EXPECT_THAT(
        simulator.control_call(call).body,
        HasSubstr("ctiengine_weblm_sim_requests_total{code=\"OK\",verb=\"Acquire\"} 1")
    );
}

// ---- pages

class WeblmSimPages : public ::testing::Test {
  protected:
    HttpResult get(const std::string& path, const std::string& accept = "text/html") {
        HttpCall call;
        call.url = simulator.url(path);
        call.headers = {"Accept: " + accept};
        return send(call);
    }
    HttpResult post(const std::string& path, const std::string& form) {
        HttpCall call;
        call.url = simulator.url(path);
        call.method = "POST";
        call.headers = {"Content-Type: application/x-www-form-urlencoded"};
        call.body = form + "&csrf=" + token;
        return send(call);
    }
    HttpResult send(HttpCall& call) {
        call.trust = simulator.trust();
        call.cookie_file = simulator.folder().path() / "cookies";
        auto result = http_call(call);
        constexpr std::string_view kBefore = "name=\"csrf\" value=\"";
        const auto at = result.body.find(kBefore);
        if (at != std::string::npos) {
            const auto start = at + kBefore.size();
            token = result.body.substr(start, result.body.find('"', start) - start);
        }
        return result;
    }
    WeblmSimulator simulator;
    std::string token;
};

TEST_F(WeblmSimPages, ABrowserAtTheClientsAddressComesToTheLogIn) {
    const auto result = get("/WebLM/LicenseServer");
    EXPECT_EQ(result.status, 302);
    EXPECT_EQ(result.headers.at("location"), "/WebLM/");
    EXPECT_THAT(get("/WebLM/").body, HasSubstr("<h1>Log in</h1>"));
}

TEST_F(WeblmSimPages, TheAdministratorSeesTheCapacityTable) {
    EXPECT_EQ(get("/WebLM/product").status, 303);
    get("/WebLM/");
    const auto in = post("/WebLM/login", "user=admin&password=right");
    EXPECT_EQ(in.status, 303) << in.body;
    EXPECT_EQ(in.headers.at("location"), "/WebLM/home");
    const auto body = get("/WebLM/product").body;
    EXPECT_THAT(body, HasSubstr("AESO Open Users <code>(VALUE_AESO_OPEN_USERS)</code>"));
    EXPECT_THAT(body, HasSubstr("Not counted"));
    EXPECT_THAT(simulator.output(), Not(HasSubstr("right"))) << "passwords are not logged";
}

TEST_F(WeblmSimPages, UninstallingTakesTheLicenceFromClients) {
    get("/WebLM/");
    post("/WebLM/login", "user=admin&password=right");
    get("/WebLM/uninstall");
    EXPECT_EQ(post("/WebLM/uninstall", "confirm=yes").status, 303);
    EXPECT_EQ(simulator.ask(acquire(1)).code, ResultCode::NoLicense);
}

// ---- starting

int exit_status(const std::vector<std::string>& arguments) {
    const testing::TemporaryDirectory folder;
    ChildProcess::Command command{CTIENGINE_WEBLM_SIM, arguments, {}};
    ChildProcess process(command, folder.path() / "log");
    EXPECT_FALSE(process.wait_for_line("ready:", 20s * patience()));
    return process.stop().value_or(-1);
}

TEST(WeblmSimStart, SaysByItsStatusWhatIsWrong) {
    const testing::TemporaryDirectory folder;
    const testing::Identity identity;
    const std::string chain = folder.write("a.crt", identity.certificate_pem());
    const std::string key = folder.write("a.key", identity.key_pem());
    const std::string bad_licence = folder.write("bad.xml", "<a/>");
    const std::vector<std::string> good{"--port", "0", "--certificate", chain, "--key", key};
    const auto with = [&](std::initializer_list<std::string> more) {
        auto arguments = good;
        arguments.insert(arguments.end(), more);
        return arguments;
    };
    EXPECT_EQ(exit_status({}), 2) << "no certificate";
    EXPECT_EQ(exit_status(with({"--lease", "100", "--renew", "200"})), 2);
    EXPECT_EQ(exit_status({"--certificate", key, "--key", key}), 3) << "a key is no certificate";
    EXPECT_EQ(exit_status(with({"--licence", bad_licence})), 3);
    EXPECT_EQ(exit_status(with({"--state", bad_licence})), 3);
    EXPECT_EQ(exit_status(with({"--address", "192.0.2.1"})), 4) << "not an address of this host";
}

}  // namespace
}  // namespace ctiengine::tests

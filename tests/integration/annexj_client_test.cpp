// Clients in another language, with frames of annex J over TCP, TLS and WebSocket: tests/annexj_client.
#include "tests/integration/harness/engine_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

/// The port behind "annex J: tcp://localhost:".
std::string annex_j_port(EngineUnderTest& engine) {
    auto line = engine.gateway().wait_for_line("annex J:", 1s);
    return line ? line->substr(line->rfind(':') + 1) : "none";
}

/// Runs a script of tests/annexj_client; it must end with 0.
void expect_success(EngineUnderTest& engine, const std::string& script, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), std::string(CTIENGINE_ANNEXJ_CLIENT) + "/" + script);
    ChildProcess::Command command{CTIENGINE_PYTHON, arguments, {{"PYTHONDONTWRITEBYTECODE", "1"}}};
    ChildProcess process(std::move(command), engine.folder() / (script + ".log"));
    process.wait_for_line("never printed: waits for the end of the output", 60s * patience());
    EXPECT_EQ(process.stop(1s), 0) << process.output();
}

class AnnexJTcp : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        engine_ = std::make_unique<EngineUnderTest>(
            "annexj-tcp", std::map<std::string, std::string>{{"ANNEXJ", "TCP"}, {"ANNEXJPORT", "0"}}
        );
        engine_->start_all();
    }
    static void TearDownTestSuite() {
        engine_->stop_all();
        engine_.reset();
    }
    static inline std::unique_ptr<EngineUnderTest> engine_;
};

TEST_F(AnnexJTcp, CarriesAPythonClient) {
    expect_success(*engine_, "annexj_client.py", {"tcp", annex_j_port(*engine_)});
}

TEST_F(AnnexJTcp, CarriesAClientThatSendsThreeBytesAtATimeAndAsciiVersions) {
    expect_success(
        *engine_, "annexj_client.py", {"tcp", annex_j_port(*engine_), "--piece", "3", "--ascii-version"}
    );
}

TEST_F(AnnexJTcp, CarriesTheSameClientOverWebSocket) {
    expect_success(
        *engine_, "annexj_client.py",
        {"ws", std::to_string(engine_->port()), "--trust", (engine_->folder() / "certificate.crt").string()}
    );
}

TEST_F(AnnexJTcp, TakesWhatProgramsInTheFieldSend) {
    expect_success(*engine_, "tolerance_test.py", {annex_j_port(*engine_)});
}

TEST_F(AnnexJTcp, LetsASessionTakeOverTheMonitorsOfAnother) {
    expect_success(*engine_, "recovery_test.py", {annex_j_port(*engine_)});
}

TEST(AnnexJTls, CarriesThePythonClientWithTheCertificateOfTheWebSocket) {
    EngineUnderTest engine("annexj-tls", {{"ANNEXJ", "TLS"}, {"ANNEXJPORT", "0"}});
    engine.start_all();
    auto trust = (engine.folder() / "certificate.crt").string();
    expect_success(engine, "annexj_client.py", {"tls", annex_j_port(engine), "--trust", trust});
    engine.stop_all();
}

TEST(AnnexJOff, IsTheDefault) {
    EngineUnderTest engine("annexj-off");
    engine.start_gateway();
    EXPECT_EQ(annex_j_port(engine), "none");
}

TEST(AnnexJSettings, RefuseAPortThatIsTaken) {
    EngineUnderTest first("annexj-first", {{"ANNEXJ", "TCP"}, {"ANNEXJPORT", "0"}});
    first.start_gateway();
    auto port = annex_j_port(first);
    EngineUnderTest second("annexj-second", {{"ANNEXJ", "TCP"}, {"ANNEXJPORT", port}});
    EXPECT_THROW(second.start_gateway(), std::runtime_error);
    EXPECT_THAT(second.gateway().output(), HasSubstr("ANNEXJPORT: cannot listen on 127.0.0.1 port " + port));
    EXPECT_EQ(second.gateway().stop(), 4);
}

TEST(AnnexJSettings, RefuseWordsTheyDoNotKnow) {
    EngineUnderTest engine("annexj-words", {{"ANNEXJ", "Maybe"}, {"ANNEXJPORT", "70000"}});
    EXPECT_THROW(engine.start_gateway(), std::runtime_error);
    EXPECT_THAT(engine.gateway().output(), HasSubstr("ANNEXJ is 'Maybe' but must be one of Off,TCP,TLS"));
    EXPECT_THAT(engine.gateway().output(), HasSubstr("ANNEXJPORT is '70000'"));
    EXPECT_EQ(engine.gateway().stop(), 3);
}

}  // namespace
}  // namespace ctiengine::tests

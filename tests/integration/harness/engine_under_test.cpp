#include "tests/integration/harness/engine_under_test.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace ctiengine::tests {
namespace {

using namespace std::chrono_literals;

std::filesystem::path program(const char* variable, const char* built_in) {
    const char* other = std::getenv(variable);
    return other && *other ? other : built_in;
}

int run(const std::string& command) {
    return std::system((command + " >/dev/null 2>&1").c_str());
}

nlohmann::json read_json(const std::filesystem::path& file) {
    std::ifstream in(file);
    return nlohmann::json::parse(in);
}

std::filesystem::path make_folder(const std::string& name) {
    auto pattern = (std::filesystem::temp_directory_path() / ("ctiengine-" + name + "-XXXXXX")).string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("cannot make a folder like " + pattern);
    return pattern;
}

}  // namespace

int patience() {
    return CTIENGINE_PATIENCE;
}

EngineUnderTest::EngineUnderTest(
    const std::string& name, const std::map<std::string, std::string>& settings, std::string plan
)
    : folder_(make_folder(name)), settings_(settings), plan_(std::move(plan)) {
    make_certificate();
    settings_.try_emplace("CERTIFICATE", "certificate.crt");
    settings_.try_emplace("PRIVATEKEY", "private_key.pem");
    settings_.try_emplace("LISTENADDRESS", "127.0.0.1");
    settings_.try_emplace("WORKERADDRESS", "unix:" + (folder_ / "worker.sock").string());
    settings_.try_emplace("TSAPIPRIMARYLINK", "AVAYA#CM1#CSTA#AESSIM1");
    settings_.try_emplace("TSAPIUSERNAME", "ctiuser");
    settings_.try_emplace("TSAPIPASSWORD", "{plain}ctipass");
    settings_.try_emplace("TSAPILIBRARY", program("CTIENGINE_LIBCSTA", CTIENGINE_LIBCSTA).string());
    settings_.try_emplace(
        "TSAPIPRIVATELIBRARY", program("CTIENGINE_LIBATTPRIV", CTIENGINE_LIBATTPRIV).string()
    );
    settings_.try_emplace("TSAPIRECONNECT", "1");
    settings_.try_emplace("TSAPIREQUESTRATE", "10000");
    settings_.try_emplace("LOGSEVERITY", "High");
    // One host plays all clients at full speed; tests of rights and limits set these themselves.
    settings_.try_emplace("AUTHENTICATION", "trusted");
    settings_.try_emplace("AUDITDIRECTORY", "audit");
    settings_.try_emplace("ALLOWMISSINGORIGIN", "y");
    settings_.try_emplace("MAXPERSOURCE", "0");
    for (const char* rate : {"REQUESTRATE", "REQUESTBURST", "LOGINSPERUSER", "LOGINSPERSOURCE"}) {
        settings_.try_emplace(rate, "100000");
    }
    for (const char* count : {"MAXUNAUTHENTICATED", "MAXUNAUTHENTICATEDPERSOURCE"}) {
        settings_.try_emplace(count, "10000");
    }
    if (!settings_.contains("LICENSEADDRESS")) {
        licences_ = std::make_unique<testing::LicenseHost>(folder_ / "license.sock");
        settings_["LICENSEADDRESS"] = licences_->address();
    }
    write_settings();
}

EngineUnderTest::~EngineUnderTest() {
    gateway_.reset();
    worker_.reset();
    switch_.reset();
    if (!::testing::Test::HasFailure()) {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    } else {
        std::printf("the logs of this test are in %s\n", folder_.c_str());
    }
}

void EngineUnderTest::make_certificate() {
    auto command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "
        "/CN=localhost "
        "-addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout '" +
        (folder_ / "private_key.pem").string() + "' -out '" + (folder_ / "certificate.crt").string() + "'";
    if (run(command) != 0) throw std::runtime_error("openssl could not make a certificate");
}

void EngineUnderTest::set(const std::string& tag, const std::string& value) {
    settings_[tag] = value;
    write_settings();
}

void EngineUnderTest::write_settings() {
    settings_["PORT"] = std::to_string(gateway_port_);
    pugi::xml_document document;
    auto root = document.append_child("CTIENGINECONFIG");
    for (const auto& [tag, value] : settings_) root.append_child(tag.c_str()).text().set(value.c_str());
    document.save_file((folder_ / "ctiengineconfig.xml").c_str(), "", pugi::format_raw);
}

void EngineUnderTest::start_switch() {
    auto ready = folder_ / "switch-ready.json";
    std::filesystem::remove(ready);
    ChildProcess::Command command{
        CTIENGINE_SWITCH_SIM,
        {"--plan", (std::filesystem::path(CTIENGINE_PLANS) / plan_).string(), "--name-port",
         std::to_string(name_port_), "--control-port", std::to_string(control_port_), "--ready-file",
         ready.string(), "--tslibrc", (folder_ / "tslibrc").string()},
        {}};
    switch_ = std::make_unique<ChildProcess>(std::move(command), log("switch-sim"));
    if (!switch_->wait_for_line("ready", 20s * patience())) {
        throw std::runtime_error("switch-sim did not become ready:\n" + switch_->output());
    }
    auto ports = read_json(ready);
    name_port_ = ports.at("namePort").get<std::uint16_t>();
    control_port_ = ports.at("controlPort").get<std::uint16_t>();
}

void EngineUnderTest::start_worker() {
    ChildProcess::Command command{
        program("CTIENGINE_WORKER", CTIENGINE_WORKER),
        {"--config", (folder_ / "ctiengineconfig.xml").string(), "--dev"},
        {{"CTIENGINE_TSLIBRC", (folder_ / "tslibrc").string()}}};
    worker_ = std::make_unique<ChildProcess>(std::move(command), log("tsapi-worker"));
    if (!worker_->wait_for_line("ready:", 20s * patience())) {
        throw std::runtime_error("tsapi-worker did not become ready:\n" + worker_->output());
    }
}

void EngineUnderTest::start_gateway() {
    write_settings();
    ChildProcess::Command command{
        CTIENGINE_GATEWAY, {"--config", (folder_ / "ctiengineconfig.xml").string()}, {}};
    gateway_ = std::make_unique<ChildProcess>(std::move(command), log("gateway"));
    auto line = gateway_->wait_for_line("ready:", 20s * patience());
    if (!line) throw std::runtime_error("gateway did not become ready:\n" + gateway_->output());
    gateway_port_ = static_cast<std::uint16_t>(std::stoul(line->substr(line->rfind(':') + 1))
    );  // ready: wss://localhost:PORT/
}

void EngineUnderTest::wait_link_up() {
    if (!worker_->wait_for_line("link up", 30s * patience())) {
        throw std::runtime_error("the worker's link did not come up:\n" + worker_->output());
    }
}

void EngineUnderTest::start_all() {
    start_switch();
    start_worker();
    start_gateway();
    wait_link_up();
    if (!gateway_->wait_for_line("worker link: attached", 20s * patience())) {
        throw std::runtime_error("the gateway did not attach to the worker:\n" + gateway_->output());
    }
}

void EngineUnderTest::stop_all() {
    for (auto* process : {&gateway_, &worker_, &switch_}) {
        if (!*process) continue;
        auto status = (*process)->stop(20s * patience());
        EXPECT_EQ(status, 0) << "a process did not end cleanly:\n" << (*process)->output();
        process->reset();
    }
}

nlohmann::json EngineUnderTest::ctisim(std::vector<std::string> arguments) {
    arguments.insert(
        arguments.begin(), {"--address", "127.0.0.1:" + std::to_string(control_port_), "--json"}
    );
    std::string shown;
    for (const auto& argument : arguments) shown += " " + argument;
    ChildProcess process({CTIENGINE_CTISIM, arguments, {}}, log("ctisim"));
    process.wait_for_line("never printed: waits for the end of the output", 20s * patience());
    auto printed = process.output();
    auto status = process.stop();
    if (status != 0) throw std::runtime_error("ctisim" + shown + " failed: " + printed);
    return printed.empty() ? nlohmann::json() : nlohmann::json::parse(printed);
}

}  // namespace ctiengine::tests

#include "tests/integration/harness/weblm_simulator.hpp"

#include "common/weblm_messages/request_xml.hpp"
#include "common/weblm_messages/response_xml.hpp"
#include "tests/integration/harness/engine_under_test.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ctiengine::tests {
namespace {

testing::CertificateSpec authority_spec() {
    testing::CertificateSpec spec;
    spec.common_name = "WebLM test authority";
    return spec;
}

}  // namespace

WeblmSimulator::WeblmSimulator(std::vector<std::string> more)
    : authority_(authority_spec()), more_(std::move(more)) {
    folder_.write("authority.pem", authority_.certificate_pem());
    const testing::Identity server({}, authority_);
    folder_.write("server.crt", server.certificate_pem());
    folder_.write("server.key", server.key_pem());
    const auto password = folder_.write("password", "right\n");
    std::filesystem::permissions(password, std::filesystem::perms::owner_read);
    start(0, 0);
}

void WeblmSimulator::start(int port, int control_port) {
    const auto ready = folder_.path() / "ready.json";
    ChildProcess::Command command{CTIENGINE_WEBLM_SIM, {}, {}};
    command.arguments = {
        "--port",
        std::to_string(port),
        "--control-port",
        std::to_string(control_port),
        "--certificate",
        folder_.path() / "server.crt",
        "--key",
        folder_.path() / "server.key",
        "--ready-file",
        ready,
        "--admin-password-file",
        folder_.path() / "password"};
    command.arguments.insert(command.arguments.end(), more_.begin(), more_.end());
    process_ = std::make_unique<ChildProcess>(command, folder_.path() / "weblm-sim.log");
    const auto line = process_->wait_for_line("ready: weblm-sim ", std::chrono::seconds(20) * patience());
    if (!line) throw std::runtime_error("weblm-sim does not get ready: " + process_->output());
    const auto ports = nlohmann::json::parse(line->substr(line->find('{')));
    port_ = ports.at("port");
    control_port_ = ports.at("controlPort");
}

std::optional<int> WeblmSimulator::restart() {
    const auto status = process_->stop();
    start(port_, control_port_);
    return status;
}

std::string WeblmSimulator::url(const std::string& path) const {
    return "https://localhost:" + std::to_string(port_) + path;
}

HttpResult WeblmSimulator::control_call(HttpCall call) const {
    call.url = "http://127.0.0.1:" + std::to_string(control_port_) + call.url;
    return http_call(call);
}

void WeblmSimulator::control(const std::string& command, const std::string& body) const {
    HttpCall call;
    call.url = "/sim/" + command;
    call.method = "POST";
    call.body = body;
    const auto result = control_call(call);
    EXPECT_EQ(result.status, 200) << command << ": " << result.failure << result.body;
}

nlohmann::json WeblmSimulator::state() const {
    HttpCall call;
    call.url = "/sim/state";
    return nlohmann::json::parse(control_call(call).body);
}

void WeblmSimulator::use_certificate(const testing::CertificateSpec& spec, const testing::Identity* issuer) {
    const auto identity = issuer ? testing::Identity(spec, *issuer) : testing::Identity(spec);
    const auto name = "test" + std::to_string(++certificates_);
    const auto chain = folder_.write(name + ".crt", identity.certificate_pem());
    const auto key = folder_.write(name + ".key", identity.key_pem());
    control("certificate?chain=" + chain.string() + "&key=" + key.string());
}

HttpResult WeblmSimulator::post(const weblm::Request& request, std::chrono::milliseconds limit) const {
    HttpCall call;
    call.url = url();
    call.method = "POST";
    call.headers = {"Content-Type: application/xml; charset=utf-8", "CTI-WebLM-Version: 1"};
    call.body = weblm::write(request);
    call.trust = trust();
    call.limit = limit;
    return http_call(call);
}

weblm::Response WeblmSimulator::ask(const weblm::Request& request) const {
    const auto result = post(request);
    EXPECT_EQ(result.status, 200) << result.failure << result.body;
    auto response = weblm::read_response(result.body);
    EXPECT_TRUE(response.has_value()) << result.body;
    return response ? *response : weblm::Response();
}

}  // namespace ctiengine::tests

#pragma once
#include "common/weblm_messages/messages.hpp"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/integration/harness/child_process.hpp"
#include "tests/integration/harness/https_client.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ctiengine::tests {

/// A real weblm-sim with a certificate of its own authority, a control port and the administrator's password
/// "right". Its folder vanishes with the object.
class WeblmSimulator {
  public:
    /// `more`: further flags, e.g. "--unused". Starts at once; throws std::runtime_error when it does not.
    explicit WeblmSimulator(std::vector<std::string> more = {});

    /// Stops it (the exit status) and starts it again on the same ports.
    std::optional<int> restart();
    std::optional<int> stop() { return process_->stop(); }

    [[nodiscard]] std::string url(const std::string& path = "/WebLM/LicenseServer") const;
    [[nodiscard]] std::filesystem::path trust() const { return folder_.path() / "authority.pem"; }
    [[nodiscard]] const testing::TemporaryDirectory& folder() const { return folder_; }
    [[nodiscard]] std::string output() { return process_->output(); }

    /// A command of the control port, "fault?kind=hang". A failure of the test unless it is accepted.
    void control(const std::string& command, const std::string& body = {}) const;
    [[nodiscard]] nlohmann::json state() const;
    [[nodiscard]] HttpResult control_call(HttpCall call) const;

    /// Makes a certificate and has the simulator use it from now on.
    void use_certificate(const testing::CertificateSpec& spec, const testing::Identity* issuer);
    [[nodiscard]] const testing::Identity& authority() const { return authority_; }

    [[nodiscard]] HttpResult post(
        const weblm::Request& request, std::chrono::milliseconds limit = std::chrono::seconds(10)
    ) const;
    /// The answer of the protocol; a failure of the test when there is none.
    weblm::Response ask(const weblm::Request& request) const;

  private:
    void start(int port, int control_port);

    testing::TemporaryDirectory folder_;
    testing::Identity authority_;
    std::vector<std::string> more_;
    std::unique_ptr<ChildProcess> process_;
    int port_ = 0;
    int control_port_ = 0;
    int certificates_ = 0;
};

}  // namespace ctiengine::tests

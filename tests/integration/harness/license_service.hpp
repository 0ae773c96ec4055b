#pragma once
#include "ctiengine/license/v1/license.pb.h"
#include "tests/fakes/certificates/certificates.hpp"
#include "tests/integration/harness/child_process.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace ctiengine::tests {

/// A real license-svc in a folder of its own, which vanishes with the object. Its state outlives kills and
/// stops.
class LicenseService {
  public:
    using Status = license::v1::LicenseStatus;

    /// `settings`: tags of ctiengineconfig.xml that differ from the defaults. Not started yet.
    explicit LicenseService(std::map<std::string, std::string> settings = {});

    void start();
    void kill() { process_->kill(); }
    std::optional<int> stop() { return process_->stop(); }
    ChildProcess& process() { return *process_; }

    /// LICENSEADDRESS for its gateways.
    std::string address() const { return "unix:" + (folder_.path() / "license.sock").string(); }
    const std::filesystem::path& folder() const { return folder_.path(); }

    /// Puts a licence file for this host there, signed by a supplier whose key it is given; or takes it away.
    void put_licence(std::uint32_t users, bool call_center = true);
    void remove_licence();

    /// The licence's time is so much later than the host's from now on.
    void advance_to(std::chrono::seconds offset);

    /// As ctiengine-admin asks for it. Throws std::runtime_error when there is no answer.
    Status status() const;
    /// Asks until it is as `good` says; a failure of the test, with `what`, when it does not become so.
    Status wait_until(
        const std::string& what,
        const std::function<bool(const Status&)>& good,
        std::chrono::milliseconds limit = std::chrono::seconds(20)
    ) const;

  private:
    testing::TemporaryDirectory folder_;
    std::unique_ptr<ChildProcess> process_;
    int starts_ = 0;
};

}  // namespace ctiengine::tests

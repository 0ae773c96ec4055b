#pragma once
#include "tests/fakes/license_host/license_host.hpp"
#include "tests/integration/harness/child_process.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>

namespace ctiengine::tests {

/// The whole engine as real processes in a folder of its own: switch-sim, tsapi-worker, gateway. Each can be
/// started, stopped and killed alone and in any order; ports stay the same over restarts.
///
/// The folder holds the settings, the certificate and the processes' logs; it is kept when a test has failed.
class EngineUnderTest {
  public:
    /// `name` becomes part of the folder's name. `settings` are tags of ctiengineconfig.xml that differ from
    /// the test defaults; `plan` is a file of simulator/plans, or an absolute path.
    explicit EngineUnderTest(
        const std::string& name,
        const std::map<std::string, std::string>& settings = {},
        std::string plan = "load.json"
    );
    ~EngineUnderTest();

    /// Changes a tag for processes that are started from now on.
    void set(const std::string& tag, const std::string& value);

    /// Starts switch, worker and gateway and waits until a request can reach the switch.
    void start_all();

    void start_switch();
    void start_worker();
    void start_gateway();

    /// Waits until the worker's link to the switch is up.
    void wait_link_up();

    /// Says who has a seat; LICENSEADDRESS in the settings puts a real license-svc in its place.
    testing::LicenseHost& licences() { return *licences_; }

    ChildProcess& switch_sim() { return *switch_; }
    ChildProcess& worker() { return *worker_; }
    ChildProcess& gateway() { return *gateway_; }

    /// SIGTERM to all, gateway first; expects exit status 0 from each.
    void stop_all();

    std::uint16_t port() const { return gateway_port_; }
    const std::filesystem::path& folder() const { return folder_; }

    /// Runs ctisim with --json and returns what it prints; throws when it fails.
    nlohmann::json ctisim(std::vector<std::string> arguments);

    /// The switch's own view of every call, agent and monitor.
    nlohmann::json truth() { return ctisim({"truth"}); }

  private:
    void write_settings();
    void make_certificate();
    std::filesystem::path log(const std::string& process) const { return folder_ / (process + ".log"); }

    std::filesystem::path folder_;
    std::map<std::string, std::string> settings_;
    std::string plan_;
    std::uint16_t name_port_ = 0;
    std::uint16_t control_port_ = 0;
    std::uint16_t gateway_port_ = 0;
    std::unique_ptr<testing::LicenseHost> licences_;
    std::unique_ptr<ChildProcess> switch_;
    std::unique_ptr<ChildProcess> worker_;
    std::unique_ptr<ChildProcess> gateway_;
};

/// Sanitizer builds are several times slower; every limit of the integration tests is multiplied by this.
int patience();

}  // namespace ctiengine::tests

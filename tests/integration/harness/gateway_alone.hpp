#pragma once
#include "tests/fakes/wss_client/wss_client.hpp"
#include "tests/integration/harness/engine_under_test.hpp"

#include <map>
#include <string>

namespace ctiengine::tests {

using Settings = std::map<std::string, std::string>;

/// A gateway without worker and switch: enough for what is decided before a request.
class GatewayAlone {
  public:
    explicit GatewayAlone(const Settings& settings);

    /// A client of it: options to connect with, to be changed by the test.
    testing::WssOptions client(const std::string& source = {}) const;

    /// The status an upgrade gets: 101 when it is accepted, 0 when the connection is cut without an answer.
    unsigned status(const testing::WssOptions& options) const;

    /// Waits for the line of a refusal on the gateway's log, and looks whether it was counted; a failure of
    /// the test when not.
    void expect_refused(const std::string& label);
    void expect_line(const std::string& text);

    /// As expect_refused(), and the audit log has it, and its chain is whole. Stops the gateway.
    void expect_audited(const std::string& label);

    EngineUnderTest& engine() { return engine_; }

  private:
    EngineUnderTest engine_;
};

}  // namespace ctiengine::tests

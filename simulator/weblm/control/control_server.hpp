#pragma once
#include "common/metrics/metrics.hpp"
#include "common/tasks/task.hpp"
#include "simulator/weblm/control/control_commands.hpp"
#include "simulator/weblm/http/http_message.hpp"

namespace ctiengine::weblm_sim {

/// The port for tests, on the loopback address only: GET /sim/state, GET /metrics, POST /sim/COMMAND?…
/// A command is answered with the state behind it. Requests of web pages are refused. One thread.
class ControlServer {
  public:
    explicit ControlServer(SimulatorParts parts);
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

    Task<HttpAnswer> answer(HttpRequest request);

  private:
    HttpResponse respond(const HttpRequest& request);
    HttpResponse run(const HttpRequest& request);
    Task<void> bring_port_about();

    SimulatorParts parts_;
    ControlCommands commands_;
    metrics::Metrics metrics_;
};

}  // namespace ctiengine::weblm_sim

#pragma once
#include "common/tasks/task.hpp"
#include "common/tcp_server/tcp_server.hpp"
#include "simulator/weblm/http/http_port.hpp"

namespace ctiengine::weblm_sim {

/// The whole life of one connection. `settings` and `handler` outlive it: they belong to the port, which
/// drains its connections. This is the seam behind which Beast is.
Task<void> serve_http(
    tcp_server::Accepted accepted, const HttpPortSettings& settings, const HttpHandler& handler
);

/// The response as it goes on the wire; the body is left out for HEAD.
std::string wire_text(const HttpResponse& response, const std::string& method, bool keep_alive);

}  // namespace ctiengine::weblm_sim

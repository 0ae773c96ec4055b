#include "simulator/weblm/control/control_server.hpp"

#include "common/logging/log.hpp"
#include "simulator/weblm/control/server_metrics.hpp"
#include "simulator/weblm/control/state_json.hpp"
#include "simulator/weblm/http/form.hpp"

#include <utility>

namespace ctiengine::weblm_sim {
namespace {

constexpr std::string_view kPrefix = "/sim/";

HttpResponse json_text(std::string text) {
    HttpResponse response;
    response.content_type = "application/json";
    response.body = std::move(text);
    return response;
}

/// Browsers say where a request comes from; programs do not. Otherwise any web page could play with the port.
bool is_from_a_page(const HttpRequest& request) {
    return !request.header("Origin").empty() || !request.header("Sec-Fetch-Site").empty();
}

}  // namespace

ControlServer::ControlServer(SimulatorParts parts) : parts_(std::move(parts)), commands_(parts_) {
    add_server_metrics(metrics_, parts_);
}

Task<HttpAnswer> ControlServer::answer(HttpRequest request) {
    HttpAnswer answer;
    answer.response = respond(request);
    if (answer.response.status != 200) co_return answer;
    co_await bring_port_about();
    if (request.path != "/metrics") answer.response.body = state_json(parts_);
    co_return answer;
}

Task<void> ControlServer::bring_port_about() {
    if (!commands_.port_wanted()) {
        co_await parts_.public_port.close();
    } else if (auto opened = parts_.public_port.open(); !opened) {
        logging::error("{}", opened.error().detail);
    }
}

HttpResponse ControlServer::respond(const HttpRequest& request) {
    if (is_from_a_page(request)) return plain_text(403, "This port is not for web pages.\n");
    if (request.method == "GET" && request.path == "/metrics") return plain_text(200, metrics_.text());
    if (request.method == "GET" && request.path == "/sim/state") return json_text({});
    if (request.method == "POST" && request.path.starts_with(kPrefix)) return run(request);
    return plain_text(404, "There are GET /sim/state, GET /metrics and POST /sim/COMMAND.\n");
}

HttpResponse ControlServer::run(const HttpRequest& request) {
    const auto name = std::string_view(request.path).substr(kPrefix.size());
    CommandInput input;
    input.fields = read_form(request.query);
    input.body = request.body;
    const auto ran = commands_.run(name, input);
    logging::info("control: {}?{}: {}", name, request.query, ran ? "done" : ran.error().detail);
    if (ran) return json_text({});
    return plain_text(ran.error().code == Errc::UnknownService ? 404 : 400, ran.error().detail + "\n");
}

}  // namespace ctiengine::weblm_sim

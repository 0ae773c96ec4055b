#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctiengine::websocket {

/// A plain HTTP request on the WebSocket port. Views live as long as the call of the responder.
struct HttpRequest {
    std::string_view method;  ///< as sent: "GET"
    std::string_view target;  ///< as sent, with query: "/softphone/app.js?v=1"
    std::vector<std::pair<std::string_view, std::string_view>> headers{};

    /// First header of that name, compared without case; empty when there is none.
    std::string_view header(std::string_view name) const;
};

struct HttpResponse {
    unsigned status = 200;
    std::string content_type = "text/plain; charset=utf-8";
    std::string body{};  ///< sent for every method but HEAD; its length is always announced
    std::vector<std::pair<std::string, std::string>> headers{};
};

/// Answers what is no WebSocket upgrade. Called on the connection's strand, so it must not block for long
/// (reading a small local file is fine) and must be safe to call from several strands at once.
using HttpResponder = std::function<HttpResponse(const HttpRequest&)>;

/// Says to use a WebSocket: 426 for a GET of "/", else 404.
HttpResponse websocket_only(const HttpRequest& request);

/// Asks the responders in order of their path prefix ("/softphone/"); none fits = websocket_only().
HttpResponder route(std::vector<std::pair<std::string, HttpResponder>> by_prefix);

}  // namespace ctiengine::websocket

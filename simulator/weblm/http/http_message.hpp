#pragma once
#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctiengine::weblm_sim {

struct HttpRequest {
    std::string method;  ///< "POST"
    std::string path;    ///< without the query: "/WebLM/LicenseServer"
    std::string query;   ///< behind the '?'
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string peer;  ///< address of the client, for logs

    /// First header of that name, compared without case; empty when there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;

    /// Value of a cookie; empty when there is none.
    [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

struct HttpResponse {
    unsigned status = 200;
    std::string content_type = "text/plain; charset=utf-8";
    std::string body{};
    std::vector<std::pair<std::string, std::string>> headers{};  ///< our own texts: no line ends in them
};

HttpResponse plain_text(unsigned status, std::string body);
HttpResponse redirect(unsigned status, std::string to);

/// How a response is to leave: normally, or as a server in trouble would send it.
struct Delivery {
    enum class How {
        Normal,
        Hang,      ///< nothing is sent until the client gives up
        Reset,     ///< the connection is reset
        Drip,      ///< one byte after the other, with `drip_every` between them
        Truncate,  ///< half of the body, then the end of the connection
        Twice,     ///< the whole response two times
    };

    How how = How::Normal;
    std::chrono::milliseconds delay{0};  ///< before the first byte
    std::chrono::milliseconds drip_every{200};
};

struct HttpAnswer {
    HttpResponse response;
    Delivery delivery{};
};

}  // namespace ctiengine::weblm_sim

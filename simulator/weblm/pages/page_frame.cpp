#include "simulator/weblm/pages/page_frame.hpp"

#include "simulator/weblm/pages/html.hpp"

#include <utility>

namespace ctiengine::weblm_sim {
namespace {

constexpr std::pair<const char*, const char*> kMenu[] = {
    {"/WebLM/home", "Home"},
    {"/WebLM/install", "Install licence"},
    {"/WebLM/products", "Licensed products"},
    {"/WebLM/uninstall", "Uninstall licence"},
};

std::string menu(const PageFrame& frame) {
    if (frame.csrf_token.empty()) return {};
    std::string html = "<nav aria-label=\"Main\">\n<ul>\n";
    for (const auto& [path, name] : kMenu) {
        const std::string here = frame.path == path ? " aria-current=\"page\"" : "";
        html += "<li><a href=\"" + std::string(path) + "\"" + here + ">" + name + "</a></li>\n";
    }
    html += "</ul>\n<form method=\"post\" action=\"/WebLM/logout\">" + csrf_field(frame.csrf_token) +
            "<button class=\"quiet\">Log out</button></form>\n</nav>\n";
    return html;
}

std::string notice(std::string_view kind, std::string_view text) {
    if (text.empty()) return {};
    const std::string role = kind == "fault" ? "alert" : "status";
    return "<p class=\"notice " + std::string(kind) + "\" role=\"" + role + "\">" + escaped(text) + "</p>\n";
}

}  // namespace

void add_security_headers(HttpResponse& response) {
    response.headers.insert(
        response.headers.end(), {{"Content-Security-Policy",
                                  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors "
                                  "'none'; object-src 'none'"},
                                 {"X-Content-Type-Options", "nosniff"},
                                 {"X-Frame-Options", "DENY"},
                                 {"Referrer-Policy", "no-referrer"},
                                 {"Cross-Origin-Opener-Policy", "same-origin"},
                                 {"Cross-Origin-Resource-Policy", "same-origin"},
                                 {"Cache-Control", "no-store"}}
    );
}

std::string csrf_field(std::string_view token) {
    return "<input type=\"hidden\" name=\"csrf\" value=\"" + escaped(token) + "\">";
}

std::string_view icon() {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#14233a"/>)"
           R"(<path d="M6 9l4 14 6-12 6 12 4-14" fill="none" stroke="#e9eef6" stroke-width="3"/></svg>)";
}

HttpResponse page(const PageFrame& frame, const std::string& content, unsigned status) {
    HttpResponse response;
    response.status = status;
    response.content_type = "text/html; charset=utf-8";
    response.body =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
        element("title", frame.title + " – WebLM simulator") +
        "\n<link rel=\"stylesheet\" href=\"/WebLM/style.css\">\n"
        "<link rel=\"icon\" href=\"/WebLM/icon.svg\">\n"
        "</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to content</a>\n"
        "<header>\n<p class=\"brand\">WebLM <span>licence server simulator</span></p>\n" +
        menu(frame) + "</header>\n<main id=\"content\"" +
        (frame.csrf_token.empty() ? " class=\"narrow\"" : "") + ">\n" + element("h1", frame.title) + "\n" +
        notice("good", frame.message) + notice("fault", frame.fault) + content +
        "</main>\n</body>\n</html>\n";
    add_security_headers(response);
    return response;
}

}  // namespace ctiengine::weblm_sim

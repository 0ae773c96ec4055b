#include "simulator/weblm/pages/page_server.hpp"

#include "common/logging/log.hpp"
#include "simulator/weblm/http/form.hpp"
#include "simulator/weblm/http/multipart.hpp"
#include "simulator/weblm/licence/licence_xml.hpp"
#include "simulator/weblm/pages/licence_pages.hpp"
#include "simulator/weblm/pages/welcome_pages.hpp"

#include <array>
#include <utility>

namespace ctiengine::weblm_sim {
namespace {

HttpResponse with_cookie(HttpResponse response, const std::string& value, const char* more = "") {
    response.headers.emplace_back(
        "Set-Cookie",
        std::string(PageServer::kCookie) + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Strict" + more
    );
    return response;
}

HttpResponse go_to(const std::string& path) {
    auto response = redirect(303, path);
    add_security_headers(response);
    return response;
}

HttpResponse asset(const char* type, std::string_view content) {
    HttpResponse response;
    response.content_type = type;
    response.body = std::string(content);
    add_security_headers(response);
    return response;
}

HttpResponse refused(unsigned status, const std::string& title, const std::string& why) {
    PageFrame frame;
    frame.title = title;
    frame.fault = why;
    return page(frame, "<p><a href=\"/WebLM/\">Back to the start</a></p>\n", status);
}

std::map<std::string, std::string> form_of(const HttpRequest& request) {
    const auto type = request.header("Content-Type");
    if (!type.starts_with("multipart/")) return read_form(request.body);
    auto parts = read_multipart(type, request.body);
    if (!parts) return {};  // without a token it will be refused
    return std::move(*parts);
}

}  // namespace

struct PageServer::Route {
    const char* path;
    const char* menu_path;  ///< of the line in the menu that is marked
    const char* title;
    Page show;
};

const PageServer::Route* PageServer::find_route(std::string_view path) {
    static constexpr std::array<Route, 5> kRoutes{{
        {"/WebLM/home", "/WebLM/home", "Home", &PageServer::home_page},
        {"/WebLM/install", "/WebLM/install", "Install licence", &PageServer::install_page},
        {"/WebLM/products", "/WebLM/products", "Licensed products", &PageServer::products_page},
        {"/WebLM/product", "/WebLM/products", "View licence capacity", &PageServer::product_page},
        {"/WebLM/uninstall", "/WebLM/uninstall", "Uninstall licence", &PageServer::uninstall_page},
    }};
    for (const auto& route : kRoutes) {
        if (path == route.path) return &route;
    }
    return nullptr;
}

PageServer::PageServer(Parts parts)
    : parts_(std::move(parts)), sessions_(parts_.clock, parts_.make_token), lock_out_(parts_.clock) {}

HttpResponse PageServer::answer(const HttpRequest& request) {
    if (request.method == "GET" || request.method == "HEAD") return get(request);
    if (request.method == "POST") return post(request);
    auto response = refused(405, "Not possible", "Pages are read by GET and changed by POST.");
    response.headers.emplace_back("Allow", "GET, HEAD, POST");
    return response;
}

// ---------------------------------------------------------------- what is read

HttpResponse PageServer::get(const HttpRequest& request) {
    if (request.path == "/WebLM/style.css") return asset("text/css; charset=utf-8", style_sheet());
    if (request.path == "/WebLM/icon.svg") return asset("image/svg+xml", icon());
    if (request.path == "/" || request.path == "/WebLM") return go_to("/WebLM/");
    auto* const session = session_of(request);
    const bool logged_in = session && session->logged_in;
    if (request.path == "/WebLM/") return logged_in ? go_to("/WebLM/home") : login_page(request, "", 200);
    const auto* const route = find_route(request.path);
    if (!route) return refused(404, "Not found", "There is no such page here.");
    if (!logged_in) return go_to("/WebLM/");
    const auto frame = frame_for(*route, *session);
    return (this->*route->show)(frame);
}

/// Takes the message of the step before.
PageFrame PageServer::frame_for(const Route& route, AdminSession& session) {
    PageFrame frame;
    frame.title = route.title;
    frame.path = route.menu_path;
    frame.csrf_token = session.csrf_token;
    frame.message = std::exchange(session.message, {});
    frame.fault = licence_warning(parts_.server);
    return frame;
}

HttpResponse PageServer::login_page(const HttpRequest& request, const std::string& fault, unsigned status) {
    std::string id;
    auto* session = session_of(request);
    if (!session) {
        id = sessions_.begin(false);
        session = sessions_.find(id);
    }
    PageFrame frame;
    frame.title = "Log in";
    frame.fault = fault;
    auto response = page(frame, login_form(session->csrf_token), status);
    return id.empty() ? response : with_cookie(std::move(response), id);
}

HttpResponse PageServer::home_page(const PageFrame& frame) {
    return page(frame, home_content(parts_.server));
}

HttpResponse PageServer::install_page(const PageFrame& frame) {
    return page(frame, install_form(parts_.server, frame.csrf_token));
}

HttpResponse PageServer::products_page(const PageFrame& frame) {
    return page(frame, products_content(parts_.server));
}

HttpResponse PageServer::product_page(const PageFrame& frame) {
    return page(frame, product_content(parts_.server));
}

HttpResponse PageServer::uninstall_page(const PageFrame& frame) {
    return page(frame, uninstall_form(parts_.server, frame.csrf_token));
}

// ---------------------------------------------------------------- what is changed

HttpResponse PageServer::post(const HttpRequest& request) {
    const auto form = form_of(request);
    auto* const session = session_of(request);
    if (!session || !same_secret(session->csrf_token, field(form, "csrf"))) {
        logging::warn("a form from {} without the token of its session was refused", request.peer);
        return refused(
            403, "Form refused", "The form is too old, or it did not come from here. Go back and try again."
        );
    }
    if (request.path == "/WebLM/login") return log_in(request, form);
    if (!session->logged_in) return go_to("/WebLM/");
    if (request.path == "/WebLM/logout") return log_out(request);
    const auto* const route = find_route(request.path);
    if (!route || (request.path != "/WebLM/install" && request.path != "/WebLM/uninstall"))
        return refused(404, "Not found", "There is no such form here.");
    const auto frame = frame_for(*route, *session);
    return request.path == "/WebLM/install" ? install(*session, frame, form)
                                            : uninstall(*session, frame, form);
}

HttpResponse PageServer::log_in(const HttpRequest& request, const Form& form) {
    const auto locked = std::chrono::ceil<std::chrono::minutes>(lock_out_.left()).count();
    if (locked > 0) {
        return refuse_log_in(
            request, 429,
            "Too many wrong passwords. Log-in is locked for another " + std::to_string(locked) + " minutes."
        );
    }
    const bool fits = parts_.password_fits(field(form, "password"));
    if (!fits || field(form, "user") != kUser) {
        lock_out_.wrong();
        return refuse_log_in(request, 403, "User name or password is wrong.");
    }
    lock_out_.right();
    sessions_.end(request.cookie(kCookie));  // an id from before the log-in is of no use any more
    logging::info("{} logged in from {}", kUser, request.peer);
    return with_cookie(go_to("/WebLM/home"), sessions_.begin(true));
}

HttpResponse PageServer::refuse_log_in(const HttpRequest& request, unsigned status, const std::string& why) {
    ++failed_log_ins_;
    logging::warn("log-in from {} refused: {}", request.peer, why);
    return login_page(request, why, status);
}

HttpResponse PageServer::log_out(const HttpRequest& request) {
    sessions_.end(request.cookie(kCookie));
    return with_cookie(go_to("/WebLM/"), "", "; Max-Age=0");
}

HttpResponse PageServer::install(AdminSession& session, const PageFrame& frame, const Form& form) {
    auto licence = read_licence(field(form, "licence"));
    if (!licence) {
        auto again = frame;
        again.fault = "This file was not installed: " + licence.error().detail;
        return page(again, install_form(parts_.server, frame.csrf_token), 400);
    }
    logging::info("licence of {} installed by {}", licence->product, kUser);
    session.message = "The licence of " + licence->display + " was installed.";
    parts_.server.install(std::move(*licence));
    return go_to("/WebLM/product");
}

HttpResponse PageServer::uninstall(AdminSession& session, const PageFrame& frame, const Form& form) {
    if (field(form, "confirm") != "yes") {
        auto again = frame;
        again.fault = "Nothing was removed: confirm it first.";
        return page(again, uninstall_form(parts_.server, frame.csrf_token), 400);
    }
    logging::info("licence uninstalled by {}", kUser);
    parts_.server.uninstall();
    session.message = "The licence was uninstalled.";
    return go_to("/WebLM/products");
}

}  // namespace ctiengine::weblm_sim

#pragma once
#include "simulator/weblm/http/http_message.hpp"
#include "simulator/weblm/model/license_server.hpp"
#include "simulator/weblm/pages/admin_sessions.hpp"
#include "simulator/weblm/pages/lock_out.hpp"
#include "simulator/weblm/pages/page_frame.hpp"

#include <functional>
#include <map>
#include <string>

namespace ctiengine::weblm_sim {

/// The web pages of the administrator. Every page but the log-in needs a log-in; every POST needs the token
/// of the browser's session. One thread.
class PageServer {
  public:
    struct Parts {
        LicenseServer& server;
        const Clock& clock;                       ///< the host's: turning the simulator's ends no log-in
        std::function<std::string()> make_token;  ///< new secrets
        /// Slow on purpose; false for everything when no password was set.
        std::function<bool(std::string_view password)> password_fits;
    };

    static constexpr auto kUser = "admin";
    static constexpr auto kCookie = "__Host-weblm-session";

    explicit PageServer(Parts parts);

    HttpResponse answer(const HttpRequest& request);

    /// Log-ins that failed so far, those during a lock-out included.
    [[nodiscard]] unsigned long failed_log_ins() const { return failed_log_ins_; }

  private:
    using Form = std::map<std::string, std::string>;
    using Page = HttpResponse (PageServer::*)(const PageFrame&);
    struct Route;
    static const Route* find_route(std::string_view path);

    HttpResponse get(const HttpRequest& request);
    HttpResponse post(const HttpRequest& request);
    HttpResponse log_in(const HttpRequest& request, const Form& form);
    HttpResponse refuse_log_in(const HttpRequest& request, unsigned status, const std::string& why);
    HttpResponse log_out(const HttpRequest& request);
    HttpResponse install(AdminSession& session, const PageFrame& frame, const Form& form);
    HttpResponse uninstall(AdminSession& session, const PageFrame& frame, const Form& form);

    HttpResponse login_page(const HttpRequest& request, const std::string& fault, unsigned status);
    HttpResponse home_page(const PageFrame& frame);
    HttpResponse install_page(const PageFrame& frame);
    HttpResponse products_page(const PageFrame& frame);
    HttpResponse product_page(const PageFrame& frame);
    HttpResponse uninstall_page(const PageFrame& frame);

    AdminSession* session_of(const HttpRequest& request) { return sessions_.find(request.cookie(kCookie)); }
    PageFrame frame_for(const Route& route, AdminSession& session);

    Parts parts_;
    AdminSessions sessions_;
    LockOut lock_out_;
    unsigned long failed_log_ins_ = 0;
};

}  // namespace ctiengine::weblm_sim

#include "simulator/weblm/pages/welcome_pages.hpp"

#include "simulator/weblm/pages/html.hpp"
#include "simulator/weblm/pages/page_frame.hpp"

namespace ctiengine::weblm_sim {

std::string login_form(std::string_view csrf_token) {
    return R"(<form class="card" method="post" action="/WebLM/login">)" + csrf_field(csrf_token) + R"(
<div class="field">
<label for="user">User name</label>
<input type="text" id="user" name="user" autocomplete="username" maxlength="64" required autofocus>
</div>
<div class="field">
<label for="password">Password</label>
<input type="password" id="password" name="password" autocomplete="current-password" maxlength="1024" required>
</div>
<button>Log in</button>
</form>
<p class="hint">This server simulates licences for tests. It has nothing to do with licences that were bought.</p>
)";
}

std::string home_content(LicenseServer& server) {
    const auto& installed = server.installed();
    std::string content = "<section class=\"card\">\n<h2>This server</h2>\n<dl>\n";
    content += term("Server", server.settings().server_id);
    content += term("Host ID", server.settings().host_id);
    content += term("Installed licence", installed ? installed->licence.display : "");
    content += term("Clients that hold licences", std::to_string(server.holders().size()));
    content +=
        "</dl>\n</section>\n<section class=\"card\">\n<h2>What to do here</h2>\n<ul class=\"tasks\">\n";
    if (installed)
        content += "<li><a href=\"/WebLM/product\">See capacity and use of " +
                   escaped(installed->licence.display) + "</a></li>\n";
    content +=
        "<li><a href=\"/WebLM/install\">Install a licence file</a></li>\n"
        "<li><a href=\"/WebLM/products\">See licensed products and who holds licences</a></li>\n"
        "<li><a href=\"/WebLM/uninstall\">Uninstall the licence</a></li>\n</ul>\n</section>\n";
    return content;
}

}  // namespace ctiengine::weblm_sim

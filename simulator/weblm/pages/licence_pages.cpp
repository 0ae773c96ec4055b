#include "simulator/weblm/pages/licence_pages.hpp"

#include "common/weblm_messages/date_text.hpp"
#include "simulator/weblm/pages/capacity_table.hpp"
#include "simulator/weblm/pages/html.hpp"
#include "simulator/weblm/pages/page_frame.hpp"

namespace ctiengine::weblm_sim {
namespace {

constexpr auto kNothingInstalled =
    "<section class=\"card\"><p>No licence is installed. <a href=\"/WebLM/install\">Install a licence "
    "file</a>.</p></section>\n";

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

/// "2026-01-02 03:04 UTC"
std::string readable_time(std::int64_t seconds) {
    const auto text = weblm::utc_text(seconds);
    return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

std::string details(const InstalledLicence& installed) {
    const auto& licence = installed.licence;
    return "<dl>\n" + term("Product", licence.product) + term("Name", licence.display) +
           term("Release", licence.release) + term("System ID (SID)", licence.sid) +
           term("Licence type", licence.type) + term("Licence host IDs", joined(licence.host_ids)) +
           term("Installed", readable_time(installed.installed_at)) + "</dl>\n";
}

std::string holders_sentence(std::size_t holders) {
    if (holders == 0) return "No client holds licences of it now.";
    if (holders == 1)
        return "One client holds licences of it now; it loses them at once and gets no new ones.";
    return std::to_string(holders) +
           " clients hold licences of it now; they lose them at once and get no new ones.";
}

std::string holders_table(LicenseServer& server) {
    const auto holders = server.holders();
    if (holders.empty()) return "<p>No client holds licences now.</p>\n";
    std::string html =
        "<div class=\"scroll\">\n<table id=\"holders\">\n<caption>Clients, the oldest lease first"
        "</caption>\n<thead><tr><th scope=\"col\">Client</th><th scope=\"col\">Host ID</th>"
        "<th scope=\"col\">Release</th><th scope=\"col\">Holds</th></tr></thead>\n<tbody>\n";
    for (const auto* client : holders) {
        std::string seats;
        for (const auto& [keyword, count] : client->holding->seats)
            seats += element("code", keyword + ": " + std::to_string(count));
        html += "<tr>" + element("td", client->id.id) + element("td", client->id.host_id) +
                element("td", client->id.release) + "<td>" + seats + "</td></tr>\n";
    }
    return html + "</tbody>\n</table>\n</div>\n";
}

}  // namespace

std::string install_form(const LicenseServer& server, std::string_view csrf_token) {
    std::string hint = "An XML file of at most 64 KiB for host " + server.settings().host_id + ".";
    if (server.installed())
        hint += " It replaces the licence of " + server.installed()->licence.display + ".";
    return R"(<form class="card" method="post" action="/WebLM/install" enctype="multipart/form-data">)" +
           csrf_field(csrf_token) + R"(
<div class="field">
<label for="licence">Licence file</label>
<input type="file" id="licence" name="licence" accept=".xml,text/xml,application/xml" aria-describedby="hint" required>
<p class="hint" id="hint">)" +
           escaped(hint) + R"(</p>
</div>
<button>Install</button>
</form>
)";
}

std::string products_content(LicenseServer& server) {
    const auto& installed = server.installed();
    if (!installed) return kNothingInstalled;
    return "<section class=\"card\">\n<h2><a href=\"/WebLM/product\">" + escaped(installed->licence.display) +
           "</a></h2>\n" + details(*installed) + "</section>\n<section class=\"card\">\n" +
           holders_table(server) + "</section>\n";
}

std::string product_content(LicenseServer& server) {
    const auto& installed = server.installed();
    if (!installed) return kNothingInstalled;
    return "<section class=\"card\">\n" + details(*installed) + "</section>\n<section class=\"card\">\n" +
           capacity_table(server.feature_uses()) + "</section>\n";
}

std::string uninstall_form(LicenseServer& server, std::string_view csrf_token) {
    const auto& installed = server.installed();
    if (!installed) return kNothingInstalled;
    return R"(<form class="card" method="post" action="/WebLM/uninstall">)" + csrf_field(csrf_token) +
           "<p>This removes the licence of <strong>" + escaped(installed->licence.display) + "</strong>. " +
           holders_sentence(server.holders().size()) + R"(</p>
<div class="field"><label class="check"><input type="checkbox" name="confirm" value="yes" required>
Yes, remove this licence</label></div>
<button class="danger">Uninstall licence</button>
</form>
)";
}

std::string licence_warning(const LicenseServer& server) {
    if (server.host_fits()) return {};
    return "The installed licence is not for host " + server.settings().host_id +
           ": every request is answered with HOST_MISMATCH.";
}

}  // namespace ctiengine::weblm_sim

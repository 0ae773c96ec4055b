#include "config/worker_settings.hpp"

namespace ctiengine::config {
namespace {

Result<std::string> password_from(const std::string& text, bool allow_plain) {
    constexpr std::string_view kPlain = "{plain}";
    if (text.empty()) return std::string();
    if (!text.starts_with(kPlain)) {
        return Error{
            Errc::InvalidSettings,
            "TSAPIPASSWORD is in no form that is understood; for a test system write {plain}password and "
            "start the "
            "worker with --dev"};
    }
    if (!allow_plain) {
        return Error{
            Errc::InvalidSettings,
            "TSAPIPASSWORD holds a clear password; that is taken only when the worker runs with --dev"};
    }
    return text.substr(kPlain.size());
}

}  // namespace

Result<WorkerSettings> worker_settings(
    const SettingValues& values, const std::filesystem::path& base, bool allow_plain_password
) {
    auto password = password_from(values.text("TSAPIPASSWORD"), allow_plain_password);
    if (!password) return password.error();
    WorkerSettings settings;
    settings.address = values.text("WORKERADDRESS");
    settings.primary_link = values.text("TSAPIPRIMARYLINK");
    settings.secondary_link = values.text("TSAPISECONDARYLINK");
    settings.user_name = values.text("TSAPIUSERNAME");
    settings.password = std::move(*password);
    settings.password_file = resolved(base, values.text("TSAPIPASSWORDFILE"));
    settings.key_ring = resolved(base, values.text("KEYRING"));
    settings.peers = peer_security(values, base);
    settings.library = resolved(base, values.text("TSAPILIBRARY"));
    settings.private_library = resolved(base, values.text("TSAPIPRIVATELIBRARY"));
    settings.ani_masking = values.text("ANIMASKING");
    settings.ani_layout = values.text("ANILAYOUT");
    settings.max_outstanding_requests = static_cast<unsigned>(values.number("TSAPIMAXREQUESTS"));
    settings.requests_per_second = static_cast<unsigned>(values.number("TSAPIREQUESTRATE"));
    settings.reconnect_limit = std::chrono::seconds(values.number("TSAPIRECONNECT"));
    settings.monitor_linger = std::chrono::seconds(values.number("MONITORLINGER"));
    settings.agent_poll = std::chrono::seconds(values.number("AGENTPOLL"));
    settings.journal_bytes = static_cast<std::uint64_t>(values.number("JOURNALSIZE"));
    settings.journal_age = std::chrono::minutes(values.number("JOURNALAGE"));
    settings.log = log_settings(values, base);
    return settings;
}

}  // namespace ctiengine::config

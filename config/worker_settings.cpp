#include "config/worker_settings.hpp"

namespace ctiengine::config {
namespace {

PasswordPlaces password_places(
    const SettingValues& values, const std::filesystem::path& base, const WorkerCommandLine& command_line
) {
    PasswordPlaces places;
    places.credentials = command_line.credentials;
    places.file = resolved(base, values.text("TSAPIPASSWORDFILE"));
    places.value = values.secret("TSAPIPASSWORD");
    places.key_ring = resolved(base, values.text("KEYRING"));
    places.allow_plain = command_line.allow_plain_password;
    return places;
}

}  // namespace

Result<WorkerSettings> worker_settings(
    const SettingValues& values, const std::filesystem::path& base, const WorkerCommandLine& command_line
) {
    WorkerSettings settings;
    settings.password = password_places(values, base, command_line);
    auto password = read_password(settings.password);  // now, so that a mistake is told at the start
    if (!password) return password.error();
    settings.address = values.text("WORKERADDRESS");
    settings.primary_link = values.text("TSAPIPRIMARYLINK");
    settings.secondary_link = values.text("TSAPISECONDARYLINK");
    settings.user_name = values.text("TSAPIUSERNAME");
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

#include "config/license_settings.hpp"

#include "config/setting_list.hpp"

namespace ctiengine::config {
namespace {

Result<void> check_users(const LicenseSettings& settings) {
    if (settings.primary && settings.ha_users > 0) {
        return Error{
            Errc::InvalidSettings,
            "HA_USERS is " + std::to_string(settings.ha_users) +
                " on a primary server: set it to 0, or PRIMARYCTI to n for a stand-by"};
    }
    if (!settings.primary && settings.users > 0) {
        return Error{
            Errc::InvalidSettings,
            "USERS is " + std::to_string(settings.users) +
                " on a stand-by: set it to 0, or PRIMARYCTI to y for a primary server"};
    }
    return {};
}

WeblmSettings weblm_settings(const SettingValues& values, const std::filesystem::path& base) {
    WeblmSettings weblm;
    weblm.urls = list_of(values.text("WEBLMURL"));
    weblm.authority = resolved(base, values.text("WEBLMCA"));
    weblm.pin = values.text("WEBLMPIN");
    weblm.users_keyword = values.text("WEBLMUSERSKEYWORD");
    weblm.by_adapter = values.number("WEBLMPROVIDER") == 1;
    weblm.adapter_address = values.text("WEBLMADAPTER");
    return weblm;
}

Result<void> check_urls(const std::vector<std::string>& urls) {
    for (const auto& url : urls) {
        if (url.starts_with("https://") && url.size() > 8) continue;
        return Error{
            Errc::InvalidSettings,
            "WEBLMURL holds '" + url +
                "': an address begins with https://, as in https://HOST:52233/WebLM/LicenseServer"};
    }
    return {};
}

}  // namespace

Result<LicenseSettings> license_settings(const SettingValues& values, const std::filesystem::path& base) {
    LicenseSettings settings;
    settings.address = values.text("LICENSEADDRESS");
    settings.primary = values.number("PRIMARYCTI") == 1;
    settings.users = static_cast<std::uint32_t>(values.number("USERS"));
    settings.ha_users = static_cast<std::uint32_t>(values.number("HA_USERS"));
    settings.weblm = weblm_settings(values, base);
    settings.file = resolved(base, values.text("LICENSEFILE"));
    settings.public_key = resolved(base, values.text("LICENSEPUBLICKEY"));
    settings.mac_interface = values.text("LICENSEMACINTERFACE");
    settings.state = resolved(base, values.text("LICENSESTATE"));
    settings.metrics_address = values.text("LICENSEMETRICSADDRESS");
    settings.audit_directory = resolved(base, values.text("LICENSEAUDITDIRECTORY"));
    settings.audit_retention_days = static_cast<unsigned>(values.number("AUDITRETENTION"));
    settings.peers = peer_security(values, base);
    settings.log = log_settings(values, base);
    if (auto good = check_users(settings); !good) return good.error();
    if (auto good = check_urls(settings.weblm.urls); !good) return good.error();
    return settings;
}

}  // namespace ctiengine::config

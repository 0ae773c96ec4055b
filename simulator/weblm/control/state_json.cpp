#include "simulator/weblm/control/state_json.hpp"

#include "common/weblm_messages/date_text.hpp"

#include <nlohmann/json.hpp>

namespace ctiengine::weblm_sim {
namespace {

using nlohmann::json;

json fault_json(const std::optional<Fault>& fault) {
    if (!fault) return nullptr;
    return {{"kind", to_string(fault->kind)}, {"times", fault->times}, {"ms", fault->delay.count()}};
}

json licence_json(const std::optional<InstalledLicence>& installed) {
    if (!installed) return nullptr;
    const auto& licence = installed->licence;
    return {{"product", licence.product}, {"release", licence.release},
            {"sid", licence.sid},         {"hostIds", licence.host_ids},
            {"type", licence.type},       {"installedAt", weblm::utc_text(installed->installed_at)}};
}

json features_json(LicenseServer& server) {
    json features = json::object();
    for (const auto& use : server.feature_uses()) {
        json line{{"expires", use.feature.expires}, {"expired", use.expired}};
        if (use.feature.seats) {
            line["capacity"] = *use.feature.seats;
            line["inUse"] = use.in_use;
            line["usedByOthers"] = use.feature.used_by_others;
        }
        features[use.feature.keyword] = std::move(line);
    }
    return features;
}

json holders_json(LicenseServer& server, const Clock& clock) {
    json holders = json::array();
    for (const auto* client : server.holders()) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(client->holding->lease_end - clock.now());
        holders.push_back(
            {{"client", client->id.id},
             {"instance", client->id.instance},
             {"incarnation", client->id.incarnation},
             {"seats", client->holding->seats},
             {"leaseSecondsLeft", left.count()}}
        );
    }
    return holders;
}

json denials_json(const Denials& denials) {
    json rows = json::object();
    for (const auto& [keyword, code] : denials) rows[keyword] = weblm::to_string(code);
    return rows;
}

}  // namespace

std::string state_json(SimulatorParts& parts) {
    const json state{
        {"time", weblm::utc_text(unix_seconds(parts.clock))},
        {"turnedSeconds", parts.clock.turned().count()},
        {"skewSeconds", parts.faults.skew().count()},
        {"port", parts.public_port.port()},
        {"refusing", !parts.public_port.is_open()},
        {"certificate", parts.certificate.get()->description()},
        {"fault", fault_json(parts.faults.fault())},
        {"faultsPlayed", parts.faults.taken()},
        {"denied", denials_json(parts.server.denials())},
        {"licence", licence_json(parts.server.installed())},
        {"features", features_json(parts.server)},
        {"holders", holders_json(parts.server, parts.clock)}};
    return state.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace ctiengine::weblm_sim

#include "license-svc/app/status_details.hpp"

#include <map>

namespace ctiengine::license {
namespace {

std::int64_t seconds_of(const std::optional<WeblmStatus::WallTime>& time) {
    return time ? std::chrono::system_clock::to_time_t(*time) : 0;
}

void fill_file(v1::LicenseFile& file, const Licensing& licensing, const config::LicenseSettings& settings) {
    const auto& verdict = licensing.file_verdict();
    file.set_present(verdict.event != LicenceEvent::Absent);
    file.set_path(settings.file.string());
    file.set_code(std::string(to_string(verdict.event)));
    file.set_detail(verdict.detail);
}

void fill_server(v1::LicenseServer& server, const WeblmStatus& weblm) {
    server.set_address(weblm.server);
    server.set_server_id(weblm.server_id);
    server.set_session(weblm.session);
    server.set_last_error(weblm.last_error);
    server.set_lease_end(seconds_of(weblm.lease_end));
    server.set_next_request(seconds_of(weblm.next_request));
    server.set_remote_agents(weblm.remote_agents.value_or(0));
    std::map<std::string, const weblm::Grant*> held;
    for (const auto& grant : weblm.held) held[grant.keyword] = &grant;
    for (const auto& grant : weblm.features.empty() ? weblm.held : weblm.features) {
        auto& feature = *server.add_features();
        feature.set_keyword(grant.keyword);
        feature.set_name(grant.name);
        feature.set_expires(grant.expires);
        feature.set_counted(!grant.on.has_value());
        feature.set_capacity(grant.capacity.value_or(grant.on.value_or(false) ? 1 : 0));
        feature.set_in_use(grant.in_use.value_or(0));
        const auto own = held.find(grant.keyword);
        if (own == held.end()) continue;
        feature.set_requested(own->second->requested.value_or(0));
        feature.set_granted(own->second->granted.value_or(own->second->on.value_or(false) ? 1 : 0));
    }
}

void advise_on_server(
    v1::LicenseStatus& status, const config::LicenseSettings& settings, const WeblmStatus* weblm
) {
    if (!weblm) {
        status.add_advice(
            "Put a licence file at " + settings.file.string() +
            ", or name a WebLM server in WEBLMURL with USERS"
        );
        return;
    }
    if (!weblm->last_error.empty()) {
        status.add_advice("Look after the licence server " + weblm->server + ": " + weblm->last_error);
    }
    if (settings.demand() == 0) {
        status.add_advice(
            settings.primary ? "USERS is 0: set how many users to take from the licence"
                             : "HA_USERS is 0: set how many users to take from the licence"
        );
    }
}

void advise(
    v1::LicenseStatus& status,
    const Licensing& licensing,
    const config::LicenseSettings& settings,
    const WeblmStatus* weblm
) {
    const auto& mode = licensing.modes().status();
    const auto& file = licensing.file_verdict();
    const bool bad_file = !file.good() && file.event != LicenceEvent::Absent;
    if (bad_file) {
        status.add_advice("Mend or remove the licence file: " + file.detail);
    } else if (mode.mode != Mode::Licensed) {
        advise_on_server(status, settings, weblm);
    }
    if (status.in_use() > mode.entitlement.seats) {
        status.add_advice(
            "More users work than are licensed; they stay, and new ones can log in when it is fewer"
        );
    } else if (status.in_use() == mode.entitlement.seats) {
        status.add_advice("Every seat is taken: the next log-in will be refused");
    }
    const bool partial = weblm && weblm->granted && weblm->granted->seats < settings.demand();
    if (mode.source == Source::WebLM && partial) {
        status.add_advice(
            "The licence server gives " + std::to_string(weblm->granted->seats) + " of " +
            std::to_string(settings.demand()) + " users: lower USERS, or free licences there"
        );
    }
    if (mode.mode == Mode::Licensed && !mode.entitlement.call_center) {
        status.add_advice("The licence has no call center: ACD services are refused");
    }
}

}  // namespace

void fill_details(
    v1::LicenseStatus& status,
    const Licensing& licensing,
    const config::LicenseSettings& settings,
    const WeblmStatus* weblm
) {
    const auto& grace = licensing.modes().clock().state();
    status.set_last_success(grace ? grace->last_success : 0);
    fill_file(*status.mutable_file(), licensing, settings);
    if (weblm) fill_server(*status.mutable_server(), *weblm);
    advise(status, licensing, settings, weblm);
}

}  // namespace ctiengine::license

#include "simulator/weblm/model/snapshot_json.hpp"

#include "simulator/weblm/licence/licence_xml.hpp"

#include <nlohmann/json.hpp>

namespace ctiengine::weblm_sim {
namespace {

using nlohmann::json;

json json_of(const SavedHolding& holding) {
    json demand = json::array();
    for (const auto& each : holding.demand) {
        json line{{"keyword", each.keyword}, {"optional", each.optional}};
        if (each.count) line["count"] = *each.count;
        demand.push_back(std::move(line));
    }
    const auto& client = holding.client;
    return {
        {"client", client.id},        {"instance", client.instance},   {"incarnation", client.incarnation},
        {"product", client.product},  {"release", client.release},     {"hostId", client.host_id},
        {"session", holding.session}, {"leaseEnd", holding.lease_end}, {"seats", holding.seats},
        {"demand", std::move(demand)}};
}

SavedHolding holding_from(const json& saved) {
    SavedHolding holding;
    auto& client = holding.client;
    saved.at("client").get_to(client.id);
    saved.at("instance").get_to(client.instance);
    saved.at("incarnation").get_to(client.incarnation);
    saved.at("product").get_to(client.product);
    saved.at("release").get_to(client.release);
    saved.at("hostId").get_to(client.host_id);
    saved.at("session").get_to(holding.session);
    saved.at("leaseEnd").get_to(holding.lease_end);
    saved.at("seats").get_to(holding.seats);
    for (const auto& line : saved.at("demand")) {
        weblm::FeatureDemand demand;
        line.at("keyword").get_to(demand.keyword);
        line.at("optional").get_to(demand.optional);
        if (line.contains("count")) demand.count = line.at("count").get<std::uint32_t>();
        holding.demand.push_back(std::move(demand));
    }
    return holding;
}

}  // namespace

std::string write_snapshot(const Snapshot& snapshot) {
    json state{{"version", 1}, {"holdings", json::array()}};
    if (snapshot.installed) {
        state["licence"] = write_licence(snapshot.installed->licence);
        state["installedAt"] = snapshot.installed->installed_at;
    }
    for (const auto& holding : snapshot.holdings) state["holdings"].push_back(json_of(holding));
    return state.dump(2) + "\n";
}

Result<Snapshot> read_snapshot(std::string_view text) {
    try {
        const auto state = json::parse(text);
        if (state.at("version") != 1) return Error{Errc::InvalidValue, "version: only 1 is known"};
        Snapshot snapshot;
        if (state.contains("licence")) {
            auto licence = read_licence(state.at("licence").get<std::string>());
            if (!licence) return Error{Errc::InvalidValue, "licence: " + licence.error().detail};
            snapshot.installed =
                InstalledLicence{std::move(*licence), state.at("installedAt").get<std::int64_t>()};
        }
        for (const auto& saved : state.at("holdings")) snapshot.holdings.push_back(holding_from(saved));
        return snapshot;
    } catch (const json::exception& wrong) {
        return Error{Errc::InvalidValue, wrong.what()};
    }
}

}  // namespace ctiengine::weblm_sim

#include "license-svc/weblm/demand.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace ctiengine::license {
namespace {

const weblm::Grant* find(const weblm::Response& response, const std::string& keyword) {
    const auto& grants = response.grants;
    const auto at = std::find_if(grants.begin(), grants.end(), [&](const weblm::Grant& grant) {
        return grant.keyword == keyword;
    });
    return at == grants.end() ? nullptr : &*at;
}

bool is_on(const weblm::Response& response, const std::string& keyword) {
    const auto* grant = find(response, keyword);
    return grant && grant->on.value_or(false);
}

Error invalid(std::string detail) {
    return {Errc::InvalidSettings, std::move(detail)};
}

bool is_keyword(std::string_view text) {
    constexpr std::string_view kAllowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    return !text.empty() && text.size() <= weblm::kLongestKeyword &&
           text.find_first_not_of(kAllowed) == std::string_view::npos;
}

}  // namespace

Result<Demand> make_demand(const DemandSettings& settings) {
    const auto [wanted, other] =
        settings.primary ? std::pair("USERS", "HA_USERS") : std::pair("HA_USERS", "USERS");
    const auto seats = settings.primary ? settings.users : settings.ha_users;
    if ((settings.primary ? settings.ha_users : settings.users) != 0) {
        return invalid(
            fmt::format("with PRIMARYCTI {} {} has to be 0", settings.primary ? "yes" : "no", other)
        );
    }
    if (seats == 0 || seats > weblm::kMostSeats) {
        return invalid(fmt::format(
            "with PRIMARYCTI {} {} is the number of users to ask the licence server for, 1 to {}; it is {}",
            settings.primary ? "yes" : "no", wanted, weblm::kMostSeats, seats
        ));
    }
    if (!settings.primary)
        return Demand{"VALUE_AESO_OPEN_HA_USERS", seats, "FEAT_AESO_HA", "FEAT_AESO_HA_CALLCENTER"};
    if (!is_keyword(settings.users_keyword)) {
        return invalid(fmt::format(
            "the licence keyword of the users has 1 to {} letters, digits and '_'; '{}' has not",
            weblm::kLongestKeyword, settings.users_keyword
        ));
    }
    return Demand{settings.users_keyword, seats, "FEAT_AESO_BASE", "FEAT_AESO_CALLCENTER"};
}

std::vector<weblm::FeatureDemand> features_of(const Demand& demand) {
    return {
        {demand.seats_keyword, demand.seats, false},
        {demand.base_keyword, std::nullopt, false},
        {demand.call_center_keyword, std::nullopt, true},
    };
}

Result<Entitlement> entitlement_of(const Demand& demand, const weblm::Response& response) {
    if (!is_on(response, demand.base_keyword)) {
        return Error{Errc::Refused, fmt::format("the licence does not have {}", demand.base_keyword)};
    }
    const auto* seats = find(response, demand.seats_keyword);
    const auto granted = seats ? seats->granted.value_or(0) : 0;
    if (granted == 0) {
        return Error{Errc::Refused, fmt::format("the server granted no {}", demand.seats_keyword)};
    }
    return Entitlement{std::min(granted, demand.seats), is_on(response, demand.call_center_keyword)};
}

}  // namespace ctiengine::license

#include "simulator/weblm/model/demand_decision.hpp"

#include "common/weblm_messages/date_text.hpp"

#include <algorithm>

namespace ctiengine::weblm_sim {
namespace {

using weblm::Grant;
using weblm::ResultCode;

/// Gravest last.
int gravity(ResultCode code) {
    constexpr ResultCode kOrder[] = {
        ResultCode::Ok,      ResultCode::Partial,       ResultCode::DeniedCapacity,
        ResultCode::Expired, ResultCode::DeniedFeature, ResultCode::BadRequest};
    const auto* const end = std::end(kOrder);
    return static_cast<int>(std::find(std::begin(kOrder), end, code) - std::begin(kOrder));
}

struct Judged {
    ResultCode code;
    std::string text;
};

const LicensedFeature* find_feature(const Licence& licence, const std::string& keyword) {
    const auto found = std::find_if(licence.features.begin(), licence.features.end(), [&](const auto& each) {
        return each.keyword == keyword;
    });
    return found == licence.features.end() ? nullptr : &*found;
}

Judged judge_seats(
    const weblm::FeatureDemand& demand,
    const LicensedFeature& feature,
    const DemandContext& context,
    Grant& grant
) {
    const std::uint64_t used = context.used_by_others(feature);
    const std::uint64_t capacity = *feature.seats;
    const std::uint64_t left = capacity > used ? capacity - used : 0;
    const auto seats = static_cast<std::uint32_t>(std::min<std::uint64_t>(left, *demand.count));
    grant.granted = seats;
    grant.in_use = static_cast<std::uint32_t>(std::min<std::uint64_t>(used + seats, weblm::kMostSeats));
    if (seats == *demand.count) return {ResultCode::Ok, ""};
    const auto text = demand.keyword + ": " + std::to_string(seats) + " of " + std::to_string(*demand.count) +
                      " seats are left, " + std::to_string(used) + " of " + std::to_string(capacity) +
                      " are in use elsewhere";
    return {seats == 0 ? ResultCode::DeniedCapacity : ResultCode::Partial, text};
}

/// Fills the grant as if nothing else were wanted.
Judged judge(const weblm::FeatureDemand& demand, const DemandContext& context, Grant& grant) {
    const auto* const feature = find_feature(context.licence, demand.keyword);
    const auto denial = context.denials.find(demand.keyword);
    if (!feature) return {ResultCode::DeniedFeature, demand.keyword + " is not in the licence"};
    grant.name = feature->name;
    grant.capacity = feature->seats;
    grant.expires = feature->expires;
    if (feature->seats.has_value() != demand.count.has_value()) {
        return {
            ResultCode::BadRequest,
            demand.keyword + (feature->seats ? " has seats: the demand needs a count"
                                             : " is an on/off feature: the demand has no count")};
    }
    if (denial != context.denials.end())
        return {denial->second, demand.keyword + " is denied by the operator of the simulator"};
    if (is_expired(*feature, context.now))
        return {ResultCode::Expired, demand.keyword + " expired on " + feature->expires};
    if (feature->seats) return judge_seats(demand, *feature, context, grant);
    grant.on = true;
    return {ResultCode::Ok, ""};
}

void take_back(Grant& grant) {
    if (grant.requested) {
        grant.in_use.reset();  // of no use any more: it counted the seats that are taken back
        grant.granted = 0;
    } else {
        grant.on = false;
    }
}

}  // namespace

bool is_expired(const LicensedFeature& feature, std::int64_t now) {
    const auto end = weblm::seconds_of_date(feature.expires);
    return end && now >= *end;
}

Decision decide(const std::vector<weblm::FeatureDemand>& demand, const DemandContext& context) {
    Decision decision;
    for (const auto& each : demand) {
        Grant grant;
        grant.keyword = each.keyword;
        grant.requested = each.count;
        auto judged = judge(each, context, grant);
        if (!grant.granted && !grant.on) take_back(grant);
        decision.grants.push_back(std::move(grant));
        const bool counts = !each.optional || judged.code == ResultCode::BadRequest;
        if (!counts || gravity(judged.code) <= gravity(decision.code)) continue;
        decision.code = judged.code;
        decision.text = std::move(judged.text);
    }
    if (!decision.granted()) std::for_each(decision.grants.begin(), decision.grants.end(), take_back);
    return decision;
}

}  // namespace ctiengine::weblm_sim

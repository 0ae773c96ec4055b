#include "common/authentication/claims.hpp"

#include "common/authentication/users.hpp"
#include "common/strict_json/strict_json.hpp"

#include <algorithm>
#include <cmath>

namespace ctiengine::authentication {
namespace {

using nlohmann::json;
using Time = std::chrono::system_clock::time_point;

constexpr double kLatest = 253402300799.0;  // end of the year 9999

Error refused(const std::string& what) {
    return {Errc::Refused, "the token's " + what};
}

/// A NumericDate (RFC 7519 section 2). Empty = the claim is absent.
Result<std::optional<Time>> time_claim(const json& claims, const std::string& name) {
    const auto found = claims.find(name);
    if (found == claims.end()) return std::optional<Time>();
    if (!found->is_number()) return refused(name + " is not a number");
    const auto seconds = found->get<double>();
    if (!(seconds >= 0 && seconds <= kLatest)) return refused(name + " is not a time");
    return std::optional(Time(std::chrono::seconds(static_cast<std::int64_t>(std::floor(seconds)))));
}

Result<std::string> text_claim(const json& claims, const std::string& name) {
    const auto found = claims.find(name);
    if (found == claims.end()) return refused(name + " is missing");
    if (!found->is_string()) return refused(name + " is not a text");
    return found->get<std::string>();
}

/// A text or a list of texts; absent = none.
Result<std::vector<std::string>> list_claim(const json& claims, const std::string& name) {
    std::vector<std::string> list;
    const auto found = claims.find(name);
    if (found == claims.end()) return list;
    if (found->is_string()) return std::vector{found->get<std::string>()};
    if (!found->is_array()) return refused(name + " is neither a text nor a list of texts");
    for (const auto& item : *found) {
        if (!item.is_string()) return refused(name + " is neither a text nor a list of texts");
        list.push_back(item.get<std::string>());
    }
    return list;
}

Result<void> check_parties(const json& claims, const ClaimRules& rules) {
    auto issuer = text_claim(claims, "iss");
    if (!issuer) return issuer.error();
    if (*issuer != rules.issuer) return refused("iss is not TOKENISSUER");
    auto audience = list_claim(claims, "aud");
    if (!audience) return audience.error();
    if (audience->empty()) return refused("aud is missing");
    if (std::count(audience->begin(), audience->end(), rules.audience) == 0) {
        return refused("aud is not TOKENAUDIENCE");
    }
    return {};
}

/// Until when it is good for us.
Result<Time> check_times(const json& claims, Time now) {
    auto expires = time_claim(claims, "exp");
    auto not_before = time_claim(claims, "nbf");
    auto issued = time_claim(claims, "iat");
    for (const auto* claim : {&expires, &not_before, &issued}) {
        if (!*claim) return claim->error();
    }
    if (!*expires) return refused("exp is missing");
    if (now >= **expires + kClockSkew) return refused("exp has passed");
    if (*not_before && now + kClockSkew < **not_before) return refused("nbf has not come yet");
    if (*issued && now + kClockSkew < **issued) return refused("iat has not come yet");
    return **expires + kClockSkew;
}

Result<std::set<std::string>> numbers_claim(const json& claims, const std::string& name) {
    auto list = list_claim(claims, name);
    if (!list) return list.error();
    std::set<std::string> numbers;
    for (auto& number : *list) {
        if (!mistake_in_number(number).empty())
            return refused(name + " holds what is no number of the switch");
        numbers.insert(std::move(number));
    }
    return numbers;
}

Result<identity::Role> role_claim(const json& claims, const std::string& name) {
    if (!claims.contains(name)) return identity::Role::Agent;
    auto word = text_claim(claims, name);
    const auto role = word ? identity::role_from(*word) : std::nullopt;
    if (!role) return refused(name + " is none of agent, supervisor, admin");
    return *role;
}

Result<identity::Identity> read_user(const json& claims, const ClaimRules& rules) {
    auto user = text_claim(claims, rules.user);
    if (!user) return user.error();
    if (!mistake_in_user_name(*user).empty()) return refused(rules.user + " is no name of a user");
    auto role = role_claim(claims, rules.role);
    if (!role) return role.error();
    auto devices = numbers_claim(claims, rules.extension);
    if (!devices) return devices.error();
    auto agents = numbers_claim(claims, rules.agent);
    if (!agents) return agents.error();
    identity::Identity identity;
    identity.user = std::move(*user);
    identity.rights = {*role, std::move(*devices), std::move(*agents)};
    identity.proven_by = "token";
    return identity;
}

}  // namespace

Result<identity::Identity> identity_from_claims(
    std::string_view payload, const ClaimRules& rules, std::chrono::system_clock::time_point now
) {
    auto document = strict_json::parse(payload);
    if (!document) return refused("payload: " + document.error().detail);
    const auto& claims = document->value;
    if (!claims.is_object()) return refused("payload is no JSON object");
    auto parties = check_parties(claims, rules);
    if (!parties) return parties.error();
    auto expires = check_times(claims, now);
    if (!expires) return expires.error();
    auto identity = read_user(claims, rules);
    if (identity) identity->expires = *expires;
    return identity;
}

}  // namespace ctiengine::authentication

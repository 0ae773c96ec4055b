#include "license-svc/file_licence/licence_claims.hpp"

#include "common/strict_json/strict_json.hpp"
#include "license-svc/file_licence/mac_address.hpp"

#include <algorithm>

namespace ctiengine::license {
namespace {

using nlohmann::json;

constexpr std::size_t kMostMacs = 8;
constexpr std::size_t kLongestText = 128;
constexpr std::size_t kDeepestClaims = 4;
constexpr std::int64_t kLatestTime = 32503680000;  // the year 3000

Error wrong(const std::string& what) {
    return {Errc::InvalidValue, what};
}

Result<std::string> text(const json& claims, const char* name, bool needed) {
    const auto found = claims.find(name);
    if (found == claims.end() && !needed) return std::string();
    if (found == claims.end()) return wrong(std::string("the claim ") + name + " is missing");
    const bool good = found->is_string() && found->get_ref<const std::string&>().size() <= kLongestText;
    if (!good) return wrong(std::string("the claim ") + name + " is no text of at most 128 bytes");
    return found->get<std::string>();
}

Result<std::int64_t> number(const json& claims, const char* name, std::int64_t most) {
    const auto found = claims.find(name);
    if (found == claims.end()) return wrong(std::string("the claim ") + name + " is missing");
    const bool good =
        found->is_number_unsigned() && found->get<std::uint64_t>() <= static_cast<std::uint64_t>(most);
    if (!good)
        return wrong(std::string("the claim ") + name + " is no whole number up to " + std::to_string(most));
    return found->get<std::int64_t>();
}

Result<std::optional<std::int64_t>> time(const json& claims, const char* name) {
    if (!claims.contains(name)) return std::optional<std::int64_t>();
    auto seconds = number(claims, name, kLatestTime);
    if (!seconds) return seconds.error();
    return std::optional(*seconds);
}

Result<std::vector<std::string>> macs(const json& claims) {
    const auto found = claims.find("mac");
    if (found == claims.end() || !found->is_array() || found->empty() || found->size() > kMostMacs) {
        return wrong("the claim mac is no list of 1 to 8 addresses");
    }
    std::vector<std::string> all;
    for (const auto& entry : *found) {
        const auto mac = entry.is_string() ? canonical_mac(entry.get<std::string>()) : std::nullopt;
        if (!mac) return wrong("the claim mac holds something that is no MAC address");
        all.push_back(*mac);
    }
    return all;
}

std::string_view major_of(std::string_view release) {
    return release.substr(0, release.find('.'));
}

Result<void> check_product(const json& claims, std::string_view product, std::string_view release) {
    auto version = number(claims, "ver", 1);
    if (!version || *version != 1) return wrong("the licence is of a version that this engine does not know");
    auto named = text(claims, "product", true);
    if (!named) return named.error();
    if (*named != product) return wrong("the licence is for the product " + strict_json::shown_name(*named));
    auto of = text(claims, "release", false);
    if (!of) return of.error();
    if (of->empty() || major_of(*of) == major_of(release)) return {};
    return wrong(
        "the licence is for release " + strict_json::shown_name(*of) + ", this is " + std::string(release)
    );
}

}  // namespace

Result<LicenceClaims> read_claims(
    std::string_view payload, std::string_view product, std::string_view release
) {
    auto document = strict_json::parse(payload, kDeepestClaims);
    if (!document) return document.error();
    const auto& claims = document->value;
    if (!claims.is_object()) return wrong("the licence holds no JSON object");
    if (auto good = check_product(claims, product, release); !good) return good.error();
    auto id = text(claims, "lid", true);
    auto customer = text(claims, "customer", false);
    auto users = number(claims, "users", kMostLicensedUsers * 10);
    auto ha_users = number(claims, "ha_users", kMostLicensedUsers * 10);
    auto issued = number(claims, "iat", kLatestTime);
    auto not_before = time(claims, "nbf");
    auto expires = time(claims, "exp");
    auto addresses = macs(claims);
    const auto call_center = claims.find("callcenter");
    if (call_center == claims.end() || !call_center->is_boolean())
        return wrong("the claim callcenter is not true or false");
    if (!id) return id.error();
    if (!customer) return customer.error();
    if (!users) return users.error();
    if (!ha_users) return ha_users.error();
    if (!issued) return issued.error();
    if (!not_before) return not_before.error();
    if (!expires) return expires.error();
    if (!addresses) return addresses.error();
    LicenceClaims read;
    read.id = std::move(*id);
    read.customer = std::move(*customer);
    read.macs = std::move(*addresses);
    read.users = static_cast<std::uint32_t>(*users);
    read.ha_users = static_cast<std::uint32_t>(*ha_users);
    read.call_center = call_center->get<bool>();
    read.issued = *issued;
    read.not_before = *not_before;
    read.expires = *expires;
    return read;
}

}  // namespace ctiengine::license

#include "license-svc/license_sign/licence_order.hpp"

#include "license-svc/file_licence/mac_address.hpp"
#include "license-svc/license_sign/licence_text.hpp"

#include <openssl/rand.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <stdexcept>

namespace ctiengine::license {
namespace {

Error wrong(std::string what) {
    return {Errc::InvalidValue, std::move(what)};
}

/// A random UUID (RFC 4122, version 4).
std::string new_id() {
    std::array<unsigned char, 16> octets{};
    if (::RAND_bytes(octets.data(), static_cast<int>(octets.size())) != 1) {
        throw std::runtime_error("OpenSSL has no random numbers");
    }
    octets[6] = static_cast<unsigned char>((octets[6] & 0x0fU) | 0x40U);
    octets[8] = static_cast<unsigned char>((octets[8] & 0x3fU) | 0x80U);
    std::string id;
    for (std::size_t at = 0; at < octets.size(); ++at) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", octets[at]);
        id += digits;
        if (at == 3 || at == 5 || at == 7 || at == 9) id += '-';
    }
    return id;
}

/// Midnight UTC of a day like 2027-01-31, in seconds since 1970.
Result<std::optional<std::int64_t>> day(const std::string& text) {
    if (text.empty()) return std::optional<std::int64_t>();
    int year = 0;
    unsigned month = 0;
    unsigned number = 0;
    char rest = 0;
    const bool read = std::sscanf(text.c_str(), "%4d-%2u-%2u%c", &year, &month, &number, &rest) == 3;
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
    if (!read || !date.ok()) return wrong("'" + text + "' is no day; write it as 2027-01-31");
    const auto since = std::chrono::sys_days(date).time_since_epoch();
    return std::optional<std::int64_t>(std::chrono::duration_cast<std::chrono::seconds>(since).count());
}

}  // namespace

Result<std::string> checked_claims(std::string json) {
    auto good = read_claims(json, kProduct, kRelease);
    if (!good) return good.error();
    if (good->expires && *good->expires <= good->not_before.value_or(0)) {
        return wrong("the licence would end before it begins");
    }
    return json;
}

Result<std::string> claims_of(const LicenceOrder& order, std::int64_t now) {
    if (order.macs.empty()) return wrong("name the customer's host with --mac");
    if (order.users == 0 && order.ha_users == 0) return wrong("say for how many: --users or --ha-users");
    LicenceClaims claims;
    for (const auto& text : order.macs) {
        const auto mac = canonical_mac(text);
        if (!mac) return wrong("'" + text + "' is no MAC address");
        claims.macs.push_back(*mac);
    }
    auto not_before = day(order.not_before);
    if (!not_before) return not_before.error();
    auto expires = day(order.expires);
    if (!expires) return expires.error();
    claims.id = new_id();
    claims.issued = now;
    claims.not_before = *not_before;
    claims.expires = *expires;
    claims.users = order.users;
    claims.ha_users = order.ha_users;
    claims.call_center = order.call_center;
    claims.customer = order.customer;
    return checked_claims(claims_json(claims, order.release));
}

}  // namespace ctiengine::license

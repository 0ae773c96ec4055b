#include "license-svc/file_licence/licence_check.hpp"

#include "common/jws/compact.hpp"
#include "common/jws/public_key.hpp"

#include <algorithm>
#include <ctime>

namespace ctiengine::license {
namespace {

constexpr int kLeastRsaBits = 3072;
constexpr std::int64_t kDay = 86400;

LicenceVerdict refused(LicenceEvent event, std::string detail) {
    LicenceVerdict result;
    result.event = event;
    result.detail = std::move(detail);
    return result;
}

std::string day_of(std::int64_t seconds) {
    const std::time_t time = seconds;
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    char text[16];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d", &parts)};
}

std::string list_of(const std::vector<std::string>& macs) {
    std::string list;
    for (const auto& mac : macs) list += (list.empty() ? "" : ", ") + mac;
    return list.empty() ? "none" : list;
}

/// One line, with or without its end.
std::optional<std::string_view> only_line(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.empty() || text.find_first_of(" \t\r\n") != text.npos) return std::nullopt;
    return text;
}

/// Passes on what was refused before.
LicenceVerdict check_times(LicenceVerdict result, std::int64_t now) {
    if (!result.good()) return result;
    const auto& claims = *result.claims;
    if (claims.not_before && now < *claims.not_before) {
        return refused(
            LicenceEvent::NotYet, "the licence begins on " + day_of(*claims.not_before) +
                                      "; is the host's clock right? It says " + day_of(now)
        );
    }
    if (claims.expires && now >= *claims.expires) {
        return refused(
            LicenceEvent::Expired,
            "the licence ended on " + day_of(*claims.expires) + "; ask the supplier for a new one"
        );
    }
    if (claims.issued > now + kDay) {
        result.warnings.push_back(
            "the licence was issued on " + day_of(claims.issued) + ", but the host's clock says " +
            day_of(now) + ": set the clock right"
        );
    }
    return result;
}

void clamp(std::uint32_t& users, const char* name, std::vector<std::string>& warnings) {
    if (users <= kMostLicensedUsers) return;
    warnings.push_back(
        std::string("LIC_CLAMPED: the licence has more ") + name + " than this engine can serve; " +
        std::to_string(kMostLicensedUsers) + " count"
    );
    users = kMostLicensedUsers;
}

/// Passes on what was refused before.
LicenceVerdict check_host(LicenceVerdict result, const std::vector<std::string>& macs) {
    if (!result.good()) return result;
    const auto& named = result.claims->macs;
    const bool bound = std::any_of(named.begin(), named.end(), [&](const std::string& mac) {
        return std::find(macs.begin(), macs.end(), mac) != macs.end();
    });
    if (bound) return result;
    return refused(
        LicenceEvent::MacMismatch, "the licence is for the host with " + list_of(named) + ", this host has " +
                                       list_of(macs) +
                                       "; ctiengine-admin license hostid shows what to send to the supplier"
    );
}

LicenceVerdict check_claims(const std::string& payload, std::string_view product, std::string_view release) {
    auto claims = read_claims(payload, product, release);
    if (!claims) return refused(LicenceEvent::NotOurs, claims.error().detail + "; ask the supplier");
    LicenceVerdict result;
    result.event = LicenceEvent::Good;
    clamp(claims->users, "users", result.warnings);
    clamp(claims->ha_users, "stand-by users", result.warnings);
    result.claims = std::move(*claims);
    return result;
}

}  // namespace

LicenceVerdict read_licence(
    std::string_view text, std::string_view public_key, std::string_view product, std::string_view release
) {
    const auto line = text.size() <= kLargestLicenceFile ? only_line(text) : std::nullopt;
    if (!line) {
        return refused(
            LicenceEvent::FileUnreadable,
            "the file is not one line of at most 8 KiB; was it changed by an editor or a mail program? Copy "
            "it again"
        );
    }
    const auto token = jws::parse_compact(*line);
    if (!token) {
        const bool algorithm = token.error().code == Errc::Refused;
        return refused(
            algorithm ? LicenceEvent::AlgorithmRefused : LicenceEvent::FileUnreadable,
            token.error().detail + "; copy the file again as the supplier sent it"
        );
    }
    if (token->type != kLicenceType) {
        return refused(
            LicenceEvent::FileUnreadable, "the file is signed, but it is no licence of this product"
        );
    }
    const auto key = jws::PublicKey::from_pem(public_key, kLeastRsaBits);
    if (!key) {
        return refused(
            LicenceEvent::KeyBad, "the supplier's public key cannot be used: " + key.error().detail +
                                      "; put the file that came with the licence at LICENSEPUBLICKEY"
        );
    }
    if (!key->fits(token->algorithm)) {
        return refused(
            LicenceEvent::AlgorithmRefused,
            "the licence was signed with another kind of key than LICENSEPUBLICKEY; the two belong together"
        );
    }
    if (!key->verifies(token->algorithm, token->signed_text, token->signature)) {
        return refused(
            LicenceEvent::SignatureBad,
            "the file was changed, or signed by somebody else than LICENSEPUBLICKEY says; copy both files "
            "again"
        );
    }
    return check_claims(token->payload, product, release);
}

LicenceVerdict check_licence(std::string_view text, std::string_view public_key, const LicenceHost& host) {
    auto read = read_licence(text, public_key, host.product, host.release);
    auto result = check_times(check_host(std::move(read), host.macs), host.now);
    if (host.clock_set_back) {
        result.warnings.push_back(
            "LIC_CLOCK_ROLLBACK: the host's clock was set back; the latest time it has shown counts, " +
            day_of(host.now) + ". Set the clock right"
        );
    }
    return result;
}

}  // namespace ctiengine::license

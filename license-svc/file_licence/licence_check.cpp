#include "license-svc/file_licence/licence_check.hpp"

#include "common/jws/compact.hpp"
#include "common/jws/public_key.hpp"

#include <algorithm>
#include <ctime>

namespace ctiengine::license {
namespace {

constexpr int kLeastRsaBits = 3072;
constexpr std::int64_t kDay = 86400;

LicenceVerdict verdict(LicenceEvent event, std::string detail) {
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

LicenceVerdict check_times(LicenceVerdict result, std::int64_t now) {
    const auto& claims = *result.claims;
    if (claims.not_before && now < *claims.not_before) {
        return verdict(
            LicenceEvent::NotYet, "the licence begins on " + day_of(*claims.not_before) +
                                      "; is the host's clock right? It says " + day_of(now)
        );
    }
    if (claims.expires && now >= *claims.expires) {
        return verdict(
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

LicenceVerdict check_payload(const std::string& payload, const LicenceHost& host) {
    auto claims = read_claims(payload, host.product, host.release);
    if (!claims) return verdict(LicenceEvent::NotOurs, claims.error().detail + "; ask the supplier");
    const bool bound = std::any_of(claims->macs.begin(), claims->macs.end(), [&](const std::string& mac) {
        return std::find(host.macs.begin(), host.macs.end(), mac) != host.macs.end();
    });
    if (!bound) {
        return verdict(
            LicenceEvent::MacMismatch,
            "the licence is for the host with " + list_of(claims->macs) + ", this host has " +
                list_of(host.macs) + "; ctiengine-admin license hostid shows what to send to the supplier"
        );
    }
    LicenceVerdict result;
    result.event = LicenceEvent::Good;
    clamp(claims->users, "users", result.warnings);
    clamp(claims->ha_users, "stand-by users", result.warnings);
    result.claims = std::move(*claims);
    return check_times(std::move(result), host.now);
}

}  // namespace

LicenceVerdict check_licence(std::string_view text, std::string_view public_key, const LicenceHost& host) {
    const auto line = text.size() <= kLargestLicenceFile ? only_line(text) : std::nullopt;
    if (!line) {
        return verdict(
            LicenceEvent::FileUnreadable,
            "the file is not one line of at most 8 KiB; was it changed by an editor or a mail program? Copy "
            "it again"
        );
    }
    const auto signed_text = jws::parse_compact(*line);
    if (!signed_text) {
        const bool form = signed_text.error().detail.find("alg") == std::string::npos;
        return verdict(
            form ? LicenceEvent::FileUnreadable : LicenceEvent::AlgorithmRefused,
            signed_text.error().detail + "; copy the file again as the supplier sent it"
        );
    }
    if (signed_text->type != kLicenceType) {
        return verdict(
            LicenceEvent::FileUnreadable, "the file is signed, but it is no licence of this product"
        );
    }
    const auto key = jws::PublicKey::from_pem(public_key, kLeastRsaBits);
    if (!key) {
        return verdict(
            LicenceEvent::KeyBad, "the supplier's public key cannot be used: " + key.error().detail +
                                      "; put the file that came with the licence at LICENSEPUBLICKEY"
        );
    }
    if (!key->fits(signed_text->algorithm)) {
        return verdict(
            LicenceEvent::AlgorithmRefused,
            "the licence was signed with another kind of key than LICENSEPUBLICKEY; the two belong together"
        );
    }
    if (!key->verifies(signed_text->algorithm, signed_text->signed_text, signed_text->signature)) {
        return verdict(
            LicenceEvent::SignatureBad,
            "the file was changed, or signed by somebody else than LICENSEPUBLICKEY says; copy both files "
            "again"
        );
    }
    return check_payload(signed_text->payload, host);
}

}  // namespace ctiengine::license

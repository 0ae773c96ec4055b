#pragma once
#include "license-svc/file_licence/licence_claims.hpp"
#include "license-svc/file_licence/licence_event.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::license {

inline constexpr std::size_t kLargestLicenceFile = 8 * 1024;
inline constexpr std::string_view kLicenceType = "ctiengine-license+jws";

/// What a licence is held against.
struct LicenceHost {
    std::vector<std::string> macs;  ///< canonical; of the primary interface
    std::int64_t now = 0;           ///< trusted time, seconds since 1970
    std::string product = "CTI_Engine";
    std::string release;  ///< "4.5"
};

struct LicenceVerdict {
    LicenceEvent event = LicenceEvent::Absent;
    std::optional<LicenceClaims> claims;  ///< with Good only
    std::string detail;  ///< what is wrong and what to do; nothing of the file before its signature was good
    std::vector<std::string> warnings;

    bool good() const { return event == LicenceEvent::Good; }
};

/// The whole check in its order: form, header, key, signature, claims, address, times, limits. Nothing of the
/// payload is believed or quoted before the signature was good. Pure.
/// `text`: the file, one line; `public_key`: PEM. Errors are verdicts (licensing rules,
/// docs/ops/license-file.md).
LicenceVerdict check_licence(std::string_view text, std::string_view public_key, const LicenceHost& host);

}  // namespace ctiengine::license

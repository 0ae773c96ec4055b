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
    bool clock_set_back = false;    ///< `now` is not what the host's clock says, but the latest time it said
    std::string product{kProduct};
    std::string release{kRelease};
};

struct LicenceVerdict {
    LicenceEvent event = LicenceEvent::Absent;
    std::optional<LicenceClaims> claims;  ///< with Good only
    std::string detail;  ///< what is wrong and what to do; nothing of the file before its signature was good
    std::vector<std::string> warnings;

    bool good() const { return event == LicenceEvent::Good; }
};

/// What stands in the file, whatever host and time it is for: form, header, key, signature, claims, in this
/// order. Nothing of the payload is believed or quoted before the signature was good. Pure.
/// `text`: the file, one line; `public_key`: PEM. Errors are verdicts (docs/ops/license-file.md).
LicenceVerdict read_licence(
    std::string_view text, std::string_view public_key, std::string_view product, std::string_view release
);

/// The whole check: read_licence(), then address and times of this host. Pure.
LicenceVerdict check_licence(std::string_view text, std::string_view public_key, const LicenceHost& host);

}  // namespace ctiengine::license

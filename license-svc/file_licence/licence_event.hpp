#pragma once
#include <string_view>

namespace ctiengine::license {

/// What came of a look at the licence file; the names stand in logs and in docs/ops/license-file.md.
enum class LicenceEvent {
    Good,
    Absent,
    FileUnreadable,
    KeyBad,
    AlgorithmRefused,
    SignatureBad,
    NotOurs,  ///< product, release or claims of another kind
    MacMismatch,
    Expired,
    NotYet,
};

constexpr std::string_view to_string(LicenceEvent event) {
    switch (event) {
        case LicenceEvent::Good: return "LIC_GOOD";
        case LicenceEvent::Absent: return "LIC_MODE_WEBLM";
        case LicenceEvent::FileUnreadable: return "LIC_FILE_UNREADABLE";
        case LicenceEvent::KeyBad: return "LIC_KEY_BAD";
        case LicenceEvent::AlgorithmRefused: return "LIC_ALG_REFUSED";
        case LicenceEvent::SignatureBad: return "LIC_SIG_BAD";
        case LicenceEvent::NotOurs: return "LIC_NOT_OURS";
        case LicenceEvent::MacMismatch: return "LIC_MAC_MISMATCH";
        case LicenceEvent::Expired: return "LIC_EXPIRED";
        case LicenceEvent::NotYet: return "LIC_NOT_YET";
    }
    return "?";
}

}  // namespace ctiengine::license

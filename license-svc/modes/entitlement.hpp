#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace ctiengine::license {

enum class Mode { Licensed, Grace, Unlicensed };
enum class Source { None, File, WebLM };

constexpr std::string_view to_string(Mode mode) {
    return mode == Mode::Licensed ? "licensed" : mode == Mode::Grace ? "grace" : "unlicensed";
}
constexpr std::string_view to_string(Source source) {
    return source == Source::File ? "file" : source == Source::WebLM ? "weblm" : "none";
}

/// What a licence allows.
struct Entitlement {
    std::uint32_t seats = 0;   ///< concurrent users
    bool call_center = false;  ///< ACD services (R-043)
    bool operator==(const Entitlement&) const = default;
};

/// Without a licence: the full function for five users in all (R-057, licensing of the manual).
inline constexpr Entitlement kUnlicensed{5, true};

}  // namespace ctiengine::license

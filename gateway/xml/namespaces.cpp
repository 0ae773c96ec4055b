#include "gateway/xml/namespaces.hpp"

#include <array>

namespace ctiengine::gateway {
namespace {

constexpr std::array<const char*, 4> kCstaNamespaces = {
    "http://www.ecma-international.org/standards/ecma-323/csta/ed3",
    "http://www.ecma-international.org/standards/ecma-323/csta/ed4",
    "http://www.ecma-international.org/standards/ecma-323/csta/ed5",
    "http://www.ecma-international.org/standards/ecma-323/csta/ed6",
};

/// What follows the part that all CSTA namespaces share, e.g. "3", "3/priv2" or "6"; empty = no CSTA
/// namespace.
std::string_view after_edition_mark(std::string_view uri) {
    for (std::string_view start :
         {"http://www.ecma-international.org/standards/ecma-323/csta/ed",
          "http://www.ecma.ch/standards/ecma-323/csta/ed"}) {
        if (uri.starts_with(start)) return uri.substr(start.size());
    }
    return {};
}

}  // namespace

const char* namespace_of(Edition edition) {
    return kCstaNamespaces[static_cast<std::size_t>(edition) - 3];
}

std::optional<Edition> edition_from(std::string_view namespace_uri) {
    const auto rest = after_edition_mark(namespace_uri);
    if (rest == "3" || rest.starts_with("3/priv")) return Edition::Ed3;
    if (rest == "4") return Edition::Ed4;
    if (rest == "5") return Edition::Ed5;
    if (rest == "6") return Edition::Ed6;
    return std::nullopt;
}

bool accepted_on_input(std::string_view namespace_uri) {
    const auto rest = after_edition_mark(namespace_uri);
    return namespace_uri.empty() || edition_from(namespace_uri) || rest == "2" ||
           rest.starts_with("2/priv") || namespace_uri == kAvayaNamespace ||
           namespace_uri == kSessionNamespace;
}

std::optional<ProtocolVersion> choose_version(const std::vector<std::string>& requested) {
    for (const auto& text : requested) {
        if (auto edition = edition_from(text)) return ProtocolVersion{*edition, text};
    }
    return std::nullopt;
}

}  // namespace ctiengine::gateway

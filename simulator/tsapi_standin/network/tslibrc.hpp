#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::tsapi_standin {

/// Port of the TSAPI name service when a line of tslibrc names none.
constexpr std::uint16_t kNameServicePort = 450;

/// A host that can be asked for its TLinks.
struct NameServer {
    std::string host;
    std::uint16_t port = kNameServicePort;
};

/// TLinks to try, in order, when the preferred one is not available at open.
struct AlternateTlinks {
    std::string tlink;
    std::vector<std::string> alternates;
};

/// Content of the client library's configuration file.
struct Tslibrc {
    std::vector<NameServer> servers;
    std::vector<AlternateTlinks> alternates;
};

/// Reads the text of a tslibrc: lines `host blanks port` and `Alternates(TLINK)=A:B:C`. Blank lines, comments
/// (first character `#` or `;`) and lines of any other form (such as keys for TLS) are passed over. At most
/// four alternates a list and 16 lists count; what is beyond is ignored.
Tslibrc parse_tslibrc(std::string_view text);

/// Loads the file named by the environment CTIENGINE_TSLIBRC, else /usr/lib/tslibrc. nullopt: it cannot be
/// read.
std::optional<Tslibrc> load_tslibrc();

/// The TLinks to try for `tlink`: itself, then its alternates. Names are compared without case.
std::vector<std::string> tlinks_to_try(const Tslibrc& settings, const std::string& tlink);

/// TLink names are equal whatever the case of their letters.
bool same_tlink(std::string_view left, std::string_view right);

}  // namespace ctiengine::tsapi_standin

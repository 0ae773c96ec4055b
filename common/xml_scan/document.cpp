#include "common/xml_scan/document.hpp"

#include <string>
#include <utility>

namespace ctiengine::xml_scan {

Result<pugi::xml_document> parse(std::string_view text, const ScanLimits& limits) {
    if (auto scanned = scan(text, limits); !scanned) return scanned.error();
    constexpr unsigned kFlags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol;
    pugi::xml_document document;
    const auto loaded = document.load_buffer(text.data(), text.size(), kFlags, pugi::encoding_utf8);
    if (!loaded) {
        return Error{
            Errc::MalformedXml, "byte " + std::to_string(loaded.offset) + ": " + loaded.description()};
    }
    return document;
}

}  // namespace ctiengine::xml_scan

// The strict scan and the parser behind it.
#include "common/xml_scan/document.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/oracle.hpp"

#include <algorithm>
#include <cstring>
#include <sstream>

namespace ctiengine::fuzz {
namespace {

using xml_scan::ScanLimits;

constexpr ScanLimits kNarrow{256, 4, 16, 3, 32, false};
constexpr ScanLimits kWide{1 << 20, xml_scan::kDepthCeiling, 1 << 20, xml_scan::kAttributeCeiling, 1 << 20,
                           true};

/// The tree is what the limits promised. Its values are at most as long as they were written.
class LimitCheck {
  public:
    explicit LimitCheck(const ScanLimits& limits) : limits_(limits) {}

    void node(const pugi::xml_node& node, std::size_t depth) {
        require(++nodes_ <= limits_.nodes, "no more nodes than allowed");
        require(std::strlen(node.value()) <= limits_.value_bytes, "no longer text than allowed");
        if (node.type() != pugi::node_element) return;
        require(depth <= limits_.depth, "no deeper than allowed");
        name(node.name());
        attributes(node);
        for (const auto& child : node.children()) this->node(child, depth + 1);
    }

  private:
    void attributes(const pugi::xml_node& element) {
        std::size_t count = 0;
        for (const auto& attribute : element.attributes()) {
            require(++count <= limits_.attributes, "no more attributes than allowed");
            require(std::strlen(attribute.value()) <= limits_.value_bytes, "no longer value than allowed");
            require(element.attribute(attribute.name()) == attribute, "no attribute twice", attribute.name());
            name(attribute.name());
        }
    }
    void name(const char* name) {
        require(*name != '\0', "no name is empty");
        const bool prefixed = std::strchr(name, ':') != nullptr;
        require(limits_.prefixes_allowed || !prefixed, "no prefix where none is allowed", name);
    }

    const ScanLimits& limits_;
    std::size_t nodes_ = 0;
};

std::string written(const pugi::xml_document& document) {
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.str();
}

/// pugixml writes a carriage return (read from &#13;) as it is, and every reader takes that for a line feed.
std::string with_line_feeds(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') out += text[i];
        if (text[i] == '\r' && text.substr(i + 1, 1) != "\n") out += '\n';
    }
    return out;
}

/// What was accepted can be written, is accepted again and then says the same.
void check_rewriting(const pugi::xml_document& document) {
    const auto text = written(document);
    const auto scanned = xml_scan::scan(text, kWide);
    require(scanned.has_value(), "what was accepted is accepted when written again", text);
    pugi::xml_document again;  // a space that was written &#32; is a plain one now, and must stay
    constexpr unsigned kFlags =
        pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata;
    require(
        bool(again.load_buffer(text.data(), text.size(), kFlags, pugi::encoding_utf8)), "it parses", text
    );
    require(written(again) == with_line_feeds(text), "written again it says the same", text);
}

bool check(std::string_view text, const ScanLimits& limits) {
    const auto fault = xml_scan::find_fault(text, limits);
    const auto document = xml_scan::parse(text, limits);
    if (!document) {
        require(fault.has_value(), "the parser takes what the scan accepts", document.error().detail);
        require(fault->offset <= text.size(), "a fault lies inside the text");
        require(!xml_scan::to_string(fault->reason).empty(), "a reason has a name");
        require_sentence(document.error());
        return false;
    }
    require(!fault, "nothing is parsed that the scan refuses");
    const auto roots = document->children();
    require(std::distance(roots.begin(), roots.end()) == 1, "there is one root and nothing beside it");
    LimitCheck(limits).node(document->document_element(), 1);
    check_rewriting(*document);
    return true;
}

}  // namespace

void run(Bytes input) {
    const auto text = text_of(input);
    const bool narrow = check(text, kNarrow);
    const bool usual = check(text, ScanLimits());
    require(usual || !narrow, "what narrow limits accept, wider ones accept");
}

/// Those of the attack table that are too large, or too regular, to keep as files.
std::vector<Seed> made_seeds() {
    const auto times = [](std::size_t count, std::string_view text) {
        std::string all;
        for (std::size_t i = 0; i < count; ++i) all += text;
        return all;
    };
    std::string attributes;
    for (int i = 0; i < 65; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
    return {
        {"depth-32", times(32, "<a>") + times(32, "</a>")},
        {"depth-33", times(33, "<a>") + times(33, "</a>")},
        {"depth-20000-unclosed", times(20000, "<a>")},
        {"nodes-2000", "<r>" + times(1999, "<a/>") + "</r>"},
        {"nodes-2001", "<r>" + times(2000, "<a/>") + "</r>"},
        {"attributes-65", "<r" + attributes + "/>"},
        {"value-8193", "<r a=\"" + times(8193, "x") + "\"/>"},
        {"text-8193", "<r>" + times(8193, "x") + "</r>"},
        {"name-60000", "<" + times(60000, "n") + "/>"},
        {"message-65537", "<r>" + times(65537 - 7, "x") + "</r>"},
        {"doctypes-nested", times(5000, "<!DOCTYPE a [")},
        {"ignore-nested", "<!DOCTYPE a [" + times(5000, "<![IGNORE[")},
        {"nul", std::string("<r>a\0b</r>", 10)},
    };
}

}  // namespace ctiengine::fuzz

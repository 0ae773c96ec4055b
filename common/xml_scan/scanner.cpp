#include "common/xml_scan/scanner.hpp"

#include "common/xml_scan/character_table.hpp"

#include <algorithm>
#include <cstdint>

namespace ctiengine::xml_scan::detail {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kCdataStart = "<![CDATA[";

constexpr char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}

bool same_without_case(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
        return lower(a) == lower(b);
    });
}

constexpr int digit_of(char byte, int base) {
    const int value = byte >= '0' && byte <= '9' ? byte - '0'
                      : lower(byte) >= 'a'       ? lower(byte) - 'a' + 10
                                                 : 99;
    return value < base ? value : -1;
}

}  // namespace

Scanner::Scanner(std::string_view text, const ScanLimits& limits)
    : begin_(text.data()), at_(text.data()), end_(text.data() + text.size()), limits_(limits) {}

std::optional<Fault> Scanner::run() {
    if (static_cast<std::size_t>(end_ - begin_) > limits_.message_bytes) {
        fail(Reason::TooLong, "the text is longer than allowed", begin_ + limits_.message_bytes);
    } else {
        whole();
    }
    return fault_;
}

bool Scanner::fail(Reason reason, std::string_view why, const char* where) {
    fault_ = Fault{reason, static_cast<std::size_t>(where - begin_), why};
    return false;
}

bool Scanner::skip_space() {
    const char* const start = at_;
    while (at_ != end_ && is(*at_, kSpace)) ++at_;
    return at_ != start;
}

bool Scanner::count_node() {
    return ++nodes_ <= limits_.nodes ||
           fail(Reason::TooManyNodes, "there are more elements and texts than allowed");
}

bool Scanner::whole() {
    if (!prolog()) return false;
    while (true) {
        if (depth_ == 0) skip_space();
        if (at_ == end_) break;
        if (*at_ == '<') {
            if (!markup()) return false;
        } else if (depth_ == 0) {
            return fail(
                Reason::TextOutsideRoot, "only white space and comments may stand outside of the root element"
            );
        } else if (!text_run()) {
            return false;
        }
    }
    if (!root_seen_) return fail(Reason::NoRoot, "there is no element");
    return depth_ == 0 || fail(Reason::Syntax, "the text ends before its last element is closed");
}

bool Scanner::prolog() {
    if (starts_with(kByteOrderMark)) at_ += kByteOrderMark.size();
    if (!starts_with("<?xml")) return true;
    const char* const behind = at_ + 5;
    return behind == end_ || !is(*behind, kSpace) || declaration();
}

bool Scanner::markup() {
    if (end_ - at_ < 2) return fail(Reason::Syntax, "the text ends inside a tag");
    switch (at_[1]) {
        case '/': return end_tag();
        case '!':
            if (starts_with("<!--")) return comment();
            if (starts_with(kCdataStart)) return cdata();
            return fail(Reason::Doctype, "document types and entity declarations are not accepted");
        case '?': {
            const std::string_view rest(at_ + 2, static_cast<std::size_t>(end_ - at_ - 2));
            if (same_without_case(rest.substr(0, 3), "xml") &&
                (rest.size() == 3 || !is(rest[3], kNameFollow))) {
                return fail(Reason::Declaration, "<?xml ...?> may stand at the very beginning only");
            }
            return fail(Reason::ProcessingInstruction, "processing instructions are not accepted");
        }
        default: return start_tag();
    }
}

bool Scanner::declaration() {
    at_ += 5;
    std::string_view version;
    std::string_view encoding;
    std::string_view standalone;
    if (!pseudo_attribute("version", version) || !pseudo_attribute("encoding", encoding) ||
        !pseudo_attribute("standalone", standalone)) {
        return false;
    }
    skip_space();
    if (!starts_with("?>")) return fail(Reason::Declaration, "the XML declaration is malformed");
    if (version != "1.0") return fail(Reason::Declaration, "the XML declaration must say version=\"1.0\"");
    if (!encoding.empty() && !same_without_case(encoding, "utf-8")) {
        return fail(Reason::Declaration, "the only encoding accepted is UTF-8");
    }
    if (!standalone.empty() && standalone != "yes" && standalone != "no") {
        return fail(Reason::Declaration, "standalone is neither yes nor no");
    }
    at_ += 2;
    return true;
}

/// Reads ` name="value"` if that name stands here; `value` stays empty if it does not.
bool Scanner::pseudo_attribute(std::string_view name, std::string_view& value) {
    const char* const start = at_;
    if (!skip_space() || !starts_with(name)) {
        at_ = start;
        return true;
    }
    at_ += name.size();
    skip_space();
    if (!starts_with("=")) return fail(Reason::Declaration, "the XML declaration is malformed");
    ++at_;
    skip_space();
    const char quote = at_ == end_ ? '\0' : *at_;
    if (quote != '"' && quote != '\'') return fail(Reason::Declaration, "the XML declaration is malformed");
    const char* const first = ++at_;
    while (at_ != end_ && *at_ != quote && (is(*at_, kNameFollow) && !is(*at_, kMultiByte))) ++at_;
    if (at_ == end_ || *at_ != quote || at_ == first) {
        return fail(Reason::Declaration, "the XML declaration is malformed");
    }
    value = std::string_view(first, static_cast<std::size_t>(at_ - first));
    ++at_;
    return true;
}

bool Scanner::start_tag() {
    if (depth_ == 0 && root_seen_)
        return fail(Reason::SecondRoot, "a second root element; one message, one root");
    if (depth_ >= std::min(limits_.depth, kDepthCeiling)) {
        return fail(Reason::TooDeep, "elements are nested deeper than allowed");
    }
    if (!count_node()) return false;
    root_seen_ = true;
    ++at_;
    if (!name(open_elements_[depth_])) return false;
    for (std::size_t count = 0;; ++count) {
        const bool spaced = skip_space();
        if (at_ == end_) return fail(Reason::Syntax, "the text ends inside a tag");
        if (*at_ == '>') {
            ++at_;
            ++depth_;
            return true;
        }
        if (starts_with("/>")) {
            at_ += 2;
            return true;
        }
        if (!spaced) return fail(Reason::Syntax, "white space, '>' or '/>' is missing in a tag");
        if (!attribute(count)) return false;
    }
}

bool Scanner::attribute(std::size_t count) {
    if (count >= std::min(limits_.attributes, kAttributeCeiling)) {
        return fail(Reason::TooManyAttributes, "an element has more attributes than allowed");
    }
    const char* const start = at_;
    auto& own = attribute_names_[count];
    if (!name(own)) return false;
    const auto names_end = attribute_names_.begin() + static_cast<std::ptrdiff_t>(count);
    if (std::find(attribute_names_.begin(), names_end, own) != names_end) {
        return fail(Reason::DuplicateAttribute, "an attribute stands twice in one element", start);
    }
    skip_space();
    if (!starts_with("=")) return fail(Reason::Syntax, "'=' is missing behind an attribute name");
    ++at_;
    skip_space();
    return attribute_value();
}

bool Scanner::attribute_value() {
    const char quote = at_ == end_ ? '\0' : *at_;
    if (quote != '"' && quote != '\'') return fail(Reason::Syntax, "an attribute value stands in quotes");
    const char* const start = ++at_;
    while (true) {
        while (at_ != end_ && !is(*at_, kSpecialInTag)) ++at_;
        if (over_value_limit(start)) return false;
        if (at_ == end_) return fail(Reason::Syntax, "the text ends inside an attribute value");
        if (*at_ == quote) break;
        if (*at_ == '<') return fail(Reason::Syntax, "'<' in an attribute value must be written &lt;");
        if (*at_ == '&') {
            if (!reference()) return false;
        } else if (*at_ == '"' || *at_ == '\'') {
            ++at_;
        } else if (!odd_byte()) {
            return false;
        }
    }
    ++at_;
    return true;
}

bool Scanner::end_tag() {
    const char* const start = at_;
    at_ += 2;
    std::string_view found;
    if (!name(found)) return false;
    if (depth_ == 0 || open_elements_[depth_ - 1] != found) {
        return fail(Reason::TagMismatch, "an end tag does not fit the element that is open", start);
    }
    skip_space();
    if (at_ == end_ || *at_ != '>') return fail(Reason::Syntax, "'>' is missing in an end tag");
    ++at_;
    --depth_;
    return true;
}

bool Scanner::text_run() {
    const char* const start = at_;
    skip_space();
    if (at_ != end_ && *at_ == '<') return true;  // only white space: no node
    if (!count_node()) return false;
    while (true) {
        while (at_ != end_ && !is(*at_, kSpecialInText)) ++at_;
        if (over_value_limit(start)) return false;
        if (at_ == end_ || *at_ == '<') return true;
        if (*at_ == '&') {
            if (!reference()) return false;
        } else if (*at_ == ']') {
            if (starts_with("]]>")) return fail(Reason::Syntax, "']]>' in text must be written ]]&gt;");
            ++at_;
        } else if (!odd_byte()) {
            return false;
        }
    }
}

bool Scanner::comment() {
    if (!count_node()) return false;
    at_ += 4;
    while (true) {
        while (at_ != end_ && !is(*at_, kSpecialInSection)) ++at_;
        if (at_ == end_) return fail(Reason::Syntax, "the text ends inside a comment");
        if (starts_with("-->")) break;
        if (starts_with("--")) return fail(Reason::Syntax, "'--' may not stand inside a comment");
        if (*at_ == '-' || *at_ == ']') {
            ++at_;
        } else if (!odd_byte()) {
            return false;
        }
    }
    at_ += 3;
    return true;
}

bool Scanner::cdata() {
    if (depth_ == 0)
        return fail(Reason::TextOutsideRoot, "a CDATA section may not stand outside of the root element");
    if (!count_node()) return false;
    at_ += kCdataStart.size();
    const char* const start = at_;
    while (true) {
        while (at_ != end_ && !is(*at_, kSpecialInSection)) ++at_;
        if (over_value_limit(start)) return false;
        if (at_ == end_) return fail(Reason::Syntax, "the text ends inside a CDATA section");
        if (starts_with("]]>")) break;
        if (*at_ == '-' || *at_ == ']') {
            ++at_;
        } else if (!odd_byte()) {
            return false;
        }
    }
    at_ += 3;
    return true;
}

bool Scanner::name(std::string_view& found) {
    const char* const start = at_;
    const char* colon = nullptr;
    if (at_ != end_ && *at_ != ':' && !is(*at_, kNameStart))
        return fail(Reason::Syntax, "a name is expected here");
    while (at_ != end_ && (is(*at_, kNameFollow) || *at_ == ':')) {
        if (*at_ == ':') {
            if (!limits_.prefixes_allowed)
                return fail(Reason::Prefix, "names with a prefix are not accepted here");
            if (colon) return fail(Reason::Prefix, "a name has more than one colon");
            colon = at_++;
        } else if (!is(*at_, kMultiByte)) {
            ++at_;
        } else if (!odd_byte()) {
            return false;
        }
    }
    if (at_ == start) return fail(Reason::Syntax, "a name is expected here");
    if (colon && (colon == start || colon + 1 == at_ || !is(colon[1], kNameStart))) {
        return fail(Reason::Prefix, "a name needs letters on both sides of its colon", colon);
    }
    found = std::string_view(start, static_cast<std::size_t>(at_ - start));
    return true;
}

bool Scanner::reference() {
    const char* const start = at_;
    if (starts_with("&#")) return character_number(start);
    for (std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
        if (starts_with(known)) {
            at_ += known.size();
            return true;
        }
    }
    return fail(
        Reason::Entity, "only &amp; &lt; &gt; &quot; &apos; and character numbers are known; write & as &amp;"
    );
}

bool Scanner::character_number(const char* start) {
    at_ += 2;
    const bool hexadecimal = starts_with("x");
    if (hexadecimal) ++at_;
    const int base = hexadecimal ? 16 : 10;
    const char* const first = at_;
    std::uint32_t code = 0;
    for (int digit; at_ != end_ && (digit = digit_of(*at_, base)) >= 0; ++at_) {
        code = std::min<std::uint32_t>(
            code * static_cast<unsigned>(base) + static_cast<unsigned>(digit), 0x110000
        );
    }
    if (at_ == first || at_ == end_ || *at_ != ';') {
        return fail(Reason::Entity, "a character number is malformed", start);
    }
    ++at_;
    return is_xml_character(code) ||
           fail(
               Reason::ForbiddenCharacter,
               "a character number stands for a character that XML does not allow", start
           );
}

/// A byte that needs a closer look: a multi-byte character or a control character.
bool Scanner::odd_byte() {
    if (is(*at_, kControl)) return fail(Reason::ForbiddenCharacter, "control characters are not allowed");
    const auto decoded = decode_utf8(at_, end_);
    if (decoded.length == 0) return fail(Reason::NotUtf8, "the bytes are not valid UTF-8");
    if (!is_xml_character(decoded.code))
        return fail(Reason::ForbiddenCharacter, "XML does not allow this character");
    at_ += decoded.length;
    return true;
}

}  // namespace ctiengine::xml_scan::detail

#pragma once
#include "common/result/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::xml_scan {

/// What a peer may ask of our parser. The scan also has its own hard ceiling for depth and attributes
/// (kDepthCeiling, kAttributeCeiling); a larger setting is cut to it.
struct ScanLimits {
    std::size_t message_bytes = 64 * 1024;  ///< the whole text, byte order mark included
    std::size_t depth = 32;                 ///< elements inside each other; the root is depth 1
    std::size_t nodes = 2000;               ///< elements, text runs, CDATA sections and comments together
    std::size_t attributes = 64;            ///< of one element
    std::size_t value_bytes = 8 * 1024;  ///< one attribute value, text run or CDATA section, as it is written
    /// `prefix:name`, whether the prefix is declared or not: CSTA clients in the field send both.
    bool prefixes_allowed = true;
};

inline constexpr std::size_t kDepthCeiling = 64;
inline constexpr std::size_t kAttributeCeiling = 64;

/// Why a text was refused. The names serve as metric labels and in the audit log.
enum class Reason {
    TooLong,
    TooDeep,
    TooManyNodes,
    TooManyAttributes,
    ValueTooLong,
    NotUtf8,             ///< invalid, overlong or cut UTF-8
    ForbiddenCharacter,  ///< a character that XML does not allow, raw or as &#n;
    Doctype,             ///< any <!DOCTYPE or other <!...> declaration
    Entity,              ///< an entity other than the five built-in ones and character numbers
    Declaration,         ///< misplaced or malformed <?xml ...?>, or an encoding other than UTF-8
    ProcessingInstruction,
    Prefix,  ///< a colon in a name where prefixes are not allowed or not well placed
    DuplicateAttribute,
    NoRoot,
    TextOutsideRoot,
    SecondRoot,
    TagMismatch,
    Syntax,  ///< anything else that is not well-formed
};

/// Name of the reason, lower case with underscores, e.g. "too_deep".
std::string_view to_string(Reason reason);

/// Where and why the scan stopped.
struct Fault {
    Reason reason;
    std::size_t offset;    ///< bytes from the start of the text, 0-based
    std::string_view why;  ///< a constant sentence
};

/// The strict scan that stands before every XML parser of the product: one pass, no allocation, no recursion.
/// It accepts well-formed XML 1.0 in UTF-8 (a leading byte order mark is fine) without DTD, without
/// processing instructions, with the five built-in entities only and within `limits`; empty = accepted. Names
/// may hold any character from U+0080 up, as pugixml does; of ASCII only what XML allows.
std::optional<Fault> find_fault(std::string_view text, const ScanLimits& limits = {});

/// The same with a sentence for people: "line 2, column 5 (byte 17): elements are nested deeper than
/// allowed". TooLarge for a text over `limits.message_bytes`, MalformedXml for everything else.
Result<void> scan(std::string_view text, const ScanLimits& limits = {});

/// That sentence alone; line and column count from 1, columns in bytes.
std::string describe(const Fault& fault, std::string_view text);

}  // namespace ctiengine::xml_scan

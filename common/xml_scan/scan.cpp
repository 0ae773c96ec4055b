#include "common/xml_scan/scan.hpp"

#include "common/xml_scan/scanner.hpp"

#include <algorithm>

namespace ctiengine::xml_scan {

std::string_view to_string(Reason reason) {
    switch (reason) {
        case Reason::TooLong: return "too_long";
        case Reason::TooDeep: return "too_deep";
        case Reason::TooManyNodes: return "too_many_nodes";
        case Reason::TooManyAttributes: return "too_many_attributes";
        case Reason::ValueTooLong: return "value_too_long";
        case Reason::NotUtf8: return "not_utf8";
        case Reason::ForbiddenCharacter: return "forbidden_character";
        case Reason::Doctype: return "doctype";
        case Reason::Entity: return "entity";
        case Reason::Declaration: return "declaration";
        case Reason::ProcessingInstruction: return "processing_instruction";
        case Reason::Prefix: return "prefix";
        case Reason::DuplicateAttribute: return "duplicate_attribute";
        case Reason::NoRoot: return "no_root";
        case Reason::TextOutsideRoot: return "text_outside_root";
        case Reason::SecondRoot: return "second_root";
        case Reason::TagMismatch: return "tag_mismatch";
        case Reason::Syntax: return "syntax";
    }
    return "unknown";
}

std::optional<Fault> find_fault(std::string_view text, const ScanLimits& limits) {
    return detail::Scanner(text, limits).run();
}

std::string describe(const Fault& fault, std::string_view text) {
    const auto before = text.substr(0, fault.offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - line_start + 1) +
           " (byte " + std::to_string(fault.offset) + "): " + std::string(fault.why);
}

Result<void> scan(std::string_view text, const ScanLimits& limits) {
    const auto fault = find_fault(text, limits);
    if (!fault) return {};
    const auto code = fault->reason == Reason::TooLong ? Errc::TooLarge : Errc::MalformedXml;
    return Error{code, describe(*fault, text)};
}

}  // namespace ctiengine::xml_scan

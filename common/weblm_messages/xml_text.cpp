#include "common/weblm_messages/xml_text.hpp"

#include "common/weblm_messages/messages.hpp"
#include "common/xml_scan/document.hpp"

#include <sstream>

namespace ctiengine::weblm::xml {

Result<pugi::xml_document> parse_message(std::string_view text) {
    xml_scan::ScanLimits limits;
    limits.message_bytes = kMostMessageBytes;
    limits.depth = 8;
    limits.nodes = 1000;
    limits.value_bytes = 8 * kLongestText;  // as written: each character may be an entity
    limits.prefixes_allowed = false;
    return xml_scan::parse(text, limits);
}

void check_root(const pugi::xml_node& root, const char* name, FirstFault& fault, const char* name_space) {
    if (std::string_view(root.name()) != name) {
        fault.note(Errc::InvalidValue, std::string("the root element is to be ") + name);
    } else if (std::string_view(root.attribute("xmlns").value()) != name_space) {
        fault.note(Errc::InvalidValue, std::string(name) + "/@xmlns: is to be " + name_space);
    } else if (std::string_view(root.attribute("version").value()) != "1") {
        fault.note(Errc::UnknownService, std::string(name) + "/@version: only version 1 is known");
    }
}

pugi::xml_node only_child(const pugi::xml_node& root, const char* name, FirstFault& fault) {
    const auto child = root.child(name);
    const std::string where = std::string(root.name()) + ": element " + name;
    if (!child) fault.note(Errc::MissingElement, where + " is missing");
    if (child.next_sibling(name)) fault.note(Errc::InvalidValue, where + " stands twice");
    return child;
}

pugi::xml_node append_root(pugi::xml_document& document, const char* name, const char* name_space) {
    auto root = document.append_child(name);
    root.append_attribute("xmlns").set_value(name_space);
    root.append_attribute("version").set_value("1");
    return root;
}

std::string text_of(const pugi::xml_document& document) {
    std::ostringstream text;
    text << R"(<?xml version="1.0" encoding="UTF-8"?>)";
    document.print(text, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return text.str();
}

void set_if_any(pugi::xml_node& element, const char* name, const std::string& value) {
    if (!value.empty()) element.append_attribute(name).set_value(value.c_str());
}

}  // namespace ctiengine::weblm::xml

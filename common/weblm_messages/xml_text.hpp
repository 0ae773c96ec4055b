#pragma once
#include "common/result/result.hpp"
#include "common/weblm_messages/attributes.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>

/// For the same readers: a message as a document and back.
namespace ctiengine::weblm::xml {

inline constexpr auto kNamespace = "urn:ctiengine:weblm:1";

/// The strict scan (no DOCTYPE, no prefixes, at most kMostMessageBytes), then pugixml.
/// Errors: MalformedXml, TooLarge.
Result<pugi::xml_document> parse_message(std::string_view text);

/// Notes a root element, namespace or version (1) that is not the right one. Another version is
/// UnknownService.
void check_root(
    const pugi::xml_node& root, const char* name, FirstFault& fault, const char* name_space = kNamespace
);

/// The one child of that name; a missing or second one is noted.
pugi::xml_node only_child(const pugi::xml_node& root, const char* name, FirstFault& fault);

/// The root element with its namespace and version 1.
pugi::xml_node append_root(
    pugi::xml_document& document, const char* name, const char* name_space = kNamespace
);

std::string text_of(const pugi::xml_document& document);

/// Sets `name` unless the value is empty.
void set_if_any(pugi::xml_node& element, const char* name, const std::string& value);

}  // namespace ctiengine::weblm::xml

#pragma once
#include "common/result/result.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>

/// The lowest level of reading, inside this room: elements by local name, texts, errors that name their
/// place.
namespace ctiengine::gateway {

/// "MakeCall" of <MakeCall> and of <a:MakeCall>.
std::string_view local_name(const pugi::xml_node& element);

/// The first child element with this local name; empty = none.
pugi::xml_node child_element(const pugi::xml_node& parent, std::string_view name);

/// The element with this local name inside extensions/privateData/private; empty = none.
pugi::xml_node private_element(const pugi::xml_node& root, std::string_view name);

/// All text and CDATA of an element, as it stands; white space alone counts as nothing.
std::string whole_text(const pugi::xml_node& element);

/// The same without white space around it.
std::string trimmed_text(const pugi::xml_node& element);

/// "MakeCall: element calledDirectoryNumber is missing"; nested ones with their path from the root.
Error missing_element(const pugi::xml_node& parent, std::string_view name);

/// "MonitorStart: monitorType is 'x'; allowed: call, device".
Error invalid_value(const pugi::xml_node& element, std::string_view allowed);

/// The same for secrets: the value is not quoted.
Error invalid_secret(const pugi::xml_node& element, std::string_view allowed);

/// Text of a peer for use in a sentence: cut to 60 bytes (at a character), line ends and other control
/// characters as spaces, so that it cannot pass for another line of the log.
std::string quotable(std::string_view text);

}  // namespace ctiengine::gateway

#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ctiengine::gateway::test {

/// A message changed in a way that must not change what is read from it.
struct Variation {
    std::string what;
    std::string xml;
};

/// What clients in the field do to the schema's form: other order, prefixes declared or not, other
/// namespaces, unknown elements and attributes, white space, CDATA.
std::vector<Variation> variations_of(std::string_view xml);

/// The message without the element at `path` (below the root, "a/b").
std::string without(std::string_view xml, std::string_view path);

/// The message with another text at `path`.
std::string with_text(std::string_view xml, std::string_view path, const std::string& text);

}  // namespace ctiengine::gateway::test

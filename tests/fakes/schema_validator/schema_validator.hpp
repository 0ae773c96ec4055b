#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::test {

/// Holds one message (an XML document without invoke ID) against tests/schemas/all.xsd. Empty = valid;
/// otherwise every fault with its line, for the test's output. Messages in the namespaces of editions 4 to 6
/// are checked as edition 3, whose content they have. The schemas are loaded once; any thread may call.
///
///     EXPECT_EQ(validate(text), std::nullopt) << text;
std::optional<std::string> validate(std::string_view text);

}  // namespace ctiengine::test

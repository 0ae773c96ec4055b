#pragma once
#include "gateway/xml/dialect.hpp"

#include <string>
#include <vector>

namespace ctiengine::conformance {

/// One of each message that the gateway sends, with all it can carry, as the writers make it.
std::vector<std::string> sent_messages(const gateway::Dialect& dialect);

/// The same with nothing in them but what is mandatory.
std::vector<std::string> bare_sent_messages(const gateway::Dialect& dialect);

}  // namespace ctiengine::conformance

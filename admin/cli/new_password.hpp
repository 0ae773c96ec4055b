#pragma once
#include "common/result/result.hpp"

#include <string>

namespace ctiengine::admin {

/// Asks for a new password, twice on the terminal without echo, or once on standard input, and gives its
/// hash. Errors: InvalidSettings (empty, or the two differ), Io (no terminal).
Result<std::string> hash_of_new_password(bool from_standard_input);

}  // namespace ctiengine::admin

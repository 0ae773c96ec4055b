#pragma once
#include "common/result/result.hpp"
#include "common/secret_memory/secret.hpp"

namespace ctiengine::aes_encryption {

/// Asks twice on the terminal of the process, without echo. InvalidSettings when the two differ or one is too
/// long; Io when there is no terminal. A signal that ends the program ends it, with the terminal as it was
/// before.
Result<Secret> password_from_terminal();

/// The first line of standard input, without its newline; nothing is trimmed.
Result<Secret> password_from_standard_input();

}  // namespace ctiengine::aes_encryption

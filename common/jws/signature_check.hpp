#pragma once
#include "common/jws/algorithm.hpp"

#include <openssl/evp.h>

#include <string>

namespace ctiengine::jws {

/// Is `signature` (as in a JWS) the one of `text` by this key? The key is of the algorithm's kind. Inside
/// this room only.
bool signature_is_good(
    EVP_PKEY* key, Algorithm algorithm, const std::string& text, const std::string& signature
);

}  // namespace ctiengine::jws

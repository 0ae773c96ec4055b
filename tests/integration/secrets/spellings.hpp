#pragma once
#include <string>
#include <vector>

namespace ctiengine::tests {

/// The forms in which a secret might lie about: as it is, in UTF-16, in base64 (at each of the three places
/// in a group of octets), in hexadecimal of both cases.
std::vector<std::string> spellings(const std::string& secret);

}  // namespace ctiengine::tests

#pragma once
#include <string>

namespace ctiengine::license {

/// 32 hexadecimal digits that were never used before. Any thread.
std::string random_request_id();

/// -1 to 1. Any thread.
double random_jitter();

}  // namespace ctiengine::license

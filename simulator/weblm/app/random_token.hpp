#pragma once
#include <string>

namespace ctiengine::weblm_sim {

/// 128 random bits as 32 hexadecimal digits. Throws std::runtime_error when there are no random numbers.
std::string random_token();

}  // namespace ctiengine::weblm_sim

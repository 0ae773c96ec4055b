#include "simulator/weblm/app/random_token.hpp"

#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace ctiengine::weblm_sim {

std::string random_token() {
    std::array<unsigned char, 16> bytes{};
    if (::RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random numbers");
    constexpr auto* kDigits = "0123456789abcdef";
    std::string text;
    for (const unsigned byte : bytes) {
        text.push_back(kDigits[byte / 16]);
        text.push_back(kDigits[byte % 16]);
    }
    return text;
}

}  // namespace ctiengine::weblm_sim

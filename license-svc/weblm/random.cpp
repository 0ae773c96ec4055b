#include "license-svc/weblm/random.hpp"

#include <fmt/format.h>
#include <openssl/rand.h>

#include <array>
#include <random>
#include <stdexcept>

namespace ctiengine::license {

std::string random_request_id() {
    std::array<unsigned char, 16> bytes{};
    if (::RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random numbers");
    return fmt::format("{:02x}", fmt::join(bytes, ""));
}

double random_jitter() {
    thread_local std::minstd_rand random{std::random_device{}()};
    return std::uniform_real_distribution<double>(-1, 1)(random);
}

}  // namespace ctiengine::license

#include "license-svc/store/state_key.hpp"

#include "common/secret_memory/cleanse.hpp"
#include "config/secrets/private_file.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <unistd.h>

#include <array>
#include <fstream>

namespace ctiengine::license {
namespace {

constexpr std::size_t kKeyOctets = 32;
constexpr std::string_view kPurpose = "ctiengine/license-state/v1 ";

using Octets = std::array<unsigned char, kKeyOctets>;

Octets hmac(std::string_view key, std::string_view text) {
    Octets result{};
    unsigned size = 0;
    ::HMAC(
        ::EVP_sha256(), key.data(), static_cast<int>(key.size()),
        reinterpret_cast<const unsigned char*>(text.data()), text.size(), result.data(), &size
    );
    return result;
}

std::string_view as_text(const Octets& octets) {
    return {reinterpret_cast<const char*>(octets.data()), octets.size()};
}

Result<void> make_key(const std::filesystem::path& file) {
    Octets octets{};
    if (::RAND_bytes(octets.data(), static_cast<int>(octets.size())) != 1) {
        return Error{Errc::Io, "OpenSSL gives no random numbers"};
    }
    auto written = config::write_new_file(file, as_text(octets), {::geteuid(), ::getegid(), 0600});
    cleanse(octets.data(), octets.size());
    return written;
}

}  // namespace

Result<StateKey> StateKey::open(const std::filesystem::path& file, std::string_view machine_id) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        if (auto made = make_key(file); !made) return made.error();
    }
    auto octets = config::read_private_file(file, config::Privacy::KeyFile);
    if (!octets) return octets.error();
    if (octets->size() != kKeyOctets) {
        return Error{
            Errc::InvalidSettings,
            file.string() +
                " is no key of license-svc: it has to hold 32 octets. Remove it; a grace period that "
                "runs ends with it"};
    }
    // Extracting a key as RFC 5869 does, with the random octets as salt.
    auto key = hmac(octets->reveal(), std::string(kPurpose).append(machine_id));
    Secret secret(as_text(key));
    cleanse(key.data(), key.size());
    return StateKey(std::move(secret));
}

std::string StateKey::mac(std::string_view text) const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hexadecimal;
    for (const auto octet : hmac(key_.reveal(), text)) {
        hexadecimal += kDigits[octet >> 4U];
        hexadecimal += kDigits[octet & 15U];
    }
    return hexadecimal;
}

std::string machine_id() {
    std::ifstream file("/etc/machine-id");
    std::string id;
    std::getline(file, id);
    return id;
}

}  // namespace ctiengine::license

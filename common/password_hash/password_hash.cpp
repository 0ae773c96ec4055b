#include "common/password_hash/password_hash.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <argon2.h>

#include <array>
#include <charconv>
#include <optional>

namespace ctiengine::password_hash {
namespace {

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kLongestText = 512;
constexpr std::uint64_t kLeastWork =
    35840;  // KiB times passes: the least of OWASP's equal settings (7 MiB, 5)
constexpr std::uint32_t kLeastMemory = 7168;
constexpr std::uint32_t kMostMemory = 256 * 1024;
constexpr std::uint32_t kMostPasses = 16;
constexpr std::uint32_t kMostLanes = 16;
constexpr auto kWayOut = "; make one with 'ctiengine-admin users set-password'";

Error invalid(const std::string& what) {
    return {Errc::InvalidValue, what};
}

/// Takes `prefix` and a number off the front.
std::optional<std::uint32_t> take_number(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return std::nullopt;
    text.remove_prefix(prefix.size());
    std::uint32_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool is_base64(std::string_view text) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return !text.empty() && text.find_first_not_of(kAlphabet) == std::string_view::npos;
}

/// "$salt$hash", each long enough: 8 bytes of salt, 16 of hash.
bool has_salt_and_hash(std::string_view text) {
    if (!text.starts_with('$')) return false;
    text.remove_prefix(1);
    const auto middle = text.find('$');
    if (middle == std::string_view::npos) return false;
    const auto salt = text.substr(0, middle);
    const auto hash = text.substr(middle + 1);
    return is_base64(salt) && is_base64(hash) && salt.size() >= 11 && hash.size() >= 22;
}

}  // namespace

Result<std::string> make(std::string_view password) {
    if (password.empty()) return invalid("the password is empty");
    if (password.size() > kLongestPassword) return invalid("the password is longer than 1024 bytes");
    std::array<unsigned char, kSaltBytes> salt{};
    if (::RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1) {
        return Error{Errc::Io, "no random numbers for a salt"};
    }
    std::string text(
        ::argon2_encodedlen(kPasses, kMemoryKib, kLanes, kSaltBytes, kHashBytes, Argon2_id), '\0'
    );
    const int status = ::argon2id_hash_encoded(
        kPasses, kMemoryKib, kLanes, password.data(), password.size(), salt.data(), salt.size(), kHashBytes,
        text.data(), text.size()
    );
    if (status != ARGON2_OK) return Error{Errc::Io, ::argon2_error_message(status)};
    text.resize(text.find('\0'));
    return text;
}

bool fits(const std::string& hash, std::string_view password) {
    if (password.size() > kLongestPassword || !check(hash)) return false;
    return ::argon2id_verify(hash.c_str(), password.data(), password.size()) == ARGON2_OK;
}

const std::string& of_nobody() {
    static const std::string hash = [] {
        std::array<char, 32> password{};
        ::RAND_bytes(reinterpret_cast<unsigned char*>(password.data()), static_cast<int>(password.size()));
        auto made = make({password.data(), password.size()});
        ::OPENSSL_cleanse(password.data(), password.size());
        return made.value();
    }();
    return hash;
}

Result<void> check(std::string_view hash) {
    if (hash.size() > kLongestText) return invalid("is too long for a password hash");
    auto rest = hash;
    const auto version = take_number(rest, "$argon2id$v=");
    if (!version || *version != ARGON2_VERSION_13) {
        return invalid(std::string("is not an Argon2id hash ($argon2id$v=19$…)") + kWayOut);
    }
    const auto memory = take_number(rest, "$m=");
    const auto passes = memory ? take_number(rest, ",t=") : std::nullopt;
    const auto lanes = passes ? take_number(rest, ",p=") : std::nullopt;
    if (!lanes || !has_salt_and_hash(rest)) {
        return invalid(std::string("is a damaged Argon2id hash") + kWayOut);
    }
    if (*memory > kMostMemory || *passes > kMostPasses || *lanes > kMostLanes || *lanes == 0) {
        return invalid("costs too much: at most m=262144,t=16,p=16");
    }
    if (*memory < kLeastMemory || std::uint64_t{*memory} * *passes < kLeastWork) {
        return invalid(std::string("is too cheap to guess: at least m=19456,t=2 or as much work") + kWayOut);
    }
    return {};
}

}  // namespace ctiengine::password_hash

#include "config/secrets/password_source.hpp"

#include "config/secrets/encrypted_value.hpp"
#include "config/secrets/key_ring_file.hpp"
#include "config/secrets/private_file.hpp"
#include "config/secrets/secret_cipher.hpp"

namespace ctiengine::config {
namespace {

constexpr std::string_view kField = "TSAPIPASSWORD";
constexpr std::string_view kPlain = "{plain}";
constexpr const char* kCredential = "tsapi-password";

Error about_field(const std::string& what) {
    return {Errc::InvalidSettings, std::string(kField) + " " + what};
}

Result<Secret> from_file(const std::filesystem::path& file, Privacy privacy) {
    auto content = read_private_file(file, privacy);
    if (!content) return content.error();
    auto text = content->reveal();
    if (text.ends_with('\n')) text.remove_suffix(1);
    auto allowed = check_password(text);
    if (!allowed) return Error{Errc::InvalidSettings, file.string() + ": " + allowed.error().detail};
    return Secret(text);
}

Result<Secret> from_value(const PasswordPlaces& places) {
    auto text = places.value.reveal();
    if (text.starts_with(kPlain)) {
        if (places.allow_plain) return Secret(text.substr(kPlain.size()));
        return about_field(
            "holds a clear password; that is taken only when the worker runs with --dev. Paste what "
            "aes-encryption prints"
        );
    }
    if (!looks_encrypted(text)) {
        return about_field(
            "is not encrypted; run aes-encryption and paste what it prints (on a test system write "
            "{plain}password "
            "and start the worker with --dev)"
        );
    }
    auto ring = load_key_ring(places.key_ring);
    if (!ring) return about_field("cannot be decrypted: " + ring.error().detail);
    auto clear = decrypt_secret(*ring, kField, text);
    if (!clear) return about_field(clear.error().detail);
    return clear;
}

}  // namespace

Result<Secret> read_password(const PasswordPlaces& places) {
    if (!places.credentials.empty()) {
        auto file = places.credentials / kCredential;
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)) return from_file(file, Privacy::Credential);
    }
    if (!places.file.empty()) return from_file(places.file, Privacy::PasswordFile);
    if (places.value.empty()) return Secret();
    return from_value(places);
}

}  // namespace ctiengine::config

#include "config/aes_encryption/commands.hpp"

#include "config/aes_encryption/password_prompt.hpp"
#include "config/aes_encryption/settings_rewrite.hpp"
#include "config/secrets/key_ring_file.hpp"
#include "config/secrets/secret_cipher.hpp"
#include "config/settings_file.hpp"

#include <cstdio>
#include <set>

namespace ctiengine::aes_encryption {
namespace {

constexpr const char* kField = "TSAPIPASSWORD";

ExitStatus fail(ExitStatus status, const std::string& what) {
    std::fprintf(stderr, "aes-encryption: %s\n", what.c_str());
    return status;
}

void tell(const std::string& what) {
    std::fprintf(stderr, "%s\n", what.c_str());
}

Result<config::KeyRing> new_ring(const std::filesystem::path& file) {
    config::KeyRing ring;
    auto added = ring.add_key(std::chrono::system_clock::now());
    if (!added) return added.error();
    auto made = config::create_key_ring_file(file, ring);
    if (!made) return made.error();
    tell(
        "made the key ring " + file.string() +
        ": keep a copy of it, but not beside copies of the settings file"
    );
    return ring;
}

Result<config::KeyRing> ring_or_new(const std::filesystem::path& file) {
    std::error_code ignored;
    auto there =
        std::filesystem::symlink_status(file, ignored).type() != std::filesystem::file_type::not_found;
    return there ? config::load_key_ring(file) : new_ring(file);
}

/// The value of a field under the active key of `ring`.
Result<std::string> wrapped_anew(const config::KeyRing& ring, const SecretField& field) {
    auto clear = config::decrypt_secret(ring, field.tag, field.value);
    if (!clear) return Error{clear.error().code, field.tag + " " + clear.error().detail};
    return config::encrypt_secret(ring, field.tag, *clear);
}

Result<std::vector<Replacement>> wrapped_anew(
    const config::KeyRing& ring, const std::vector<SecretField>& fields
) {
    std::vector<Replacement> replacements;
    for (const auto& field : fields) {
        auto fresh = wrapped_anew(ring, field);
        if (!fresh) return fresh.error();
        replacements.push_back({field.value, std::move(*fresh)});
    }
    return replacements;
}

}  // namespace

std::filesystem::path key_ring_of(const std::filesystem::path& named, const std::filesystem::path& settings) {
    if (!named.empty()) return named;
    auto base = std::filesystem::absolute(settings).parent_path();
    auto values = config::load_settings(config::SettingsFileKind::Engine, settings);
    return base / (values ? values->text("KEYRING") : "keys/secrets.keyring");
}

ExitStatus encrypt(const Files& files, bool from_standard_input) {
    auto password = from_standard_input ? password_from_standard_input() : password_from_terminal();
    if (!password) {
        auto status = password.error().code == Errc::InvalidSettings ? kNoPassword : kUsage;
        return fail(status, password.error().detail);
    }
    auto allowed = config::check_password(password->reveal());
    if (!allowed) return fail(kNoPassword, allowed.error().detail);
    auto ring = ring_or_new(files.key_ring);
    if (!ring) return fail(kKeyProblem, ring.error().detail);
    auto text = config::encrypt_secret(*ring, kField, *password);
    if (!text) return fail(kKeyProblem, text.error().detail);
    std::printf("%s\n", text->c_str());
    return std::fflush(stdout) == 0 ? kDone : fail(kKeyProblem, "standard output cannot be written");
}

ExitStatus check(const Files& files) {
    auto fields = secret_fields(files.settings);
    if (!fields) return fail(kKeyProblem, fields.error().detail);
    auto ring = config::load_key_ring(files.key_ring);
    if (!ring) return fail(kKeyProblem, ring.error().detail);
    auto status = kDone;
    for (const auto& field : *fields) {
        auto clear = config::decrypt_secret(*ring, field.tag, field.value);
        tell(field.tag + (clear ? " can be decrypted" : " " + clear.error().detail));
        if (!clear) status = kKeyProblem;
    }
    if (fields->empty()) tell("no setting of " + files.settings.string() + " holds a password");
    return status;
}

/// First the ring, then the settings: whenever it is cut, the ring has every key that is needed.
ExitStatus rotate(const Files& files) {
    auto fields = secret_fields(files.settings);
    if (!fields) return fail(kKeyProblem, fields.error().detail);
    auto ring = config::load_key_ring(files.key_ring);
    if (!ring) return fail(kKeyProblem, ring.error().detail);
    auto added = ring->add_key(std::chrono::system_clock::now());
    if (!added) return fail(kKeyProblem, added.error().detail);
    auto replacements = wrapped_anew(*ring, *fields);
    if (!replacements) return fail(kKeyProblem, replacements.error().detail + "; nothing was changed");
    auto saved = config::save_key_ring(files.key_ring, *ring);
    if (!saved) return fail(kKeyProblem, saved.error().detail);
    if (!replacements->empty()) {
        auto replaced = replace_values(files.settings, *replacements);
        if (!replaced) return fail(kKeyProblem, replaced.error().detail);
    }
    tell(
        "the key " + ring->active().id + " is active; " + std::to_string(replacements->size()) +
        " setting(s) encrypted anew. Restart the worker; later drop the old keys with --prune"
    );
    return kDone;
}

ExitStatus prune(const Files& files) {
    auto fields = secret_fields(files.settings);
    if (!fields) return fail(kKeyProblem, fields.error().detail);
    auto ring = config::load_key_ring(files.key_ring);
    if (!ring) return fail(kKeyProblem, ring.error().detail);
    std::set<std::string> needed;
    for (const auto& field : *fields) {
        auto value = config::parse_encrypted_value(field.value);
        if (!value) return fail(kKeyProblem, field.tag + " " + value.error().detail + "; no key was dropped");
        if (ring->find(value->key_id) == nullptr)
            return fail(
                kKeyProblem, field.tag + " needs the key '" + value->key_id +
                                 "', which is not in the ring; no key was dropped"
            );
        needed.insert(value->key_id);
    }
    auto dropped = ring->keep_only(needed);
    auto saved = config::save_key_ring(files.key_ring, *ring);
    if (!saved) return fail(kKeyProblem, saved.error().detail);
    tell(std::to_string(dropped) + " key(s) dropped");
    return kDone;
}

}  // namespace ctiengine::aes_encryption

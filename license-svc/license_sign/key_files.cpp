#include "license-svc/license_sign/key_files.hpp"

#include "config/aes_encryption/terminal.hpp"
#include "config/secrets/private_file.hpp"

#include <unistd.h>

namespace ctiengine::license {
namespace {

namespace fs = std::filesystem;
using config::Privacy;

Result<Secret> password_of(const fs::path& key_file, const fs::path& password_file) {
    if (!password_file.empty()) {
        auto content = config::read_private_file(password_file, Privacy::PasswordFile);
        if (!content) return content.error();
        return Secret(content->reveal().substr(0, content->reveal().find('\n')));
    }
    auto terminal = aes_encryption::Terminal::open();
    if (!terminal) {
        return Error{
            Errc::Io, terminal.error().detail + "; --key-password-file names a file with the password"};
    }
    return terminal->ask("Password of " + key_file.string() + ": ");
}

Result<void> write(const fs::path& file, std::string_view content, mode_t mode, bool force) {
    const config::FileOwner owner{::geteuid(), ::getegid(), mode};
    return force ? config::replace_file(file, content, owner) : config::write_new_file(file, content, owner);
}

Result<void> check_absent(const fs::path& file, bool force) {
    std::error_code failed;
    const auto status = fs::symlink_status(file, failed);
    const bool is_there = fs::exists(status);
    if (is_there && fs::is_directory(status)) return Error{Errc::Refused, file.string() + " is a folder"};
    if (!is_there || force) return {};
    return Error{
        Errc::Refused, file.string() +
                           " is there already; --force puts the new one in its place, and what it "
                           "was is lost"};
}

}  // namespace

Result<IssuerKey> read_issuer_key(const fs::path& file, const fs::path& password_file) {
    const auto pem = config::read_private_file(file, Privacy::KeyFile);
    if (!pem) return pem.error();
    Secret password;
    if (IssuerKey::is_encrypted(pem->reveal())) {
        auto told = password_of(file, password_file);
        if (!told) return told.error();
        password = std::move(*told);
    }
    auto key = IssuerKey::from_pem(pem->reveal(), password.reveal());
    if (!key) return Error{key.error().code, file.string() + ": " + key.error().detail};
    return key;
}

Result<void> write_key_pair(
    const IssuerKey& key, const fs::path& private_file, const fs::path& public_file, bool force
) {
    for (const auto& file : {private_file, public_file}) {
        auto free = check_absent(file, force);
        if (!free) return free.error();
    }
    const Secret secret(key.private_pem());
    auto written = write(private_file, secret.reveal(), 0600, force);
    if (!written) return written.error();
    return write(public_file, key.public_pem(), 0644, force);
}

Result<void> write_public_file(const fs::path& file, const std::string& content, bool force) {
    auto free = check_absent(file, force);
    if (!free) return free.error();
    return write(file, content, 0644, force);
}

}  // namespace ctiengine::license

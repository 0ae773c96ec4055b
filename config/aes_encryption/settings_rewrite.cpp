#include "config/aes_encryption/settings_rewrite.hpp"

#include "config/secrets/encrypted_value.hpp"
#include "config/secrets/private_file.hpp"
#include "config/settings_file.hpp"
#include "config/settings_table.hpp"

#include <fstream>
#include <iterator>

namespace ctiengine::aes_encryption {
namespace {

Result<std::string> text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in.good() && !in.eof()) return Error{Errc::Io, file.string() + ": cannot be read"};
    return text;
}

/// How often it stood there.
std::size_t replace_all(std::string& text, const Replacement& replacement) {
    std::size_t count = 0;
    for (auto place = text.find(replacement.before); place != std::string::npos; ++count) {
        text.replace(place, replacement.before.size(), replacement.after);
        place = text.find(replacement.before, place + replacement.after.size());
    }
    return count;
}

}  // namespace

Result<std::vector<SecretField>> secret_fields(const std::filesystem::path& settings) {
    auto values = config::load_settings(config::SettingsFileKind::Engine, settings);
    if (!values) return values.error();
    std::vector<SecretField> fields;
    for (const auto& row : config::settings_table()) {
        if (row.file != config::SettingsFileKind::Engine || row.type != config::SettingType::Secret) continue;
        const auto& value = values->secret(row.tag);
        if (value.empty()) continue;
        if (!config::looks_encrypted(value.reveal())) {
            return Error{
                Errc::InvalidSettings, std::string(row.tag) + " of " + settings.string() +
                                           " is not encrypted; run aes-encryption and paste what it prints"};
        }
        fields.push_back({std::string(row.tag), std::string(value.reveal())});
    }
    return fields;
}

Result<void> replace_values(const std::filesystem::path& file, const std::vector<Replacement>& replacements) {
    auto text = text_of(file);
    if (!text) return text.error();
    auto fresh = *text;
    for (const auto& replacement : replacements) {
        if (replace_all(fresh, replacement) == 0) {
            return Error{
                Errc::InvalidSettings,
                file.string() +
                    ": an encrypted value is written in an unusual way (character references?); "
                    "encrypt the password again and paste it"};
        }
    }
    auto owner = config::owner_of(file);
    if (!owner) return owner.error();
    auto backup = file;
    backup += ".bak";
    auto kept = config::replace_file(backup, *text, *owner);
    if (!kept) return kept.error();
    return config::replace_file(file, fresh, *owner);
}

}  // namespace ctiengine::aes_encryption

#pragma once
#include "common/result/result.hpp"
#include "common/secret_memory/secret.hpp"
#include "config/setting_row.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ctiengine::config {

/// The checked content of one settings file: every tag of the table has a value, its default if the file is
/// silent.
class SettingValues {
  public:
    /// The text of a tag of the table, but of a secret one (that is empty here); relative paths are left as
    /// they stand in the file.
    const std::string& text(std::string_view tag) const;
    /// The text of a secret tag, as it stands in the file.
    const Secret& secret(std::string_view tag) const;
    /// The number of a tag by its type (see read_value); never fails, the file was checked.
    std::int64_t number(std::string_view tag) const;
    /// What the administrator should look at: unknown tags, repeated tags.
    const std::vector<std::string>& warnings() const { return warnings_; }

  private:
    friend Result<SettingValues> parse_settings(SettingsFileKind, std::string_view, std::string_view);
    struct Value {
        std::string text;
        Secret secret;
        std::int64_t number = 0;
    };
    /// Takes the text out of `text`, which keeps nothing of a secret.
    static Value value_of(const SettingRow& row, std::string& text, std::int64_t number);
    std::map<std::string, Value, std::less<>> values_;
    std::vector<std::string> warnings_;
};

/// Reads the XML of a settings file: root CTIENGINECONFIG or CLIENTLOGGERCONFIG, one child element (or
/// attribute of the root) per tag, names in any case (manual gaps Q-3). One InvalidSettings error lists every
/// bad value by tag, value and rule; `name` says where the text came from.
Result<SettingValues> parse_settings(SettingsFileKind kind, std::string_view xml, std::string_view name);

/// The same from a file.
Result<SettingValues> load_settings(SettingsFileKind kind, const std::filesystem::path& file);

}  // namespace ctiengine::config

#include "config/settings_file.hpp"

#include "common/secret_memory/cleanse.hpp"
#include "config/setting_value.hpp"
#include "config/settings_table.hpp"

#include <pugixml.hpp>

#include <strings.h>

#include <fstream>
#include <iterator>

namespace ctiengine::config {
namespace {

const char* root_name(SettingsFileKind kind) {
    return kind == SettingsFileKind::Engine ? "CTIENGINECONFIG" : "CLIENTLOGGERCONFIG";
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

/// Tag and text in the order of the file, elements and attributes alike.
std::vector<std::pair<std::string, std::string>> entries_of(const pugi::xml_node& root) {
    std::vector<std::pair<std::string, std::string>> entries;
    for (const auto& attribute : root.attributes())
        entries.emplace_back(attribute.name(), trimmed(attribute.value()));
    for (const auto& child : root.children()) {
        if (child.type() == pugi::node_element)
            entries.emplace_back(child.name(), trimmed(child.text().get()));
    }
    return entries;
}

}  // namespace

const std::string& SettingValues::text(std::string_view tag) const {
    return values_.find(tag)->second.text;
}

const Secret& SettingValues::secret(std::string_view tag) const {
    return values_.find(tag)->second.secret;
}

std::int64_t SettingValues::number(std::string_view tag) const {
    return values_.find(tag)->second.number;
}

SettingValues::Value SettingValues::value_of(const SettingRow& row, std::string& text, std::int64_t number) {
    if (row.type != SettingType::Secret) return {std::move(text), Secret(), number};
    return {{}, Secret(std::move(text)), number};
}

Result<SettingValues> parse_settings(SettingsFileKind kind, std::string_view xml, std::string_view name) {
    pugi::xml_document document;
    auto parsed = document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
    auto where = std::string(name) + ": ";
    if (!parsed) {
        return Error{
            Errc::InvalidSettings, where + "not well-formed XML at byte " + std::to_string(parsed.offset) +
                                       ": " + parsed.description()};
    }
    auto root = document.document_element();
    if (::strcasecmp(root.name(), root_name(kind)) != 0) {
        return Error{
            Errc::InvalidSettings,
            where + "the root element is '" + root.name() + "' but must be " + root_name(kind)};
    }
    SettingValues values;
    std::string problems;
    for (auto& [tag, text] : entries_of(root)) {
        const auto* row = find_setting(kind, tag);
        if (!row) {
            values.warnings_.push_back(where + "tag " + tag + " is not known and has no effect");
            continue;
        }
        auto number = read_value(*row, text);
        if (!number) {
            problems += (problems.empty() ? "" : "\n") + where + number.error().detail;
            continue;
        }
        auto [place, fresh] = values.values_.insert_or_assign(
            std::string(row->tag), SettingValues::value_of(*row, text, *number)
        );
        if (!fresh)
            values.warnings_.push_back(where + "tag " + tag + " stands there twice; the last one counts");
    }
    if (!problems.empty()) return Error{Errc::InvalidSettings, problems};
    for (const auto& row : settings_table()) {
        if (row.file != kind) continue;
        auto number = read_value(row, row.default_value).value();
        values.values_.try_emplace(
            std::string(row.tag), SettingValues::Value{std::string(row.default_value), Secret(), number}
        );
    }
    return values;
}

Result<SettingValues> load_settings(SettingsFileKind kind, const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return Error{
            Errc::InvalidSettings, file.string() + ": cannot be read; name the settings file with --config"};
    }
    std::string text(std::istreambuf_iterator<char>(in), {});
    const CleanseAtEnd guard(text);
    return parse_settings(kind, text, file.string());
}

}  // namespace ctiengine::config

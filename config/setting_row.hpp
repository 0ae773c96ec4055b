#pragma once
#include <cstdint>
#include <limits>
#include <string_view>

namespace ctiengine::config {

/// Which file holds a tag.
enum class SettingsFileKind { Engine, ClientLogger };

/// How the text of a tag is read.
enum class SettingType {
    Text,     ///< any text; `min`/`max` bound its length
    Secret,   ///< text that no message ever shows
    Integer,  ///< decimal, in `unit`
    Bytes,    ///< decimal with an optional suffix K, M or G; a bare number counts MiB (manual gap Q-1)
    YesNo,    ///< y, n, yes or no, any case
    Choice,   ///< one of `choices`, any case
};

/// Bit set of the processes that read a tag.
enum SettingReader : unsigned { kGateway = 1, kWorker = 2, kLicenseService = 4, kClientLogger = 8 };

/// One row of the settings table: everything the parser, the writer, the documentation and the administration
/// pages know about a tag stands here and nowhere else.
struct SettingRow {
    std::string_view tag;
    SettingsFileKind file;
    SettingType type;
    std::string_view default_value;
    std::int64_t min = 0;
    std::int64_t max = std::numeric_limits<std::int64_t>::max();
    std::string_view choices;  ///< comma separated, for Choice
    std::string_view unit;     ///< "min", "s", "bytes", "" …
    unsigned readers = 0;      ///< SettingReader bits
    bool live = false;         ///< takes effect without a restart of its readers
    std::string_view help;     ///< one line for a person
    std::string_view source;   ///< row of the manual (R-nnn) or "ours"
};

}  // namespace ctiengine::config

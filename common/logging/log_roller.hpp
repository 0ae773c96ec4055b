#pragma once
#include "common/tasks/clock.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ctiengine::logging {

struct RollerSettings {
    std::filesystem::path directory;  ///< made when it does not exist
    std::string prefix;               ///< file name up to the first underscore of ours, e.g. "ctiengine"
    std::uint64_t file_bytes;     ///< a line that would pass it begins the next file; at least one line fits
    std::chrono::days retention;  ///< files whose date is longer ago are deleted
    std::string suffix = ".txt";  ///< behind the number
    bool tells_losses = true;     ///< writes a line of its own about lines that were lost
};

/// A log file's place in the order, taken from its name `<prefix>_<ddmmyyyy>_<n>.txt`,
/// or with another suffix.
struct LogFileName {
    std::chrono::year_month_day date;
    unsigned ordinal = 0;

    std::string text(std::string_view prefix, std::string_view suffix = ".txt") const;
    static std::optional<LogFileName> parse(
        std::string_view file_name, std::string_view prefix, std::string_view suffix = ".txt"
    );
    auto operator<=>(const LogFileName&) const = default;
};

/// Appends lines to the log file of the day, beginning a new one when it is full and at local midnight. After
/// a restart it goes on in the day's last file. At each new day it deletes what is past its retention, by the
/// date in the name. One thread at a time.
///
/// A line that cannot be written (disk full) is counted and dropped; the count is written when it works
/// again.
class LogRoller {
  public:
    /// `clock` must outlive the roller. Throws std::system_error when the directory or the first file cannot
    /// be made.
    LogRoller(RollerSettings settings, const Clock& clock);
    ~LogRoller();
    LogRoller(const LogRoller&) = delete;
    LogRoller& operator=(const LogRoller&) = delete;

    /// `line` with its line feed. Reaches the kernel before the call returns; false = it was lost.
    bool write(std::string_view line);

    /// Waits until the disk has what was written.
    void sync();

    /// The file at hand.
    std::filesystem::path file() const;

    std::uint64_t dropped() const { return dropped_; }

  private:
    void begin_day(std::chrono::year_month_day today);
    bool open_file();
    void close_file();
    void delete_old() const;
    bool make_room(std::size_t line);
    bool tell_losses();
    bool append(std::string_view bytes);

    RollerSettings settings_;
    const Clock& clock_;
    LogFileName name_;
    int file_ = -1;
    std::uint64_t size_ = 0;
    std::uint64_t dropped_ = 0;
};

}  // namespace ctiengine::logging

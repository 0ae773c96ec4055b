#include "common/logging/log_roller.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <ctime>
#include <system_error>
#include <utility>

namespace ctiengine::logging {

namespace {

std::chrono::year_month_day local_date(std::chrono::system_clock::time_point now) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return std::chrono::year(parts.tm_year + 1900) / (parts.tm_mon + 1) / parts.tm_mday;
}

std::optional<unsigned> number(std::string_view digits) {
    unsigned value = 0;
    const auto [stop, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace

std::string LogFileName::text(std::string_view prefix, std::string_view suffix) const {
    return fmt::format(
        "{}_{:02}{:02}{:04}_{}{}", prefix, static_cast<unsigned>(date.day()),
        static_cast<unsigned>(date.month()), static_cast<int>(date.year()), ordinal, suffix
    );
}

std::optional<LogFileName> LogFileName::parse(
    std::string_view file_name, std::string_view prefix, std::string_view suffix
) {
    if (!file_name.starts_with(prefix) || !file_name.ends_with(suffix)) return std::nullopt;
    file_name.remove_prefix(prefix.size());
    if (file_name.size() < std::string_view("_ddmmyyyy_0").size() + suffix.size()) return std::nullopt;
    file_name.remove_suffix(suffix.size());
    if (file_name[0] != '_' || file_name[9] != '_') return std::nullopt;
    const auto day = number(file_name.substr(1, 2));
    const auto month = number(file_name.substr(3, 2));
    const auto year = number(file_name.substr(5, 4));
    const auto ordinal = number(file_name.substr(10));
    if (!day || !month || !year || !ordinal) return std::nullopt;
    const auto date =
        std::chrono::year(static_cast<int>(*year)) / static_cast<int>(*month) / static_cast<int>(*day);
    if (!date.ok()) return std::nullopt;
    return LogFileName{date, *ordinal};
}

LogRoller::LogRoller(RollerSettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock) {
    std::filesystem::create_directories(settings_.directory);
    begin_day(local_date(clock_.wall_now()));
    if (!open_file()) throw std::system_error(errno, std::generic_category(), "log file " + file().string());
}

LogRoller::~LogRoller() {
    close_file();
}

std::filesystem::path LogRoller::file() const {
    return settings_.directory / name_.text(settings_.prefix, settings_.suffix);
}

/// Chooses the day's last file and deletes what is too old.
void LogRoller::begin_day(std::chrono::year_month_day today) {
    name_ = LogFileName{today, 0};
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(settings_.directory, ignored)) {
        const auto found =
            LogFileName::parse(entry.path().filename().string(), settings_.prefix, settings_.suffix);
        if (found && found->date == today) name_.ordinal = std::max(name_.ordinal, found->ordinal);
    }
    delete_old();
}

void LogRoller::delete_old() const {
    const auto oldest = std::chrono::sys_days(name_.date) - settings_.retention;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(settings_.directory, ignored)) {
        const auto found =
            LogFileName::parse(entry.path().filename().string(), settings_.prefix, settings_.suffix);
        if (found && std::chrono::sys_days(found->date) < oldest) {
            std::filesystem::remove(entry.path(), ignored);
        }
    }
}

bool LogRoller::open_file() {
    close_file();
    constexpr mode_t kMode = S_IRUSR | S_IWUSR | S_IRGRP;
    file_ = ::open(file().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kMode);
    if (file_ < 0) return false;
    struct stat status {};
    size_ = ::fstat(file_, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
    return true;
}

void LogRoller::close_file() {
    if (file_ >= 0) ::close(std::exchange(file_, -1));
}

bool LogRoller::write(std::string_view line) {
    if (make_room(line.size()) && tell_losses() && append(line)) return true;
    ++dropped_;
    return false;
}

/// The file that the next line belongs to is open.
bool LogRoller::make_room(std::size_t line) {
    if (const auto today = local_date(clock_.wall_now()); today != name_.date) {
        begin_day(today);
        close_file();
    }
    if (file_ < 0 && !open_file()) return false;
    if (size_ == 0 || size_ + line <= settings_.file_bytes) return true;
    ++name_.ordinal;
    return open_file();
}

bool LogRoller::tell_losses() {
    if (dropped_ == 0) return true;
    if (settings_.tells_losses && !append(fmt::format("{} lines were lost: the disk took none\n", dropped_)))
        return false;
    dropped_ = 0;
    return true;
}

void LogRoller::sync() {
    if (file_ >= 0) ::fdatasync(file_);
}

/// All of it or nothing: half a line would be taken for the beginning of the next.
bool LogRoller::append(std::string_view bytes) {
    const auto before = size_;
    while (!bytes.empty()) {
        const auto written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            if (size_ > before && ::ftruncate(file_, static_cast<off_t>(before)) == 0) size_ = before;
            return false;
        }
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace ctiengine::logging

#include "license-svc/file_licence/licence_watch.hpp"

#include "common/logging/log.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include <sys/inotify.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace ctiengine::license {

namespace asio = boost::asio;
using namespace asio::experimental::awaitable_operators;

namespace {

/// IN_ATTRIB: a file becomes readable.
constexpr std::uint32_t kChanges = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                   IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;

/// A folder in which something changes all the time puts a look off only so often.
constexpr int kMostPostponements = 10;

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : ".";
}

}  // namespace

/// What the file system says of the folders of both files: renaming and removing are events of a folder.
class LicenceWatch::Folders {
  public:
    Folders(const asio::any_io_executor& executor, const LicenceWatchSettings& settings)
        : events_(executor),
          folders_{Folder{folder_of(settings.licence)}, Folder{folder_of(settings.public_key)}} {
        const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        if (descriptor >= 0) {
            events_.assign(descriptor);
        } else {
            logging::warn("a changed licence file is seen once a minute only: {}", std::strerror(errno));
        }
    }

    /// A folder may come later, or another one in its place; for one that is watched it changes nothing.
    void watch() {
        if (!events_.is_open()) return;
        for (auto& [folder, number] : folders_) {
            number = ::inotify_add_watch(events_.native_handle(), folder.c_str(), kChanges);
        }
    }

    /// Returns when something has changed; never, when the file system tells nothing.
    Task<void> change() {
        std::array<char, 4096> room;
        while (events_.is_open()) {
            const auto [failed, size] = co_await events_.async_read_some(asio::buffer(room), as_result);
            if (failed == asio::error::operation_aborted) co_return;
            if (failed) break;
            if (any_counts({room.data(), size})) co_return;
        }
        asio::steady_timer never(events_.get_executor(), asio::steady_timer::time_point::max());
        co_await never.async_wait(as_result);
    }

  private:
    struct Folder {
        std::filesystem::path path;
        int number = -1;  ///< of inotify
    };

    bool any_counts(std::string_view events) const {
        inotify_event head{};
        while (events.size() >= sizeof head) {
            // Copied: g++ 12.2 does not align what lies in a coroutine's frame as alignas says.
            std::memcpy(&head, events.data(), sizeof head);
            events.remove_prefix(sizeof head);
            const auto padded = events.substr(0, head.len);
            if (counts(head, std::string(padded.substr(0, padded.find('\0'))))) return true;
            events.remove_prefix(padded.size());
        }
        return false;
    }

    /// A plain file that was only created is empty and would be judged as a bad licence; IN_CLOSE_WRITE
    /// follows. Nothing follows for a link.
    bool counts(const inotify_event& event, const std::string& name) const {
        if ((event.mask & IN_CREATE) == 0 || name.empty()) return true;
        for (const auto& folder : folders_) {
            struct stat file {};
            if (folder.number != event.wd || ::lstat((folder.path / name).c_str(), &file) != 0) continue;
            if (S_ISREG(file.st_mode) && file.st_nlink == 1) return false;
        }
        return true;
    }

    asio::posix::stream_descriptor events_;
    std::array<Folder, 2> folders_;
};

LicenceWatch::LicenceWatch(LicenceWatchSettings settings, Time time, BlockingPool& pool, Look look, Tell tell)
    : settings_(std::move(settings)),
      time_(std::move(time)),
      pool_(pool),
      look_(std::move(look)),
      tell_(std::move(tell)) {}

LicenceWatch::~LicenceWatch() = default;

LicenceWatch::Stamps LicenceWatch::stamps() const {
    return {watched_file::stamp_of(settings_.licence), watched_file::stamp_of(settings_.public_key)};
}

Task<void> LicenceWatch::run() {
    folders_ = std::make_unique<Folders>(co_await asio::this_coro::executor, settings_);
    for (;;) {
        folders_->watch();
        co_await look();
        const auto next = time_.clock.now() + settings_.look_every;
        for (bool due = false; !due;) {
            const auto first = co_await (folders_->change() || time_.sleeper.until(next));
            due = first.index() == 1;
            if (due) continue;
            co_await wait_until_quiet();
            due = stamps() != seen_;
        }
    }
}

Task<void> LicenceWatch::wait_until_quiet() {
    asio::steady_timer quiet(co_await asio::this_coro::executor);
    for (int times = 0; times < kMostPostponements; ++times) {
        quiet.expires_after(settings_.settle);
        const auto first = co_await (folders_->change() || quiet.async_wait(as_result));
        if (first.index() == 1) co_return;
    }
}

Task<void> LicenceWatch::look() {
    seen_ = stamps();  // before the files are read: what changes meanwhile is seen the next time
    std::function<Result<LicenceVerdict>()> job = [look = look_, time = time_.of_licence()] {
        return Result<LicenceVerdict>(look(time));
    };
    auto verdict = co_await pool_.run(std::move(job));
    if (verdict) co_return tell_(std::move(*verdict));
    if (verdict.error().code == Errc::Cancelled) co_return;
    logging::warn(
        "the licence file was not looked at, what was found last counts: {}", verdict.error().detail
    );
}

}  // namespace ctiengine::license

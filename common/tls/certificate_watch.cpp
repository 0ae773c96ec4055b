#include "common/tls/certificate_watch.hpp"

#include "common/logging/log.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/signal_set.hpp>

#include <sys/inotify.h>
#include <sys/stat.h>

#include <array>
#include <csignal>
#include <cstring>
#include <set>
#include <utility>

namespace ctiengine::tls {

namespace asio = boost::asio;
using namespace asio::experimental::awaitable_operators;

namespace {

constexpr std::uint32_t kChanges =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB;

/// The folders of the files: a rename or a swapped link is an event of the folder, not of the file.
int watch_folders(const std::vector<std::filesystem::path>& files) {
    const int events = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (events < 0) return events;
    std::set<std::filesystem::path> folders;
    for (const auto& file : files) {
        if (!file.empty()) folders.insert(file.parent_path());
    }
    for (const auto& folder : folders) {
        if (::inotify_add_watch(events, folder.c_str(), kChanges) < 0) {
            logging::warn(
                "changes in {} are seen only once an hour: {}", folder.string(), std::strerror(errno)
            );
        }
    }
    return events;
}

}  // namespace

CertificateWatch::CertificateWatch(
    asio::any_io_executor strand, CertificateWatchSettings settings, Changed changed, Looked looked
)
    : strand_(std::move(strand)),
      settings_(std::move(settings)),
      changed_(std::move(changed)),
      looked_(std::move(looked)),
      seen_(fingerprint()) {}

/// What tells one state of the files from another, links followed.
std::string CertificateWatch::fingerprint() const {
    std::string print;
    for (const auto& file : settings_.files) {
        struct stat status {};
        if (file.empty() || ::stat(file.c_str(), &status) != 0) {
            print += "- ";
            continue;
        }
        print += std::to_string(status.st_ino) + ":" + std::to_string(status.st_size) + ":" +
                 std::to_string(status.st_mtim.tv_sec) + "." + std::to_string(status.st_mtim.tv_nsec) + " ";
    }
    return print;
}

void CertificateWatch::look(const std::string& why) {
    auto now = fingerprint();
    if (now != std::exchange(seen_, now)) changed_(why);
    looked_();
}

Task<void> CertificateWatch::run() {
    co_await (watch_file_system() && watch_signal() && watch_clock());
}

Task<void> CertificateWatch::watch_file_system() {
    const int events = watch_folders(settings_.files);
    if (events < 0) {
        logging::warn("changed certificates are seen only once an hour: {}", std::strerror(errno));
        co_return;
    }
    asio::posix::stream_descriptor folder(strand_, events);
    asio::steady_timer settled(strand_);
    std::array<char, 4096> room;
    for (bool pending = false;;) {
        settled.expires_after(pending ? settings_.settle : std::chrono::hours(24 * 365));
        auto first =
            co_await (folder.async_read_some(asio::buffer(room), as_result) || settled.async_wait(as_result));
        const bool quiet = first.index() == 1;
        if (!quiet && std::get<0>(std::get<0>(first))) co_return;  // the descriptor is of no use any more
        if (quiet && pending) look("changed files");
        pending = !quiet;
    }
}

Task<void> CertificateWatch::watch_signal() {
    asio::signal_set hang_up(strand_, SIGHUP);
    for (;;) {
        auto [failed, number] = co_await hang_up.async_wait(as_result);
        if (failed) co_return;
        seen_ = fingerprint();
        changed_("SIGHUP");
        looked_();
    }
}

Task<void> CertificateWatch::watch_clock() {
    asio::steady_timer timer(strand_);
    std::chrono::milliseconds since_renewal{0};
    for (;;) {
        timer.expires_after(settings_.look_every);
        auto [failed] = co_await timer.async_wait(as_result);
        if (failed) co_return;
        since_renewal += settings_.look_every;
        look("changed files");
        if (since_renewal < settings_.renew_every) continue;
        since_renewal = std::chrono::milliseconds(0);
        changed_("new ticket keys");
    }
}

}  // namespace ctiengine::tls

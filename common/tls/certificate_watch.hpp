#pragma once
#include "common/tasks/task.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ctiengine::tls {

struct CertificateWatchSettings {
    std::vector<std::filesystem::path> files;  ///< empty paths are passed over
    std::chrono::milliseconds settle{2000};    ///< files are read when nothing has changed for so long
    std::chrono::milliseconds look_every{
        std::chrono::hours(1)};  ///< where the file system tells nothing (NFS)
    std::chrono::milliseconds renew_every{
        std::chrono::hours(12)};  ///< also without a change: new ticket keys
};

/// Tells when certificate files have changed: by the file system (renaming and swapped links included), by
/// SIGHUP, and by looking every hour. Belongs to the executor's strand.
class CertificateWatch {
  public:
    /// Why `changed` is called, for the log: "changed files", "SIGHUP", "new ticket keys".
    using Changed = std::function<void(const std::string& why)>;
    /// Called at each look, also when nothing has changed: certificates grow old by themselves.
    using Looked = std::function<void()>;

    CertificateWatch(
        boost::asio::any_io_executor strand, CertificateWatchSettings settings, Changed changed, Looked looked
    );

    /// Until it is cancelled.
    Task<void> run();

  private:
    Task<void> watch_file_system();
    Task<void> watch_signal();
    Task<void> watch_clock();
    std::string fingerprint() const;
    void look(const std::string& why);

    boost::asio::any_io_executor strand_;
    CertificateWatchSettings settings_;
    Changed changed_;
    Looked looked_;
    std::string seen_;
};

}  // namespace ctiengine::tls

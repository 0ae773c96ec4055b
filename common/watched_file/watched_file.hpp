#pragma once
#include "common/tasks/clock.hpp"
#include "common/watched_file/file_content.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace ctiengine::watched_file {

/// The content of a file that may be replaced while we run. It is looked at when somebody asks, at most once
/// a second; a file that cannot be used is reported once, and what was there before stays in force.
///
/// Thread safety: current() from any thread; it may read the file, so it is not for event loops.
template <class Content>
class WatchedFile {
  public:
    using Load = std::function<Result<Content>(const std::filesystem::path&)>;
    /// Told of every change: empty error = a new content is in force.
    using Report = std::function<void(const std::optional<Error>& refused)>;
    static constexpr std::chrono::seconds kPause{1};

    /// Loads it for the first time; errors are those of `load`. `clock` outlives the object.
    static Result<WatchedFile> open(
        std::filesystem::path file, const Clock& clock, Load load, Report report
    ) {
        WatchedFile opened(std::move(file), clock, std::move(load), std::move(report));
        opened.stamp_ = stamp_of(opened.file_);
        auto content = opened.load_(opened.file_);
        if (!content) return content.error();
        opened.content_ = std::make_shared<const Content>(std::move(*content));
        return opened;
    }

    std::shared_ptr<const Content> current() {
        const std::lock_guard lock(*mutex_);
        const auto now = clock_->now();
        if (now - looked_at_ < kPause) return content_;
        looked_at_ = now;
        const auto stamp = stamp_of(file_);
        if (stamp == stamp_) return content_;
        stamp_ = stamp;  // before the file is read: what changes meanwhile is seen the next time
        auto content = load_(file_);
        if (content) content_ = std::make_shared<const Content>(std::move(*content));
        std::optional<Error> refused;
        if (!content) refused = content.error();
        report_(refused);
        return content_;
    }

  private:
    WatchedFile(std::filesystem::path file, const Clock& clock, Load load, Report report)
        : file_(std::move(file)),
          clock_(&clock),
          load_(std::move(load)),
          report_(std::move(report)),
          looked_at_(clock.now()) {}

    std::filesystem::path file_;
    const Clock* clock_;
    Load load_;
    Report report_;
    std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
    std::chrono::steady_clock::time_point looked_at_;
    std::optional<Stamp> stamp_;
    std::shared_ptr<const Content> content_;
};

}  // namespace ctiengine::watched_file

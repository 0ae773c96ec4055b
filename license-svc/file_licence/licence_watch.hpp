#pragma once
#include "common/blocking_pool/blocking_pool.hpp"
#include "common/tasks/clock.hpp"
#include "common/tasks/task.hpp"
#include "common/watched_file/file_content.hpp"
#include "license-svc/file_licence/licence_check.hpp"
#include "license-svc/weblm/sleeper.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>

namespace ctiengine::license {

/// What time it is for a licence.
struct LicenceTime {
    std::int64_t now = 0;   ///< seconds since 1970
    bool set_back = false;  ///< the host's clock says less and is not believed
};

struct LicenceWatchSettings {
    std::filesystem::path licence;
    std::filesystem::path public_key;
    /// Files are read when their folders have been quiet for so long: what is being copied is not judged.
    std::chrono::milliseconds settle{200};
    /// Also without a change: the licence's days pass, cards are exchanged, and some file systems tell
    /// nothing.
    std::chrono::seconds look_every{60};
};

/// Looks at the licence file when it or the public key changes (appears, is replaced, disappears), and every
/// minute. Changes are heard from the folders of the files by inotify. Belongs to one strand.
class LicenceWatch {
  public:
    /// The look itself, look_at_licence() as a rule; runs on a thread of the pool.
    using Look = std::function<LicenceVerdict(const LicenceTime&)>;
    /// Gets every verdict, also one that is as before; on the strand.
    using Tell = std::function<void(LicenceVerdict)>;

    struct Time {
        const Clock& clock;
        Sleeper& sleeper;
        std::function<LicenceTime()> of_licence;  ///< asked on the strand, before each look
    };

    /// `pool` and the parts of `time` outlive it. What `look` refers to outlives the pool's threads.
    LicenceWatch(LicenceWatchSettings settings, Time time, BlockingPool& pool, Look look, Tell tell);
    ~LicenceWatch();
    LicenceWatch(const LicenceWatch&) = delete;
    LicenceWatch& operator=(const LicenceWatch&) = delete;

    /// Looks at once, then until it is cancelled. Once per object.
    Task<void> run();

  private:
    class Folders;
    struct Stamps {
        std::optional<watched_file::Stamp> licence;
        std::optional<watched_file::Stamp> public_key;
        bool operator==(const Stamps&) const = default;
    };

    Task<void> look();
    Task<void> wait_until_quiet();
    Stamps stamps() const;

    LicenceWatchSettings settings_;
    Time time_;
    BlockingPool& pool_;
    Look look_;
    Tell tell_;
    std::unique_ptr<Folders> folders_;
    Stamps seen_;
};

}  // namespace ctiengine::license

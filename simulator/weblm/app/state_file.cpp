#include "simulator/weblm/app/state_file.hpp"

#include "common/logging/log.hpp"
#include "config/secrets/private_file.hpp"
#include "simulator/weblm/model/snapshot_json.hpp"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <utility>

namespace ctiengine::weblm_sim {

Result<bool> StateFile::load() {
    if (path_.empty() || !std::filesystem::exists(path_)) return false;
    std::ifstream file(path_);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) return Error{Errc::Io, path_.string() + " cannot be read"};
    auto snapshot = read_snapshot(text.str());
    if (!snapshot) {
        return Error{
            Errc::InvalidSettings,
            path_.string() + ": " + snapshot.error().detail + "; remove the file to begin anew"};
    }
    server_.restore(*snapshot);
    return true;
}

void StateFile::save() {
    if (path_.empty()) return;
    auto snapshot = server_.snapshot();
    if (saved_ == snapshot) return;
    const config::FileOwner owner{::geteuid(), ::getegid(), 0600};
    const auto written = config::replace_file(path_, write_snapshot(snapshot), owner);
    if (written) {
        saved_ = std::move(snapshot);
        failed_ = false;
    } else if (!std::exchange(failed_, true)) {
        logging::error("state is not saved: {}", written.error().detail);
    }
}

}  // namespace ctiengine::weblm_sim

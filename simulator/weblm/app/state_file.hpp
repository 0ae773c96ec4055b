#pragma once
#include "common/result/result.hpp"
#include "simulator/weblm/model/license_server.hpp"

#include <filesystem>
#include <optional>

namespace ctiengine::weblm_sim {

/// What the server remembers over a restart; without a path, nothing. One thread.
class StateFile {
  public:
    StateFile(std::filesystem::path path, LicenseServer& server) : path_(std::move(path)), server_(server) {}

    /// Brings the server to the state of the file. True = there was one. Errors: InvalidSettings, Io.
    Result<bool> load();

    /// Writes the file if anything has changed; a failure is logged, once until it works again.
    void save();

  private:
    std::filesystem::path path_;
    LicenseServer& server_;
    std::optional<Snapshot> saved_;
    bool failed_ = false;
};

}  // namespace ctiengine::weblm_sim

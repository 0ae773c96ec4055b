#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/authentication/users.hpp"
#include "common/tasks/clock.hpp"
#include "common/watched_file/watched_file.hpp"

#include <memory>

namespace ctiengine::authentication {

/// USERSFILE as it is now. Looked at again when somebody logs in, at most once a second; a new file that is
/// broken is reported (log and audit) and the one before stays in force.
///
/// Thread safety: any thread. current() reads files: not for event loops.
class UsersFile {
  public:
    /// Reads the file. `clock` and `trail` outlive the object. Errors: InvalidSettings with every mistake in
    /// the file, Io when it cannot be read, Refused when others may read or change it.
    static Result<std::unique_ptr<UsersFile>> open(
        const std::filesystem::path& file, const Clock& clock, audit::AuditTrail& trail
    );

    std::shared_ptr<const Users> current() { return file_.current(); }

  private:
    using File = watched_file::WatchedFile<Users>;
    explicit UsersFile(File file) : file_(std::move(file)) {}

    File file_;
};

/// Reads and checks such a file once. Errors as open().
Result<Users> load_users(const std::filesystem::path& file);

}  // namespace ctiengine::authentication

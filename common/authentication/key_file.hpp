#pragma once
#include "common/audit/audit_trail.hpp"
#include "common/authentication/key_source.hpp"
#include "common/watched_file/watched_file.hpp"

namespace ctiengine::authentication {

/// TOKENKEYS as a file; read again when it changed. A broken new file is reported and changes nothing.
class KeyFile final : public KeySource {
  public:
    /// `clock` and `trail` outlive it. Errors: Io, TooLarge, InvalidValue.
    static Result<std::unique_ptr<KeySource>> open(
        const std::filesystem::path& file, const Clock& clock, audit::AuditTrail& trail
    );

    Result<Keys> keys() override { return file_.current(); }
    Keys newer_than(Keys /*known*/) override { return file_.current(); }

  private:
    using File = watched_file::WatchedFile<jws::KeySet>;
    explicit KeyFile(File file) : file_(std::move(file)) {}

    File file_;
};

}  // namespace ctiengine::authentication

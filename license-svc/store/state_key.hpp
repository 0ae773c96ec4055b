#pragma once
#include "common/result/result.hpp"
#include "common/secret_memory/secret.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace ctiengine::license {

/// Makes the stored grace period evidence: a changed one, or one of another host, is told from ours.
/// Evidence, not proof: root may read the key. A value type.
class StateKey {
  public:
    /// Reads `file` (mode 0600), or makes it with 32 random octets. `machine_id`: of this host; another one,
    /// as on a copy of the machine, makes another key.
    static Result<StateKey> open(const std::filesystem::path& file, std::string_view machine_id);

    /// HMAC-SHA256 in lower-case hexadecimal.
    std::string mac(std::string_view text) const;

  private:
    explicit StateKey(Secret key) : key_(std::move(key)) {}

    Secret key_;
};

/// The host's identity: /etc/machine-id; empty when there is none.
std::string machine_id();

}  // namespace ctiengine::license

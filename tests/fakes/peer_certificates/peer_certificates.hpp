#pragma once
#include "common/grpc_security/peer_settings.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace ctiengine::tests {

/// An authority and a certificate for each role in a folder of its own, made by the very commands of
/// docs/ops/security.md. Commands that fail throw.
class PeerCertificates {
  public:
    using Replacements = std::vector<std::pair<std::string, std::string>>;

    /// Makes the folder. `instead`: text of the commands that is replaced first, for certificates with a
    /// fault; text that is not there throws.
    explicit PeerCertificates(std::filesystem::path folder, const Replacements& instead = {});

    /// The same authority makes new certificates, by new keys.
    void renew(const Replacements& instead = {});

    /// "gateway", "worker", "admin".
    grpc_security::PeerSettings of(const std::string& role) const;

    const std::filesystem::path& folder() const { return folder_; }

  private:
    void run(std::size_t block, const Replacements& instead) const;

    std::filesystem::path folder_;
};

}  // namespace ctiengine::tests

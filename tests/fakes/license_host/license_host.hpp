#pragma once
#include "license-svc/modes/mode_machine.hpp"

#include <filesystem>
#include <memory>
#include <set>
#include <string>

namespace ctiengine::testing {

/// A licence service in the test's own process, for tests about something else: the seats and the stream are
/// those of license-svc, the licence says what the test wants and nothing is kept on a disk.
class LicenseHost {
  public:
    /// Listens on the Unix socket `file`, in a folder that this user owns.
    explicit LicenseHost(
        const std::filesystem::path& file, license::Entitlement entitlement = {100000, true}
    );
    ~LicenseHost();
    LicenseHost(const LicenseHost&) = delete;
    LicenseHost& operator=(const LicenseHost&) = delete;

    /// unix:PATH
    std::string address() const;

    /// Every gateway is told.
    void set(license::Entitlement entitlement);
    /// Whose seats are in use, lingering ones included.
    std::set<std::string> in_use() const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ctiengine::testing

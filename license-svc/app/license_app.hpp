#pragma once
#include "common/ops/process_main.hpp"
#include "config/license_settings.hpp"

#include <filesystem>
#include <memory>

namespace ctiengine::license {

struct LicenseCommandLine {
    std::filesystem::path dev_clock;  ///< file with seconds that are added to the host's time; empty = none
    bool keep = false;  ///< at the end the licence is not given back: the next start follows at once
};

/// license-svc. Throws ops::StartError when its state or a setting cannot be used.
std::unique_ptr<ops::Application> make_license_service(
    boost::asio::io_context& io,
    const config::LicenseSettings& settings,
    const LicenseCommandLine& command_line
);

}  // namespace ctiengine::license

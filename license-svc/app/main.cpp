#include "common/grpc_security/tls_only_13.hpp"
#include "common/logging/log.hpp"
#include "common/process_hardening/process_hardening.hpp"
#include "license-svc/app/license_app.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

using namespace ctiengine;

int fail(const Error& error) {
    std::fprintf(stderr, "license-svc: %s\n", error.detail.c_str());
    return ops::kInvalidSettings;
}

int run(const std::filesystem::path& file, const license::LicenseCommandLine& command_line) {
    const auto values = config::load_settings(config::SettingsFileKind::Engine, file);
    if (!values) return fail(values.error());
    const auto folder = std::filesystem::absolute(file).parent_path();
    const auto settings = config::license_settings(*values, folder);
    if (!settings) return fail(settings.error());
    logging::set_up(config::logging_of(settings->log, "license-svc", "license-svc"));
    for (const auto& warning : values->warnings()) logging::warn("{}", warning);
    auto make = [&](boost::asio::io_context& io) {
        return license::make_license_service(io, *settings, command_line);
    };
    return ops::run_process({"license-svc", 1}, make);
}

}  // namespace

int main(int argc, char** argv) {
    harden_process();
    grpc_security::allow_only_tls_13();
    CLI::App app("Counts the users who may work at once, by a licence file or a WebLM server.");
    app.footer(
        "Ends with 0 after SIGINT or SIGTERM, 2 when the arguments are wrong, 3 when a setting or file is "
        "wrong, 4 when "
        "it cannot start, 1 after a defect."
    );
    std::filesystem::path settings = "/opt/avaya/ctiengine/ctiengineconfig.xml";
    app.add_option("--config", settings, "Settings file")->capture_default_str();
    license::LicenseCommandLine command_line;
    app.add_flag(
        "--keep", command_line.keep,
        "At the end, do not give the licence back to the WebLM server: the next start follows at once"
    );
    app.add_option(
        "--dev-clock", command_line.dev_clock,
        "Test system: a file with seconds that are added to the host's time"
    );
    app.set_version_flag("--version", CTIENGINE_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? ops::kStopped : ops::kUsage;
    }
    return run(settings, command_line);
}

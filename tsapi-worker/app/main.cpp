#include "common/grpc_security/tls_only_13.hpp"
#include "common/logging/log.hpp"
#include "common/process_hardening/process_hardening.hpp"
#include "tsapi-worker/app/worker_app.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace ctiengine;

int fail(const Error& error) {
    std::fprintf(stderr, "tsapi-worker: %s\n", error.detail.c_str());
    return ops::kInvalidSettings;
}

config::WorkerCommandLine command_line(bool development) {
    const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    return {development, credentials == nullptr ? "" : credentials};
}

/// What the file says is not kept: a {plain} password would be, too.
Result<config::WorkerSettings> read_settings(
    const std::filesystem::path& file, bool development, std::vector<std::string>& warnings
) {
    auto values = config::load_settings(config::SettingsFileKind::Engine, file);
    if (!values) return values.error();
    warnings = values->warnings();
    auto folder = std::filesystem::absolute(file).parent_path();
    return config::worker_settings(*values, folder, command_line(development));
}

int run(const std::filesystem::path& file, bool development) {
    std::vector<std::string> warnings;
    auto settings = read_settings(file, development, warnings);
    if (!settings) return fail(settings.error());
    logging::set_up(config::logging_of(settings->log, "tsapi-worker", "tsapi-worker"));
    for (const auto& warning : warnings) logging::warn("{}", warning);
    auto make = [&settings](boost::asio::io_context& io) { return worker::make_worker(io, *settings); };
    return ops::run_process({"tsapi-worker", 1}, make);
}

}  // namespace

int main(int argc, char** argv) {
    harden_process();
    grpc_security::allow_only_tls_13();
    CLI::App app("Speaks TSAPI for the gateways; it alone holds the vendor's library.");
    app.footer(
        "Ends with 0 after SIGINT or SIGTERM, 2 when the arguments are wrong, 3 when a setting or file is "
        "wrong, 4 when it "
        "cannot start, 1 after a defect."
    );
    std::filesystem::path settings = "/opt/avaya/ctiengine/ctiengineconfig.xml";
    app.add_option("--config", settings, "Settings file")->capture_default_str();
    bool development = false;
    app.add_flag("--dev", development, "Test system: TSAPIPASSWORD may stand in the settings as {plain}text");
    app.set_version_flag("--version", CTIENGINE_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : ops::kUsage;
    }
    return run(settings, development);
}

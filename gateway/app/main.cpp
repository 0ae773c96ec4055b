#include "common/logging/log.hpp"
#include "common/logging/logging_setup.hpp"
#include "gateway/app/gateway_app.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

using namespace ctiengine;

void set_up_logging(const config::LogSettings& log) {
    logging::LogSettings settings;
    settings.component = "gateway";
    settings.severity = log.high ? logging::Severity::High : logging::Severity::Low;
    settings.directory = log.directory;
    settings.file_bytes = log.size_bytes;
    settings.retention = std::chrono::days(log.retention_days);
    logging::set_up(settings);
}

int fail(const Error& error) {
    std::fprintf(stderr, "gateway: %s\n", error.detail.c_str());
    return error.code == Errc::InvalidSettings ? 2 : 1;
}

Result<void> run(const std::filesystem::path& file) {
    auto values = config::load_settings(config::SettingsFileKind::Engine, file);
    if (!values) return values.error();
    auto settings = config::gateway_settings(*values, std::filesystem::absolute(file).parent_path());
    set_up_logging(settings.log);
    for (const auto& warning : values->warnings()) logging::warn("{}", warning);
    return gateway::run_gateway(settings);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app(
        "Gives browsers call control: CSTA XML over secure WebSockets. Ends with 0 after SIGINT or SIGTERM, "
        "1 when it "
        "cannot run, 2 when settings or arguments are wrong."
    );
    std::filesystem::path settings = "/opt/avaya/ctiengine/ctiengineconfig.xml";
    app.add_option("--config", settings, "Settings file")->capture_default_str();
    app.set_version_flag("--version", CTIENGINE_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    try {
        auto ended = run(settings);
        return ended ? 0 : fail(ended.error());
    } catch (const std::exception& error) {
        return fail({Errc::Io, error.what()});
    }
}

#include "common/grpc_security/tls_only_13.hpp"
#include "common/logging/log.hpp"
#include "common/process_hardening/process_hardening.hpp"
#include "gateway/app/gateway_app.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

using namespace ctiengine;

int fail(const Error& error) {
    std::fprintf(stderr, "gateway: %s\n", error.detail.c_str());
    return ops::kInvalidSettings;
}

int run(const std::filesystem::path& file) {
    auto values = config::load_settings(config::SettingsFileKind::Engine, file);
    if (!values) return fail(values.error());
    auto settings = config::gateway_settings(*values, std::filesystem::absolute(file).parent_path());
    logging::set_up(config::logging_of(settings.log, "gateway", "ctiengine"));
    for (const auto& warning : values->warnings()) logging::warn("{}", warning);
    auto make = [&settings](boost::asio::io_context& io) { return gateway::make_gateway(io, settings); };
    return ops::run_process({"gateway", settings.threads}, make);
}

}  // namespace

int main(int argc, char** argv) {
    harden_process();
    grpc_security::allow_only_tls_13();
    CLI::App app("Gives browsers call control: CSTA XML over secure WebSockets.");
    app.footer(
        "Ends with 0 after SIGINT or SIGTERM, 2 when the arguments are wrong, 3 when a setting or file is "
        "wrong, 4 when it "
        "cannot start, 1 after a defect."
    );
    std::filesystem::path settings = "/opt/avaya/ctiengine/ctiengineconfig.xml";
    app.add_option("--config", settings, "Settings file")->capture_default_str();
    app.set_version_flag("--version", CTIENGINE_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : ops::kUsage;
    }
    return run(settings);
}

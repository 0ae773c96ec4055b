#include "simulator/weblm/app/weblm_application.hpp"

#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    using namespace ctiengine;
    CLI::App line{"Simulates a WebLM licence server, its web pages and its faults."};
    weblm_sim::WeblmSettings settings;
    const CLI::Range port(0, 65535);
    const CLI::Range lease(1, 86400);
    line.add_option("--address", settings.address, "IP address to listen on")->capture_default_str();
    line.add_option("--port", settings.port, "TCP port for clients and browsers; 0: any")
        ->check(port)
        ->capture_default_str();
    line.add_option(
            "--control-port", settings.control_port,
            "TCP port for tests, loopback only; 0: any; none unless given"
    )
        ->check(port);
    line.add_option("--certificate", settings.certificate, "PEM file: server certificate, then intermediates")
        ->required();
    line.add_option("--key", settings.key, "PEM file: private key")->required();
    line.add_option("--licence", settings.licence, "licence file; without it, the example of the manual");
    line.add_option("--state", settings.state, "keep licence and holdings there over restarts");
    line.add_option("--ready-file", settings.ready_file, "write the ports there as JSON when all is ready");
    line.add_option(
        "--admin-password-file", settings.password_file, "password, or Argon2id hash, of user admin"
    );
    line.add_option(
        "--host-id", settings.host_id, "host ID of this server; default: the first of the licence"
    );
    line.add_option("--server-id", settings.server_id, "name in answers")->capture_default_str();
    line.add_option("--lease", settings.lease_seconds, "seconds a client keeps what it holds")
        ->check(lease)
        ->capture_default_str();
    line.add_option("--renew", settings.renew_seconds, "seconds after which clients are to renew")
        ->check(lease)
        ->capture_default_str();
    line.add_flag("--unused", settings.unused, "nobody but the clients of this server holds seats");
    try {
        line.parse(argc, argv);
        if (settings.renew_seconds > settings.lease_seconds)
            throw CLI::ValidationError("--renew", "is longer than --lease: every lease would run out");
    } catch (const CLI::ParseError& wrong) {
        return line.exit(wrong) == 0 ? ops::kStopped : ops::kUsage;
    }
    return ops::run_process({"weblm-sim", 1}, [&settings](boost::asio::io_context& context) {
        return weblm_sim::make_weblm_application(context, settings);
    });
}

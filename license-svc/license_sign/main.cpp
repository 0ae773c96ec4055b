#include "common/process_hardening/process_hardening.hpp"
#include "license-svc/license_sign/sign_commands.hpp"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    using namespace ctiengine;
    harden_process();
    CLI::App app("Makes and shows licence files of the CTI engine. For the supplier, not for customers.");
    app.footer(
        "Ends with 0 when it was done, 1 when a licence is not good, 2 when the arguments are wrong, 3 when "
        "it could not be done."
    );
    app.set_version_flag("--version", CTIENGINE_VERSION);
    app.require_subcommand(1);
    int status = license::kSigned;
    license::add_sign_commands(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? license::kSigned : license::kWrongArguments;
    } catch (const std::exception& defect) {
        std::fprintf(stderr, "ctiengine-license-sign: %s\n", defect.what());
        return license::kNotDone;
    }
    return status;
}

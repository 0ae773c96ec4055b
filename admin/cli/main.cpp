#include "admin/cli/audit_commands.hpp"
#include "admin/cli/exit_status.hpp"
#include "admin/cli/license_commands.hpp"
#include "admin/cli/users_commands.hpp"

int main(int argc, char** argv) {
    using namespace ctiengine::admin;
    CLI::App app("Looks at and administers a CTI engine.");
    app.footer(
        "Ends with 0 when it was done, 1 when what was asked about is not as it should be, 2 when the "
        "arguments are "
        "wrong, 3 when it could not be done."
    );
    app.set_version_flag("--version", CTIENGINE_VERSION);
    app.require_subcommand(1);
    int status = kDone;
    add_audit_commands(app, status);
    add_license_commands(app, status);
    add_users_commands(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    return status;
}

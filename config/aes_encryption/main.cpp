#include "common/process_hardening/process_hardening.hpp"
#include "config/aes_encryption/commands.hpp"

#include <CLI/CLI.hpp>

namespace {

using namespace ctiengine;

constexpr const char* kFooter =
    R"(Without an option it asks for the password twice and prints one line: put that
between <TSAPIPASSWORD> and </TSAPIPASSWORD> of the settings file. The password
is never taken from the command line, where every user of the host could see it.
No command decrypts: who needs the password anew encrypts it anew.

Ends with 0 when it is done, 1 when the password is empty, not twice the same
or not possible, 2 when the key ring, the settings file or a value in it is
wrong, 3 when the command line is wrong or there is no terminal.

Run it as the user of the service: sudo -u avaya aes-encryption)";

}  // namespace

int main(int argc, char** argv) {
    harden_process();
    CLI::App app("Encrypts the password of the CT user for the settings file.");
    app.footer(kFooter);
    aes_encryption::Files files{{}, "/opt/avaya/ctiengine/ctiengineconfig.xml"};
    std::filesystem::path checked;
    bool from_stdin = false;
    bool rotating = false;
    bool pruning = false;
    app.add_option("--config", files.settings, "Settings file")->capture_default_str();
    app.add_option(
        "--keyring", files.key_ring, "Key ring; made when there is none [KEYRING of the settings file]"
    );
    auto* in = app.add_flag("--stdin", from_stdin, "Read the password from one line of standard input");
    auto* check = app.add_option(
        "--check", checked, "Say whether the passwords in this settings file can be decrypted"
    );
    auto* rotate = app.add_flag(
        "--rotate", rotating,
        "Make a new key and encrypt the settings file's passwords with it; the old file is kept as .bak"
    );
    auto* prune = app.add_flag(
        "--prune", pruning, "Drop keys that the settings file does not need (a .bak may need them)"
    );
    in->excludes(check, rotate, prune);
    check->excludes(rotate, prune);
    rotate->excludes(prune);
    app.set_version_flag("--version", CTIENGINE_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? aes_encryption::kDone : aes_encryption::kUsage;
    }
    if (!checked.empty()) files.settings = checked;
    files.key_ring = aes_encryption::key_ring_of(files.key_ring, files.settings);
    if (!checked.empty()) return aes_encryption::check(files);
    if (rotating) return aes_encryption::rotate(files);
    if (pruning) return aes_encryption::prune(files);
    return aes_encryption::encrypt(files, from_stdin);
}

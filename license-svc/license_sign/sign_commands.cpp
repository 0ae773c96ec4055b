#include "license-svc/license_sign/sign_commands.hpp"

#include "common/jws/compact.hpp"
#include "common/watched_file/file_content.hpp"
#include "license-svc/file_licence/licence_check.hpp"
#include "license-svc/file_licence/mac_address.hpp"
#include "license-svc/license_sign/key_files.hpp"
#include "license-svc/license_sign/licence_order.hpp"
#include "license-svc/license_sign/licence_text.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <memory>

namespace ctiengine::license {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kLargestInput = std::size_t{64} * 1024;

int fail(const Error& error) {
    std::fprintf(stderr, "ctiengine-license-sign: %s\n", error.detail.c_str());
    return kNotDone;
}

std::int64_t seconds_now() {
    return std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

Result<std::string> read(const fs::path& file) {
    watched_file::ReadRules rules;
    rules.most_bytes = kLargestInput;
    return watched_file::read_file(file, rules);
}

/// JSON over several lines; control characters stay escaped, so that it is fit for a terminal.
std::string readable(const std::string& claims) {
    const auto json = Json::parse(claims, nullptr, false);
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

struct SignOptions {
    fs::path key;
    fs::path password_file;
    fs::path out = "ctienginelicense";
    fs::path claims_file;
    LicenceOrder order;
    bool force = false;
};

Result<std::string> claims_for(const SignOptions& options) {
    if (options.claims_file.empty()) return claims_of(options.order, seconds_now());
    auto text = read(options.claims_file);
    if (!text) return text.error();
    auto claims = checked_claims(std::move(*text));
    if (!claims)
        return Error{Errc::InvalidValue, options.claims_file.string() + ": " + claims.error().detail};
    return claims;
}

int sign(const SignOptions& options) {
    const auto claims = claims_for(options);
    if (!claims) return fail(claims.error());
    const auto key = read_issuer_key(options.key, options.password_file);
    if (!key) return fail(key.error());
    const auto text = licence_text(*claims, *key);
    if (text.size() > kLargestLicenceFile) {
        return fail({Errc::TooLarge, "the licence would have more than 8 KiB, which no engine reads"});
    }
    const auto written = write_public_file(options.out, text, options.force);
    if (!written) return fail(written.error());
    std::printf(
        "%s: signed with %s\n%s\n", options.out.c_str(), key->algorithm().c_str(), readable(*claims).c_str()
    );
    return kSigned;
}

struct KeyOptions {
    std::string type = "rsa";
    fs::path out = "issuer.pem";
    fs::path public_out = "license_public_key.pem";
    bool force = false;
};

int generate(const KeyOptions& options) {
    const auto key = IssuerKey::generate(options.type);
    if (!key) return fail(key.error());
    const auto written = write_key_pair(*key, options.out, options.public_out, options.force);
    if (!written) return fail(written.error());
    std::printf(
        "%s: keep it secret, and a copy of it in a safe\n"
        "%s: goes to the customers, as certificates/license_public_key.pem\n",
        options.out.c_str(), options.public_out.c_str()
    );
    return kSigned;
}

struct ShowOptions {
    fs::path file = "ctienginelicense";
    fs::path public_key = "license_public_key.pem";
    std::vector<std::string> macs;
};

/// Its signature is good.
std::string payload_of(std::string_view text) {
    const auto token = jws::parse_compact(text.substr(0, text.find_first_of("\r\n")));
    return token ? token->payload : std::string();
}

int show(const ShowOptions& options) {
    const auto text = read(options.file);
    if (!text) return fail(text.error());
    const auto key = read(options.public_key);
    if (!key) return fail(key.error());
    auto verdict = read_licence(*text, *key, kProduct, kRelease);
    if (verdict.good()) {
        std::printf("%s\n", readable(payload_of(*text)).c_str());
        LicenceHost host;
        host.now = seconds_now();
        host.macs = verdict.claims->macs;
        if (!options.macs.empty()) host.macs.clear();
        for (const auto& mac : options.macs) host.macs.push_back(*canonical_mac(mac));
        verdict = check_licence(*text, *key, host);
    }
    std::printf(
        "%s%s%s\n", std::string(to_string(verdict.event)).c_str(), verdict.detail.empty() ? "" : ": ",
        verdict.detail.c_str()
    );
    for (const auto& warning : verdict.warnings) std::printf("%s\n", warning.c_str());
    return verdict.good() ? kSigned : kNotGood;
}

std::string mistake_in_mac(const std::string& text) {
    return canonical_mac(text) ? "" : "'" + text + "' is no MAC address such as 08-00-27-08-BC-E4";
}

void add_sign(CLI::App& app, int& status) {
    auto options = std::make_shared<SignOptions>();
    auto& order = options->order;
    auto* command = app.add_subcommand("sign", "Sign a licence");
    command->add_option("--key", options->key, "PEM file with the issuer's private key")->required();
    command->add_option(
        "--key-password-file", options->password_file,
        "File whose first line is the key's password; without it an encrypted key's is asked for"
    );
    command->add_option("--out", options->out, "File to write")->capture_default_str();
    command->add_flag("--force", options->force, "Put it in the place of one that is there");
    auto* claims = command->add_option("--claims", options->claims_file, "JSON file with all claims");
    const auto add = [&](CLI::Option* option) { option->excludes(claims); };
    add(command->add_option("--mac", order.macs, "MAC address of the customer's host; up to eight")
            ->check(mistake_in_mac));
    add(command->add_option("--users", order.users, "Concurrent users of a primary server"));
    add(command->add_option("--ha-users", order.ha_users, "Concurrent users of a stand-by"));
    add(command->add_flag("--call-center", order.call_center, "With ACD services"));
    add(command->add_option("--customer", order.customer, "For whom; shown to people only"));
    add(command->add_option("--release", order.release, "For which releases, 4.x; without it for all"));
    add(command->add_option("--not-before", order.not_before, "First day, 2027-01-31 (UTC)"));
    add(command->add_option("--expires", order.expires, "The day on which it ends; without it never"));
    command->callback([options, &status] { status = sign(*options); });
}

}  // namespace

void add_sign_commands(CLI::App& app, int& status) {
    add_sign(app, status);

    auto key = std::make_shared<KeyOptions>();
    auto* generating = app.add_subcommand("generate-key", "Make the issuer's pair of keys");
    generating->add_option("--type", key->type, "rsa (3072 bits), ec (P-256) or ed25519")
        ->check(CLI::IsMember({"rsa", "ec", "ed25519"}))
        ->capture_default_str();
    generating->add_option("--out", key->out, "Private key, mode 0600")->capture_default_str();
    generating->add_option("--public", key->public_out, "Public key")->capture_default_str();
    generating->add_flag(
        "--force", key->force, "Put them in the place of keys that are there, which are lost then"
    );
    generating->callback([key, &status] { status = generate(*key); });

    auto shown = std::make_shared<ShowOptions>();
    auto* showing = app.add_subcommand("show", "Verify a licence and print what it says");
    showing->add_option("file", shown->file, "Licence file")->capture_default_str();
    showing->add_option("--public", shown->public_key, "Public key")->capture_default_str();
    showing->add_option("--mac", shown->macs, "Is it for the host with this MAC address?")
        ->check(mistake_in_mac);
    showing->callback([shown, &status] { status = show(*shown); });
}

}  // namespace ctiengine::license

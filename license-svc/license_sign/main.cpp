// ctiengine-license-sign: the supplier's tool.
#include "license-svc/file_licence/licence_file.hpp"
#include "license-svc/file_licence/mac_address.hpp"
#include "license-svc/license_sign/licence_text.hpp"

#include <CLI/CLI.hpp>
#include <openssl/rand.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace {

using namespace ctiengine;
using namespace ctiengine::license;

enum Status { kDone = 0, kBad = 1, kUsage = 2, kFailed = 3 };

int fail(const std::string& what) {
    std::fprintf(stderr, "ctiengine-license-sign: %s\n", what.c_str());
    return kFailed;
}

std::optional<std::string> read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// Nothing that is there is overwritten unless it was asked for.
bool write(const std::filesystem::path& file, const std::string& text, mode_t mode, bool force) {
    const int how = O_WRONLY | O_CREAT | O_CLOEXEC | (force ? O_TRUNC : O_EXCL);
    const int fd = ::open(file.c_str(), how, mode);
    if (fd < 0) return false;
    const bool written = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    return ::close(fd) == 0 && written;
}

std::string new_id() {
    std::array<unsigned char, 16> octets{};
    ::RAND_bytes(octets.data(), static_cast<int>(octets.size()));
    octets[6] = static_cast<unsigned char>((octets[6] & 0x0f) | 0x40);  // a random UUID, version 4
    octets[8] = static_cast<unsigned char>((octets[8] & 0x3f) | 0x80);
    std::string id;
    for (std::size_t at = 0; at < octets.size(); ++at) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", octets[at]);
        id += digits;
        if (at == 3 || at == 5 || at == 7 || at == 9) id += '-';
    }
    return id;
}

/// 2027-01-31 as seconds since 1970, midnight UTC.
std::optional<std::int64_t> day(const std::string& text) {
    int year = 0;
    int month = 0;
    int number = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%4d-%2d-%2d%c", &year, &month, &number, &rest) != 3) return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(number))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::sys_days(date).time_since_epoch())
        .count();
}

struct SignOptions {
    std::string key;
    std::string password_file;
    std::string out = "ctienginelicense";
    std::string claims_file;
    std::string release;
    std::string expires;
    std::string not_before;
    std::vector<std::string> macs;
    LicenceClaims claims;
    bool force = false;
};

Result<std::string> claims_of(SignOptions options) {
    if (!options.claims_file.empty()) {
        auto text = read(options.claims_file);
        if (!text) return Error{Errc::Io, options.claims_file + " cannot be read"};
        auto good = read_claims(*text, "CTI_Engine", "4.5");
        if (!good) return Error{Errc::InvalidValue, options.claims_file + ": " + good.error().detail};
        return *text;
    }
    auto& claims = options.claims;
    claims.id = new_id();
    claims.issued = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    for (const auto& text : options.macs) {
        const auto mac = canonical_mac(text);
        if (!mac) return Error{Errc::InvalidValue, "'" + text + "' is no MAC address"};
        claims.macs.push_back(*mac);
    }
    if (!options.expires.empty()) claims.expires = day(options.expires);
    if (!options.not_before.empty()) claims.not_before = day(options.not_before);
    if ((!options.expires.empty() && !claims.expires) ||
        (!options.not_before.empty() && !claims.not_before)) {
        return Error{Errc::InvalidValue, "a day is written as 2027-01-31"};
    }
    const auto json = claims_json(claims, options.release);
    if (auto good = read_claims(json, "CTI_Engine", "4.5"); !good) return good.error();
    return json;
}

int sign(const SignOptions& options) {
    const auto pem = read(options.key);
    if (!pem) return fail(options.key + " cannot be read");
    std::string password;
    if (!options.password_file.empty()) {
        const auto text = read(options.password_file);
        if (!text) return fail(options.password_file + " cannot be read");
        password = text->substr(0, text->find('\n'));
    }
    const auto key = IssuerKey::from_pem(*pem, password);
    if (!key) return fail(options.key + ": " + key.error().detail);
    const auto claims = claims_of(options);
    if (!claims) return fail(claims.error().detail);
    if (!write(options.out, licence_text(*claims, *key), 0644, options.force)) {
        return fail(options.out + " could not be written; is there one already? --force overwrites it");
    }
    std::printf("%s: signed with %s\n%s\n", options.out.c_str(), key->algorithm().c_str(), claims->c_str());
    return kDone;
}

int generate(const std::string& type, const std::string& out, const std::string& public_out, bool force) {
    const auto key = IssuerKey::generate(type);
    if (!key) return fail(key.error().detail);
    if (!write(out, key->private_pem(), 0600, force)) {
        return fail(
            out +
            " could not be written; is there one already? --force overwrites it, and then no licence can be "
            "signed with the old one"
        );
    }
    if (!write(public_out, key->public_pem(), 0644, force)) return fail(public_out + " could not be written");
    std::printf(
        "%s: keep it secret\n%s: goes to the customers, as certificates/license_public_key.pem\n",
        out.c_str(), public_out.c_str()
    );
    return kDone;
}

int show(const std::string& file, const std::string& public_key, const std::vector<std::string>& macs) {
    LicenceHost host;
    host.release = "4.5";
    host.now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    for (const auto& mac : macs) {
        if (auto canonical = canonical_mac(mac)) host.macs.push_back(*canonical);
    }
    const auto verdict = look_at_licence(file, public_key, host);
    std::printf("%s", std::string(to_string(verdict.event)).c_str());
    std::printf("%s%s\n", verdict.detail.empty() ? "" : ": ", verdict.detail.c_str());
    for (const auto& warning : verdict.warnings) std::printf("%s\n", warning.c_str());
    if (verdict.claims) std::printf("%s\n", claims_json(*verdict.claims, {}).c_str());
    return verdict.good() ? kDone : kBad;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Makes and shows licence files of the CTI engine. For the supplier, not for customers.");
    app.footer(
        "Ends with 0 when it was done, 1 when a licence is not good, 2 when the arguments are wrong, 3 when "
        "it could not be done."
    );
    app.set_version_flag("--version", CTIENGINE_VERSION);
    app.require_subcommand(1);
    int status = kDone;

    SignOptions options;
    auto* const signing = app.add_subcommand("sign", "Sign a licence");
    signing->add_option("--key", options.key, "PEM file with the issuer's private key")->required();
    signing->add_option(
        "--key-password-file", options.password_file, "File whose first line is the key's password"
    );
    signing->add_option("--out", options.out, "File to write")->capture_default_str();
    signing->add_flag("--force", options.force, "Overwrite it");
    signing->add_option(
        "--mac", options.macs, "MAC address of the customer's host, in any notation; several are possible"
    );
    signing->add_option("--users", options.claims.users, "Concurrent users of a primary server");
    signing->add_option("--ha-users", options.claims.ha_users, "Concurrent users of a stand-by");
    signing->add_flag("--call-center", options.claims.call_center, "With ACD services");
    signing->add_option("--customer", options.claims.customer, "For whom; shown to people only");
    signing->add_option(
        "--release", options.release, "For releases with this major number, e.g. 4.5; without it for all"
    );
    signing->add_option("--not-before", options.not_before, "First day, 2027-01-31");
    signing->add_option("--expires", options.expires, "The day on which it ends; without it never");
    signing->add_option(
        "--claims", options.claims_file, "JSON file with all claims, in place of the options"
    );
    signing->callback([&] { status = sign(options); });

    std::string type = "rsa";
    std::string out = "issuer.pem";
    std::string public_out = "license_public_key.pem";
    bool force = false;
    auto* const generating = app.add_subcommand("generate-key", "Make the issuer's pair of keys");
    generating->add_option("--type", type, "rsa, ec or ed25519")->capture_default_str();
    generating->add_option("--out", out, "Private key, mode 0600")->capture_default_str();
    generating->add_option("--public", public_out, "Public key")->capture_default_str();
    generating->add_flag("--force", force, "Overwrite keys that are there");
    generating->callback([&] { status = generate(type, out, public_out, force); });

    std::string file = "ctienginelicense";
    std::string public_key = "license_public_key.pem";
    std::vector<std::string> macs;
    auto* const showing = app.add_subcommand("show", "Check a licence as the engine does, and show it");
    showing->add_option("file", file, "Licence file")->capture_default_str();
    showing->add_option("--public", public_key, "Public key")->capture_default_str();
    showing->add_option("--mac", macs, "MAC address of the host that it is for");
    showing->callback([&] { status = show(file, public_key, macs); });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    return status;
}

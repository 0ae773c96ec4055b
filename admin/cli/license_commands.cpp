#include "admin/cli/license_commands.hpp"

#include "admin/cli/exit_status.hpp"
#include "admin/cli/license_client.hpp"
#include "admin/cli/license_words.hpp"
#include "admin/cli/output.hpp"
#include "config/settings_file.hpp"
#include "license-svc/file_licence/host_mac.hpp"
#include "license-svc/file_licence/mac_address.hpp"

#include <google/protobuf/util/json_util.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>

namespace ctiengine::admin {
namespace {

using Json = nlohmann::ordered_json;
using Words = std::string (*)(const license::v1::LicenseStatus&);

struct LicenseOptions {
    std::filesystem::path config = "/opt/avaya/ctiengine/ctiengineconfig.xml";
    std::string address;
    std::string interface;
    bool json = false;
};

std::string json_of(const license::v1::LicenseStatus& status) {
    google::protobuf::util::JsonPrintOptions options;
    options.add_whitespace = true;
    options.always_print_primitive_fields = true;
    std::string text;
    const auto done = google::protobuf::util::MessageToJsonString(status, &text, options);
    return done.ok() ? text : "{}\n";
}

/// `judges`: the exit status says whether it is as it should be.
int tell(const LicenseOptions& options, Words words, bool judges) {
    const auto status = license_status(options.config, options.address);
    if (!status) {
        std::fprintf(stderr, "ctiengine-admin: %s\n", status.error().detail.c_str());
        return kFailed;
    }
    std::fputs((options.json ? json_of(*status) : words(*status)).c_str(), stdout);
    return judges && !is_well(*status) ? kFound : kDone;
}

Json json_of(const license::MacCandidate& candidate) {
    return {
        {"interface", candidate.interface},
        {"primary", candidate.primary},
        {"mac", candidate.mac},
        {"weblm", license::dashed_mac(candidate.mac)},
        {"switch", license::dotted_mac(candidate.mac)},
        {"locallyAdministered", candidate.local},
        {"why", candidate.why}};
}

void print(const std::vector<license::MacCandidate>& candidates) {
    std::vector<std::vector<std::string>> rows{{"", "INTERFACE", "HOST ID", "", "", "WHY"}};
    for (const auto& candidate : candidates) {
        rows.push_back(
            {candidate.primary ? "*" : "", shown(candidate.interface), license::dashed_mac(candidate.mac),
             candidate.mac, license::dotted_mac(candidate.mac), shown(candidate.why)}
        );
    }
    std::fputs(table_text(rows).c_str(), stdout);
    if (license::primary_macs(candidates).empty()) return;
    std::puts("\n* is what a licence file has to name; send it to your supplier.");
}

/// The interface that license-svc takes: without a settings file that of the default route.
Result<std::string> interface_of(const LicenseOptions& options) {
    std::error_code failed;
    if (!options.interface.empty() || !std::filesystem::exists(options.config, failed)) {
        return options.interface;
    }
    const auto values = config::load_settings(config::SettingsFileKind::Engine, options.config);
    if (!values) return values.error();
    return values->text("LICENSEMACINTERFACE");
}

std::string why_none(const std::string& interface) {
    if (interface.empty()) return "no network card of this host has an address of its own";
    return "there is no interface " + shown(interface) + ", or no card below it has an address of its own";
}

int host_id(const LicenseOptions& options) {
    const auto interface = interface_of(options);
    if (!interface) {
        std::fprintf(
            stderr, "ctiengine-admin: %s; --interface names one without that file\n",
            interface.error().detail.c_str()
        );
        return kFailed;
    }
    const auto candidates = license::mac_candidates(license::host_network(), *interface);
    const bool container = license::in_container();
    if (options.json) {
        Json all = Json::array();
        for (const auto& candidate : candidates) all.push_back(json_of(candidate));
        std::printf("%s\n", Json{{"container", container}, {"interfaces", all}}.dump(2).c_str());
    } else {
        print(candidates);
    }
    if (container) {
        std::fputs(
            "warning: this is a container; its address changes with it, so take a licence server instead of "
            "a file\n",
            stderr
        );
    }
    if (!license::primary_macs(candidates).empty()) return kDone;
    std::fprintf(
        stderr, "ctiengine-admin: %s; --interface or LICENSEMACINTERFACE names another one\n",
        why_none(*interface).c_str()
    );
    return kFound;
}

}  // namespace

void add_license_commands(CLI::App& app, int& status) {
    auto options = std::make_shared<LicenseOptions>();
    auto* license = app.add_subcommand("license", "The licence: what it allows, who uses it, what to do");
    license->require_subcommand(1);

    const auto add = [&](const char* name, const char* help, Words words, bool judges) {
        auto* command = license->add_subcommand(name, help);
        command->add_option("--config", options->config, "Settings file of the engine")
            ->capture_default_str();
        command->add_option(
            "--address", options->address, "Where license-svc listens, in place of LICENSEADDRESS"
        );
        command->add_flag("--json", options->json, "For programs");
        command->callback([options, words, judges, &status] { status = tell(*options, words, judges); });
    };
    add("status", "Mode, source, users, licence server; 1 = not licensed, or no seat is left", status_text,
        true);
    add("holders", "Gateways and the users on them, since when", holders_text, false);
    add("explain", "Why it is as it is, and what to do", explain_text, false);

    auto* hostid = license->add_subcommand("hostid", "The address that a licence file has to name");
    hostid
        ->add_option(
            "--config", options->config,
            "Settings file of the engine, for LICENSEMACINTERFACE; need not be there"
        )
        ->capture_default_str();
    hostid->add_option("--interface", options->interface, "In place of LICENSEMACINTERFACE");
    hostid->add_flag("--json", options->json, "For programs");
    hostid->callback([options, &status] { status = host_id(*options); });
}

}  // namespace ctiengine::admin

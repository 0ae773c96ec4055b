#include "admin/cli/audit_commands.hpp"

#include "admin/cli/exit_status.hpp"
#include "admin/cli/output.hpp"
#include "common/audit/audit_files.hpp"
#include "common/audit/audit_verification.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace ctiengine::admin {
namespace {

using Json = nlohmann::ordered_json;

constexpr char kDefaultDirectory[] = "/opt/avaya/ctiengine/log";

/// What both commands are told.
struct AuditOptions {
    std::filesystem::path directory = kDefaultDirectory;
    bool json = false;
    std::string from;  ///< "2026-11-23" or "2026-11-23T14:00": compared with the beginning of the time
    std::string to;
    std::string user;
    std::string event;
};

bool is_folder(const std::filesystem::path& directory) {
    std::error_code failed;
    if (std::filesystem::is_directory(directory, failed)) return true;
    std::fprintf(
        stderr, "ctiengine-admin: %s is no folder that can be read; name the one of AUDITDIRECTORY\n",
        directory.c_str()
    );
    return false;
}

Json json_of(const audit::AuditReport& report) {
    Json problems = Json::array();
    for (const auto& problem : report.problems) {
        problems.push_back({{"file", problem.file.string()}, {"line", problem.line}, {"what", problem.what}});
    }
    return {{"intact", report.intact()},    {"files", report.files},      {"entries", report.entries},
            {"firstSeq", report.first_seq}, {"lastSeq", report.last_seq}, {"problems", problems}};
}

void print(const audit::AuditReport& report, const std::filesystem::path& directory) {
    std::printf(
        "%s: %zu entries in %zu files, number %llu to %llu\n", directory.c_str(), report.entries,
        report.files, static_cast<unsigned long long>(report.first_seq),
        static_cast<unsigned long long>(report.last_seq)
    );
    if (report.first_seq > 1) std::puts("older entries are gone, as AUDITRETENTION says");
    for (const auto& problem : report.problems) {
        std::printf("%s:%zu: %s\n", problem.file.c_str(), problem.line, problem.what.c_str());
    }
    std::puts(report.intact() ? "intact" : "NOT INTACT: somebody or something has changed this log");
}

int verify(const AuditOptions& options) {
    if (!is_folder(options.directory)) return kFailed;
    const auto report = audit::verify_audit_log(options.directory);
    if (options.json) {
        std::printf("%s\n", json_of(report).dump(2).c_str());
    } else {
        print(report, options.directory);
    }
    return report.intact() ? kDone : kFound;
}

/// The text of a member; empty when it is something else: a damaged log is shown as far as it goes.
std::string text_of(const Json& entry, const char* name) {
    const auto found = entry.find(name);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool wanted(const Json& entry, const AuditOptions& options) {
    const auto time = text_of(entry, "time");
    if (!options.from.empty() && time < options.from) return false;
    if (!options.to.empty() && time.substr(0, options.to.size()) > options.to) return false;
    if (!options.user.empty() && text_of(entry, "user") != options.user) return false;
    return options.event.empty() || text_of(entry, "event") == options.event;
}

std::string fields_text(const Json& entry) {
    std::string text;
    if (!entry.contains("fields") || !entry["fields"].is_object()) return text;
    for (const auto& [name, value] : entry["fields"].items()) {
        text += (text.empty() ? "" : ", ") + name + ": " +
                (value.is_string() ? value.get<std::string>() : value.dump());
    }
    return text;
}

int show(const AuditOptions& options) {
    if (!is_folder(options.directory)) return kFailed;
    std::vector<std::vector<std::string>> rows{{"TIME (UTC)", "EVENT", "USER", "SOURCE", "DETAILS"}};
    for (const auto& file : audit::audit_files(options.directory)) {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);) {
            const auto entry = Json::parse(line, nullptr, false);
            if (!entry.is_object() || !wanted(entry, options)) continue;
            if (options.json) {
                std::printf("%s\n", line.c_str());
                continue;
            }
            rows.push_back(
                {text_of(entry, "time").substr(0, 23), shown(text_of(entry, "event")),
                 shown(text_of(entry, "user")), shown(text_of(entry, "source")), shown(fields_text(entry))}
            );
        }
    }
    if (!options.json) std::fputs(table_text(rows).c_str(), stdout);
    return kDone;
}

}  // namespace

void add_audit_commands(CLI::App& app, int& status) {
    auto options = std::make_shared<AuditOptions>();
    auto* audit =
        app.add_subcommand("audit", "The audit log: who did what, and is it still what was written?");
    audit->require_subcommand(1);

    auto* verify_command =
        audit->add_subcommand("verify", "Holds every line against the one before it; 1 = changed");
    auto* show_command = audit->add_subcommand("show", "Prints entries");
    for (auto* command : {verify_command, show_command}) {
        command->add_option("directory", options->directory, "Folder of the audit log")
            ->capture_default_str();
        command->add_flag("--json", options->json, "For programs");
    }
    show_command->add_option(
        "--from", options->from, "From this time on, UTC: 2026-11-23 or 2026-11-23T14:30"
    );
    show_command->add_option("--to", options->to, "Up to this day, hour or minute");
    show_command->add_option("--user", options->user, "Of this user only");
    show_command->add_option("--event", options->event, "Of this kind only, e.g. log-in");
    verify_command->callback([options, &status] { status = verify(*options); });
    show_command->callback([options, &status] { status = show(*options); });
}

}  // namespace ctiengine::admin

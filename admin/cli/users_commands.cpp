#include "admin/cli/users_commands.hpp"

#include "admin/cli/exit_status.hpp"
#include "admin/cli/new_password.hpp"
#include "admin/cli/output.hpp"
#include "common/authentication/users_file.hpp"
#include "common/authentication/users_writing.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace ctiengine::admin {
namespace {

using authentication::User;
using authentication::Users;
using Json = nlohmann::ordered_json;

struct UsersOptions {
    std::filesystem::path file = "/opt/avaya/ctiengine/users.json";
    bool json = false;
    bool from_standard_input = false;
    bool no_password = false;
    std::string name;
    std::string role = "agent";
    std::vector<std::string> extensions;
    std::vector<std::string> agent_ids;
    std::vector<std::string> certificates;
};

int fail(ExitStatus status, const std::string& what) {
    std::fprintf(stderr, "ctiengine-admin: %s\n", shown(what).c_str());
    return status;
}

int fail(const Error& error) {
    return fail(kFailed, error.detail);
}

std::string joined(const auto& texts) {
    std::string list;
    for (const auto& text : texts) list += (list.empty() ? "" : ",") + text;
    return list;
}

int write(const UsersOptions& options, const Users& users, const std::string& done) {
    auto written = authentication::write_users(options.file, users);
    if (!written) return fail(written.error());
    if (options.json) {
        std::puts(Json{{"user", options.name}, {"done", done}}.dump().c_str());
    } else {
        std::printf("user '%s' %s\n", shown(options.name).c_str(), done.c_str());
    }
    return kDone;
}

/// What the command line says of the user; a sentence if it is wrong.
Result<User> user_from(const UsersOptions& options) {
    User user;
    std::string wrong = authentication::mistake_in_user_name(options.name);
    if (!wrong.empty()) return Error{Errc::InvalidValue, "the name " + wrong};
    user.rights.role = identity::role_from(options.role).value_or(identity::Role::Agent);
    for (const auto& numbers : {options.extensions, options.agent_ids}) {
        for (const auto& number : numbers) {
            wrong = authentication::mistake_in_number(number);
            if (!wrong.empty()) return Error{Errc::InvalidValue, wrong};
        }
    }
    for (const auto& name : options.certificates) {
        wrong = authentication::mistake_in_certificate_name(name);
        if (!wrong.empty()) return Error{Errc::InvalidValue, wrong};
    }
    user.rights.devices = {options.extensions.begin(), options.extensions.end()};
    user.rights.agent_ids = {options.agent_ids.begin(), options.agent_ids.end()};
    user.certificates = options.certificates;
    return user;
}

int add(const UsersOptions& options) {
    auto user = user_from(options);
    if (!user) return fail(kUsage, user.error().detail);
    Users users;
    if (std::filesystem::exists(options.file)) {
        auto loaded = authentication::load_users(options.file);
        if (!loaded) return fail(loaded.error());
        users = std::move(*loaded);
    }
    if (users.by_name.contains(options.name)) {
        return fail(kFailed, "there is a user '" + options.name + "' already; nothing was changed");
    }
    if (!options.no_password) {
        auto hash = hash_of_new_password(options.from_standard_input);
        if (!hash) return fail(hash.error());
        user->password_hash = std::move(*hash);
    }
    users.by_name.emplace(options.name, std::move(*user));
    return write(options, users, "added");
}

int set_password(const UsersOptions& options) {
    auto users = authentication::load_users(options.file);
    if (!users) return fail(users.error());
    const auto found = users->by_name.find(options.name);
    if (found == users->by_name.end()) return fail(kFailed, "there is no user '" + options.name + "'");
    auto hash = hash_of_new_password(options.from_standard_input);
    if (!hash) return fail(hash.error());
    found->second.password_hash = std::move(*hash);
    return write(options, *users, "has a new password");
}

int remove(const UsersOptions& options) {
    auto users = authentication::load_users(options.file);
    if (!users) return fail(users.error());
    if (users->by_name.erase(options.name) == 0)
        return fail(kFailed, "there is no user '" + options.name + "'");
    return write(options, *users, "removed; a session that he has goes on to its end");
}

int list(const UsersOptions& options) {
    auto users = authentication::load_users(options.file);
    if (!users) return fail(users.error());
    Json all = Json::array();
    std::vector<std::vector<std::string>> rows{
        {"USER", "ROLE", "EXTENSIONS", "AGENT IDS", "PASSWORD", "CERTIFICATES"}};
    for (const auto& [name, user] : users->by_name) {
        const auto role = std::string(to_string(user.rights.role));
        const bool has_password = !user.password_hash.empty();
        all.push_back(
            {{"user", name},
             {"role", role},
             {"extensions", user.rights.devices},
             {"agentIds", user.rights.agent_ids},
             {"password", has_password},
             {"certificates", user.certificates}}
        );
        rows.push_back(
            {shown(name), role, joined(user.rights.devices), joined(user.rights.agent_ids),
             has_password ? "yes" : "no", shown(joined(user.certificates))}
        );
    }
    std::fputs(options.json ? (all.dump() + "\n").c_str() : table_text(rows).c_str(), stdout);
    return kDone;
}

int check(const UsersOptions& options) {
    watched_file::ReadRules rules;
    rules.is_private = true;
    auto text = watched_file::read_file(options.file, rules);
    if (!text) return fail(text.error());
    const auto read = authentication::read_users(*text);
    if (options.json) {
        const Json report{
            {"file", options.file.string()},
            {"users", read.users.by_name.size()},
            {"mistakes", read.mistakes}};
        std::puts(report.dump().c_str());
    } else {
        for (const auto& mistake : read.mistakes) std::puts(shown(mistake).c_str());
        std::printf("%zu users, %zu mistakes\n", read.users.by_name.size(), read.mistakes.size());
    }
    return read.mistakes.empty() ? kDone : kFound;
}

int hash(const UsersOptions& options) {
    auto made = hash_of_new_password(options.from_standard_input);
    if (!made) return fail(made.error());
    std::puts(options.json ? Json{{"passwordHash", *made}}.dump().c_str() : made->c_str());
    return kDone;
}

/// Adds the commands, which share their options.
class Commands {
  public:
    Commands(CLI::App& family, int& status) : family_(family), status_(status) {}

    CLI::App* add(const char* name, const char* what, int (*run)(const UsersOptions&)) {
        auto* command = family_.add_subcommand(name, what);
        command->add_flag("--json", options_->json, "Print for programs");
        command->callback([run, options = options_, &status = status_] { status = run(*options); });
        return command;
    }
    CLI::App* with_file(CLI::App* command) {
        command->add_option("--file", options_->file, "The file of USERSFILE")->capture_default_str();
        return command;
    }
    CLI::App* with_name(CLI::App* command) {
        command->add_option("NAME", options_->name, "The user")->required();
        return with_file(command);
    }
    CLI::App* with_password(CLI::App* command) {
        command->add_flag("--stdin", options_->from_standard_input, "Take the password from standard input");
        return command;
    }
    void with_rights(CLI::App* command) {
        command->add_option("--role", options_->role, "agent, supervisor or admin")
            ->check(CLI::IsMember({"agent", "supervisor", "admin"}))
            ->capture_default_str();
        command->add_option("--extension", options_->extensions, "A device of the user; may be repeated");
        command->add_option("--agent", options_->agent_ids, "An agent ID of the user; may be repeated");
        command->add_option(
            "--certificate", options_->certificates, "DNS:…, email:… or URI:…; may be repeated"
        );
        command->add_flag("--no-password", options_->no_password, "Certificates only");
    }

  private:
    CLI::App& family_;
    int& status_;
    std::shared_ptr<UsersOptions> options_ = std::make_shared<UsersOptions>();
};

}  // namespace

void add_users_commands(CLI::App& app, int& status) {
    auto* family = app.add_subcommand("users", "The users of AUTHENTICATION users and certificate");
    family->require_subcommand(1);
    Commands commands(*family, status);
    auto* adding = commands.with_name(commands.add("add", "Adds a user", &add));
    commands.with_rights(commands.with_password(adding));
    commands.with_password(
        commands.with_name(commands.add("set-password", "Gives a user a new password", &set_password))
    );
    commands.with_name(commands.add("remove", "Removes a user", &remove));
    commands.with_file(commands.add("list", "Prints the users", &list));
    commands.with_file(commands.add("check", "Names every mistake in the file", &check));
    commands.with_password(commands.add("hash", "Prints the hash of a password and changes nothing", &hash));
}

}  // namespace ctiengine::admin

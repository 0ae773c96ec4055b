#include "common/authentication/users_file.hpp"

#include "common/logging/log.hpp"

namespace ctiengine::authentication {
namespace {

constexpr std::size_t kMostShown = 20;

Error mistakes_in(const std::filesystem::path& file, const std::vector<std::string>& mistakes) {
    std::string detail;
    for (std::size_t i = 0; i < mistakes.size() && i < kMostShown; ++i) {
        if (i > 0) detail += "; ";
        detail += file.string() + ": " + mistakes[i];
    }
    if (mistakes.size() > kMostShown) {
        detail += "; and " + std::to_string(mistakes.size() - kMostShown) + " more mistakes";
    }
    return {Errc::InvalidSettings, detail};
}

watched_file::WatchedFile<Users>::Report reporter(
    const std::filesystem::path& file, audit::AuditTrail& trail
) {
    return [name = file.string(), &trail](const std::optional<Error>& refused) {
        audit::AuditEntry entry;
        entry.event = refused ? "users file refused" : "users file replaced";
        entry.fields = {{"file", name}};
        if (refused) {
            logging::error("the users before stay in force: {}", refused->detail);
            entry.fields.emplace_back("why", refused->detail);
        } else {
            logging::info("{}: the new users are in force", name);
        }
        trail.record(std::move(entry));
    };
}

}  // namespace

Result<Users> load_users(const std::filesystem::path& file) {
    watched_file::ReadRules rules;
    rules.is_private = true;
    auto text = watched_file::read_file(file, rules);
    if (!text) return text.error();
    auto read = read_users(*text);
    if (!read.mistakes.empty()) return mistakes_in(file, read.mistakes);
    return std::move(read.users);
}

Result<std::unique_ptr<UsersFile>> UsersFile::open(
    const std::filesystem::path& file, const Clock& clock, audit::AuditTrail& trail
) {
    auto opened = File::open(file, clock, load_users, reporter(file, trail));
    if (!opened) return opened.error();
    return std::unique_ptr<UsersFile>(new UsersFile(std::move(*opened)));
}

}  // namespace ctiengine::authentication

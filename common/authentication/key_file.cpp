#include "common/authentication/key_file.hpp"

#include "common/logging/log.hpp"

namespace ctiengine::authentication {
namespace {

Result<jws::KeySet> load_keys(const std::filesystem::path& file) {
    watched_file::ReadRules rules;
    rules.most_bytes = jws::kLargestKeySet;
    auto text = watched_file::read_file(file, rules);
    if (!text) return text.error();
    auto keys = jws::KeySet::parse(*text);
    if (!keys) return Error{keys.error().code, file.string() + ": " + keys.error().detail};
    for (const auto& remark : keys->remarks()) logging::warn("{}: passed over {}", file.string(), remark);
    return keys;
}

}  // namespace

Result<std::unique_ptr<KeySource>> KeyFile::open(
    const std::filesystem::path& file, const Clock& clock, audit::AuditTrail& trail
) {
    auto report = [name = file.string(), &trail](const std::optional<Error>& refused) {
        audit::AuditEntry entry;
        entry.event = refused ? "token keys refused" : "token keys replaced";
        entry.fields = {{"from", name}};
        if (refused) logging::error("the token keys before stay in force: {}", refused->detail);
        if (!refused) logging::info("{}: the new token keys are in force", name);
        trail.record(std::move(entry));
    };
    auto opened = File::open(file, clock, load_keys, std::move(report));
    if (!opened) return opened.error();
    return std::unique_ptr<KeySource>(new KeyFile(std::move(*opened)));
}

}  // namespace ctiengine::authentication

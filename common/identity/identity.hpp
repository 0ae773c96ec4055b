#pragma once
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Who a user is and what belongs to him. Plain data, shared by gateway and worker.
namespace ctiengine::identity {

/// What a user may do to devices that are not his own. Each role includes the one before it.
enum class Role {
    Agent,       ///< nothing
    Supervisor,  ///< watch them: monitors, snapshots, queries
    Admin,       ///< everything
};

std::string_view to_string(Role role);
/// "agent", "supervisor" or "admin"; nothing else.
std::optional<Role> role_from(std::string_view word);

/// What a user may touch. The default is a user who may touch nothing.
struct Rights {
    Role role = Role::Agent;
    std::set<std::string> devices{};    ///< bare numbers: his extensions; also VDNs and splits given to him
    std::set<std::string> agent_ids{};  ///< with which he may log in to the ACD
    bool operator==(const Rights&) const = default;
};

/// A user who has proven who he is.
struct Identity {
    std::string user;  ///< as it stands in logs and in the audit log
    Rights rights;
    std::optional<std::chrono::system_clock::time_point>
        expires{};            ///< of a token; then he has to prove it anew
    std::string proven_by{};  ///< "users", "token", "certificate", "trusted"
};

/// What a client brings to prove who it is; empty members were not given. Never logged.
struct Credentials {
    std::string user;
    std::string password;
    std::string token;  ///< a JSON Web Token
    std::vector<std::string>
        certificate_names{};  ///< of a verified client certificate: "DNS:…", "email:…", "URI:…"
    std::string source{};     ///< client address, for logs and rates
};

}  // namespace ctiengine::identity

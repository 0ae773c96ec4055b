#pragma once
#include "common/identity/identity.hpp"
#include "common/result/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The users of USERSFILE; its form is described in docs/ops/users.md.
namespace ctiengine::authentication {

struct User {
    std::string password_hash{};  ///< Argon2id; empty = no password is taken
    identity::Rights rights;
    std::vector<std::string> certificates{};  ///< names of client certificates: "DNS:…", "email:…", "URI:…"
    bool operator==(const User&) const = default;
};

struct Users {
    std::map<std::string, User> by_name;
    std::map<std::string, std::string> by_certificate;  ///< name of a certificate → user
};

/// What a file says and what is wrong with it; a file with mistakes is not used.
struct ReadUsers {
    Users users;
    std::vector<std::string>
        mistakes;  ///< "line 7: user 'ann', role: 'boss' is none of agent, supervisor, admin"
};

ReadUsers read_users(std::string_view text);

/// What is wrong with a name of a user; empty = nothing. Names are compared exactly, byte by byte.
std::string mistake_in_user_name(std::string_view name);
/// The same for an extension or an agent ID: a bare number as the switch knows it.
std::string mistake_in_number(std::string_view number);
std::string mistake_in_certificate_name(std::string_view name);

/// The text of such a file.
std::string users_text(const Users& users);

}  // namespace ctiengine::authentication

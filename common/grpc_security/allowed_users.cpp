#include "common/grpc_security/allowed_users.hpp"

#include <pwd.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

namespace ctiengine::grpc_security {
namespace {

std::optional<uid_t> user_named(const std::string& name) {
    std::vector<char> room(1024);
    passwd entry{};
    passwd* found = nullptr;
    while (::getpwnam_r(name.c_str(), &entry, room.data(), room.size(), &found) == ERANGE &&
           room.size() < 1024 * 1024) {
        room.resize(room.size() * 2);
    }
    if (!found) return std::nullopt;
    return found->pw_uid;
}

}  // namespace

AllowedUsers::AllowedUsers(const std::vector<std::string>& names) : users_{0, ::geteuid()} {
    for (const auto& name : names) {
        if (auto user = user_named(name)) {
            users_.insert(*user);
        } else {
            unknown_.push_back(name);
        }
    }
}

}  // namespace ctiengine::grpc_security

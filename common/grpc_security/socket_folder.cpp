#include "common/grpc_security/socket_folder.hpp"

#include <fmt/core.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ctiengine::grpc_security {
namespace {

Error refuse(const std::filesystem::path& folder, const std::string& what) {
    return Error{Errc::InvalidSettings, fmt::format("the socket's folder {} {}", folder.string(), what)};
}

Result<void> check_mode(const std::filesystem::path& folder, const struct stat& found) {
    const unsigned mode = found.st_mode & 07777;
    const bool shared = (mode & (S_IWGRP | S_IWOTH)) != 0;
    if (!shared) return {};
    if ((mode & S_ISVTX) == 0) {
        return refuse(
            folder, fmt::format(
                        "can be written by others (mode {:04o}), who could put a socket of their own there; "
                        "mend it: chmod 0750 '{}'",
                        mode, folder.string()
                    )
        );
    }
    if (found.st_uid == ::geteuid()) return {};
    return refuse(
        folder,
        fmt::format(
            "is everybody's (mode {:04o}) and belongs to user {}, not to this process's user {}; make "
            "one of its own and name the socket there: mkdir -m 0750 '{}/ctiengine'",
            mode, found.st_uid, ::geteuid(), folder.string()
        )
    );
}

}  // namespace

Result<void> check_socket_folder(const std::filesystem::path& socket, const AllowedUsers& users) {
    auto folder = socket.parent_path();
    if (folder.empty()) folder = ".";
    struct stat found {};
    if (::stat(folder.c_str(), &found) != 0) {
        return refuse(
            folder,
            fmt::format(
                "cannot be used ({}); make it: mkdir -m 0750 '{}'", std::strerror(errno), folder.string()
            )
        );
    }
    if (!S_ISDIR(found.st_mode)) return refuse(folder, "is no folder; correct the path of the socket");
    if (auto good = check_mode(folder, found); !good) return good;
    if (users.contains(found.st_uid)) return {};
    return refuse(
        folder, fmt::format(
                    "belongs to user {}, who could put another socket there; mend it: chown {} '{}'",
                    found.st_uid, ::geteuid(), folder.string()
                )
    );
}

}  // namespace ctiengine::grpc_security

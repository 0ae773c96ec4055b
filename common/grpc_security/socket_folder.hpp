#pragma once
#include "common/grpc_security/allowed_users.hpp"
#include "common/result/result.hpp"

#include <filesystem>

namespace ctiengine::grpc_security {

/// Is the folder of a Unix socket safe? Whoever may write there can put a socket of his own in the place of
/// ours. So it has to belong to one of `users` and be writable by its owner only; a folder such as /tmp,
/// where the sticky bit keeps others' hands off our files, is taken only when it belongs to our own user.
/// InvalidSettings names the folder, its mode and the command that mends it.
Result<void> check_socket_folder(const std::filesystem::path& socket, const AllowedUsers& users);

}  // namespace ctiengine::grpc_security

#pragma once
#include <sys/types.h>

#include <set>
#include <string>
#include <vector>

namespace ctiengine::grpc_security {

/// The users of this host whose processes we talk to over a Unix socket: root, our own user, and those that
/// the settings name. Names are looked up once, when this is made.
class AllowedUsers {
  public:
    explicit AllowedUsers(const std::vector<std::string>& names);

    bool contains(uid_t user) const { return users_.contains(user); }

    /// Names that this host does not know.
    const std::vector<std::string>& unknown() const { return unknown_; }

  private:
    std::set<uid_t> users_;
    std::vector<std::string> unknown_;
};

}  // namespace ctiengine::grpc_security
